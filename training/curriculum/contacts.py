"""The services that lessons name by key, and how old our knowledge of them is. Numbers live in courses/contacts.yml
and nowhere else."""

import dataclasses
import datetime as dt

from training.core.problem import Problem
from training.curriculum.shared_files import Keyed, Table, read_table
from training.curriculum.source import near_miss

STALE_AFTER_DAYS = 90
CHANNELS = ("phone", "whatsapp", "web", "place")
_SPOKEN = ("for", "not_for", "hours", "cost", "papers", "wait")
_KEYS = ("name", "inside", *_SPOKEN, "channels", "if_no_answer", "source", "last_checked", "checked_by")


@dataclasses.dataclass(frozen=True)
class Channel:
    """One way to reach a service. `kind` is phone, whatsapp, web or place."""

    kind: str
    value: str
    label: dict[str, str]

    @property
    def href(self) -> str | None:
        """The address a phone opens, or None for a place."""
        digits = "".join(c for c in self.value.partition("ext")[0] if c.isdigit() or c == "+")
        if self.kind == "whatsapp":
            number = digits.lstrip("+")
            return "https://wa.me/" + ("62" + number[1:] if number.startswith("0") else number)
        return {"phone": f"tel:{digits}", "web": self.value}.get(self.kind)


@dataclasses.dataclass(frozen=True)
class Contact:
    """`texts` holds for, not_for, hours, cost, papers and wait, each by language; `inside` is the name as it reads in
    the middle of a sentence, empty where it is the same; `if_no_answer` is the key of the next rung."""

    key: str
    name: dict[str, str]
    texts: dict[str, dict[str, str]]
    channels: tuple[Channel, ...]
    if_no_answer: str | None
    sources: tuple[str, ...]
    last_checked: dt.date | None
    checked_by: str
    line: int = 0
    inside: dict[str, str] = dataclasses.field(default_factory=dict)


@dataclasses.dataclass(frozen=True)
class Contacts(Keyed[Contact]):
    """contacts.yml as read: contacts by key, `ladders` of whom to turn to next, and the keys every page shows."""

    ladders: dict[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    footer: tuple[str, ...] = ()

    def ladder(self, name: str) -> tuple[Contact, ...]:
        """The contacts of a ladder, first thing to do first; empty for an unknown one."""
        return tuple(self.by_key[key] for key in self.ladders.get(name, ()) if key in self.by_key)


def stale(contacts: Contacts, today: dt.date) -> tuple[Contact, ...]:
    """The contacts nobody has checked for more than 90 days, by `today`."""
    limit = today - dt.timedelta(days=STALE_AFTER_DAYS)
    return tuple(one for one in contacts.by_key.values() if one.last_checked is None or one.last_checked < limit)


def stale_problems(contacts: Contacts, today: dt.date) -> list[Problem]:
    """A warning for each of them."""
    return [
        Problem(
            "contact.stale",
            "warning",
            contacts.path,
            one.line or None,
            {"entry": one.key, "day": one.last_checked.isoformat(), "days": (today - one.last_checked).days},
        )
        for one in stale(contacts, today)
        if one.last_checked
    ]


def read_contacts(path) -> tuple[Contacts, list[Problem]]:
    """The contacts file at `path` and what is wrong with it."""
    table = read_table(path, "contacts")
    found = {str(key): _contact(table, key) for key in table.entries}
    for one in found.values():
        _known(table, found, one.if_no_answer, one.key, "if_no_answer")
    ladders = table.mapping.values.get("ladders") or {}
    ladders = (
        {str(name): _rungs(table, found, rungs, ("ladders", name)) for name, rungs in ladders.items()}
        if isinstance(ladders, dict)
        else {}
    )
    footer = _rungs(table, found, table.mapping.values.get("footer") or [], ("footer",))
    return Contacts(table.source.path, found, ladders, footer), table.problems


def _contact(table: Table, key) -> Contact:
    table.known_keys(key, _KEYS)
    texts = {name: table.texts(key, name, required=name in ("for", "hours")) for name in _SPOKEN}
    source = table.get(key, "source") or []
    return Contact(
        str(key),
        table.texts(key, "name"),
        texts,
        _channels(table, key),
        table.get(key, "if_no_answer"),
        tuple(map(str, source if isinstance(source, list) else [source])),
        table.day(key, "last_checked"),
        str(table.get(key, "checked_by") or ""),
        table.mapping.line(table.top, key) or 0,
        table.texts(key, "inside", required=False),
    )


def _channels(table, key):
    written = table.get(key, "channels")
    channels = []
    for one in written if isinstance(written, list) else ():
        one = one if isinstance(one, dict) else {}
        label = one.get("label") if isinstance(one.get("label"), dict) else {}
        kind, value = one.get("kind"), str(one.get("value", ""))
        if kind not in CHANNELS or not value or (kind == "web" and not value.startswith("https://")):
            table.complain("contact.channel", key, "channels", value=f"{kind}: {value}", known=", ".join(CHANNELS))
        else:
            channels.append(Channel(kind, value, {k: str(v) for k, v in label.items()}))
    if not channels and not isinstance(written, list):
        table.complain("contact.channel", key, value="–", known=", ".join(CHANNELS))
    return tuple(channels)


def _known(table, found, wanted, *place):
    if wanted is not None and wanted not in found:
        table.complain(
            "contact.unknown-rung", *place, mark=str(wanted), value=str(wanted), guess=near_miss(wanted, found)
        )


def _rungs(table, found, written, place):
    """Keys of a ladder or the footer; those lists stand beside the contacts, not below them."""
    rungs = tuple(map(str, written)) if isinstance(written, list) else ()
    for one in rungs:
        if one not in found:
            line = table.mapping.line(*place)
            facts = {"entry": place[-1], "value": one, "guess": near_miss(one, found)}
            table.problems.append(table.source.problem("contact.unknown-rung", line, mark=one, **facts))
    return rungs
