"""What has run out is entered once, so that the ledger tells it without a calendar. Where something stands is never
read from here alone: the fold knows the calendar too, and says "over" on the day itself, before anybody enters it."""

import datetime as dt

from sqlalchemy.orm import Session

from training.core.clock import ZONES, local_day
from training.signoffs import book, expiry_store
from training.signoffs.entry import AWARDED, EXPIRED, Entry
from training.signoffs.fate import fate
from training.signoffs.ledger import append_all, hold_the_pen


def due(session: Session, *, at: dt.datetime) -> list[Entry]:
    """The sign-offs and certificates whose last day has passed on their holder's calendar, which still stood then and
    of which no expiry is entered. Whoever was erased has Indonesia's latest calendar."""
    latest = max(local_day(at, zone) for zone in ZONES)
    over = [
        book.as_entry(row) for row in expiry_store.ending_before(session, latest)
        if local_day(at, row.zone or "WIB") > row.expires_on
    ]
    about = book.entries_about(session, {one.subject for one in over if one.deed == AWARDED})
    return [
        one for one in over
        if one.deed != AWARDED or fate(one, about[one.subject]).withdrawn_at is None
    ]


def expire(session: Session, *, at: dt.datetime) -> int:
    """Enter every expiry that is due; how many there were. Several processes at once enter each one once."""
    hold_the_pen(session, None)
    return len(append_all(session, [
        {"deed": EXPIRED, "subject": one.subject, "module": one.module, "module_id": one.module_id,
         "earlier": one.seq, "expires_on": one.expires_on, "client_key": f"expired-{one.seq}"}
        for one in due(session, at=at)
    ], at=at))
