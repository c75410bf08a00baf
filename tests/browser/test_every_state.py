"""Every page that no link leads to, because it comes after a form, an error or a change: no barrier, nothing sticks
out, large enough to touch, and nothing typed is lost. The server draws it for its person; Chromium shows it."""

import html

import pytest

from tests.browser import states_of_accounts, states_of_learning, states_of_supervision, states_of_writing
from tests.browser.conftest import PHONE, WIDE
from tests.browser.looking import barriers, hard_to_touch, too_wide, unannounced, without_focus_mark
from tests.browser.places import NO_PAGES, PEOPLE, kind_of, kinds_of_pages
from tests.browser.states import STATES, World
from tests.browser.windows import path_of

AREAS = (states_of_accounts, states_of_learning, states_of_supervision, states_of_writing)
WAYS = [(WIDE, "id", False), (PHONE, "en", True)]
TO_COMPLETE = (409, 422)
FEW = [range(first, min(first + 12, len(STATES))) for first in range(0, len(STATES), 12)]


@pytest.fixture(scope="session")
def world(site, tmp_path_factory):
    return World(site, tmp_path_factory.mktemp("states"))


@pytest.fixture(scope="session")
def screens(chromium, site):
    """By day in Indonesian on a laptop, by night in English on a phone."""
    contexts = [chromium.new_context(base_url=site.url, viewport=size, locale=language, reduced_motion="reduce",
                                     color_scheme="dark" if dark else "light") for size, language, dark in WAYS]
    yield [context.new_page() for context in contexts]
    for context in contexts:
        context.close()


@pytest.mark.browser
@pytest.mark.parametrize("few", FEW, ids=lambda few: STATES[few[0]].name)
def test_no_state_holds_a_barrier(site, world, screens, few):
    faults = [f"{STATES[number].name}: {fault}" for number in few for fault in faults_of(site, world, screens, number)]
    assert not faults, "\n".join(faults)


def faults_of(site, world, screens, number: int) -> list[str]:
    """What is wrong with one state. They take turns between the two screens."""
    state, page = STATES[number], screens[number % 2]
    world.language = WAYS[number % 2][1]
    answer = state.come(world)
    if answer.status_code != state.status or (state.page and kind_of(site.app, path_of(answer)) != state.page):
        return [f"{answer.status_code} from {path_of(answer)}, not {state.status} from {state.page}"]
    show(page, site.url + path_of(answer), answer)
    faults = unannounced(page) + lost(answer) if state.status in TO_COMPLETE else []
    return faults + barriers(page) + hard_to_touch(page) + too_wide(page, (320, 390)) + without_focus_mark(page)


def show(page, address: str, answer) -> None:
    """Show what the server drew, at its own address."""
    page.route(address, lambda route: route.fulfill(
        status=answer.status_code, body=answer.data, headers=dict(answer.headers)), times=1)
    page.goto(address)


def lost(answer) -> list[str]:
    """What was typed and does not stand on the page that came back."""
    page, has_form = html.unescape(answer.text), f'action="{path_of(answer)}' in answer.text
    wanted = [words for words in getattr(answer, "typed", ()) if words and (has_form or is_writing(words))]
    return [f"lost: {words[:80]}" for words in wanted if words not in page]


def is_writing(words: str) -> bool:
    """A choice is made again with one touch where its form is gone; a sentence is not."""
    return " " in words or len(words) > 40


def test_no_kind_of_page_is_forgotten(site, places):
    led_to = {kind for who in PEOPLE for kind in places(who)}
    forgotten = kinds_of_pages(site.app) - led_to - {state.page for state in STATES}
    assert not forgotten, f"add a state that shows {forgotten}, or in NO_PAGES why it is no page"
    assert set(NO_PAGES) <= set(site.app.view_functions), "NO_PAGES names a view that is no more"
