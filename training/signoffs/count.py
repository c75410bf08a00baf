"""Everything that the ledger must know and does not know yet, entered once: people, roles, pairs, observations and
open requests from before there were entries about them. From the entry `counted` on, what stands in none was put into
the database by hand; so this never happens twice."""

import datetime as dt

from sqlalchemy.orm import Session

from training.signoffs import asked, book, kept, kept_store, requests_store
from training.signoffs.entry import COUNTED
from training.signoffs.ledger import append_all, hold_the_pen


def is_due(session: Session) -> bool:
    """Whether there is somebody here and nothing was counted yet."""
    return kept_store.counted_at(session) is None and bool(kept_store.everybody(session))


def count(session: Session, *, at: dt.datetime) -> int:
    """Enter what is not entered yet, and that this was all; the number of entries, 0 when it was done before or nobody
    is here yet. Several processes at once do it once."""
    hold_the_pen(session, None)
    if not is_due(session):
        return 0
    ids = kept_store.everybody(session)
    names = book.names_in_ledger(session, ids)
    deeds = []
    for kind, deed in kept.DEED_OF.items():
        there, done = kept_store.READ[kind](session, ids), kept_store.last_hashes(session, kept.deeds_of(kind), ids)
        deeds += kept.facts(session, "", deed, [one for one in ids if one in there and one not in done])
    for request_id in requests_store.open_ids(session):
        row = requests_store.by_id(session, request_id)
        if row.person_id in names and requests_store.asked(session, row.person_id, request_id) is None:
            deeds.append(asked.deed(session, "", names[row.person_id], request_id))
    deeds.append({"deed": COUNTED, "about": str(kept_store.count_of_erased(session))})
    return len(append_all(session, deeds, at=at))
