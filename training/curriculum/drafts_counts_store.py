"""How many drafts wait for somebody, and how many people read what a draft would replace: one statement each."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.curriculum.drafts_store import assets, drafts, publications, reviews, saves
from training.curriculum.store import EnrolmentRow


def waiting_count(session: Session, person_id: int) -> int:
    """Drafts whose last word asks for a review, unpublished, in which this person wrote nothing."""
    last = sa.select(sa.func.max(reviews.c.id)).group_by(reviews.c.draft_id)
    return session.scalar(
        sa.select(sa.func.count()).select_from(drafts.join(reviews, reviews.c.draft_id == drafts.c.id)).where(
            reviews.c.id.in_(last), reviews.c.verdict == "asked", drafts.c.created_by_id != person_id,
            *(~sa.exists().where(table.c.draft_id == drafts.c.id, table.c.saved_by_id == person_id)
              for table in (saves, assets)),
            ~sa.exists().where(publications.c.draft_id == drafts.c.id),
        )
    )


def reader_count(session: Session, release_id: int) -> int:
    """How many people began a release."""
    began = EnrolmentRow.__table__
    return session.scalar(
        sa.select(sa.func.count(sa.distinct(began.c.person_id))).where(began.c.release_id == release_id)
    )
