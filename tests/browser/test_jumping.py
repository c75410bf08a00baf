"""A problem in the editor leads to its very line."""

import pytest

from tests.browser.conftest import PHONE, WIDE

CHOSEN = """() => { const text = document.querySelector("#text");
  return [text.value.slice(text.selectionStart, text.selectionEnd), document.activeElement === text]; }"""
SHOWN = """() => { const text = document.querySelector("#text"), box = text.getBoundingClientRect();
  return text.scrollTop > 0 && box.top < innerHeight && box.bottom > 0; }"""


@pytest.fixture
def editor(visit):
    """A lesson with a broken link far down."""

    def come(**how):
        page = visit("wayan", **how)
        page.goto("/authoring/1/files/3-peran-kita.id.md")
        text = page.locator("#text").input_value().rstrip()
        long = "\n\n".join(f"Paragraf {number} yang cukup panjang untuk dua baris di ponsel." for number in range(40))
        page.locator("#text").fill(f"{text}\n\n{long}\n\n[rusak](tidak-ada.id.md)\n")
        page.locator("form:has(#text) button").last.click()
        page.wait_for_load_state()
        return page

    return come


@pytest.mark.browser
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_problem_leads_to_its_line(editor, size):
    page = editor(size=size)
    link = page.locator("#problems li:has-text('tidak-ada') a[data-line]").first
    link.click()
    assert page.evaluate(CHOSEN) == ["[rusak](tidak-ada.id.md)", True] and page.evaluate(SHOWN)
    page.goto(link.get_attribute("href"))
    assert page.evaluate(CHOSEN) == ["[rusak](tidak-ada.id.md)", True]


@pytest.mark.browser
def test_without_script_it_leads_to_the_text(editor):
    page = editor(script=False)
    page.locator("#problems li:has-text('tidak-ada') a").first.click()
    assert page.url.endswith("#text")
