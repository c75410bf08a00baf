"""A mark in the page that tells one account from another, so that words waiting in a browser's tab are brought back
only to whoever typed them. It tells neither name nor number, and another installation gives another mark."""

import functools
import hashlib
import hmac

from flask import current_app

LENGTH = 16


def whose(person) -> str:
    """The mark of this person; a stand-in of skeletons.py brings a hole for one."""
    return getattr(person, "mark", None) or mark_of(current_app.secret_key, person.id)


@functools.lru_cache(maxsize=2000)
def mark_of(secret: str, person_id: int) -> str:
    return hmac.new(secret.encode(), f"whose {person_id}".encode(), hashlib.sha256).hexdigest()[:LENGTH]
