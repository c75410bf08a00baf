"""Groups in partnership, as rules: who sees them, what is written, what is shown of cards."""

import datetime as dt

import pytest

from tests.cast import AT
from training.core.refusal import NotAllowed, NotFound
from training.partnerships import evaluation, groups, plan, profile, support
from training.partnerships.evaluation import without_small
from training.partnerships.steps import steps

DAY = AT.date()
ANSWERS = {"strengths": "Saling menjemput\n- Ruang tetap", "needs": "Jalur rujukan", "size": "6-8", "ages": "dua puluh",
           "secret": "x"}
GOALS = [{"what": "Satu", "who": "Sari", "state": "open"}, {"what": "Dua", "who": "Andreas", "state": "done"}]


@pytest.fixture
def group(session, cast):
    group_id = groups.open_group(
        session, cast.andreas, name="Lentera", professional="Lestari", since=DAY, client_key="a" * 9, at=AT)
    for person, part in ((cast.sari, "supervisor"), (cast.ratna, "facilitator")):
        groups.add_person(session, cast.andreas, group_id, person.id, part, at=AT)
    return groups.visible_group(session, cast.andreas, group_id)


def cards(session, actor, group, count, key, *, yes=None):
    yes = count if yes is None else yes
    counts = {name: {"yes": yes, "partly": count - yes} for name in evaluation.QUESTIONS}
    evaluation.collect(session, actor, group.id, cards=count, counts=counts, client_key=key, at=AT)


def written(session, group, kind):
    """The records of one kind about a group, newest first."""
    return [one for one in groups.records(session, [group.id])[group.id] if one.kind == kind]


def felt_in(session, group):
    return evaluation.pulse(written(session, group, evaluation.KIND))


def test_a_group_is_seen_by_who_works_with_it_and_by_coordinators(session, cast, group):
    seen = {person.first_name for person in cast if groups.visible_group(session, person, group.id)}
    listed = {person.first_name for person in cast if groups.visible_groups(session, person)}
    assert seen == listed == {"Andreas", "Sari", "Ratna"}


def test_the_same_form_opens_one_group(session, cast, group):
    again = groups.open_group(
        session, cast.andreas, name="Lentera", professional="Lestari", since=DAY, client_key="a" * 9, at=AT)
    assert again == group.id


def test_a_supervisor_works_with_the_group_she_begins_and_reaches_only_her_own(session, cast):
    group_id = groups.open_group(session, cast.budi, name="Melati", professional="Lestari", since=DAY,
                                 client_key="b" * 9, at=AT)
    mine = groups.visible_group(session, cast.budi, group_id)
    assert mine.supervisors == (cast.budi,)
    assert groups.candidates(session, cast.budi, mine)["facilitator"] == [cast.yohana]
    with pytest.raises(groups.UnfitForPart):
        groups.add_person(session, cast.budi, group_id, cast.ratna.id, "facilitator", at=AT)
    with pytest.raises(groups.UnfitForPart):
        groups.add_person(session, cast.budi, group_id, cast.wayan.id, "supervisor", at=AT)


def test_who_stops_working_with_it_sees_it_no_longer(session, cast, group):
    groups.end_person(session, cast.andreas, group.id, cast.ratna.id, at=AT)
    assert groups.visible_group(session, cast.ratna, group.id) is None


def test_strangers_find_nothing_and_facilitators_do_not_write(session, cast, group):
    with pytest.raises(NotFound):
        profile.assess(session, cast.budi, group.id, ANSWERS, client_key="c" * 9, at=AT)
    with pytest.raises(NotAllowed):
        profile.assess(session, cast.ratna, group.id, ANSWERS, client_key="c" * 9, at=AT)


def test_a_profile_keeps_known_fields_only_and_the_latest_stands(session, cast, group):
    with pytest.raises(profile.TooLittle):
        profile.assess(session, cast.sari, group.id, {"strengths": " - "}, client_key="d" * 9, at=AT)
    for key in ("e" * 9, "e" * 9):
        profile.assess(session, cast.sari, group.id, ANSWERS, client_key=key, at=AT)
    kept = written(session, group, profile.KIND)
    assert len(kept) == 1 and set(kept[0].facts) == {"strengths", "needs", "size"}
    assert profile.lines(kept[0].facts["strengths"]) == ["Saling menjemput", "Ruang tetap"]


@pytest.mark.parametrize(("goals", "review_on", "refusal"), [
    (GOALS[:1], DAY, plan.HowManyGoals), (GOALS * 3, DAY, plan.HowManyGoals), (GOALS, None, plan.NoReviewDay),
    ([GOALS[0], {**GOALS[1], "who": " "}], DAY, plan.HowManyGoals), (GOALS, DAY - dt.timedelta(1), plan.NoReviewDay),
])
def test_a_plan_that_lacks_something_is_refused(session, cast, group, goals, review_on, refusal):
    with pytest.raises(refusal):
        plan.agree(session, cast.sari, group.id, goals, review_on, client_key="f" * 9, at=AT)


def test_the_review_day_is_held_against_the_writers_own_calendar(session, cast, group):
    late = dt.datetime.combine(DAY, dt.time(20), dt.UTC)  # the day after in Jakarta
    with pytest.raises(plan.NoReviewDay):
        plan.agree(session, cast.sari, group.id, GOALS, DAY, client_key="f" * 9, at=late)


@pytest.mark.parametrize(("change", "refusal"), [
    ({"form": "chat"}, support.UnknownForm), ({"held_on": DAY + dt.timedelta(2)}, support.NotYetHeld),
    ({"held_on": None}, support.NotYetHeld), ({"action": " "}, support.NothingAgreed),
])
def test_a_talk_that_lacks_something_is_refused(session, cast, group, change, refusal):
    good = {"held_on": DAY, "form": "supervision", "themes": "", "action": "Menunggu tiga napas."}
    with pytest.raises(refusal):
        support.log(session, cast.sari, group.id, **{**good, **change}, client_key="g" * 9, at=AT)


def test_the_five_steps_follow_from_what_was_written(session, cast, group):
    assert steps(session, [group], cast.sari, at=AT)[group.id].states == ("underway", "open", "open", "open", "open")
    profile.assess(session, cast.sari, group.id, ANSWERS, client_key="h" * 9, at=AT)
    plan.agree(session, cast.sari, group.id, GOALS, DAY, client_key="i" * 9, at=AT)
    support.log(session, cast.sari, group.id, held_on=DAY, form="supervision", themes="", action="Ya.",
                client_key="j" * 9, at=AT)
    cards(session, cast.sari, group, 9, "k" * 9)
    now = steps(session, [group], cast.sari, at=AT)[group.id]
    assert now.states == ("done", "done", "open", "underway", "underway") and now.current == 3
    assert steps(session, [group], cast.sari, at=AT + dt.timedelta(days=90))[group.id].states[3] == "open"


def test_fewer_than_ten_answers_show_nothing(session, cast, group):
    cards(session, cast.sari, group, 9, "l" * 9)
    felt = felt_in(session, group)
    assert not felt.is_shown and felt.total is None and felt.counts is None
    cards(session, cast.sari, group, 1, "m" * 9)
    assert felt_in(session, group).counts["safe"] == {"yes": 10, "partly": 0, "no": 0}


def test_later_cards_join_ten_at_a_time(session, cast, group):
    for key, count in (("n" * 9, 12), ("o" * 9, 1), ("p" * 9, 8)):
        cards(session, cast.sari, group, count, key)
    assert felt_in(session, group).total == 12
    cards(session, cast.sari, group, 1, "q" * 9)
    assert felt_in(session, group).total == 22


@pytest.mark.parametrize(("counts", "shown"), [
    ((20, 15, 0), (20, 15, 0)), ((20, 3, 0), (None, None, 0)), ((20, 15, 2), (20, None, None)),
    ((20, 3, 2), (20, None, None)), ((4, 3, 2), (None, None, None)), ((0, 0, 0), (None, None, None)),
    ((9, 9, 9), (None, None, None)), ((12, 0, 0), (12, 0, 0)),
])
def test_small_counts_are_hidden_so_that_none_can_be_worked_out(counts, shown):
    names = ("yes", "partly", "no")
    assert without_small(dict(zip(names, counts, strict=True))) == dict(zip(names, shown, strict=True))


@pytest.mark.parametrize(("number", "yes", "refusal"), [
    (0, 0, evaluation.NoCards), (201, 201, evaluation.NoCards), (5, 6, evaluation.CountsDiffer),
    (5, -1, evaluation.CountsDiffer),
])
def test_counts_that_cannot_be_are_refused(session, cast, group, number, yes, refusal):
    counts = {name: {"yes": yes} for name in evaluation.QUESTIONS}
    with pytest.raises(refusal):
        evaluation.collect(session, cast.sari, group.id, cards=number, counts=counts, client_key="r" * 9, at=AT)


def test_cards_are_kept_with_the_week_and_no_finer(session, cast, group):
    cards(session, cast.sari, group, 5, "s" * 9)
    kept = written(session, group, evaluation.KIND)[0]
    assert kept.facts["week"] == "2026-W45" and kept.at.weekday() == 0 and kept.at.hour == 0
