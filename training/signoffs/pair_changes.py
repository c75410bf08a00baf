"""Who supervises whom from when to when: each deed with its entry in the ledger, which commits to every pair that the
facilitator is or was in. Who may sign off follows from these pairs."""

import datetime as dt
from collections.abc import Collection

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.signoffs import book, kept
from training.signoffs.entry import PAIRS_CHANGED
from training.signoffs.ledger import hold_the_pen
from training.supervision import pairs


def pair(session: Session, actor: Person | None, supervisor: Person, facilitator: Person, *, at: dt.datetime) -> int:
    """Let `supervisor` supervise `facilitator`, as `pairs.pair` does; the number of the pair. A pair that lasts already
    makes no entry. Without an actor it is the installation's doing."""
    signer = hold_the_pen(session, actor)
    kept.insist_as_entered(session, "pairs", [facilitator.id])
    made = pairs.pair(session, supervisor, facilitator, at=at)
    _enter(session, signer, [facilitator.id], at, book.name_in_ledger(session, supervisor.id))
    return made


def end(session: Session, actor: Person, pair_id: int, *, at: dt.datetime) -> pairs.Pair | None:
    """End a pair, as `pairs.end` does."""
    signer = hold_the_pen(session, actor)
    ids = pairs.facilitator_in(session, pair_id)
    kept.insist_as_entered(session, "pairs", ids)
    at = book.after_head(session, at)
    ended = pairs.end(session, pair_id, at=at)
    if ended is not None:
        _enter(session, signer, ids, at, book.name_in_ledger(session, ended.supervisor.id))
    return ended


def end_all_of_erased(session: Session, person: Person, *, at: dt.datetime) -> None:
    """End every pair of somebody who is being erased. It never refuses: whoever was paired by hand meanwhile is not
    entered anew, so that it is still found."""
    signer = hold_the_pen(session, person)
    left = pairs.facilitators_beside(session, person.id) - {person.id}
    left -= kept.differing(session, "pairs", left)
    at = book.after_head(session, at)
    pairs.end_all(session, person.id, at=at)
    _enter(session, signer, sorted(left), at, signer)


def _enter(session, signer: str, ids: Collection[int], at, other: str) -> None:
    kept.enter_what_changed(session, signer, PAIRS_CHANGED, ids, at=at, other=other)
