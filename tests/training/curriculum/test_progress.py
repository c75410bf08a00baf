"""Learners finish what they began on the release they began."""

import shutil

import pytest

from tests import salam
from tests.cast import AT
from training.core.refusal import NotFound
from training.curriculum import catalogue_store as catalogue
from training.curriculum import progress


@pytest.fixture
def courses(session, tmp_path):
    shutil.copytree(salam.GOOD, tmp_path / "courses")
    salam.publish(session, tmp_path / "courses")
    return tmp_path / "courses"


def mine(session, person):
    return progress.learners_module(session, person.id, "salam", "sal-1")


def newer_release(session, courses):
    with (courses / "salam" / "sal-1" / "2-jeda.id.md").open("a") as file:
        file.write("\nSatu kalimat lagi.\n")
    salam.publish(session, courses)


def test_somebody_new_gets_the_current_release(session, cast, courses):
    newer_release(session, courses)
    module = mine(session, cast.ratna)
    assert (module.release.number, module.newer) == (2, None)


def test_who_began_keeps_her_release_and_hears_of_the_newer(session, cast, courses):
    module = mine(session, cast.ratna)
    progress.mark_read(session, cast.ratna.id, module, module.release.id, "menyapa", "id", at=AT)
    newer_release(session, courses)
    after = mine(session, cast.ratna)
    assert (after.release.number, after.newer.number) == (1, 2)


def test_going_over_is_her_own_step_and_keeps_what_was_read(session, cast, courses):
    module = mine(session, cast.ratna)
    progress.mark_read(session, cast.ratna.id, module, module.release.id, "menyapa", "id", at=AT)
    newer_release(session, courses)
    progress.go_over(session, cast.ratna.id, mine(session, cast.ratna), at=AT)
    assert (mine(session, cast.ratna).release.number, mine(session, cast.ratna).newer) == (2, None)


def test_a_reading_counts_for_the_release_the_page_showed(session, cast, courses):
    shown = mine(session, cast.made).release
    newer_release(session, courses)
    module = mine(session, cast.made)
    with pytest.raises(progress.ReleaseGone):
        progress.mark_read(session, cast.made.id, module, shown.id + 100, "menyapa", "id", at=AT)


def test_marking_twice_is_marking_once(session, cast, courses):
    module = mine(session, cast.ratna)
    for _ in range(2):
        progress.mark_read(session, cast.ratna.id, module, module.release.id, "menyapa", "id", at=AT)
    state = progress.reading_state(session, cast.ratna.id, [catalogue.published_module(session, "salam", "sal-1")])
    assert state[module.id] == progress.Reading(1, 2, AT)


def test_an_unknown_lesson_is_not_found(session, cast, courses):
    module = mine(session, cast.ratna)
    with pytest.raises(NotFound):
        progress.mark_read(session, cast.ratna.id, module, module.release.id, "tidak-ada", "id", at=AT)


def test_the_place_is_kept_per_module_and_bounded(session, cast, courses):
    module = mine(session, cast.ratna)
    progress.keep_place(session, cast.ratna.id, module, "jeda", "m-diam", 4711, at=AT)
    progress.keep_place(session, cast.ratna.id, module, "menyapa", "m-nama", 250, at=AT)
    assert mine(session, cast.ratna).place == ("menyapa", "m-nama", 250)
    assert mine(session, cast.made).place is None
