"""A cookie whose signature was found good is not reckoned again; nobody gains anything from that."""

import datetime as dt

import pytest
import time_machine

PROFILE = {"name": "Ratna", "language": "id", "zone": "WIB"}


def is_in(browser) -> bool:
    return browser.get("/me", expect=False).status_code == 200


@pytest.mark.parametrize("place", [3, -2], ids=["what it says", "its signature"])
def test_a_changed_letter_opens_nothing_although_the_right_one_did(app, as_person, place):
    ratna = as_person("ratna")
    assert is_in(ratna) and is_in(ratna)
    letters = list(ratna.get_cookie("sebaya").value)
    letters[place] = "A" if letters[place] != "A" else "Q"
    stranger = app.test_client()
    stranger.set_cookie("sebaya", "".join(letters))
    assert not is_in(stranger)


def test_a_cookie_grows_too_old_although_it_was_read_before(app, client):
    age = app.permanent_session_lifetime + dt.timedelta(days=1)
    with time_machine.travel(dt.datetime(2026, 11, 20, tzinfo=dt.UTC), tick=False) as clock:
        client.get("/?lang=en")
        assert 'lang="en"' in client.get("/").text
        clock.shift(age)
        assert 'lang="id"' in client.get("/").text


def test_a_message_in_a_cookie_that_comes_twice_is_told_as_it_was(as_person):
    ratna = as_person("ratna")
    ratna.post("/me/profile", data=PROFILE, expect=303)
    kept = ratna.get_cookie("sebaya").value
    for _ in range(2):
        ratna.set_cookie("sebaya", kept)
        assert ratna.get("/me").text.count("Tersimpan.") == 1
