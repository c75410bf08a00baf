"""The kinds of change that somebody with full write access can make to one column of one entry. Each takes all entries,
the place of one and a column, and gives the entries as they would stand then."""

import dataclasses
import datetime as dt

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.training.signoffs.breaking import built_anew
from training.signoffs.entry import FIRST_ALGORITHM, LATER, NUMBERS, Entry

THIEF = Ed25519PrivateKey.generate()


def other(value, column):
    """Something else of the same kind."""
    if column in NUMBERS:
        return 977 if value != 977 else 978
    if isinstance(value, dt.datetime):
        return value - dt.timedelta(days=900)
    if column == "expires_on":
        return dt.date(2099, 1, 1)
    return {"deed": "returned", "algorithm": "sha256-ed25519-3"}.get(column, "ab" * 4)


def nearly(value, column):
    """The least that can be changed."""
    if isinstance(value, int):
        return value + 1
    if isinstance(value, dt.datetime):
        return value - dt.timedelta(microseconds=1)
    if isinstance(value, dt.date):
        return value + dt.timedelta(days=1)
    return f"{value[:-1]}{'0' if value[-1:] != '0' else '1'}" if value else other(value, column)


def nothing(value, column):
    """No value, as far as the column may be without."""
    if column in NUMBERS:
        return 0 if column == "seq" else None
    return {"at": dt.datetime(1970, 1, 1, tzinfo=dt.UTC), "expires_on": None}.get(column, "")


def edited(made, at, column, change=other):
    value = getattr(made[at], column)
    changed = change(value, column)
    if changed == value:
        changed = other(value, column)
    return [*made[:at], dataclasses.replace(made[at], **{column: changed}), *made[at + 1:]]


def of_a_neighbour(made, at, column):
    value = getattr(made[at], column)
    values = [getattr(one, column) for one in made if getattr(one, column) != value]
    return edited(made, at, column, lambda *_: values[0] if values else other(value, column))


def exchanged(made, at, column):
    mine = getattr(made[at], column)
    there = next((place for place, one in enumerate(made) if getattr(one, column) != mine), None)
    if there is None:
        return edited(made, at, column)
    theirs, made = getattr(made[there], column), list(made)
    made[at] = dataclasses.replace(made[at], **{column: theirs})
    made[there] = dataclasses.replace(made[there], **{column: mine})
    return made


def with_its_hash(made, at, column):
    made = edited(made, at, column)
    made[at] = dataclasses.replace(made[at], hash=made[at].computed_hash(before(made, at)))
    return made


def before(made, at):
    return made[at - 1].signature if at else ""


def with_hash_and_signature(made, at, column):
    made = edited(made, at, column)
    made[at] = made[at].sealed(THIEF, before(made, at))
    return made


def joined_again(made, at, column):
    """Every later entry is joined to the changed one; the signatures are those of before."""
    made = with_its_hash(made, at, column)
    for place in range(at + 1, len(made)):
        one = dataclasses.replace(made[place], previous=made[place - 1].hash)
        made[place] = dataclasses.replace(one, hash=one.computed_hash(before(made, place)))
    return made


def tail_built_anew(made, at, column):
    made = edited(made, at, column)
    last = made[at - 1] if at else None
    for place in range(at, len(made)):
        made[place] = last = made[place].following(last, THIEF)
    return made


def all_built_anew(made, at, column):
    return list(built_anew(edited(made, at, column), THIEF))


def as_an_old_entry(made, at, column):
    """As if it were of the time when entries said less."""
    made = edited(made, at, column)
    said_nothing = {name: Entry.__dataclass_fields__[name].default for name in LATER}
    made[at] = dataclasses.replace(made[at], algorithm=FIRST_ALGORITHM, **said_nothing).sealed(THIEF, before(made, at))
    return made


def moved_to_the_end(made, at, column):
    moved = dataclasses.replace(edited(made, at, column)[at], seq=len(made))
    rest = [one if one.seq <= at else dataclasses.replace(one, seq=one.seq - 1) for one in made if one is not made[at]]
    return [*rest, moved]


def put_in_twice(made, at, column):
    again = dataclasses.replace(edited(made, at, column)[at], seq=at + 2, client_key="forged")
    later = [dataclasses.replace(one, seq=one.seq + 1) for one in made[at + 1:]]
    return [*made[:at + 1], dataclasses.replace(again, hash=again.computed_hash(made[at].signature)), *later]


def in_every_entry(made, at, column):
    for place in range(len(made)):
        made = edited(made, place, column, nearly)
    return made


def and_the_next_one_gone(made, at, column):
    made = edited(made, at, column)
    return made[:at + 1] + made[at + 2:]


KINDS = {
    "edited": edited, "by-a-letter": lambda *how: edited(*how, nearly), "emptied": lambda *how: edited(*how, nothing),
    "of-a-neighbour": of_a_neighbour, "exchanged": exchanged, "with-its-hash": with_its_hash,
    "with-hash-and-signature": with_hash_and_signature, "joined-again": joined_again,
    "tail-built-anew": tail_built_anew, "all-built-anew": all_built_anew, "as-an-old-entry": as_an_old_entry,
    "moved-to-the-end": moved_to_the_end, "put-in-twice": put_in_twice, "in-every-entry": in_every_entry,
    "and-the-next-one-gone": and_the_next_one_gone,
}
