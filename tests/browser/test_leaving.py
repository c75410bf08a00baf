"""Leaving in a hurry: the page is blank before anything else happens, and Back does not bring it again."""

import pytest

from tests.browser.conftest import AWAY, PHONE

LESSON = "/courses/trauma-informed/tic-1/mengenal"
SLOW = {"offline": False, "latency": 30_000, "downloadThroughput": 1, "uploadThroughput": 1}
PRESS_AND_LOOK = """() => {
  document.querySelector("[data-exit]").click();
  return [document.documentElement.hidden, document.body.textContent, document.title];
}"""


def elsewhere(page) -> None:
    """Stand in for the place the exit leads to."""
    page.context.route(
        lambda url: AWAY in url, lambda route: route.fulfill(body="away", content_type="text/plain"),
    )


@pytest.fixture
def reader(visit):
    page = visit("yohana", size=PHONE)
    elsewhere(page)
    page.goto(LESSON)
    return page


def is_away(page) -> bool:
    page.wait_for_url(f"**{AWAY}**")
    return "mengenal" not in page.content()


def has_stayed_away(page) -> bool:
    """After Back: elsewhere still, or a page of ours that shows nothing."""
    page.go_back(wait_until="commit")
    page.wait_for_timeout(400)
    return AWAY in page.url or not page.locator("h1").is_visible()


@pytest.mark.browser
def test_one_touch_leads_away_and_back_stays_away(reader):
    reader.locator("[data-exit]").click()
    assert is_away(reader) and has_stayed_away(reader)


@pytest.mark.browser
def test_shift_three_times_leads_away(reader):
    for _ in range(3):
        reader.keyboard.press("Shift")
    assert is_away(reader) and has_stayed_away(reader)


@pytest.mark.browser
def test_shift_inside_a_word_leads_nowhere(reader):
    for key in ("Shift", "a", "Shift", "b", "Shift"):
        reader.keyboard.press(key)
    reader.wait_for_timeout(300)
    assert reader.url.endswith(LESSON)


@pytest.mark.browser
def test_the_page_is_blank_while_the_next_one_is_slow(visit):
    page = visit("yohana", size=PHONE)
    page.goto(LESSON)
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
    assert page.evaluate(PRESS_AND_LOOK) == [True, "", "…"]


@pytest.mark.browser
def test_without_script_it_is_a_link(visit):
    page = visit("yohana", size=PHONE, script=False)
    elsewhere(page)
    page.goto(LESSON)
    page.locator("[data-exit]").click()
    assert is_away(page)


@pytest.mark.browser
@pytest.mark.parametrize("path", ["/", LESSON, "/courses/trauma-informed/tic-1/quiz", "/competencies", "/me"])
def test_titles_tell_nothing(reader, path):
    reader.goto(path)
    title = reader.title().lower()
    assert "sebaya" in title and not {"trauma", "kekerasan", "korban"} & set(title.split())
