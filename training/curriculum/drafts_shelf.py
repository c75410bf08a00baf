"""Which drafts rest? Putting one away ends no text: everything stays in its history, and whoever wrote in it may take
it up again. Both are words about the draft, like a review; nothing is deleted."""

import datetime as dt

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.curriculum import drafts_counts_store
from training.curriculum import drafts_store as store
from training.curriculum.drafts import PUT_AWAY, held_unpublished
from training.permissions import PUT_DRAFT_AWAY, WRITE_DRAFTS, insist


def put_away(session: Session, actor: Person, draft_id: int, *, client_key: str, at: dt.datetime) -> None:
    """Lay a draft aside: nobody is asked to review it any more and nothing of it is published. Putting it away again
    changes nothing. Refuses whoever wrote nothing in it, and a published draft."""
    _say(session, actor, draft_id, "put_away", client_key, at)


def reopen(session: Session, actor: Person, draft_id: int, *, client_key: str, at: dt.datetime) -> None:
    """Take a put-away draft up again, to be written on; a review is asked for anew. A draft that is not put away stays
    as it is. Refuses what `put_away` refuses."""
    _say(session, actor, draft_id, "reopened", client_key, at)


def waiting_count(session: Session, person: Person) -> int:
    """How many drafts wait for this person's review: asked for, unanswered, and nothing in them written by her."""
    return drafts_counts_store.waiting_count(session, person.id)


def _say(session, actor, draft_id, verdict, client_key, at) -> None:
    insist(actor, WRITE_DRAFTS)
    mine = held_unpublished(session, draft_id)
    insist(actor, PUT_DRAFT_AWAY, mine)
    if (mine.state == PUT_AWAY) == (verdict == "put_away"):
        return
    store.add_review(
        session, draft_id=mine.id, person_id=actor.id, verdict=verdict, note="", fingerprint=mine.fingerprint, at=at,
        client_key=client_key,
    )
