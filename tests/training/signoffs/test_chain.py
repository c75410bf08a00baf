"""Any change to the ledger is found, named by the first entry that does not fit."""

import dataclasses
import datetime as dt
import hashlib
import hmac

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from training.signoffs.chain import check as check_with
from training.signoffs.entry import FIELDS, FIRST_ALGORITHM, LATER, Entry, canonical, commitment, digest
from training.signoffs.witness import NotAWitness, read_witness, witness_of

START = dt.datetime(2026, 11, 2, tzinfo=dt.UTC)
KEY = Ed25519PrivateKey.generate()


def check(entries, *witnesses):
    return check_with((one.written() for one in entries), KEY.public_key(), witnesses)


def chain(length):
    entries = []
    for seq in range(1, length + 1):
        made = Entry(
            seq=seq, at=START + dt.timedelta(hours=seq), deed="certified", actor="a" * 64, subject=f"{seq % 3:064}",
            module="c/m", client_key=f"key-{seq}", previous="", module_id=1,
            release_id=1, release_hash="r" * 64,
            evidence_hash="e" * 64, request_id=seq, request_version=1, expires_on=dt.date(2028, 11, 2),
            conflict="none", texts_hash="t" * 64, other="o" * 64, earlier=1, about="facilitator",
            served_hash="s" * 64,
        )
        entries.append(made.following(entries[-1] if entries else None, KEY))
    return entries


OTHER = {int: 999, str: "z" * 64, dt.datetime: START, dt.date: dt.date(2099, 1, 1)}


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


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
NUMBER = st.none() | st.integers(-(2**31), 2**53)
ANY_ENTRY = st.builds(
    Entry, seq=st.integers(1, 10**9), at=st.datetimes(timezones=st.just(dt.UTC)), deed=TEXT, actor=TEXT, subject=TEXT,
    module=TEXT, client_key=TEXT, previous=TEXT, other=TEXT, module_id=NUMBER, release_id=NUMBER, release_hash=TEXT,
    evidence_hash=TEXT, request_id=NUMBER, request_version=NUMBER, expires_on=st.none() | st.dates(), conflict=TEXT,
    texts_hash=TEXT, earlier=NUMBER, about=TEXT, served_hash=TEXT,
)


@given(ANY_ENTRY)
def test_the_quick_spelling_is_the_canonical_one(entry):
    fields = {name: value for name, value in entry.plain().items() if name not in ("hash", "signature")}
    assert entry.computed_hash("ab") == digest({**fields, "previous_signature": "ab"})
    old = dataclasses.replace(entry, algorithm=FIRST_ALGORITHM).computed_hash("ab")
    assert old == digest({name: value for name, value in fields.items() if name not in LATER}
                         | {"algorithm": FIRST_ALGORITHM})


@given(st.lists(TEXT | st.integers(0, 2**40), max_size=3))
def test_a_commitment_is_to_the_canonical_spelling(what):
    expected = hmac.new(bytes.fromhex("ab" * 32), canonical(what), hashlib.sha256).hexdigest()
    assert commitment("ab" * 32, *what) == expected


@given(ANY_ENTRY, ANY_ENTRY)
def test_entries_that_differ_have_different_hashes(one, other):
    assert (one.computed_hash() == other.computed_hash()) == (one == other)


@pytest.mark.parametrize(("name", "value"), [
    ("module_id", "null"), ("earlier", "7"), ("actor", b"a"), ("about", None), ("expires_on", 5), ("seq", 1.0),
])
def test_a_value_of_another_kind_does_not_fit(name, value):
    """A database may hold text in a column of numbers; it must not read as the number it looks like."""
    row = list(chain(1)[0].written())
    row[FIELDS.index(name)] = value
    assert check_with([row], KEY.public_key()).misfit is not None


@given(st.integers(1, 9), st.data())
def test_whatever_is_changed_is_named_as_the_first(length, data):
    entries = chain(length)
    at = data.draw(st.integers(0, length - 1))
    name = data.draw(st.sampled_from([name for name in FIELDS if name != "seq"]))
    entries[at] = dataclasses.replace(entries[at], **{name: OTHER[type(getattr(entries[at], name))]})
    assert check(entries).misfit == at + 1


@given(st.integers(1, 6), st.integers(0, 6))
def test_old_entries_may_stand_before_new_ones(old, new):
    entries = []
    for one in chain(old + new):
        if one.seq <= old:
            one = dataclasses.replace(one, algorithm=FIRST_ALGORITHM, earlier=None, about="", served_hash="")
        entries.append(one.following(entries[-1] if entries else None, KEY))
    assert (check(entries).count, check(entries).misfit) == (old + new, None)
    spoiled = dataclasses.replace(entries[0], signature="0" * 128)
    assert (check([spoiled, *entries[1:]]).misfit, check([spoiled, *entries[1:]]).reason) == (1, "signature")
    named = dataclasses.replace(entries[0], about="x")
    assert check([named, *entries[1:]]).misfit == 1


def test_an_entry_rewritten_with_a_fresh_hash_breaks_the_next():
    entries = chain(5)
    forged = dataclasses.replace(entries[2], deed="returned")
    entries[2] = dataclasses.replace(forged, hash=forged.computed_hash(entries[1].signature))
    assert (check(entries).misfit, check(entries).reason) == (3, "signature")
    entries[2] = forged.sealed(KEY, entries[1].signature)
    assert (check(entries).misfit, check(entries).reason) == (4, "previous")


def sealed_again(entries, key=KEY):
    """The chain with every hash and signature made anew."""
    made = []
    for seq, entry in enumerate(entries, 1):
        made.append(dataclasses.replace(entry, seq=seq).following(made[-1] if made else None, key))
    return made


def test_a_chain_rebuilt_without_the_key_is_not_signed():
    forged = sealed_again([dataclasses.replace(one, deed="returned") for one in chain(4)], Ed25519PrivateKey.generate())
    assert (check(forged).misfit, check(forged).reason) == (1, "signature")


def test_a_witness_finds_a_cut_an_older_copy_and_a_chain_built_anew():
    entries = chain(6)
    head = witness_of(entries[-1])
    assert check(entries, head).misfit is None and check([*entries, *chain(7)[6:]], head).misfit is None
    assert (check(entries[:4], head).misfit, check(entries[:4], head).reason) == (6, "cut")
    forged = sealed_again([dataclasses.replace(entries[0], deed="returned"), *entries[1:]])
    assert check(forged).misfit is None
    assert (check(forged, head).misfit, check(forged, head).reason) == (6, "rebuilt")
    assert check(entries, dataclasses.replace(head, signature="0" * 128)).reason == "witness"


def test_a_witness_is_read_as_it_is_written():
    head = witness_of(chain(3)[-1])
    assert read_witness(str(head)) == head and read_witness(f" {head.seq}:{head.hash[:24].upper()} ").seq == 3
    assert check(chain(3), read_witness(f"3:{head.hash[:24]}")).misfit is None
    assert check([], read_witness(str(witness_of(None)))).misfit is None
    for wrong in ("", "3", "3:abc", f"x:{head.hash}", f"3:{head.hash[:24]}:{head.signature}", f"3:{head.hash}:12"):
        with pytest.raises(NotAWitness):
            read_witness(wrong)


def test_of_a_long_ledger_the_first_unsigned_entry_is_found():
    entries = chain(23)
    assert check(entries).misfit is None
    entries[17] = dataclasses.replace(entries[17], signature=entries[16].signature)
    assert (check(entries).misfit, check(entries).reason) == (18, "signature")


@pytest.mark.parametrize("change", [str.upper, lambda text: f" {text}", lambda text: text[:-2], lambda text: "xy" * 64])
def test_a_signature_has_one_spelling(change):
    entries = chain(3)
    entries[2] = dataclasses.replace(entries[2], signature=change(entries[2].signature))
    assert (check(entries).misfit, check(entries).reason) == (3, "signature")
