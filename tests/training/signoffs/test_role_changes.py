"""Every change of roles is in the ledger, whichever door it comes through."""

import pytest
import sqlalchemy as sa

from tests.cast import AT
from training import privacy
from training.accounts import invitations
from training.accounts.person import ROLES
from training.signoffs import book, role_changes
from training.signoffs.cross_check import verify_everything
from training.supervision import roster

KEY = b"key of the installation"


def told(session):
    """(deed, roles from then on) of every entry but those about accounts."""
    assert verify_everything(session).misfit is None
    return [(one.deed, one.about) for one in book.all_entries(session) if one.deed != "account_changed"]


def rina(session, actor, **more):
    return role_changes.add_person(session, actor=actor, email="rina@example.org", name="Rina", roles={"facilitator"},
                                   at=AT, **more)


def test_a_new_person_is_entered_with_her_roles_and_who_gave_them(session, cast):
    person = rina(session, cast.andreas)
    entry, account = book.all_entries(session)
    assert (entry.deed, entry.about, account.deed) == ("roles_changed", "facilitator", "account_changed")
    assert entry.actor == book.name_in_ledger(session, cast.andreas.id)
    assert entry.subject == book.name_in_ledger(session, person.id)


def test_the_installation_itself_gives_roles_under_no_name(session):
    rina(session, None)
    assert next(book.all_entries(session)).actor == ""


def test_giving_and_taking_say_what_is_held_from_then_on(session, cast):
    person = rina(session, cast.agnes)
    role_changes.give_role(session, cast.agnes, person, "supervisor", at=AT)
    role_changes.give_role(session, cast.agnes, person, "facilitator", at=AT)
    now = invitations.person_by_id(session, person.id)
    role_changes.take_role(session, cast.agnes, now, "facilitator", at=AT)
    assert told(session) == [
        ("roles_changed", "facilitator"), ("roles_changed", "facilitator supervisor"), ("roles_changed", "supervisor"),
    ]


def test_a_whole_list_has_an_entry_for_each_newcomer(session, cast):
    text = "email,name,role\na@example.org,Ani,facilitator\nb@example.org,Bayu,facilitator supervisor\n"
    for _ in range(2):
        plan = roster.plan(session, text, may_give=frozenset(ROLES))
        role_changes.bring_in(session, cast.agnes, plan, key=KEY, at=AT)
    assert told(session) == [("roles_changed", "facilitator"), ("roles_changed", "facilitator supervisor")]


def test_an_accepted_invitation_is_entered_and_a_new_password_is_not(session, cast):
    person = rina(session, cast.agnes)
    for kind in (invitations.INVITATION, invitations.RESET):
        link = invitations.invite(session, person.id, key=KEY, at=AT, kind=kind)
        role_changes.accept_invitation(session, link.token(KEY), "hash", at=AT)
    assert told(session) == [("roles_changed", "facilitator"), ("joined", "facilitator")]


def test_an_erasure_ends_the_roles(session, cast):
    person = rina(session, cast.agnes)
    privacy.erase(session, person, at=AT)
    assert told(session) == [("roles_changed", "facilitator"), ("erased", "")]


@pytest.mark.parametrize("statement", [
    "INSERT INTO roles (person_id, role, since) VALUES (:id, 'administrator', '2026-01-01')",
    "UPDATE roles SET role = 'supervisor' WHERE person_id = :id", "DELETE FROM roles WHERE person_id = :id",
    "UPDATE roles SET until = '2026-11-03' WHERE person_id = :id",
])
def test_a_role_given_or_taken_behind_the_back_of_the_ledger_is_found(session, cast, statement):
    person = rina(session, cast.agnes)
    session.execute(sa.text(statement), {"id": person.id})
    assert (verify_everything(session).misfit, verify_everything(session).reason) == (1, "roles")
