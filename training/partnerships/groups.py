"""Which groups are in partnership, and who works with them. A group has a neutral name; a member never has one here."""

import dataclasses
import datetime as dt
from collections.abc import Collection

from sqlalchemy.orm import Session

from training.accounts.directory import with_role
from training.accounts.person import COORDINATOR, FACILITATOR, SUPERVISOR, Person
from training.accounts.store import people_by_id, people_where
from training.core.language import N_
from training.core.refusal import NotFound, NotUnderstood
from training.partnerships import store
from training.permissions import KEEP_PARTNERSHIPS, SEE_PARTNERSHIPS, insist, may
from training.supervision.scopes_store import supervised_by

PARTS = (SUPERVISOR, FACILITATOR)


class NameMissing(NotUnderstood):
    sentence = N_("Beri kelompok ini nama yang netral, misalnya nama bunga atau tempat.")


class ProfessionalMissing(NotUnderstood):
    sentence = N_("Tulis nama profesional yang menjadi mitra kelompok ini.")


class UnfitForPart(NotUnderstood):
    sentence = N_("Pilih orang yang memegang peran itu.")


@dataclasses.dataclass(frozen=True)
class Record:
    """Something written about the work with a group; which `facts` it holds, its own file says."""

    kind: str
    facts: dict
    written_by: Person | None
    at: dt.datetime


@dataclasses.dataclass(frozen=True)
class Group:
    """A group in partnership. `people` are (part, person) of those who work with it now."""

    id: int
    name: str
    professional: str
    since: dt.date
    people: tuple[tuple[str, Person], ...] = ()

    @property
    def people_ids(self) -> frozenset[int]:
        """The ids of all of them."""
        return frozenset(person.id for _part, person in self.people)

    @property
    def supervisors(self) -> tuple[Person, ...]:
        """By name."""
        return tuple(person for part, person in self.people if part == SUPERVISOR)

    @property
    def facilitators(self) -> tuple[Person, ...]:
        """By name; an order that says nothing about anybody."""
        return tuple(person for part, person in self.people if part == FACILITATOR)


def visible_groups(session: Session, actor: Person) -> list[Group]:
    """SEE_PARTNERSHIPS as a list: every group for a coordinator, else those the actor works with now."""
    if not may(actor, SEE_PARTNERSHIPS):
        return []
    return _groups(session, store.rows(session, person_id=None if actor.is_a(COORDINATOR) else actor.id))


def visible_group(session: Session, actor: Person, group_id: int) -> Group | None:
    """The group when the actor may see it; None looks the same as an unknown one."""
    found = next(iter(_groups(session, store.rows(session, group_id=group_id))), None)
    return found if found and may(actor, SEE_PARTNERSHIPS, found) else None


@dataclasses.dataclass(frozen=True)
class Beside:
    """The groups somebody works with, for lists of people: `names` by group, `people` (facilitators' ids) by group.
    `key` is equal for two that say the same."""

    names: dict[int, str]
    people: dict[int, frozenset[int]]
    key: tuple

    def of(self, person_id: int) -> str:
        """The names of a facilitator's groups."""
        return ", ".join(name for group, name in self.names.items() if person_id in self.people[group])


def groups_beside(session: Session, person_id: int) -> Beside:
    """The groups that this person works with now and that have facilitators, by name. One statement."""
    found = store.facilitators_beside(session, person_id)
    people: dict[int, set[int]] = {}
    for row in found.rows:
        people.setdefault(row.id, set()).add(row.person_id)
    names = {row.id: row.name for row in found.rows}
    return Beside(names, {group: frozenset(ids) for group, ids in people.items()}, found.stored)


def open_group(session: Session, actor: Person, *, name: str, professional: str, since: dt.date, client_key: str,
               at: dt.datetime) -> int:
    """Begin a partnership; its id. A supervisor who begins one works with it. Refuses missing names; the same key
    begins one."""
    insist(actor, KEEP_PARTNERSHIPS)
    if not name.strip():
        raise NameMissing()
    if not professional.strip():
        raise ProfessionalMissing()
    group_id = store.add_group(
        session, name=name.strip()[:80], professional=professional.strip()[:160], since=since,
        created_by_id=actor.id, created_at=at, client_key=client_key,
    )
    if group_id is None:
        return store.group_by_key(session, actor.id, client_key)
    if actor.is_a(SUPERVISOR):
        store.add_person(session, group_id, actor.id, SUPERVISOR, at)
    return group_id


def candidates(session: Session, actor: Person, group: Group) -> dict[str, list[Person]]:
    """Who could come to work with the group, by part: for a coordinator anyone who holds the role, for a supervisor
    her colleagues and the facilitators she supervises now."""
    reached = None if actor.is_a(COORDINATOR) else {one.id for one in people_where(session, supervised_by(actor))}
    return {
        part: [one for one in with_role(session, part) if one.id not in group.people_ids
               and (reached is None or part == SUPERVISOR or one.id in reached)]
        for part in PARTS
    }


def add_person(session: Session, actor: Person, group_id: int, person_id: int, part: str, *, at: dt.datetime) -> None:
    """Let somebody work with the group from now on. Refuses anyone who is no candidate; a repeat changes nothing."""
    store.hold(session, group_id)
    group = kept(session, actor, group_id)
    if person_id in group.people_ids:
        return
    if person_id not in {one.id for one in candidates(session, actor, group).get(part, ())}:
        raise UnfitForPart()
    store.add_person(session, group_id, person_id, part, at)


def end_person(session: Session, actor: Person, group_id: int, person_id: int, *, at: dt.datetime) -> None:
    """Somebody no longer works with the group, and no longer sees its pages. What they wrote stays."""
    kept(session, actor, group_id)
    store.end_person(session, group_id, person_id, at)


def kept(session: Session, actor: Person, group_id: int) -> Group:
    """The group, for writing about it. Refuses strangers as not found, and those who only see it."""
    group = visible_group(session, actor, group_id)
    if group is None:
        raise NotFound()
    insist(actor, KEEP_PARTNERSHIPS, group)
    return group


def write(session: Session, actor: Person, group_id: int, kind: str, facts: dict, *, client_key: str,
          at: dt.datetime) -> None:
    """Add one record about the work with the group."""
    kept(session, actor, group_id)
    store.add_record(session, partnership_id=group_id, kind=kind, facts=facts, written_by_id=actor.id, at=at,
                     client_key=client_key)


def records(session: Session, ids: Collection[int]) -> dict[int, list[Record]]:
    """Group → what was written about the work with it, newest first. Two statements, however many groups."""
    found = store.records_of(session, ids)
    who = people_by_id(session, {row.written_by_id for row in found})
    written: dict[int, list[Record]] = {one: [] for one in ids}
    for row in found:
        written[row.partnership_id].append(Record(row.kind, row.facts, who.get(row.written_by_id), row.at))
    return written


def _groups(session, found) -> list[Group]:
    working = store.people_of(session, [row.id for row in found])
    who = people_by_id(session, {row.person_id for row in working})
    by_group: dict[int, list] = {}
    for row in working:
        if row.person_id in who:
            by_group.setdefault(row.partnership_id, []).append((row.part, who[row.person_id]))
    return [Group(row.id, row.name, row.professional, row.since,
                  tuple(sorted(by_group.get(row.id, []), key=lambda one: one[1].name))) for row in found]
