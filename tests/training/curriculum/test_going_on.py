"""Where somebody goes on reading, as her home page says it."""

import pytest

from tests import salam
from tests.cast import AT
from tests.published import publish_module
from training.curriculum import catalogue_store as catalogue
from training.curriculum import progress
from training.curriculum.going_on import going_on


@pytest.fixture
def courses(session):
    salam.publish(session)
    return catalogue.published_courses(session)


def mine(session, person):
    return progress.learners_module(session, person.id, salam.COURSE, salam.MODULE)


def read(session, person, lesson):
    module = mine(session, person)
    progress.mark_read(session, person.id, module, module.release.id, lesson, "id", at=AT)


def test_nothing_published_is_nowhere(session, cast):
    assert going_on(session, cast.ratna.id, ()) is None


def test_a_newcomer_begins_with_the_first_lesson(session, cast, courses):
    found = going_on(session, cast.ratna.id, courses)
    assert (found.module.slug, found.lesson.slug) == ("sal-1", "menyapa")
    assert (found.reading.read, found.is_half_read) == (0, False)


def test_after_a_lesson_comes_the_next_and_after_the_last_none(session, cast, courses):
    read(session, cast.ratna, "menyapa")
    assert going_on(session, cast.ratna.id, courses).lesson.slug == "jeda"
    read(session, cast.ratna, "jeda")
    found = going_on(session, cast.ratna.id, courses)
    assert found.lesson is None and found.reading.part == 1
    assert going_on(session, cast.made.id, courses).lesson.slug == "menyapa"


def test_the_lesson_she_stopped_in_comes_first_until_it_is_read(session, cast, courses):
    progress.keep_place(session, cast.ratna.id, mine(session, cast.ratna), "jeda", "m-satu", 300, at=AT)
    found = going_on(session, cast.ratna.id, courses)
    assert (found.lesson.slug, found.is_half_read) == ("jeda", True)
    read(session, cast.ratna, "jeda")
    found = going_on(session, cast.ratna.id, courses)
    assert (found.lesson.slug, found.is_half_read) == ("menyapa", False)


def test_the_module_she_was_in_last_comes_before_an_earlier_unread_one(session, cast, courses):
    publish_module(session, "pw-1")
    every = sorted(catalogue.published_courses(session), key=lambda one: one.slug == salam.COURSE)
    assert going_on(session, cast.ratna.id, every).module.slug == "pw-1"
    progress.keep_place(session, cast.ratna.id, mine(session, cast.ratna), "jeda", "", 0, at=AT)
    assert going_on(session, cast.ratna.id, every).module.slug == "sal-1"
