"""Flask, without three things it does again for every request although their outcome never changes."""

import functools
import time

from flask import Flask
from flask.sessions import SecureCookieSessionInterface, SessionMixin
from itsdangerous import BadSignature

KEPT = 2000
SIMPLE = (str, int, bool)


class SignedCookies(SecureCookieSessionInterface):
    """Sessions in signed cookies. The signer is made once; a cookie whose signature was found good is good the next
    time too, so only its age is looked at again. Messages waiting to be told are lists, which a request may change:
    such a cookie is read anew each time."""

    get_signing_serializer = functools.lru_cache(maxsize=8)(SecureCookieSessionInterface.get_signing_serializer)

    def __init__(self):
        self.read: dict[tuple, tuple[dict, float]] = {}

    def open_session(self, app: Flask, request) -> SessionMixin | None:
        signer, cookie = self.get_signing_serializer(app), request.cookies.get(self.get_cookie_name(app))
        if not signer or not cookie:
            return super().open_session(app, request)
        found = self.read.get((signer, cookie)) or self.read_first(signer, cookie)
        if found and time.time() - found[1] <= app.permanent_session_lifetime.total_seconds():
            return self.session_class(found[0])
        return self.session_class()

    def save_session(self, app: Flask, session: SessionMixin, response) -> None:
        if session.modified or session.permanent or not session:
            super().save_session(app, session, response)
        elif session.accessed:
            kept_by = response.headers.get("Vary")
            response.headers["Vary"] = f"{kept_by}, Cookie" if kept_by else "Cookie"

    def read_first(self, signer, cookie: str) -> tuple[dict, float] | None:
        """What a cookie says and when it was signed; None for one that we did not sign."""
        try:
            said, signed_at = signer.loads(cookie, return_timestamp=True)
        except BadSignature:
            return None
        found = said, signed_at.timestamp()
        if all(isinstance(value, SIMPLE) for value in said.values()):
            if len(self.read) >= KEPT:
                self.read.pop(next(iter(self.read)), None)
            self.read[signer, cookie] = found
        return found


class Application(Flask):
    session_interface = SignedCookies()

    def ensure_sync(self, func):
        """Flask asks of every function it calls whether it is a coroutine. None of ours is."""
        return func
