import datetime as dt
import json
import threading

import pytest

from tests.cast import PASSWORD
from training.accounts import signing_in, store

NEW = "kopi meja hujan"


def account(browser):
    return browser.get("/me").text


def test_the_page_is_for_the_signed_in(client):
    client.get("/me", expect=303)
    client.post("/me/profile", data={}, expect=303)


def test_name_language_and_zone_can_be_changed(as_person, session, cast):
    ratna = as_person("ratna")
    ratna.post("/me/profile", data={"name": "  Ratna   W. ", "language": "en", "zone": "WIT"})
    changed = store.person_by_id(session, cast.ratna.id)
    assert (changed.name, changed.language, changed.zone) == ("Ratna W.", "en", "WIT")
    assert 'lang="en"' in account(ratna)


def test_only_the_three_fields_of_the_form_are_taken(as_person, session, cast):
    as_person("ratna").post("/me/profile", data={
        "name": "Ratna", "language": "id", "zone": "WIB", "role": "administrator", "email": "x@y.org", "id": "1",
        "password_hash": "x",
    })
    ratna = store.person_by_id(session, cast.ratna.id)
    assert (ratna.roles, ratna.email) == ({"facilitator"}, "ratna@example.org")


@pytest.mark.parametrize("typed", [
    {"name": "", "language": "id", "zone": "WIB"}, {"name": "x" * 300, "language": "id", "zone": "WIB"},
    {"name": "Ratna", "language": "xx", "zone": "WIB"}, {"name": "Ratna", "language": "id", "zone": "GMT"}, {},
])
def test_a_profile_that_cannot_be_comes_back(as_person, typed):
    page = as_person("ratna").post("/me/profile", data=typed, expect=422)
    assert "Ratna Wulandari" in page.text


def test_a_name_is_shown_as_text(as_person):
    ratna = as_person("ratna")
    ratna.post("/me/profile", data={"name": "<img src=x onerror=alert(1)>{{7*7}}", "language": "id", "zone": "WIB"})
    assert "<img src=x" not in account(ratna) and "{{7*7}}" in account(ratna)


def test_a_new_password_needs_the_present_one_and_ends_other_sign_ins(as_person, client):
    here, there = as_person("ratna"), as_person("ratna")
    here.post("/me/password", data={"present": "bukan ini", "password": NEW}, expect=422)
    here.post("/me/password", data={"present": PASSWORD, "password": NEW})
    here.get("/me")
    there.get("/me", expect=303)
    client.post("/sign-in", data={"email": "ratna@example.org", "password": PASSWORD}, expect=422)
    client.post("/sign-in", data={"email": "ratna@example.org", "password": NEW})


@pytest.mark.parametrize("weak", ["k0pi-1", "password123", "ratnawulandari", "x" * 300])
def test_a_weak_password_is_refused_with_its_reason(as_person, weak):
    page = as_person("ratna").post("/me/password", data={"present": PASSWORD, "password": weak}, expect=422)
    assert "notice--look" in page.text and weak not in page.text


def test_one_can_see_and_end_ones_sign_ins(as_person, session, cast):
    here, there = as_person("ratna"), as_person("ratna")
    living = signing_in.living(session, cast.ratna.id, at=dt.datetime.now(dt.UTC))
    session.rollback()
    assert account(here).count("Keluarkan</button>") == 1
    here.post(f"/me/sign-ins/{min(one.id for one in living)}/ends")
    assert {browser.get("/me", expect=False).status_code for browser in (here, there)} == {200, 303}


def test_nobody_ends_the_sign_in_of_another(as_person, session, cast):
    as_person("ratna")
    number = session.query(store.SignInRow.id).scalar()
    session.rollback()
    as_person("made").post(f"/me/sign-ins/{number}/ends", expect=404)


def test_all_other_sign_ins_end_at_once(as_person):
    here, *others = [as_person("ratna") for _ in range(3)]
    here.post("/me/sign-ins/ends")
    here.get("/me")
    for other in others:
        other.get("/me", expect=303)


@pytest.mark.parametrize("number", ["9" * 20, "0", "-1", "abc", str(2**31)])
def test_a_number_no_database_holds_is_not_found(as_person, number):
    as_person("ratna").post(f"/me/sign-ins/{number}/ends", expect=404)


def test_ones_data_come_as_a_file_with_a_neutral_name(as_person):
    answer = as_person("ratna").get("/me/data")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="catatan.json"'
    data = json.loads(answer.text)
    assert data["people"][0]["name"] == "Ratna Wulandari" and data["supervisions"]
    assert "argon2" not in answer.text and "token" not in answer.text and "Yohana" not in answer.text


def test_erasing_needs_the_password_and_is_for_good(as_person, client, session, cast):
    ratna = as_person("ratna")
    assert "Menghapus akun" in ratna.get("/me/privacy").text
    ratna.post("/me/erasures", data={"present": "bukan ini"}, expect=422)
    assert ratna.post("/me/erasures", data={"present": PASSWORD}).headers["Clear-Site-Data"]
    ratna.get("/me", expect=303)
    client.post("/sign-in", data={"email": "ratna@example.org", "password": PASSWORD}, expect=422)
    assert store.person_by_id(session, cast.ratna.id).name == "—"


def test_the_last_administrator_cannot_vanish(as_person):
    page = as_person("agnes").post("/me/erasures", data={"present": PASSWORD}, expect=409)
    assert "administrator terakhir" in page.text


def test_five_simultaneous_password_changes_leave_one_door(as_person, app):
    browsers = [as_person("ratna") for _ in range(5)]
    statuses = []

    def change(browser, number):
        data = {"present": PASSWORD, "password": f"{NEW} {number}"}
        statuses.append(browser.post("/me/password", data=data, expect=False, check=False).status_code)

    threads = [threading.Thread(target=change, args=pair) for pair in zip(browsers, range(5), strict=True)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert statuses.count(303) >= 1 and 500 not in statuses


def test_light_or_dark_is_offered_where_a_script_can_keep_it(as_person):
    page = account(as_person("ratna"))
    assert 'data-behaviour="theme" hidden>' in page


def test_many_places_are_folded_and_this_one_stands_first(app, as_person):
    for _one in range(4):
        as_person("ratna")
    page = as_person("ratna").get("/me").text
    places = page[page.index('id="sign-ins"'):]
    assert "2 tempat lain" in places and places.index("Perangkat ini") < places.index("Keluarkan")
