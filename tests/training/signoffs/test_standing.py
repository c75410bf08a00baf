"""The fold: entries in, standing out."""

import dataclasses
import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from training.signoffs.entry import Entry
from training.signoffs.standing import Standing, Steps, is_news, missing, petals, standing

NOW = dt.datetime(2026, 11, 2, 15, 30, tzinfo=dt.UTC)  # 22.30 WIB, 23.30 WITA, 00.30 WIT the day after
DEEDS = st.sampled_from(("certified", "renewed", "returned", "withdrawn", "first_signed", "handed"))
BINDING = ("certified", "renewed", "withdrawn")


def entry(deed, seq=1, expires_on=dt.date(2028, 11, 2)):
    return Entry(seq=seq, at=NOW, deed=deed, actor="a", subject="s", module="c/m", client_key=str(seq), previous="",
                 expires_on=expires_on if deed in ("certified", "renewed") else None)


def stand(*deeds, zone="WIB", waiting=False, expires_on=dt.date(2028, 11, 2)):
    entries = [entry(deed, seq, expires_on) for seq, deed in enumerate(deeds, 1)]
    return standing(entries, at=NOW, zone=zone, is_waiting=waiting)


def test_each_deed_has_its_standing():
    assert stand().state == "nothing"
    assert stand(waiting=True).state == "asked"
    assert stand("returned").state == "returned"
    assert stand("returned", waiting=True).state == "asked"
    assert stand("returned", "certified").state == "certified"
    assert stand("certified", "withdrawn").state == "withdrawn"
    assert stand("certified", "withdrawn").certificate is None


def test_a_return_takes_no_valid_certificate_away():
    assert stand("certified", "returned").state == "certified"
    assert stand("certified", waiting=True).is_waiting


def test_a_certificate_ends_with_its_last_day_where_the_person_is():
    today = dt.date(2026, 11, 2)
    assert stand("certified", zone="WIB", expires_on=today).state == "certified"
    assert stand("certified", zone="WITA", expires_on=today).state == "certified"
    assert stand("certified", zone="WIT", expires_on=today).state == "expired"


def test_a_step_is_news_until_she_asks_again_and_a_certificate_for_two_weeks():
    later = NOW + dt.timedelta(days=14)
    for deeds in (("returned",), ("certified", "returned"), ("certified", "withdrawn")):
        assert is_news(stand(*deeds), at=later) and not is_news(stand(*deeds, waiting=True), at=later)
    assert is_news(stand("certified"), at=later - dt.timedelta(seconds=1)) and not is_news(stand("certified"), at=later)
    assert not is_news(stand(), at=NOW) and not is_news(stand("first_signed", waiting=True), at=NOW)


@given(st.lists(DEEDS, max_size=8), st.booleans())
def test_the_last_certificate_or_withdrawal_decides(deeds, waiting):
    found = stand(*deeds, waiting=waiting)
    binding = [one for one in deeds if one in BINDING]
    told = [one for one in deeds if one != "handed"]
    assert (found.state == "certified") == (binding[-1:] in (["certified"], ["renewed"]))
    assert (found.last.deed if found.last else None) == (told[-1] if told else None)


@given(st.lists(DEEDS, max_size=8), st.integers(1, 8), st.booleans(), st.sampled_from(("WIB", "WITA", "WIT")),
       st.dates(dt.date(2026, 10, 30), dt.date(2026, 11, 6)))
def test_an_entered_expiry_says_what_the_calendar_says(deeds, earlier, waiting, zone, last_day):
    """It ends the sign-off it names, when that one is in force, and nothing else."""
    entries = [entry(deed, seq, last_day) for seq, deed in enumerate(deeds, 1)]
    ended = dataclasses.replace(entry("expired", 99), earlier=earlier)
    before, now = (standing(one, at=NOW, zone=zone, is_waiting=waiting) for one in (entries, [*entries, ended]))
    assert (before.last, before.certificate, before.first) == (now.last, now.certificate, now.first)
    if before.certificate is None or before.certificate.seq != earlier:
        assert now == before
    else:
        the_day_after = NOW + dt.timedelta(days=30)
        assert now == standing(entries, at=the_day_after, zone=zone, is_waiting=waiting)


@given(st.lists(DEEDS, min_size=1, max_size=6), st.integers(0, 6))
def test_the_fold_can_be_cut_anywhere(deeds, cut):
    """What comes later never depends on anything but the entries themselves."""
    entries = [entry(deed, seq) for seq, deed in enumerate(deeds, 1)]
    assert standing(entries, at=NOW, zone="WIB") == standing([*entries[:cut], *entries[cut:]], at=NOW, zone="WIB")
    assert standing([*entries, entry("returned", 99)], at=NOW, zone="WIB").certificate \
        == standing(entries, at=NOW, zone="WIB").certificate


@given(
    st.builds(Steps, st.integers(0, 4), st.just(4), *[st.booleans() for _ in range(7)]),
    st.sampled_from((Standing(), Standing("asked", is_waiting=True), Standing("certified"), Standing("expired"))),
)
def test_petals_stay_within_bounds(steps, where):
    state = petals(steps, where)
    assert all(0 <= one <= 1 for one in (state.read, state.quiz, state.practised, state.signed))
    assert (state.signed == 1) == state.certified


def test_a_return_keeps_the_finished_petals():
    done = Steps(4, 4, True, True, True, True)
    before, after = petals(done, Standing("asked", is_waiting=True)), petals(done, Standing("returned"))
    assert (before.read, before.quiz, before.practised, before.signed) == (1, 1, 1, 0.5)
    assert (after.read, after.quiz, after.practised, after.signed) == (1, 1, 1, 0)


def test_half_done_looks_half_done():
    state = petals(Steps(2, 4, True, False, True, False), Standing())
    assert (state.read, state.quiz, state.practised) == (0.5, 0.62, 0.62)
    assert len(missing(Steps(2, 4, True, False, True, False))) == 2
    assert missing(Steps(4, 4, True, True, True, False)) == ()
