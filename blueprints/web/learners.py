"""Somebody whose evidence may be seen here: oneself, or a facilitator whom one supervises now."""

from blueprints.web.access import found, may
from blueprints.web.database import db
from training.permissions import SEE_EVIDENCE
from training.supervision.learner import Learner, learner


def visible_learner(learner_id: int) -> Learner:
    """The learner; anybody else's looks like nobody's."""
    one = found(learner(db.session, learner_id))
    return found(one if one.person.is_a("facilitator") and may(SEE_EVIDENCE, one) else None)
