"""Flask, without two things it does again for every request although their outcome never changes."""

import functools

from flask import Flask
from flask.sessions import SecureCookieSessionInterface


class SignedCookies(SecureCookieSessionInterface):
    """Sessions in signed cookies; the signer is made once, not twice a request."""

    get_signing_serializer = functools.lru_cache(maxsize=8)(SecureCookieSessionInterface.get_signing_serializer)


class Application(Flask):
    session_interface = SignedCookies()

    def ensure_sync(self, func):
        """Flask asks of every function it calls whether it is a coroutine. None of ours is."""
        return func
