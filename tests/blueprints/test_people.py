import datetime as dt
import html
import re
import threading

import pytest
import time_machine

from training.accounts import store

RINA = {"name": "Rina Pasaribu", "email": "rina@example.org", "role": "facilitator", "language": "id", "zone": "WITA"}
NEW = "kopi meja hujan"


def link_on(page):
    found = re.search(r'value="http://localhost(/invitations/[^"]+)"', page.text)
    return html.unescape(found[1]) if found else None


def add_rina(browser, **further):
    """Add Rina; returns her page's address."""
    return browser.post("/people", data={**RINA, **further}).location


def person_id(address):
    return int(address.rsplit("/", 1)[1])


@pytest.mark.parametrize("key", ["ratna", "sari", "wayan"])
def test_the_people_page_is_for_coordinators_and_administrators(as_person, key):
    browser = as_person(key)
    for address in ("/people", "/people/1", "/people/roster", "/people/roster.csv", "/people/links.csv"):
        page = browser.get(address, expect=403)
        assert "koordinator" in page.text
    browser.post("/people", data=RINA, expect=403)


def test_finding_people(as_person):
    andreas = as_person("andreas")
    assert "Ratna Wulandari" in andreas.get("/people").text
    page = andreas.get("/people?q=ratna").text
    assert "Ratna Wulandari" in page and "Yohana" not in page
    assert "Tidak ada yang cocok" in andreas.get("/people?q=%25&role=king&state=x&page=99999999999999999999").text
    andreas.get("/people?page=-3&page=abc&q=%00&q=x")


def test_an_invitation_is_a_link_that_lets_her_choose_a_password(as_person, client):
    andreas = as_person("andreas")
    hers = andreas.get(add_rina(andreas))
    link = link_on(hers)
    message = hers.text.partition("https://wa.me/?text=")[2]
    assert message.startswith("Anda%20diundang") and link.rpartition("/")[2] in message
    assert "Selamat datang, Rina" in client.get(link).text
    client.post(link, data={"password": "pendek"}, expect=422)
    assert client.post(link, data={"password": NEW}).location == "/"
    assert "rina@example.org" in client.get("/me").text
    assert "sudah dipakai" in client.post(link, data={"password": NEW}, expect=409).text
    assert "sudah dipakai" in client.get(link, expect=409).text


def test_the_page_of_an_invitation_names_nothing_that_hurts(as_person, client):
    andreas = as_person("andreas")
    page = client.get(link_on(andreas.get(add_rina(andreas)))).text.casefold()
    assert not re.search("trauma|penyintas|kekerasan|korban", page.split("<footer")[0])


def test_five_simultaneous_posts_of_an_invitation_make_one(app, as_person, client):
    andreas = as_person("andreas")
    link, statuses = link_on(andreas.get(add_rina(andreas))), []
    barrier = threading.Barrier(5)

    def accept():
        browser = app.test_client()
        barrier.wait()
        statuses.append(browser.post(link, data={"password": NEW}, expect=False, check=False).status_code)

    threads = [threading.Thread(target=accept) for _ in range(5)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert sorted(statuses) == [303, 409, 409, 409, 409]


def test_five_simultaneous_posts_of_one_form_add_one_person(as_person, session, cast):
    browsers, places = [as_person("andreas") for _ in range(5)], []
    session.rollback()

    def add(browser):
        answer = browser.post("/people", data={**RINA, "client_key": "one-form-key"}, expect=False, check=False)
        places.append((answer.status_code, answer.location))

    threads = [threading.Thread(target=add, args=[browser]) for browser in browsers]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert len(set(places)) == 1 and places[0][0] == 303
    assert session.query(store.InvitationRow).count() == 1


def test_an_address_taken_is_said_and_nothing_typed_is_lost(as_person):
    page = as_person("andreas").post("/people", data={**RINA, "email": "Ratna@example.org"}, expect=409)
    assert "sudah dipakai" in page.text and "Rina Pasaribu" in page.text


@pytest.mark.parametrize("role", ["administrator", "coordinator"])
def test_a_coordinator_invites_no_office_holder(as_person, role):
    andreas = as_person("andreas")
    assert f'<option value="{role}">' not in andreas.get("/people").text.rpartition('id="one-more"')[2]
    andreas.post("/people", data={**RINA, "role": role}, expect=403)


def test_a_coordinator_sees_no_link_of_an_invited_administrator(as_person):
    place = add_rina(as_person("agnes"), role="administrator")
    andreas = as_person("andreas")
    assert link_on(andreas.get(place)) is None
    andreas.post(f"{place}/invitations", expect=403)


def test_an_expired_link_can_be_asked_for_and_renewed(as_person, client):
    with time_machine.travel(dt.datetime(2026, 11, 20, 3, tzinfo=dt.UTC), tick=False) as clock:
        link = link_on((andreas := as_person("andreas")).get(place := add_rina(andreas)))
        clock.shift(dt.timedelta(days=15))
        assert "Minta tautan baru" in client.get(link, expect=409).text
        client.post(f"{link}/requests")
        andreas = as_person("andreas")
        assert "Minta tautan baru" in andreas.get("/people?state=expired").text
        andreas.post(f"{place}/invitations")
        client.post(link_on(andreas.get(place)), data={"password": NEW})


@pytest.mark.parametrize("token", ["x", "a" * 3000, "%00", "..%2f..", "é"])
def test_a_strange_link_is_not_found(client, token):
    client.get(f"/invitations/{token}", expect=404, check=False)
    client.post(f"/invitations/{token}", data={"password": NEW}, expect=404, check=False)
    client.post(f"/invitations/{token}/requests", expect=404, check=False)


def test_roles_are_given_and_taken_by_administrators(as_person, cast):
    agnes = as_person("agnes")
    agnes.post(f"/people/{cast.ratna.id}/roles", data={"role": "supervisor"})
    assert "Fasilitator, Supervisor" in agnes.get(f"/people/{cast.ratna.id}").text
    agnes.post(f"/people/{cast.ratna.id}/roles/supervisor/ends")
    agnes.post(f"/people/{cast.ratna.id}/roles", data={"role": "king"}, expect=422)
    agnes.post(f"/people/{cast.agnes.id}/roles", data={"role": "supervisor"}, expect=403)
    as_person("andreas").post(f"/people/{cast.ratna.id}/roles", data={"role": "supervisor"}, expect=403)


def test_a_role_taken_closes_its_doors_at_the_next_request(as_person, cast):
    andreas = as_person("andreas")
    andreas.get("/people")
    as_person("agnes").post(f"/people/{cast.andreas.id}/roles/coordinator/ends")
    andreas.get("/people", expect=303)
    as_person("andreas").get("/people", expect=403)


def test_an_account_is_closed_and_reopened(as_person, client, cast):
    ratna, agnes = as_person("ratna"), as_person("agnes")
    agnes.post(f"/people/{cast.ratna.id}/closures")
    ratna.get("/me", expect=303)
    assert "Ditutup" in agnes.get(f"/people/{cast.ratna.id}").text
    agnes.post(f"/people/{cast.ratna.id}/reopenings")
    as_person("ratna").get("/me")
    agnes.post(f"/people/{cast.agnes.id}/closures", expect=403)


def test_pairs_are_made_and_ended(as_person, cast):
    andreas, place = as_person("andreas"), f"/people/{cast.ratna.id}"
    andreas.post(f"{place}/supervisions", data={"supervisor": cast.budi.id})
    page = andreas.get(place).text
    assert page.count("Ya, akhiri") == 2
    pair = re.search(r"/supervisions/(\d+)/ends", page)[1]
    andreas.post(f"/people/{cast.yohana.id}/supervisions/{pair}/ends", expect=404)
    andreas.post(f"{place}/supervisions/{pair}/ends")
    assert andreas.get(place).text.count("Ya, akhiri") == 1


def test_where_there_are_too_many_to_list_an_address_is_typed(as_person, cast):
    andreas, place = as_person("andreas"), f"/people/{cast.budi.id}"
    andreas.post(f"{place}/supervisions", data={"facilitator": "Ratna@example.org"})
    assert "Ratna Wulandari" in andreas.get(place).text
    andreas.post(f"{place}/supervisions", data={"facilitator": "siapa@example.org"}, expect=404)


def test_a_wrong_pair_comes_back_with_its_reason(as_person, cast):
    andreas, place = as_person("andreas"), f"/people/{cast.ratna.id}"
    page = andreas.post(f"{place}/supervisions", data={"supervisor": cast.made.id}, expect=422)
    assert "peran supervisor" in page.text
    andreas.post(f"{place}/supervisions", data={"supervisor": cast.ratna.id}, expect=422)
    andreas.post(f"{place}/supervisions", data={"supervisor": "9" * 20}, expect=404)
    andreas.post(f"{place}/supervisions", data={}, expect=404)


@pytest.mark.parametrize("number", ["9" * 20, "0", "abc", str(2**31)])
def test_a_number_no_database_holds_is_not_found(as_person, number):
    agnes = as_person("agnes")
    agnes.get(f"/people/{number}", expect=404)
    agnes.get(f"/learners/{number}/reset-links", expect=404)
    agnes.post(f"/people/{number}/closures", expect=404)


def test_her_supervisor_helps_her_back_in(as_person, client, cast):
    ratna, sari, place = as_person("ratna"), as_person("sari"), f"/learners/{cast.ratna.id}/reset-links"
    sari.post(place)
    link = link_on(sari.get(place))
    assert "Kata sandi baru" in client.get(link).text
    client.post(link, data={"password": NEW})
    ratna.get("/me", expect=303)
    client.post("/sign-in", data={"email": "ratna@example.org", "password": NEW})


def test_the_way_back_in_is_shown_to_whoever_may_open_it(as_person, cast):
    agnes, way, place = as_person("agnes"), f"/learners/{cast.ratna.id}/reset-links", f"/people/{cast.ratna.id}"
    assert way in agnes.get(place).text and way not in as_person("andreas").get(place).text
    assert "/reset-links" not in agnes.get(f"/people/{cast.agnes.id}").text


def test_to_anyone_elses_supervisor_she_is_a_stranger(as_person, cast):
    budi = as_person("budi")
    budi.get(f"/learners/{cast.ratna.id}/reset-links", expect=404)
    budi.post(f"/learners/{cast.ratna.id}/reset-links", expect=404)
    as_person("ratna").get(f"/learners/{cast.ratna.id}/reset-links", expect=403)
    as_person("andreas").get(f"/learners/{cast.ratna.id}/reset-links", expect=403)


def test_a_supervisor_cannot_take_over_somebody_with_more_roles(as_person, cast):
    as_person("agnes").post(f"/people/{cast.ratna.id}/roles", data={"role": "administrator"})
    as_person("sari").post(f"/learners/{cast.ratna.id}/reset-links", expect=404)


def test_who_is_paired_already_is_not_offered_again(as_person, cast):
    page = as_person("andreas").get(f"/people/{cast.ratna.id}").text
    offered = page[page.index('id="pair-supervisor"'):].partition("</select>")[0]
    assert "Budi Hartono" in offered and "Sari Kusumaningtyas" not in offered
