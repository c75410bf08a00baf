"""Whom a list may show: for each permission about a learner, the same answer as the table gives, as a query.

A page finds its learner through these, so that a stranger is "not found" and lists and pages cannot disagree.
"""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.accounts.person import ADMINISTRATOR, FACILITATOR, SUPERVISOR, Person
from training.accounts.store import people, roles
from training.supervision.learner import Learner, learner
from training.supervision.store import facilitators_of

NOBODY = sa.false()


def supervised_by(actor: Person):
    """OBSERVE and SIGN_OFF: those a supervisor supervises now, never herself."""
    if not actor.is_a(SUPERVISOR):
        return NOBODY
    return people.c.id.in_(facilitators_of(actor.id)) & (people.c.id != actor.id)


def helped_in_by(actor: Person):
    """RESET_PASSWORD: anyone else for an administrator; for a supervisor those she supervises now who hold no role
    but facilitator's."""
    if actor.is_a(ADMINISTRATOR):
        return people.c.id != actor.id
    holds_more = sa.exists().where(
        roles.c.person_id == people.c.id, roles.c.until.is_(None), roles.c.role != FACILITATOR
    )
    return supervised_by(actor) & ~holds_more


def learner_within(session: Session, scope, person_id: int) -> Learner | None:
    """The learner with this id when `scope` reaches her, else None."""
    reached = session.scalar(
        sa.select(people.c.id).where(people.c.id == person_id, people.c.erased_at.is_(None), scope)
    )
    return learner(session, reached) if reached else None
