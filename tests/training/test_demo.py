"""The demo world is what the contract says, and loads once."""

import pytest
import sqlalchemy as sa

from blueprints.web.framework import framework
from blueprints.web.settings import ROOT
from tests.cast import AT
from training import demo
from training.accounts.store import PersonRow, person_by_email
from training.credentials.award import credentials_of
from training.curriculum import catalogue_store as catalogue
from training.curriculum import releases
from training.curriculum.parse import read_courses
from training.curriculum.shared import read_shared
from training.signoffs.inbox import inbox, waiting_count
from training.signoffs.standing import RETURNED
from training.signoffs.steps import standings
from training.tables import metadata


@pytest.fixture
def world(session):
    """An installation in which nobody was before, with the demo world."""
    for table in reversed(metadata.sorted_tables):
        if table.name != "ledger_entries":
            session.execute(sa.delete(table))
    catalogue.remembered_outlines.forget()
    catalogue.remembered_lessons.forget()
    shared, _faults = read_shared(ROOT / "courses")
    names = ("getting-to-know-sebaya", "trauma-informed", "peer-support")
    for course in read_courses([ROOT / "courses" / name for name in names])[0]:
        releases.publish(session, course, shared, at=AT - demo.BEGAN)
    demo.load(session, framework(), at=AT)
    return session


def named(session, key):
    return person_by_email(session, f"{key}@example.org")


def test_what_waits_for_each_is_there(world):
    sari, budi, made, ratna = (named(world, key) for key in ("sari", "budi", "made", "ratna"))
    assert (waiting_count(world, sari.id), waiting_count(world, budi.id)) == (2, 1)
    assert len(credentials_of(world, made.id)) == 1
    first = catalogue.published_module(world, "trauma-informed", "tic-1").id
    assert standings(world, ratna, [first], at=AT)[first].state == RETURNED


def test_sari_can_decide_alone_what_waits_for_her_and_budi_needs_a_second_signature(world):
    sari, budi = named(world, "sari"), named(world, "budi")
    assert [one.needs_two for one in inbox(world, sari.id).rows] == [False, False]
    assert [one.needs_two for one in inbox(world, budi.id).rows] == [True]


def test_loading_again_changes_nothing(world):
    count = sa.select(sa.func.count()).select_from(PersonRow)
    before = world.scalar(count)
    demo.load(world, framework(), at=AT)
    assert world.scalar(count) == before == len(demo.PEOPLE)


def test_everybody_says_what_waits_in_both_languages():
    assert all(one.waits["id"] and one.waits["en"] for one in demo.PEOPLE)
