"""What ends within three months, told once: sign-offs of modules, and the certificates that rest on them. Whoever has
read it is not told again; nor is anybody who has asked for the renewal already."""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.core.clock import local_day
from training.credentials import reminders_store
from training.credentials import store as credentials
from training.credentials.credential import Credential
from training.credentials.standing import SOON_DAYS, ends_soon
from training.permissions import OWN_WORK, insist
from training.signoffs.standing import CERTIFIED, Standing


@dataclasses.dataclass(frozen=True)
class Reminder:
    """`module_id` or `credential` is what ends after `expires_on`; `about` is its name once it counts as read."""

    about: str
    expires_on: dt.date
    module_id: int | None = None
    credential: Credential | None = None


def due(
    session: Session, person: Person, standings: Mapping[int, Standing], *, at: dt.datetime,
) -> tuple[Reminder, ...]:
    """What to remind this person of at `at`, first what ends first. `standings` are those of her modules. Nothing is
    asked of the database while no module ends: a certificate ends with the first of its modules."""
    modules = [
        Reminder(f"signoff:{one.certificate.seq}", one.expires_on, module_id)
        for module_id, one in standings.items() if module_ends_soon(one, person.zone, at=at)
    ]
    if not modules:
        return ()
    papers = [
        Reminder(f"credential:{one.id}", one.expires_on, credential=one)
        for one in credentials.of_person(session, person.id) if ends_soon(one, at=at)
    ]
    told = reminders_store.read_already(session, person.id)
    left = [one for one in (*modules, *papers) if one.about not in told]
    return tuple(sorted(left, key=lambda one: (one.expires_on, one.about)))


def module_ends_soon(standing: Standing, zone: str, *, at: dt.datetime) -> bool:
    """Whether a valid sign-off has three months or less to go on the person's own calendar, and she has not asked for
    its renewal."""
    if standing.state != CERTIFIED or standing.is_waiting or standing.expires_on is None:
        return False
    return (standing.expires_on - local_day(at, zone)).days <= SOON_DAYS


def read(
    session: Session, actor: Person, about: Iterable[str], standings: Mapping[int, Standing], *, at: dt.datetime,
) -> None:
    """Remember that the actor read these reminders. What is not due now is left out, so nothing is read in advance."""
    insist(actor, OWN_WORK)
    there = {one.about for one in due(session, actor, standings, at=at)}
    reminders_store.keep_read(session, actor.id, sorted(there.intersection(about)), at)
