"""What was observed of a learner, with its entry in the ledger: it commits to every observation of her with its
ticks, from which her levels follow."""

import datetime as dt

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.practice import observations
from training.signoffs import kept
from training.signoffs.entry import OBSERVED
from training.signoffs.ledger import hold_the_pen
from training.supervision.learner import Learner


def observe(session: Session, actor: Person, learner: Learner, *what, client_key: str, at: dt.datetime) -> None:
    """Record what the actor saw, as `observations.observe` does, and enter it; the same key does neither twice."""
    signer = hold_the_pen(session, actor)
    kept.insist_as_entered(session, "observations", [learner.id])
    observations.observe(session, actor, learner, *what, client_key=client_key, at=at)
    kept.enter_what_changed(session, signer, OBSERVED, [learner.id], at=at)
