"""A whole list of people as a CSV file: read, checked row by row, carried out all or nothing, written back.

An import adds people and supervision pairs; it never changes or takes away. So importing the same file again, or a
file this installation exported, does nothing.
"""

import dataclasses
import datetime as dt

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from training.accounts import people, people_store, store
from training.accounts.invitations import invite_all
from training.accounts.person import FACILITATOR, SUPERVISOR, Person
from training.core.language import N_
from training.core.refusal import NotUnderstood, Refusal
from training.supervision import pairs_store, roster_file


class EmailTwice(NotUnderstood):
    sentence = N_("Email %(email)s sudah ada di baris %(line)d.")


class RoleNotYours(NotUnderstood):
    sentence = N_("Peran %(role)s hanya bisa diberikan oleh administrator.")


class SupervisorUnknown(NotUnderstood):
    sentence = N_("Supervisor %(email)s tidak ada di sini atau di berkas ini, atau bukan supervisor.")


class OnlyFacilitatorsAreSupervised(NotUnderstood):
    sentence = N_("Hanya fasilitator yang punya supervisor. Kosongkan kolom itu atau tambahkan perannya.")


class RosterChanged(Refusal):
    sentence = N_("Daftar orang berubah sementara berkas ini diperiksa. Periksa sekali lagi, lalu kirim.")


@dataclasses.dataclass(frozen=True)
class Row:
    """One line of the file, understood. `known` is the person who has this address already."""

    line: int
    email: str
    name: str
    roles: frozenset[str]
    supervisors: tuple[str, ...]
    language: str
    zone: str
    known: Person | None = None

    @property
    def differs(self) -> bool:
        """Whether somebody known stands in the file with another name, role, language or zone; it is left alone."""
        known = self.known
        return known is not None and (
            (known.name, known.roles, known.language, known.zone) != (self.name, self.roles, self.language, self.zone)
        )


@dataclasses.dataclass(frozen=True)
class Problem:
    """What is wrong with a line of the file (the header is line 1)."""

    line: int
    refusal: Refusal


@dataclasses.dataclass(frozen=True)
class Plan:
    """What an import would do. With problems it does nothing."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    new_pairs: tuple[tuple[str, str], ...] = ()

    @property
    def newcomers(self) -> list[Row]:
        """The rows of people who are not here yet."""
        return [row for row in self.rows if row.known is None]


def plan(session: Session, text: str, *, may_give: frozenset[str]) -> Plan:
    """What importing `text` would do: newcomers, pairs, and every problem of every line at once. `may_give` are the
    roles the importing person may hand out. Refuses a file that is no such table at all. Changes nothing."""
    lines = list(roster_file.read(text))
    known = store.people_by_email(session, (line.cells["email"].casefold() for line in lines))
    rows, problems = [], []
    for line in lines:
        try:
            row = understood(line, known)
            rows.append(row)
            if row.known is None:
                refuse_roles(row, may_give)
        except Refusal as refusal:
            problems.append(Problem(line.number, refusal))
    supervisors = supervisors_of(session, rows)
    problems += [*twice(rows), *unknown_supervisors(rows, supervisors)]
    problems.sort(key=lambda problem: problem.line)
    return Plan(tuple(rows), tuple(problems), () if problems else tuple(missing_pairs(session, rows)))


def understood(line: roster_file.Line, known: dict[str, Person]) -> Row:
    """A line as a row. Refuses an address, name, role, language or zone that cannot be one."""
    cells = line.cells
    email = people.checked_email(cells["email"])
    return Row(
        line.number, email, people.checked_name(cells["name"]),
        people.checked_roles(roster_file.words(cells["role"].casefold()) or [FACILITATOR]),
        tuple(people.checked_email(word) for word in roster_file.words(cells["supervisor"])),
        people.checked_language(cells["language"].casefold() or "id"),
        people.checked_zone(cells["zone"].upper() or "WIB"), known.get(email),
    )


def refuse_roles(row: Row, may_give: frozenset[str]) -> None:
    """Refuse RoleNotYours for a role that whoever brings the list may not give."""
    for role in sorted(row.roles - may_give):
        raise RoleNotYours(role=role)


def twice(rows: list[Row]) -> list[Problem]:
    """A problem for each line whose address stood before."""
    first: dict[str, int] = {}
    return [
        Problem(row.line, EmailTwice(email=row.email, line=first[row.email]))
        for row in rows if first.setdefault(row.email, row.line) != row.line
    ]


def supervisors_of(session: Session, rows: list[Row]) -> frozenset[str]:
    """The addresses named as supervisors that belong to one: here already, or by a line of this file."""
    named = {email for row in rows for email in row.supervisors}
    here = {
        email for email, person in store.people_by_email(session, named).items()
        if person.is_a(SUPERVISOR) and not person.disabled
    }
    return frozenset(here | {row.email for row in rows if row.known is None and SUPERVISOR in row.roles})


def unknown_supervisors(rows: list[Row], supervisors: frozenset[str]) -> list[Problem]:
    """A problem for each supervisor who is nobody here, and for whoever cannot be supervised."""
    problems = []
    for row in rows:
        roles = row.known.roles if row.known else row.roles
        if row.supervisors and FACILITATOR not in roles:
            problems.append(Problem(row.line, OnlyFacilitatorsAreSupervised()))
        problems += [
            Problem(row.line, SupervisorUnknown(email=email))
            for email in row.supervisors if email not in supervisors or email == row.email
        ]
    return problems


def missing_pairs(session: Session, rows: list[Row]) -> list[tuple[str, str]]:
    """(supervisor, facilitator) of the file that are not a pair now, by address."""
    wanted = dict.fromkeys((email, row.email) for row in rows for email in row.supervisors)
    lasting = {tuple(pair) for pair in pairs_store.lasting_addresses(session)}
    return [pair for pair in wanted if pair not in lasting]


def carry_out(
    session: Session, actor: Person, plan: Plan, *, key: bytes, at: dt.datetime,
) -> dict[int, frozenset[str]]:
    """Do what a plan without problems says, all of it or nothing: people, roles, an invitation link for each
    newcomer, pairs. Returns person id → roles of the newcomers. Refuses when somebody added one of these people
    meanwhile."""
    newcomers, ids = plan.newcomers, []
    try:
        with session.begin_nested():
            if newcomers:
                ids = add_all(session, actor, newcomers, at)
                invite_all(session, ids, key=key, made_by_id=actor.id, at=at)
            if plan.new_pairs:
                pair_all(session, plan.new_pairs, at)
    except IntegrityError:
        raise RosterChanged() from None
    return {person_id: row.roles for person_id, row in zip(ids, newcomers, strict=True)}


def add_all(session: Session, actor: Person, newcomers: list[Row], at: dt.datetime) -> list[int]:
    """Add the newcomers with their roles; their ids, in order."""
    people_store.add_many(session, [
        {"email": row.email, "name": row.name, "language": row.language, "zone": row.zone, "created_at": at}
        for row in newcomers
    ])
    here = store.people_by_email(session, (row.email for row in newcomers))
    people_store.add_roles(session, [
        {"person_id": here[row.email].id, "role": role, "since": at, "given_by_id": actor.id}
        for row in newcomers for role in sorted(row.roles)
    ])
    return [here[row.email].id for row in newcomers]


def pair_all(session: Session, new_pairs, at: dt.datetime) -> None:
    """Pair these (supervisor, facilitator) addresses."""
    here = store.people_by_email(session, (email for pair in new_pairs for email in pair))
    pairs_store.add_many(session, [
        {"supervisor_id": here[supervisor].id, "facilitator_id": here[facilitator].id, "since": at}
        for supervisor, facilitator in new_pairs
    ])


def export(session: Session) -> str:
    """Everyone as a CSV file that `plan` reads as nothing to do."""
    supervisors: dict[str, list[str]] = {}
    for supervisor, facilitator in pairs_store.lasting_addresses(session):
        supervisors.setdefault(facilitator, []).append(supervisor)
    return roster_file.write(
        {
            "email": person.email, "name": person.name, "role": " ".join(sorted(person.roles)),
            "supervisor": " ".join(supervisors.get(person.email, ())), "language": person.language,
            "zone": person.zone,
        }
        for person in store.everybody(session)
    )
