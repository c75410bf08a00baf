"""Whom a supervisor accompanies now, and how far each of them is. Everything is read through whom she supervises now;
it never compares people and never counts what is late."""

import dataclasses
import datetime as dt
from collections.abc import Iterable

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.accounts.store import people_where
from training.core.paging import nearest_page, page_count
from training.signoffs import inbox_store
from training.signoffs.standing import ModuleState
from training.signoffs.steps import module_states
from training.supervision.scopes_store import supervised_by

PAGE = 20


@dataclasses.dataclass(frozen=True)
class Accompanied:
    """One of them: module id → the four petals, and module id → her request that waits for the supervisor."""

    person: Person
    states: dict[int, ModuleState]
    waiting: dict[int, int]

    @property
    def certified_count(self) -> int:
        """How many of these modules stand certified."""
        return sum(state.certified for state in self.states.values())

    @property
    def begun(self) -> list[int]:
        """The modules in which something was done, in the order they were asked for."""
        return [one for one, state in self.states.items() if state.is_begun]


@dataclasses.dataclass(frozen=True)
class Page:
    """One page of them, by name; `count` is of all."""

    people: tuple[Accompanied, ...]
    page: int
    count: int

    @property
    def page_count(self) -> int:
        """How many pages there are, at least 1."""
        return page_count(self.count, PAGE)


def accompanied(
    session: Session, supervisor: Person, module_ids: Iterable[int], *, at: dt.datetime, page: int = 1,
) -> Page:
    """Those she supervises now whose account is open, with these modules. Three statements for each, however many
    modules."""
    everyone = _by_name(session, supervisor)
    page = nearest_page(page, len(everyone), PAGE)
    return _page(session, supervisor, everyone, everyone[(page - 1) * PAGE:page * PAGE], module_ids, page, at)


def some_accompanied(
    session: Session, supervisor: Person, module_ids: Iterable[int], *, at: dt.datetime, most: int,
) -> Page:
    """The first few of them: those for whom something waits with her, then the others by name."""
    everyone = _by_name(session, supervisor)
    waiting = inbox_store.count_by_person(session, supervisor.id, [one.id for one in everyone])
    first = sorted(everyone, key=lambda one: one.id not in waiting)
    return _page(session, supervisor, everyone, first[:most], module_ids, 1, at)


def _by_name(session, supervisor):
    return [one for one in people_where(session, supervised_by(supervisor)) if not one.disabled]


def _page(session, supervisor, everyone, shown, module_ids, page, at):
    waiting = inbox_store.waiting_by_module(session, supervisor.id, [one.id for one in shown])
    module_ids = list(module_ids)
    return Page(tuple(
        Accompanied(one, module_states(session, one, module_ids, at=at), waiting.get(one.id, {})) for one in shown
    ), page, len(everyone))
