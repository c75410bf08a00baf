"""Forms that a phone may send twice, and the token that proves they came from our own page."""

import datetime as dt
import functools
import re
import secrets

from flask import Flask, current_app, g, request, session
from flask_wtf.csrf import CSRFProtect, generate_csrf
from itsdangerous import URLSafeTimedSerializer

from blueprints.web.database import READING
from training.core.language import N_
from training.core.refusal import NotUnderstood

csrf = CSRFProtect()
KEY = re.compile(r"[A-Za-z0-9_-]{8,64}")


class TooLong(NotUnderstood):
    sentence = N_("Isian “%(field)s” terlalu panjang: %(length)d huruf, paling banyak %(most)d. Coba ringkas sedikit.")


def protect(app: Flask) -> None:
    app.config["WTF_CSRF_CHECK_DEFAULT"] = False
    csrf.init_app(app)
    app.before_request(look_at_token)
    app.jinja_env.globals["csrf_token"] = token
    app.context_processor(lambda: {"csrf_token": token})


def look_at_token() -> None:
    """Every form proves that it came from our own page; who only reads has nothing to prove."""
    if request.method not in READING and current_app.config["WTF_CSRF_ENABLED"]:
        csrf.protect()


def token() -> str:
    """The token of this session; a hole for one while a page is drawn for everybody (skeletons.py)."""
    if hole := g.get("token_hole"):
        return hole
    if "csrf_token" in session and "csrf_token" not in g:
        g.csrf_token = signed(current_app.secret_key, session["csrf_token"])
    return generate_csrf()


@functools.lru_cache(maxsize=2000)
def signed(secret: str, chance: str) -> str:
    """The token of a session as Flask-WTF signs it; it never runs out before its session, so once is enough."""
    return URLSafeTimedSerializer(secret, salt="wtf-csrf-token").dumps(chance)


def new_key() -> str:
    """A key for one writing form: however often the form arrives, the deed happens once."""
    return secrets.token_urlsafe(16)


def client_key() -> str:
    """The key the form carries; a fresh one when it has none or a strange one, so the deed still happens."""
    given = request.form.get("client_key", "")
    return given if KEY.fullmatch(given) else new_key()


def text(field: str, most: int, label: str | None = None) -> str:
    """What was typed into `field`, without NULs and outer spaces. Refuses more than `most` characters."""
    typed = request.form.get(field, "").replace("\x00", "").replace("\r\n", "\n").strip()
    if len(typed) > most:
        raise TooLong(field=label or field, length=len(typed), most=most)
    return typed


def day_given(field: str) -> dt.date | None:
    """The day typed into `field`, or None for what is no day."""
    try:
        return dt.date.fromisoformat(request.form.get(field, ""))
    except ValueError:
        return None
