"""The table against the cast: for each permission about a learner, who may and who may not."""

import dataclasses

import pytest

from training import permissions
from training.permissions import may
from training.supervision import scopes_store as scopes
from training.supervision.learner import Learner, learner

ABOUT_RATNA = {
    permissions.SEE_EVIDENCE: {"ratna", "sari"},
    permissions.OBSERVE: {"sari"},
    permissions.SIGN_OFF: {"sari"},
    permissions.RESET_PASSWORD: {"sari", "agnes"},
    permissions.OWN_WORK: {"ratna"},
}
BY_KIND = {
    permissions.READ_COURSES: {"ratna", "made", "yohana", "sari", "budi", "wayan", "dewi", "andreas", "agnes"},
    permissions.TAKE_COURSES: {"ratna", "made", "yohana"},
    permissions.SEE_LEARNERS: {"sari", "budi"},
    permissions.KEEP_INBOX: {"sari", "budi"},
    permissions.WRITE_DRAFTS: {"wayan", "dewi"},
    permissions.SEE_PEOPLE: {"andreas", "agnes"},
    permissions.INVITE_PEOPLE: {"andreas", "agnes"},
    permissions.GIVE_ROLES: {"agnes"},
    permissions.DISABLE_PEOPLE: {"agnes"},
    permissions.PAIR_SUPERVISION: {"andreas", "agnes"},
}
SCOPES = {
    permissions.OBSERVE: scopes.supervised_by, permissions.SIGN_OFF: scopes.supervised_by,
    permissions.RESET_PASSWORD: scopes.helped_in_by,
}


def keys(cast, test):
    return {key for key, person in vars(cast).items() if test(person)}


@pytest.mark.parametrize("permission", ABOUT_RATNA)
def test_who_may_do_it_to_ratna(session, cast, permission):
    ratna = learner(session, cast.ratna.id)
    assert keys(cast, lambda person: may(person, permission, ratna)) == ABOUT_RATNA[permission]


@pytest.mark.parametrize("permission", (permissions.SIGN_OFF, permissions.OBSERVE, permissions.RESET_PASSWORD))
def test_nobody_is_her_own_supervisor(cast, permission):
    """Also where a pair of one person should ever come to stand in the database."""
    sari = dataclasses.replace(cast.sari, roles=frozenset({"supervisor", "facilitator"}))
    assert not may(sari, permission, Learner(sari, frozenset({sari.id})))
    assert may(sari, permissions.SEE_EVIDENCE, Learner(sari, frozenset({sari.id})))


@pytest.mark.parametrize("permission", BY_KIND)
def test_who_may_do_it_at_all(cast, permission):
    assert keys(cast, lambda person: may(person, permission)) == BY_KIND[permission]


@pytest.mark.parametrize("permission", permissions.TABLE)
def test_a_guest_may_do_nothing(permission):
    assert not may(None, permission)


@pytest.mark.parametrize("permission", SCOPES)
def test_lists_and_pages_agree(session, cast, permission):
    for actor in cast:
        for other in cast:
            listed = scopes.learner_within(session, SCOPES[permission](actor), other.id) is not None
            assert listed == may(actor, permission, learner(session, other.id)), (actor.name, other.name)


def test_nobody_gives_herself_a_role(cast):
    assert not may(cast.agnes, permissions.GIVE_ROLES, cast.agnes)


def test_a_coordinator_invites_no_administrator(cast):
    assert not may(cast.andreas, permissions.INVITE_PEOPLE, cast.agnes)
    assert may(cast.andreas, permissions.INVITE_PEOPLE, cast.ratna)
