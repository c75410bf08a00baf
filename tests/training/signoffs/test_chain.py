"""Any change to the ledger is found, named by the first entry that does not fit."""

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.signoffs.chain import check
from training.signoffs.entry import BEGINNING, Entry

START = dt.datetime(2026, 11, 2, tzinfo=dt.UTC)


def chain(length):
    entries, previous = [], BEGINNING
    for seq in range(1, length + 1):
        made = Entry(
            seq=seq, at=START + dt.timedelta(hours=seq), deed="certified", actor="a" * 64, subject=f"{seq % 3:064}",
            module="c/m", client_key=f"key-{seq}", previous=previous, module_id=1, release_id=1, release_hash="r" * 64,
            evidence_hash="e" * 64, request_id=seq, request_version=1, expires_on=dt.date(2028, 11, 2),
            conflict="none", texts_hash="t" * 64,
        )
        made = dataclasses.replace(made, hash=made.computed_hash())
        entries.append(made)
        previous = made.hash
    return entries


OTHER = {int: 999, str: "z" * 64, dt.datetime: START, dt.date: dt.date(2099, 1, 1)}
FIELDS = [field.name for field in dataclasses.fields(Entry)]


def test_an_untouched_chain_fits():
    entries = chain(12)
    assert (check(entries).count, check(entries).head, check(entries).misfit) == (12, entries[-1].hash, None)
    assert check([]).misfit is None


@pytest.mark.parametrize("name", FIELDS)
def test_a_change_in_any_column_is_found(name):
    entries = chain(6)
    value = OTHER[type(getattr(entries[3], name))]
    entries[3] = dataclasses.replace(entries[3], **{name: value})
    assert check(entries).misfit == (999 if name == "seq" else 4)


@given(st.integers(2, 8), st.data())
def test_deleting_swapping_or_repeating_is_found(length, data):
    entries = chain(length)
    at = data.draw(st.integers(0, length - 2))
    assert check(entries[:at] + entries[at + 1:]).misfit is not None
    assert check([*entries[:at], entries[at + 1], entries[at], *entries[at + 2:]]).misfit is not None
    assert check([*entries[:at], entries[at], *entries[at:]]).misfit is not None


def test_an_entry_rewritten_with_a_fresh_hash_breaks_the_next():
    entries = chain(5)
    forged = dataclasses.replace(entries[2], deed="returned")
    entries[2] = dataclasses.replace(forged, hash=forged.computed_hash())
    assert (check(entries).misfit, check(entries).reason) == (4, "previous")
