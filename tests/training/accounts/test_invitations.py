import datetime as dt

import pytest

from training.accounts import invitations, people, signing_in
from training.accounts.store import password_of

AT = dt.datetime(2026, 11, 20, 2, 0, tzinfo=dt.UTC)
KEY = b"for tests only"


@pytest.fixture
def rina(session, cast):
    return people.add(session, email="rina@example.org", name="Rina", roles={"facilitator"}, at=AT)


def invite(session, person, **further):
    return invitations.invite(session, person.id, **{"key": KEY, "at": AT, **further})


def accept(session, link, at=AT, new_hash="kept"):
    return invitations.accept(session, link.token(KEY), new_hash, at=at)


def test_a_link_opens_once(session, rina):
    link = invite(session, rina)
    assert accept(session, link).id == rina.id
    assert password_of(session, "rina@example.org") == (rina.id, "kept")
    with pytest.raises(invitations.InvitationUsed):
        accept(session, link)


def test_of_two_who_use_it_at_the_same_moment_one_is_told(session, rina, monkeypatch):
    link = invite(session, rina)
    monkeypatch.setattr(invitations, "behind", lambda *_args, **_at: link)  # both saw it open
    assert accept(session, link, new_hash="first").id == rina.id
    with pytest.raises(invitations.InvitationUsed):
        accept(session, link, new_hash="second")
    assert password_of(session, "rina@example.org") == (rina.id, "first")


def test_a_link_lives_fourteen_days(session, rina):
    link = invite(session, rina)
    invitations.behind(session, link.token(KEY), at=AT + dt.timedelta(days=13, hours=23))
    with pytest.raises(invitations.InvitationExpired):
        invitations.behind(session, link.token(KEY), at=AT + dt.timedelta(days=14))


def test_a_new_link_replaces_the_old(session, rina):
    old, new = invite(session, rina), invite(session, rina)
    with pytest.raises(invitations.InvitationReplaced):
        accept(session, old)
    assert accept(session, new)


def test_the_same_form_makes_one_link(session, rina, cast):
    first = invite(session, rina, made_by_id=cast.agnes.id, client_key="one-form-key")
    again = invite(session, rina, made_by_id=cast.agnes.id, client_key="one-form-key")
    assert first.id == again.id and again.state == "pending"


def test_using_a_link_ends_other_sign_ins(session, cast):
    token = signing_in.start(session, cast.ratna.id, at=AT)
    accept(session, invite(session, cast.ratna, kind=invitations.RESET))
    assert signing_in.who(session, token, at=AT) is None


@pytest.mark.parametrize("token", ["", "x", "a" * 5000, "' OR 1=1 --", "é"])
def test_a_strange_link_is_unknown(session, token):
    with pytest.raises(invitations.InvitationUnknown):
        invitations.behind(session, token, at=AT)


def test_another_key_makes_another_link(session, rina):
    link = invite(session, rina)
    with pytest.raises(invitations.InvitationUnknown):
        invitations.behind(session, link.token(b"another key"), at=AT)


def test_a_closed_account_cannot_be_entered_by_a_link(session, rina):
    link = invite(session, rina)
    people.disable(session, rina, at=AT)
    with pytest.raises(invitations.InvitationUnknown):
        accept(session, link)


def test_the_invitee_may_ask_again_once_it_expired(session, rina):
    link = invite(session, rina)
    invitations.ask_again(session, link.token(KEY), at=AT)
    assert invitations.latest(session, rina.id, at=AT).asked_again_at is None
    later = AT + dt.timedelta(days=15)
    invitations.ask_again(session, link.token(KEY), at=later)
    assert invitations.latest(session, rina.id, at=later).asked_again_at == later


def test_pending_links_can_be_listed(session, rina):
    link = invite(session, rina)
    listed = invitations.pending(session, at=AT)
    assert [(one.person.name, one.token(KEY)) for one in listed] == [("Rina", link.token(KEY))]
    assert invitations.pending(session, at=AT + dt.timedelta(days=14)) == []
