"""How often is too often. Nobody is locked out for more than a quarter of an hour.

A browser in which somebody has signed in before carries a mark of that and is counted apart, so that a stranger who
keeps guessing cannot keep her out. The address is the connection's own; headers that claim another are not believed.
"""

import hashlib
import hmac
import secrets
import time

from flask import Flask, current_app, request
from limits import parse
from limits.storage import storage_from_string
from limits.strategies import FixedWindowRateLimiter

from training.core.language import N_
from training.core.refusal import Refusal

PER_ACCOUNT = parse("10 per 15 minutes")
PER_ADDRESS = parse("200 per 15 minutes")
MARK, MARK_LIFE = "known", 180 * 24 * 3600


class TooManyTries(Refusal):
    status = 429
    sentence = N_("Terlalu banyak percobaan masuk. Coba lagi %(minutes)d menit lagi; akun Anda tetap aman.")


def limit(app: Flask) -> None:
    """Counts kept in this process, or in Redis when several machines serve. Only signing in is counted, so no other
    request pays for it."""
    app.extensions["tries"] = FixedWindowRateLimiter(storage_from_string(app.config["RATELIMIT_STORAGE_URI"]))


def tries() -> FixedWindowRateLimiter:
    return current_app.extensions["tries"]


def is_counting() -> bool:
    return current_app.config.get("RATELIMIT_ENABLED", True)


def count_try(email: str) -> None:
    """Count one try to sign in as `email`, before the password is looked at. Refuses the eleventh in a quarter of
    an hour, and any from an address where two hundred failed."""
    if not is_counting():
        return
    account = account_key(email)
    if not is_known_here(email) and not tries().test(PER_ADDRESS, "failed", address()):
        raise TooManyTries(minutes=minutes_left(PER_ADDRESS, "failed", address()))
    if not tries().hit(PER_ACCOUNT, *account):
        raise TooManyTries(minutes=minutes_left(PER_ACCOUNT, *account))


def count_failure() -> None:
    if is_counting():
        tries().hit(PER_ADDRESS, "failed", address())


def forget_tries(email: str) -> None:
    """After a right password the count of this account begins anew."""
    if is_counting():
        tries().clear(PER_ACCOUNT, *account_key(email))


def minutes_left(item, *names: str) -> int:
    reset_at, _left = tries().get_window_stats(item, *names)
    return min(15, max(1, round((reset_at - time.time()) / 60 + 0.5)))


def account_key(email: str) -> tuple[str, str, str]:
    return "sign-in", signed("account", email), request.cookies[MARK] if is_known_here(email) else ""


def address() -> str:
    return request.remote_addr or ""


def signed(purpose: str, *words: str) -> str:
    """Words turned into a mark only this installation can make and nobody can read."""
    said = "\n".join((purpose, *(word.strip().casefold() for word in words)))
    key = str(current_app.config["SECRET_KEY"]).encode()
    return hmac.digest(key, said.encode("utf-8", "replace"), hashlib.sha256).hex()


def is_known_here(email: str) -> bool:
    """Whether somebody signed in as `email` in this browser before."""
    chance, _, mark = request.cookies.get(MARK, "").partition(".")
    return bool(mark) and hmac.compare_digest(mark.encode(), signed("known here", email, chance).encode())


def remember_browser(response, email: str):
    """Mark this browser as one where `email` came in. The mark names nobody."""
    chance = secrets.token_hex(8)
    response.set_cookie(
        MARK, f"{chance}.{signed('known here', email, chance)}", max_age=MARK_LIFE, path="/sign-in", httponly=True,
        samesite="Strict", secure=request.is_secure or current_app.config["SESSION_COOKIE_SECURE"],
    )
    return response
