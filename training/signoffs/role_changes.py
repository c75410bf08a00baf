"""Who holds which role from when on: each deed with its entry in the ledger. The deeds themselves stand on lower
floors; only this file calls them, so that no role is ever given or taken without the ledger saying so."""

import datetime as dt

from sqlalchemy.orm import Session

from training.accounts import invitations, people
from training.accounts.person import Person
from training.accounts.store import people_by_email, person_by_id
from training.signoffs import book, kept
from training.signoffs.entry import ACCOUNT_CHANGED, ERASED, JOINED, PAIRS_CHANGED, ROLES_CHANGED
from training.signoffs.ledger import append_all, hold_the_pen
from training.supervision import leaving, pairs, roster


def add_person(session: Session, *, at: dt.datetime, actor: Person | None = None, **values) -> Person:
    """Add a person with her first roles, as `people.add` does. Without an actor it is the installation's doing."""
    signer = hold_the_pen(session, actor)
    person = people.add(session, at=at, given_by_id=actor.id if actor else None, **values)
    append_all(session, _of_newcomers(session, signer, [person.id]), at=at)
    return person


def _of_newcomers(session, signer, ids):
    return [one for deed in (ROLES_CHANGED, ACCOUNT_CHANGED) for one in kept.facts(session, signer, deed, ids)]


def give_role(session: Session, actor: Person, person: Person, role: str, *, at: dt.datetime) -> None:
    """Give a role, as `people.give_role` does."""
    signer, before = _take_up(session, actor, person)
    people.give_role(session, actor, person, role, at=at)
    _write_what_changed(session, signer, before, at)


def take_role(session: Session, actor: Person, person: Person, role: str, *, at: dt.datetime) -> None:
    """Take a role and the pairs it carried, as `leaving.take_role` does; an entry for each facilitator who loses
    one."""
    signer, before = _take_up(session, actor, person)
    left = sorted(pairs.facilitators_beside(session, person.id, role))
    kept.insist_as_entered(session, "pairs", left)
    at = book.after_head(session, at)
    leaving.take_role(session, actor, person, role, at=at)
    _write_what_changed(session, signer, before, at)
    kept.enter_what_changed(session, signer, PAIRS_CHANGED, left, at=at)


def bring_in(session: Session, actor: Person, plan: roster.Plan, *, key: bytes, at: dt.datetime) -> None:
    """Carry out a whole list of people, as `roster.carry_out` does; entries for each newcomer and for whoever is
    supervised from now on."""
    signer, paired = hold_the_pen(session, actor), {facilitator for _, facilitator in plan.new_pairs}
    kept.insist_as_entered(session, "pairs", [one.id for one in people_by_email(session, paired).values()])
    added = list(roster.carry_out(session, actor, plan, key=key, at=at))
    ids = sorted(one.id for one in people_by_email(session, paired).values())
    deeds = [*_of_newcomers(session, signer, added), *kept.facts(session, signer, PAIRS_CHANGED, ids)]
    append_all(session, deeds, at=at)


def accept_invitation(session: Session, token: str, new_hash: str, *, at: dt.datetime) -> Person:
    """Use a link, as `invitations.accept` does. A first one is entered: her roles are in somebody's hands now. So is a
    new password."""
    hold_the_pen(session, None)
    invited = invitations.behind(session, token, at=at)
    kept.insist_as_entered(session, "account", [invited.person.id])
    person = invitations.accept(session, token, new_hash, at=at)
    deed = JOINED if invited.kind == invitations.INVITATION else ACCOUNT_CHANGED
    signer = book.name_in_ledger(session, person.id)
    kept.enter(session, signer, deed, [person.id], at=at)
    return person


def note_erasure(session: Session, person: Person, *, at: dt.datetime) -> None:
    """Enter that a person is erased, which ends her roles. Call it before her name in the ledger goes."""
    signer = hold_the_pen(session, person)
    append_all(session, [{"actor": signer, "subject": signer, "deed": ERASED}], at=at)


def _take_up(session, actor, person):
    """The actor's name in the ledger, and the person as she is before the change."""
    signer = hold_the_pen(session, actor)
    kept.insist_as_entered(session, "roles", [person.id])
    return signer, person_by_id(session, person.id)


def _write_what_changed(session, signer, before, at):
    if person_by_id(session, before.id).roles != before.roles:
        kept.enter(session, signer, ROLES_CHANGED, [before.id], at=at)
