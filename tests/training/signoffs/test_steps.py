"""How far somebody is in many modules at once."""

import datetime as dt

import pytest

from tests.cast import AT
from tests.published import publish_module, read_all
from tests.training.practice.test_observations import FRAMEWORK
from training.curriculum.progress_store import enrol
from training.demo_story import ticks_for
from training.practice.observations import Setting, observe
from training.signoffs.steps import module_states, steps_of
from training.supervision.learner import learner


@pytest.fixture
def modules(session):
    """Two modules of the same competencies."""
    return [publish_module(session, slug) for slug in ("pw-1", "pw-2")]


def watch(session, cast):
    observe(session, cast.sari, learner(session, cast.ratna.id), FRAMEWORK,
            {"B1": ticks_for(FRAMEWORK.competency("B1"), 3)}, Setting("roleplay_live", dt.date(2026, 11, 2)),
            client_key="key-watched", at=AT)


def practised(session, cast, modules):
    states = module_states(session, cast.ratna, [one.id for one in modules], at=AT)
    return [states[one.id].practised for one in modules]


@pytest.mark.parametrize("begin", ["read", "enrol"])
def test_an_observation_fills_the_petal_only_of_modules_she_has_begun(session, cast, modules, begin):
    watch(session, cast)
    assert practised(session, cast, modules) == [0, 0]
    if begin == "read":
        read_all(session, cast.ratna, modules[0])
    else:
        enrol(session, cast.ratna.id, modules[0].id, modules[0].release_id, AT)
    assert practised(session, cast, modules) == [0.62, 0]
    assert steps_of(session, cast.ratna.id, [modules[0].id])[modules[0].id].practised
