"""A supervisor goes through her inbox with two keys, and never by accident."""

import pytest

from tests.browser.conftest import PHONE, WIDE
from tests.browser.looking import barriers, too_wide


@pytest.fixture
def sari(visit):
    """Sari at the first of her requests."""
    page = visit("sari", size=WIDE)
    page.goto("/signoffs")
    page.goto(page.locator("ol.inbox h3 a").first.get_attribute("href"))
    return page


def press(page, key):
    """Press a key outside every field, and wait for the page it leads to."""
    with page.expect_navigation():
        page.keyboard.press(key)
    return page.url


@pytest.mark.browser
def test_the_arrows_lead_through_the_inbox(sari):
    first = sari.url
    second = press(sari, "ArrowRight")
    assert second != first and sari.locator("a[rel=prev]").count() == 1
    assert press(sari, "ArrowLeft") == first and sari.locator("a[rel=prev]").count() == 0


@pytest.mark.browser
def test_neither_key_leads_away_while_she_writes_or_holds_another(sari):
    first = sari.url
    sari.locator('textarea[name="message"]').focus()
    sari.keyboard.type("nanti, pelan")
    sari.keyboard.press("ArrowRight")
    sari.locator("#conflict-none").focus()
    sari.keyboard.press("ArrowRight")
    sari.locator("h1").click()
    sari.keyboard.press("Shift+ArrowRight")
    sari.keyboard.press("n")
    assert sari.url == first and sari.locator('textarea[name="message"]').input_value() == "nanti, pelan"
    assert press(sari, "ArrowRight") != first


@pytest.mark.browser
def test_the_links_say_which_key_they_have(sari):
    assert sari.locator("a[rel=next]").get_attribute("aria-keyshortcuts") == "ArrowRight"


@pytest.mark.browser
@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_inbox_and_review_have_no_barrier_and_fit(visit, size, dark):
    page = visit("sari", size=size, dark=dark)
    page.goto("/signoffs")
    there = page.locator("ol.inbox h3 a").first.get_attribute("href")
    assert barriers(page) + too_wide(page) == []
    page.goto(there)
    assert barriers(page) + too_wide(page) == []


@pytest.mark.browser
def test_the_arrows_keep_to_the_chosen_course(visit):
    page = visit("sari", size=WIDE)
    page.goto("/signoffs?course=peer-support")
    page.goto(page.locator("ol.inbox h3 a").first.get_attribute("href"))
    here = page.url
    page.keyboard.press("ArrowRight")
    assert page.url == here and here.endswith("?course=peer-support") and page.locator("a[rel=next]").count() == 0
