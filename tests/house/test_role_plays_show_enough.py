"""The shipped role plays fit on a page each, and together show what a co-facilitator is signed off for.

A level needs every basic behaviour to have had its occasion (rule R3). So for each competency that the first step asks
for in role play (rule R5), some scene must leave none of its basic behaviours without one.
"""

import pytest

from blueprints.web.settings import ROOT
from training.curriculum.parse_role_plays import read_library
from training.curriculum.reading_time import count_words
from training.framework.read import read_framework

CARD, SHEET = 150, 220
LIBRARY = read_library(ROOT / "courses" / "role-plays")[0].role_plays
FRAMEWORK = read_framework(ROOT / "courses" / "competencies" / "framework.yml")[0]
TEXTS = [text for one in LIBRARY for text in one.texts.values()]


def test_there_are_fourteen_scenes_in_two_variants_and_languages():
    assert len(LIBRARY) == 14
    assert all(set(one.texts) == {"id", "en"} for one in LIBRARY)
    assert all(len(text.variants) == 2 for text in TEXTS)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.path.rsplit("/", 1)[-1])
def test_cards_and_sheets_fit_on_a_page(text):
    sheets = [one.actor + " ".join(cue.text for cue in one.cues) for one in text.variants]
    assert count_words(text.card) <= CARD
    assert max(map(count_words, sheets)) <= SHEET


@pytest.mark.parametrize("code", FRAMEWORK.settings.co_facilitator_capable)
def test_a_scene_gives_every_basic_behaviour_its_occasion(code):
    basic = {one.code for one in FRAMEWORK.competency(code).of_kind("basic")}
    assert any(not basic & set(one.texts["id"].no_occasion) for one in LIBRARY if code in one.competencies)


@pytest.mark.parametrize("role_play", LIBRARY, ids=lambda role_play: role_play.id)
def test_what_has_no_occasion_can_be_marked_so(role_play):
    """A harmful behaviour is seen or not seen; only the others know "no occasion" (rule R2)."""
    without = role_play.texts["id"].no_occasion
    assert all(FRAMEWORK.behaviour(code).kind != "harmful" for code in without)
    assert {code.partition("-")[0] for code in without} <= set(role_play.competencies)
