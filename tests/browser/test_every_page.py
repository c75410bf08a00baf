"""Every kind of page, as each person of the demo world finds it by following links: no barrier, nothing sticks out, and
on a phone all of it large enough to touch."""

import pytest

from tests.browser.conftest import PHONE, WIDE
from tests.browser.looking import barriers, hard_to_touch, too_wide
from tests.browser.places import PEOPLE

PRINTED = ("lessons.lesson", "competencies.mine", "credentials.show", "role_plays.every_sheet")


def visited(page, paths):
    for path in paths:
        assert page.goto(path).status == 200, path
        yield path


@pytest.mark.browser
@pytest.mark.parametrize("who", PEOPLE, ids=lambda who: who or "guest")
def test_nobody_meets_a_barrier_by_day(places, visit, who):
    page = visit(who, size=WIDE)
    found = [fault for _path in visited(page, places(who).values()) for fault in barriers(page) + too_wide(page)]
    assert not found, "\n".join(found)


@pytest.mark.browser
@pytest.mark.parametrize("who", PEOPLE, ids=lambda who: who or "guest")
def test_nobody_meets_a_barrier_on_a_phone_at_night_in_english(places, visit, who):
    page = visit(who, size=PHONE, dark=True, language="en")
    found = [fault for _path in visited(page, places(who).values())
             for fault in barriers(page) + too_wide(page, (320, 390)) + hard_to_touch(page)]
    assert not found, "\n".join(found)


@pytest.mark.browser
@pytest.mark.parametrize("kind", PRINTED)
def test_what_is_printed_can_be_read_on_paper(places, visit, kind):
    page = visit("made", size=WIDE, dark=True)
    page.goto(places("made")[kind])
    page.emulate_media(media="print", color_scheme="dark")
    assert not [fault for fault in barriers(page) if "color-contrast" in fault]
