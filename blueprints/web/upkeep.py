"""What the server does by itself: at its first start it enters in the ledger who and what is here already; while it
runs, what has run out, at its start and every hour. Each process may do it; each thing is entered once."""

import threading
import time

from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from blueprints.web.database import db
from training.core.clock import now
from training.core.database import intending
from training.core.refusal import Refusal
from training.signoffs import count, expiry, key_change, signing

PAUSE = 3600


def begin(app: Flask) -> None:
    """Start it beside the requests; it ends with the process."""
    threading.Thread(target=_go_on, args=(app,), name="upkeep", daemon=True).start()


def _go_on(app: Flask) -> None:
    while True:
        try:
            enter_expiries(app)
        except (SQLAlchemyError, Refusal):
            app.logger.exception("What has run out could not be entered; it is tried again in an hour.")
        time.sleep(PAUSE)


def enter_expiries(app: Flask) -> int:
    """Enter what has run out; how many there were. The write lock is taken only when there is something to write."""
    with app.app_context():
        with intending(to_write=False):
            is_due = bool(expiry.due(db.session, at=now()))
            db.session.rollback()
        if not is_due:
            return 0
        with intending(to_write=True):
            count = expiry.expire(db.session, at=now())
            db.session.commit()
        return count


def count_everything() -> None:
    """Enter once what is here from before there were entries about it. Call it before the first request."""
    with intending(to_write=True):
        count.count(db.session, at=now())
        db.session.commit()


def trouble() -> Refusal | None:
    """Why nothing can be written in the ledger, or None. Everything else goes on meanwhile."""
    with intending(to_write=False):
        found = signing.trouble(db.session)
        db.session.rollback()
    return found


def settle_key() -> None:
    """Finish or undo a change of the key that a crash broke off. Call it before the first request."""
    with intending(to_write=True):
        key_change.settle(db.session)
        db.session.rollback()
