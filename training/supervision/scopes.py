"""Finding a learner through what the actor may do with her: whoever is out of reach looks like nobody."""

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.supervision import scopes_store as store
from training.supervision.learner import Learner


def learner_to_help_in(session: Session, actor: Person, person_id: int) -> Learner | None:
    """The learner for whom `actor` may make a link for a new password, else None."""
    return store.learner_within(session, store.helped_in_by(actor), person_id)
