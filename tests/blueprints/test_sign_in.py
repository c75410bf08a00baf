import datetime as dt
import re
import statistics
import time

import pytest
import sqlalchemy as sa
import time_machine

from tests.cast import PASSWORD
from training.accounts import kept_store, passwords, people, signing_in, store

RATNA = {"email": "ratna@example.org", "password": PASSWORD}


def is_in(browser):
    return browser.get("/me", expect=False).status_code == 200


def said(page):
    """The text of a page without the token that differs every second."""
    return re.sub(r'(name="csrf_token" value=")[^"]+', r"\1", page.text)


def cookie(browser, name="sebaya"):
    return browser.get_cookie(name)


def test_signing_in_leads_to_where_one_wanted_to_go(client):
    away = client.get("/me", expect=303)
    assert away.location == "/sign-in?next=/me"
    assert 'name="next" value="/me"' in client.get(away.location).text
    assert client.post("/sign-in", data={**RATNA, "next": "/me"}).location == "/me"
    assert is_in(client)


@pytest.mark.parametrize("trick", [
    "https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/%0d%0aSet-Cookie:x", "\\/x",
    "http:///evil.example", "/\tevil", "////evil.example", "https:evil.example",
])
def test_next_never_leads_out_of_the_house(client, trick):
    location = client.post("/sign-in", data={**RATNA, "next": trick}).location
    assert location.startswith("/") and not location.startswith(("//", "/\\"))


def test_unknown_name_and_wrong_password_get_the_same_answer(app, client, monkeypatch):
    monkeypatch.setitem(app.config, "DEMO_MODE", False)
    texts = []
    for email in ("ratna@example.org", "siapa@example.org"):
        answer = client.post("/sign-in", data={"email": email, "password": "bukan ini"}, expect=422)
        texts.append(said(answer).replace(email, "…"))
    assert texts[0] == texts[1]


def test_what_was_typed_comes_back_but_never_the_password(client):
    typed = {**RATNA, "password": "bukan ini", "next": "/me"}
    page = client.post("/sign-in", data=typed, expect=422)
    assert 'value="ratna@example.org"' in page.text and 'value="/me"' in page.text
    assert "bukan ini" not in page.text


def test_unknown_and_known_take_equally_long(client, session, cast):
    signing_in.keep_password(session, cast.ratna.id, passwords.hashed(PASSWORD))
    session.commit()
    medians = []
    for email in ("ratna@example.org", "siapa@example.org"):
        times = []
        for _ in range(9):
            began = time.process_time()
            client.post("/sign-in", data={"email": email, "password": "bukan ini"}, expect=422, check=False)
            times.append(time.process_time() - began)
        medians.append(statistics.median(times))
    assert medians[0] == pytest.approx(medians[1], rel=0.4)


@pytest.mark.parametrize("typed", [
    {}, {"email": "x\x00y@z.org", "password": "\x00"}, {"email": "é" * 9999, "password": "x" * 99999},
    {"email": ["a", "b"], "password": ["a", "b"]}, {"email": "' OR 1=1 --", "password": "%s"},
])
def test_strange_input_is_only_wrong(client, typed):
    client.post("/sign-in", data=typed, expect=422)


def test_a_new_session_begins_at_sign_in(client):
    client.get("/sign-in")
    client.get("/?lang=en")
    before = cookie(client).value
    client.post("/sign-in", data=RATNA)
    after = cookie(client)
    assert after.value != before
    assert 'lang="en"' in client.get("/me").text


def test_signing_in_again_ends_the_sign_in_before(client, session, cast):
    client.post("/sign-in", data=RATNA)
    client.post("/sign-in", data={**RATNA, "email": "made@example.org"})
    assert len(signing_in.living(session, cast.ratna.id, at=dt.datetime.now(dt.UTC))) == 0


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(client):
    headers = client.post("/sign-in", data=RATNA).headers.getlist("Set-Cookie")
    header = next(header for header in headers if header.startswith("sebaya="))
    assert "HttpOnly" in header and "SameSite=Lax" in header and "Domain" not in header
    assert "Expires" not in header and "Max-Age" not in header


def test_over_tls_the_cookie_is_secure(app, client, monkeypatch):
    monkeypatch.setitem(app.config, "SESSION_COOKIE_SECURE", True)
    answer = client.post("/sign-in", data=RATNA, base_url="https://localhost")
    assert all("Secure" in header for header in answer.headers.getlist("Set-Cookie"))


def test_signing_out_ends_it_in_the_database_too(client):
    client.post("/sign-in", data=RATNA)
    kept = cookie(client).value
    answer = client.post("/sign-out")
    assert answer.headers["Clear-Site-Data"]
    assert not is_in(client)
    client.set_cookie("sebaya", kept)
    assert not is_in(client)
    client.get("/sign-out", expect=405)


@pytest.mark.parametrize(("step", "steps", "lives"), [(11, 3, True), (13, 1, False), (11, 31, False)])
def test_a_session_ends_when_idle_or_old(app, client, step, steps, lives):
    with time_machine.travel(dt.datetime(2026, 11, 20, tzinfo=dt.UTC), tick=False) as clock:
        client.post("/sign-in", data=RATNA)
        for _ in range(steps):
            clock.shift(dt.timedelta(hours=step))
            still_in = is_in(client)
        assert still_in is lives


def test_after_a_session_ended_one_comes_back_to_the_same_page(client):
    with time_machine.travel(dt.datetime(2026, 11, 20, tzinfo=dt.UTC), tick=False) as clock:
        client.post("/sign-in", data=RATNA)
        clock.shift(dt.timedelta(hours=13))
        assert client.get("/me", expect=303).location == "/sign-in?next=/me"
        assert client.post("/sign-in", data={**RATNA, "next": "/me"}).location == "/me"


def test_a_password_is_not_kept_for_later(client, session):
    with time_machine.travel(dt.datetime(2026, 11, 20, tzinfo=dt.UTC), tick=False) as clock:
        client.post("/sign-in", data=RATNA)
        clock.shift(dt.timedelta(hours=13))
        client.post("/me/password", data={"present": PASSWORD, "password": "kopi meja hujan", "back": "/me"})
    kept = str(session.execute(sa.select(kept_store.kept)).all())
    assert PASSWORD not in kept and "kopi" not in kept


@pytest.mark.parametrize("deed", [
    lambda session, cast: people.disable(session, cast.ratna, at=dt.datetime.now(dt.UTC)),
    lambda session, cast: people.give_role(session, cast.agnes, cast.ratna, "therapist", at=dt.datetime.now(dt.UTC)),
    lambda session, cast: people.take_role(session, cast.agnes, cast.ratna, "facilitator", at=dt.datetime.now(dt.UTC)),
])
def test_closing_or_a_change_of_role_counts_from_the_next_request(as_person, session, cast, deed):
    ratna = as_person("ratna")
    assert is_in(ratna)
    deed(session, cast)
    session.commit()
    assert not is_in(ratna)


def test_a_closed_account_gets_the_same_answer_as_a_wrong_password(client, session, cast):
    wrong = said(client.post("/sign-in", data={**RATNA, "password": "bukan ini"}, expect=422))
    people.disable(session, cast.ratna, at=dt.datetime.now(dt.UTC))
    session.commit()
    assert said(client.post("/sign-in", data=RATNA, expect=422)) == wrong


def test_an_old_hash_is_renewed_in_passing(client, session, cast):
    before = store.password_of(session, "ratna@example.org")[1]
    session.rollback()
    client.post("/sign-in", data=RATNA)
    after = store.password_of(session, "ratna@example.org")[1]
    assert before != after and not passwords.is_outdated(after)


def test_demo_people_are_one_press_away_only_in_the_demo(app, client, monkeypatch):
    monkeypatch.setitem(app.config, "DEMO_MODE", True)
    page = client.get("/sign-in").text
    assert page.count('value="rangkul-bersama"') == 8 and "Ratna Wulandari" in page
    monkeypatch.setitem(app.config, "DEMO_MODE", False)
    assert "rangkul-bersama" not in client.get("/sign-in").text


def test_without_its_token_no_form_is_believed(app, client, monkeypatch):
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    client.post("/sign-in", data=RATNA, expect=400)
    client.get("/sign-in")
    client.post("/sign-in", data={**RATNA, "csrf_token": "forged"}, expect=400)


def test_an_unknown_invitation_still_leads_somewhere(client):
    assert 'href="/sign-in"' in client.get("/invitations/tidak-ada", expect=False).text
