"""How often somebody may try to come in, and that nobody can keep another out by trying."""

import datetime as dt

import pytest
import time_machine

from app import create_app
from tests.cast import PASSWORD
from tests.pages import PageClient
from training.accounts import signing_in

RATNA = {"email": "ratna@example.org", "password": PASSWORD}


@pytest.fixture
def limited(app):
    """The same installation with its limits on."""
    twin = create_app({**{name: app.config[name] for name in (
        "SECRET_KEY", "SQLALCHEMY_DATABASE_URI", "DATA_DIR", "WTF_CSRF_ENABLED", "TESTING",
    )}, "RATELIMIT_ENABLED": True})
    twin.test_client_class = PageClient
    return twin


@pytest.fixture
def stranger(limited):
    return limited.test_client()


def test_ten_tries_then_a_pause_with_its_end(stranger):
    for number in range(10):
        stranger.post("/sign-in", data={**RATNA, "password": "bukan ini"}, expect=422,
                      headers={"X-Forwarded-For": f"10.0.0.{number}"})
    answer = stranger.post("/sign-in", data=RATNA, expect=429, headers={"X-Forwarded-For": "10.9.9.9"})
    assert 0 < int(answer.headers["Retry-After"]) <= 900
    assert "menit" in answer.text and 'value="ratna@example.org"' in answer.text
    stranger.post("/sign-in", data={**RATNA, "email": " RATNA@example.org"}, expect=429)
    stranger.post("/sign-in", data={**RATNA, "email": "made@example.org"}, expect=303)


def test_nobody_is_kept_out_longer_than_a_quarter_of_an_hour(stranger):
    with time_machine.travel(dt.datetime.now(dt.UTC), tick=False) as clock:
        for _ in range(12):
            stranger.post("/sign-in", data={**RATNA, "password": "bukan ini"}, expect=False)
        clock.shift(dt.timedelta(minutes=15, seconds=1))
        stranger.post("/sign-in", data=RATNA)


def test_a_stranger_who_keeps_guessing_cannot_keep_her_out(limited, stranger):
    ratna = limited.test_client()
    ratna.post("/sign-in", data=RATNA)
    ratna.post("/sign-out")
    for _ in range(250):
        stranger.post("/sign-in", data={**RATNA, "password": "x"}, expect=False, check=False)
    stranger.post("/sign-in", data=RATNA, expect=429)
    ratna.post("/sign-in", data=RATNA)


def test_one_address_may_not_try_everyone(stranger, monkeypatch):
    monkeypatch.setattr(signing_in, "opens", lambda lock, password: False)
    statuses = {
        stranger.post("/sign-in", data={"email": f"orang{number}@example.org", "password": "x"}, expect=False,
                      check=False).status_code
        for number in range(205)
    }
    assert statuses == {422, 429}


def test_the_mark_of_a_known_browser_cannot_be_forged(stranger):
    stranger.set_cookie("known", "abc.def", path="/sign-in")
    for _ in range(10):
        stranger.post("/sign-in", data={**RATNA, "password": "x"}, expect=422)
    stranger.post("/sign-in", data=RATNA, expect=429)
