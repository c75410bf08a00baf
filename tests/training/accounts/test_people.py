import datetime as dt

import pytest

from training.accounts import directory, people, signing_in, store

AT = dt.datetime(2026, 11, 20, 2, 0, tzinfo=dt.UTC)


def add(session, **given):
    return people.add(session, **{
        "email": "rina@example.org", "name": "Rina", "roles": {"facilitator"}, "at": AT, **given,
    })


def test_an_address_is_kept_in_small_letters(session, cast):
    assert add(session, email="  Rina@Example.ORG ").email == "rina@example.org"
    with pytest.raises(people.EmailTaken):
        add(session, email="RINA@example.org")


@pytest.mark.parametrize(("given", "refusal"), [
    ({"email": "rina"}, people.EmailNotUnderstood), ({"email": "a b@c.org"}, people.EmailNotUnderstood),
    ({"email": "a@b.org\nBcc: x@y.org"}, people.EmailNotUnderstood),
    ({"email": "x" * 300 + "@b.org"}, people.EmailNotUnderstood), ({"name": "  "}, people.NameMissing),
    ({"name": "x" * 121}, people.NameMissing), ({"name": "a\u202eb"}, people.NameMissing),
    ({"roles": set()}, people.RoleUnknown), ({"roles": {"king"}}, people.RoleUnknown),
    ({"language": "xx"}, people.LanguageUnknown), ({"zone": "UTC"}, people.ZoneUnknown),
])
def test_what_cannot_be_is_refused(session, cast, given, refusal):
    with pytest.raises(refusal):
        add(session, **given)


def test_a_refused_address_leaves_the_rest_of_the_work(session, cast):
    add(session)
    with pytest.raises(people.EmailTaken):
        add(session, email="ratna@example.org")
    assert store.person_by_email(session, "rina@example.org")


def test_a_role_given_and_taken_leaves_its_dates(session, cast):
    people.give_role(session, cast.agnes, cast.ratna, "supervisor", at=AT)
    assert store.person_by_id(session, cast.ratna.id).roles == {"facilitator", "supervisor"}
    later = AT + dt.timedelta(days=3)
    people.take_role(session, cast.agnes, cast.ratna, "supervisor", at=later)
    row = session.query(store.RoleRow).filter_by(person_id=cast.ratna.id, role="supervisor").one()
    assert (row.since, row.until, row.given_by_id, row.ended_by_id) == (AT, later, cast.agnes.id, cast.agnes.id)


def test_a_role_given_twice_is_held_once(session, cast):
    people.give_role(session, cast.agnes, cast.ratna, "supervisor", at=AT)
    people.give_role(session, cast.agnes, cast.ratna, "supervisor", at=AT)
    assert session.query(store.RoleRow).filter_by(person_id=cast.ratna.id, role="supervisor").count() == 1


@pytest.mark.parametrize("deed", [
    lambda session, cast: people.give_role(session, cast.agnes, cast.ratna, "supervisor", at=AT),
    lambda session, cast: people.take_role(session, cast.agnes, cast.ratna, "facilitator", at=AT),
    lambda session, cast: people.disable(session, cast.ratna, at=AT),
])
def test_a_change_of_role_or_a_closed_account_ends_sign_ins(session, cast, deed):
    token = signing_in.start(session, cast.ratna.id, at=AT)
    deed(session, cast)
    assert signing_in.who(session, token, at=AT) is None


def test_nobody_changes_her_own_roles(session, cast):
    with pytest.raises(people.OwnRole):
        people.give_role(session, cast.agnes, cast.agnes, "supervisor", at=AT)
    with pytest.raises(people.OwnRole):
        people.take_role(session, cast.agnes, cast.agnes, "administrator", at=AT)


def test_the_last_administrator_stays(session, cast):
    with pytest.raises(people.LastAdministrator):
        people.take_role(session, cast.andreas, cast.agnes, "administrator", at=AT)
    with pytest.raises(people.LastAdministrator):
        people.disable(session, cast.agnes, at=AT)


def test_a_closed_account_opens_again(session, cast):
    people.disable(session, cast.ratna, at=AT)
    assert signing_in.lock_of(session, "ratna@example.org") == signing_in.Lock()
    people.enable(session, cast.ratna)
    assert signing_in.lock_of(session, "ratna@example.org").kept


@pytest.mark.parametrize(("filters", "names"), [
    ({"words": "ratna"}, ["Ratna Wulandari"]), ({"words": "SARI@"}, ["Sari Kusumaningtyas"]),
    ({"role": "therapist"}, ["Dewi Hutabarat", "Wayan Sudarma"]), ({"words": "%"}, []), ({"words": "_a"}, []),
    ({"state": "closed"}, []), ({"role": "therapist", "words": "wayan"}, ["Wayan Sudarma"]),
])
def test_people_are_found(session, cast, filters, names):
    page = directory.page_of(session, at=AT, **filters)
    assert [entry.person.name for entry in page.entries] == names


def test_too_many_to_choose_from_are_not_listed(session, cast):
    assert [person.name for person in directory.with_role(session, "supervisor")] == [cast.budi.name, cast.sari.name]
    assert directory.with_role(session, "supervisor", most=1) == []


def test_a_long_list_has_pages_of_fifty(session, cast):
    for number in range(60):
        add(session, email=f"orang{number}@example.org", name=f"Orang {number:02}")
    first, second = (directory.page_of(session, at=AT, words="orang", number=number) for number in (1, 2))
    assert (first.count, first.page_count, len(first.entries), len(second.entries)) == (60, 2, 50, 10)
    assert directory.page_of(session, at=AT, words="orang", number=99).number == 2
