"""The shipped courses have at least twenty-four figures by hand; each is used, described, captioned, light to carry and
drawn for day and night."""

import re

import pytest

from tests import shipped
from training.core.language import LANGUAGES
from training.curriculum.assets import FIGURE_LIMIT

FEWEST = 24
PICTURE = re.compile(r'^!\[(?P<alt>[^\]]*)\]\((?P<path>[^\s)]+\.svg)(?: "(?P<caption>[^"]*)")?\)$', re.MULTILINE)
NIGHT = b"<style>@media screen and (prefers-color-scheme:dark){"
# A colour of the light palette without a counterpart would stay as it is at night, dark ink on a dark ground.
COLOUR = re.compile(rb'(fill|stroke)="(#[0-9A-Fa-f]{6})"')


def shown(language):
    """`(module, path, alt, caption)` of every figure in the lessons."""
    for course in shipped.courses().values():
        for module in course.modules:
            for lesson in module.lessons:
                for one in PICTURE.finditer(lesson.texts[language].body):
                    yield module, one["path"], one["alt"], one["caption"]


def figures():
    return [pytest.param(module, asset, id=f"{module.id}-{asset.name}") for course in shipped.courses().values()
            for module in course.modules for asset in module.assets.values() if asset.name.endswith(".svg")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_and_each_has_a_description_and_a_caption(language):
    found = list(shown(language))
    assert len({(module.id, path) for module, path, _, _ in found}) >= FEWEST
    for _, path, alt, caption in found:
        assert len(alt.split()) >= 5, path
        assert caption, path


@pytest.mark.parametrize(("module", "asset"), figures())
def test_a_figure_is_small_and_has_a_day_and_a_night(module, asset):
    assert len(asset.data) < FIGURE_LIMIT
    night = asset.data.partition(NIGHT)[2].partition(b"</style>")[0]
    lost = {f"{where.decode()} {colour.decode()}" for where, colour in COLOUR.findall(asset.data)
            if b'[%s="%s"]' % (where, colour) not in night}
    assert not lost, module.id


def test_every_figure_is_shown_in_a_lesson():
    used = {(module.id, path) for language in LANGUAGES for module, path, _, _ in shown(language)}
    kept = {(module.id, asset.path) for course in shipped.courses().values() for module in course.modules
            for asset in module.assets.values() if asset.name.endswith(".svg")}
    assert kept == used
