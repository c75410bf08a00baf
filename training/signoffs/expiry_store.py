"""Finding what has run out."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.accounts.store import people
from training.signoffs.entry import AWARDED, CERTIFYING, EXPIRED, WITHDRAWN
from training.signoffs.store import CommitmentRow, EntryRow

entries, commitments = EntryRow.__table__, CommitmentRow.__table__


def ending_before(session: Session, day: dt.date) -> list:
    """The entries whose validity ended before `day`, with the zone of whom they are about (None once she is erased),
    oldest first: neither entered as expired nor followed by another word that replaces them."""
    later = entries.alias("later")
    replaced = sa.exists().where(
        later.c.subject == entries.c.subject, later.c.module == entries.c.module, later.c.seq > entries.c.seq,
        later.c.deed.in_((*CERTIFYING, WITHDRAWN, AWARDED)),
    )
    entered = sa.select(later.c.earlier).where(later.c.deed == EXPIRED)
    return list(session.execute(
        sa.select(entries, people.c.zone)
        .outerjoin(commitments, commitments.c.commitment == entries.c.subject)
        .outerjoin(people, people.c.id == commitments.c.person_id)
        .where(entries.c.deed.in_((*CERTIFYING, AWARDED)), entries.c.expires_on < day,
               entries.c.seq.not_in(entered), ~replaced)
        .order_by(entries.c.seq)
    ))
