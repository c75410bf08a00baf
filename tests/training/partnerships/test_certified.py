"""Whose outcomes the page of a group shows, and to whom."""

import pytest

from tests.cast import AT
from tests.training.credentials.earning import certified
from tests.training.signoffs.test_inbox import statements
from training.accounts.store import PersonRow, RoleRow, person_by_id
from training.partnerships import groups
from training.partnerships.certified import TOGETHER, trained
from training.partnerships.steps import steps


@pytest.fixture
def group(session, cast, module):
    """Sari supervises Made and Ratna, who lead it; Made holds one module."""
    certified(session, cast.made, cast.sari, module)
    group_id = groups.open_group(
        session, cast.andreas, name="Lentera", professional="Lestari", since=AT.date(), client_key="a" * 9, at=AT)
    for person, part in ((cast.sari, "supervisor"), (cast.made, "facilitator"), (cast.ratna, "facilitator")):
        groups.add_person(session, cast.andreas, group_id, person.id, part, at=AT)
    return group_id


def seen_by(session, viewer, group_id):
    group = groups.visible_group(session, viewer, group_id)
    found = trained(session, [group], viewer, at=AT)[group.id]
    return [(one.person.name, one.count) for one in found.seen], found


def more_facilitators(session, cast, group_id, count):
    for number in range(count):
        row = PersonRow(name=f"Peserta {number}", email=f"p{number}@example.org", created_at=AT)
        session.add(row)
        session.flush()
        session.add(RoleRow(person_id=row.id, role="facilitator", since=AT))
        session.flush()
        groups.add_person(session, cast.andreas, group_id, row.id, "facilitator", at=AT)
        assert person_by_id(session, row.id).is_a("facilitator")


def test_a_supervisor_of_everybody_sees_everybody(session, cast, group):
    rows, found = seen_by(session, cast.sari, group)
    assert rows == [("Made Artini", 1), ("Ratna Wulandari", 0)]
    assert (found.count, found.average, found.state) == (1, None, "underway")


def test_a_facilitator_sees_only_her_own(session, cast, group):
    rows, found = seen_by(session, cast.ratna, group)
    assert rows == [("Ratna Wulandari", 0)] and (found.count, found.average, found.state) == (None, None, "underway")


def test_a_coordinator_learns_nothing_about_one_person_in_a_small_group(session, cast, group, module):
    before = seen_by(session, cast.andreas, group)
    certified(session, cast.ratna, cast.sari, module)
    assert seen_by(session, cast.andreas, group) == before
    assert before[0] == [] and before[1].average is None and before[1].count is None


def test_a_supervisor_sees_hers_and_nothing_that_tells_of_another(session, cast, group):
    groups.add_person(session, cast.andreas, group, cast.yohana.id, "facilitator", at=AT)
    rows, found = seen_by(session, cast.sari, group)
    assert [name for name, _ in rows] == ["Made Artini", "Ratna Wulandari"]
    assert (found.count, found.average, found.state) == (None, None, "underway")


@pytest.mark.parametrize(("more", "is_told"), [(TOGETHER - 3, False), (TOGETHER - 2, True)])
def test_an_average_needs_five_people(session, cast, group, more, is_told):
    more_facilitators(session, cast, group, more)
    _, found = seen_by(session, cast.andreas, group)
    assert (found.average is not None) is is_told and found.count is None


def test_the_average_counts_only_where_five_are_unknown_to_the_viewer(session, cast, group):
    more_facilitators(session, cast, group, TOGETHER - 1)
    assert seen_by(session, cast.sari, group)[1].average is None
    assert seen_by(session, cast.andreas, group)[1].average == 0


def test_the_step_says_no_more_than_the_rows(session, cast, group, module):
    def third(viewer):
        return steps(session, [groups.visible_group(session, viewer, group)], viewer, at=AT)[group].states[2]

    assert third(cast.andreas) == "underway" and third(cast.sari) == "underway"
    certified(session, cast.ratna, cast.sari, module)
    assert third(cast.andreas) == "underway" and third(cast.sari) == "done"


def test_a_group_without_facilitators_has_not_begun(session, cast):
    group_id = groups.open_group(
        session, cast.andreas, name="Mawar", professional="Lestari", since=AT.date(), client_key="b" * 9, at=AT)
    rows, found = seen_by(session, cast.andreas, group_id)
    assert (rows, found.state) == ([], "open")


def test_the_list_of_groups_takes_as_many_statements_for_many_people_as_for_few(session, cast, group):
    def looked_up():
        found = groups.visible_groups(session, cast.andreas)
        return statements(session, lambda: steps(session, found, cast.andreas, at=AT))

    few, count = looked_up()
    more_facilitators(session, cast, group, 4)
    groups.add_person(session, cast.andreas, groups.open_group(
        session, cast.andreas, name="Melati", professional="Lestari", since=AT.date(), client_key="c" * 9, at=AT,
    ), cast.made.id, "facilitator", at=AT)
    many, again = looked_up()
    assert (len(few), len(many), count) == (1, 2, again) and count <= 6
