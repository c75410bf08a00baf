"""What ends with a role: the pairs somebody was in because of it."""

import datetime as dt

from sqlalchemy.orm import Session

from training.accounts import people
from training.accounts.person import Person
from training.supervision import pairs


def take_role(session: Session, actor: Person, person: Person, role: str, *, at: dt.datetime) -> None:
    """End a role of `person` and the supervision pairs it carried. Refuses as `people.take_role` does."""
    people.take_role(session, actor, person, role, at=at)
    pairs.end_all(session, person.id, at=at, role=role)
