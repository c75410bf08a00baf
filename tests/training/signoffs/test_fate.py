"""What became of a certificate: the fold against its definition, read word by word from the entries."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from training.signoffs.entry import CERTIFYING, Entry
from training.signoffs.fate import Fate, fate

START = dt.datetime(2026, 11, 2, tzinfo=dt.UTC)
MODULES = ("c/one", "c/two")


def entry(seq, deed, module="", **more):
    return Entry(seq=seq, at=START + dt.timedelta(days=seq), deed=deed, actor="a", subject="s", module=module,
                 client_key=str(seq), previous="", **more)


AWARDED = entry(3, "awarded", "c", about="1 2")
BEFORE = [entry(1, "certified", MODULES[0]), entry(2, "certified", MODULES[1]), AWARDED]

LATER_DEED = st.one_of(
    st.tuples(st.sampled_from(("certified", "renewed", "withdrawn", "returned", "first_signed", "handed")),
              st.sampled_from((*MODULES, "d/other")), st.just({})),
    st.tuples(st.just("awarded"), st.sampled_from(("c", "d")), st.just({"about": "1"})),
    st.tuples(st.just("expired"), st.sampled_from(("c", *MODULES)),
              st.fixed_dictionaries({"earlier": st.integers(1, 6)})),
    st.tuples(st.sampled_from(("roles_changed", "joined", "erased")), st.just(""), st.just({})),
)
HISTORY = st.lists(LATER_DEED, max_size=10).map(
    lambda found: [*BEFORE, *(entry(seq, deed, module, **more) for seq, (deed, module, more) in enumerate(found, 4))]
)


def first(entries):
    return next((one.at for one in entries), None)


def by_definition(entries):
    later = [one for one in entries if one.seq > AWARDED.seq]

    def held(one):
        """The sign-off that this withdrawal takes back."""
        return max((e.seq for e in entries if e.module == one.module and e.seq < one.seq and e.deed in CERTIFYING),
                   default=None)

    return Fate(
        first(one for one in later if one.deed == "withdrawn" and held(one) in (1, 2)),
        first(one for one in later if (one.deed, one.module) == ("awarded", "c")),
        first(one for one in later if (one.deed, one.earlier) == ("expired", AWARDED.seq)),
        first(one for one in later if one.deed == "erased"),
    )


@given(HISTORY)
def test_the_fold_is_its_definition(entries):
    assert fate(AWARDED, entries) == by_definition(entries)


@given(HISTORY, st.integers(3, 13))
def test_what_has_become_of_it_stays(entries, cut):
    """A later entry never changes what an earlier one did."""
    before, now = fate(AWARDED, entries[:cut]), fate(AWARDED, entries)
    assert all(was is None or was == now_ for was, now_ in zip(vars(before).values(), vars(now).values(), strict=True))


def test_nothing_became_of_a_fresh_one():
    assert fate(AWARDED, BEFORE) == Fate()
