"""Who holds which role from when on: each deed with its entry in the ledger. The deeds themselves stand on lower
floors; only this file calls them, so that no role is ever given or taken without the ledger saying so."""

import datetime as dt
from collections.abc import Iterable

from sqlalchemy.orm import Session

from training.accounts import invitations, people
from training.accounts.person import Person
from training.accounts.store import person_by_id
from training.signoffs import book
from training.signoffs.entry import ERASED, JOINED, ROLES_CHANGED
from training.signoffs.ledger import append_all, hold_the_pen
from training.supervision import leaving, roster


def add_person(session: Session, *, at: dt.datetime, actor: Person | None = None, **values) -> Person:
    """Add a person with her first roles, as `people.add` does. Without an actor it is the installation's doing."""
    signer = hold_the_pen(session, actor)
    person = people.add(session, at=at, given_by_id=actor.id if actor else None, **values)
    _write(session, signer, {person.id: person.roles}, at)
    return person


def give_role(session: Session, actor: Person, person: Person, role: str, *, at: dt.datetime) -> None:
    """Give a role, as `people.give_role` does."""
    signer, before = hold_the_pen(session, actor), person_by_id(session, person.id)
    people.give_role(session, actor, person, role, at=at)
    _write_what_changed(session, signer, before, at)


def take_role(session: Session, actor: Person, person: Person, role: str, *, at: dt.datetime) -> None:
    """Take a role and the pairs it carried, as `leaving.take_role` does."""
    signer, before = hold_the_pen(session, actor), person_by_id(session, person.id)
    leaving.take_role(session, actor, person, role, at=at)
    _write_what_changed(session, signer, before, at)


def bring_in(session: Session, actor: Person, plan: roster.Plan, *, key: bytes, at: dt.datetime) -> None:
    """Carry out a whole list of people, as `roster.carry_out` does; an entry for each newcomer."""
    signer = hold_the_pen(session, actor)
    added = roster.carry_out(session, actor, plan, key=key, at=at)
    _write(session, signer, added, at)


def accept_invitation(session: Session, token: str, new_hash: str, *, at: dt.datetime) -> Person:
    """Use a link, as `invitations.accept` does. A first one is entered: her roles are in somebody's hands now."""
    hold_the_pen(session, None)
    kind = invitations.behind(session, token, at=at).kind
    person = invitations.accept(session, token, new_hash, at=at)
    if kind == invitations.INVITATION:
        _enter(session, book.name_in_ledger(session, person.id), JOINED, {person.id: person.roles}, at)
    return person


def note_erasure(session: Session, person: Person, *, at: dt.datetime) -> None:
    """Enter that a person is erased, which ends her roles. Call it before her name in the ledger goes."""
    signer = hold_the_pen(session, person)
    _enter(session, signer, ERASED, {person.id: ()}, at)


def _write_what_changed(session, signer, before, at):
    now = person_by_id(session, before.id)
    if now.roles != before.roles:
        _write(session, signer, {now.id: now.roles}, at)


def _write(session, signer, held, at):
    _enter(session, signer, ROLES_CHANGED, held, at)


def _enter(session, signer: str, deed: str, held: dict[int, Iterable[str]], at: dt.datetime) -> None:
    """An entry for each person that says which roles she holds from now on."""
    names = book.names_in_ledger(session, list(held))
    append_all(session, [
        {"actor": signer, "subject": names[person_id], "deed": deed, "about": " ".join(sorted(roles))}
        for person_id, roles in held.items()
    ], at=at)
