"""Quiz and result pages put together from what was drawn before say what the pages drawn whole say, and hold nothing
that is one person's own."""

import importlib
import re

import pytest

from blueprints.web import skeletons
from tests import salam
from tests.training.quizzes.samples import EVERY_KIND

QUIZ = f"{salam.PATH}/quiz"
TOKEN = re.compile(r'(name="csrf_token" value=|data-token=)"[^"]+"')
PICKS = re.compile(r'<input type="(?:radio|checkbox)" name="(q-[^"]+)" value="([^"]*)"')
SELECTS = re.compile(r'<select name="(q-[^"]+)">.*?<option value="(\d+)"', re.DOTALL)
TYPED = re.compile(r'<(?:input|textarea)(?: class="gap")?(?: id="[^"]+")? name="(q-[^"]+)"')
OWN_WORDS = "kata saya sendiri"


@pytest.fixture(autouse=True)
def course(session, tmp_path):
    salam.publish(session, salam.with_quiz(tmp_path, EVERY_KIND))
    session.commit()


def said(page: str) -> str:
    return TOKEN.sub("", page)


def quiz_with(monkeypatch, browser, key: str) -> str:
    """The quiz page whose orders come from `key`."""
    with monkeypatch.context() as patch:
        patch.setattr(importlib.import_module("blueprints.quizzes.pages"), "new_key", lambda: key)
        return said(browser.get(QUIZ).text)


def whole(monkeypatch, ask, *rest):
    with monkeypatch.context() as patch:
        patch.setattr(skeletons, "fits", lambda: False)
        return ask(monkeypatch, *rest)


def send(browser, turn: int = 0) -> str:
    """The address of an attempt with every question answered; `turn` tells which choice."""
    page = browser.get(QUIZ).text
    form = dict.fromkeys(TYPED.findall(page), OWN_WORDS) | dict(SELECTS.findall(page))
    picks: dict[str, list[str]] = {}
    for name, value in PICKS.findall(page):
        picks.setdefault(name, []).append(value)
    form |= {name: values[turn % len(values)] for name, values in picks.items()}
    form["release"] = re.search(r'name="release" value="(\d+)"', page)[1]
    return browser.post(f"{QUIZ}/attempts", data=form | {"client_key": f"attempt-{turn}"}).headers["Location"]


def result(_monkeypatch, browser, address: str) -> str:
    return said(browser.get(address).text)


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_quiz_of_pieces_is_the_quiz_drawn_whole(as_person, monkeypatch, language):
    browsers = [as_person("ratna"), as_person("made")]
    orders = set()
    for browser in browsers:
        browser.get(f"/?lang={language}")
        for number in range(6):
            page = quiz_with(monkeypatch, browser, f"key-number-{number}")
            skeletons.keep(browser.application)
            assert page == whole(monkeypatch, quiz_with, browser, f"key-number-{number}")
            assert page == quiz_with(monkeypatch, browser, f"key-number-{number}")
            orders.add(tuple(re.findall("Pilihan [ABC]", page)))
    assert len(orders) > 1


def test_a_result_of_pieces_is_the_result_drawn_whole(as_person, monkeypatch):
    for key in ("ratna", "made"):
        browser = as_person(key)
        for turn in range(3):
            address = send(browser, turn)
            page = result(monkeypatch, browser, address)
            assert page == result(monkeypatch, browser, address)
            assert page == whole(monkeypatch, result, browser, address)
            assert f"Percobaan ke-{turn + 1}, " in page
            assert f'name="back" value="{address}"' in page


def test_a_result_leads_into_the_release_that_its_reader_has_now(as_person, session, tmp_path, monkeypatch):
    ratna, made = as_person("ratna"), as_person("made")
    addresses = [send(ratna), send(made)]
    for file in (tmp_path / "courses" / salam.COURSE / salam.MODULE).glob("module.*.md"):
        file.write_text(re.sub("(?m)^title: .*$", "title: Judul baru", file.read_text()))
    salam.publish(session, tmp_path / "courses")
    session.commit()
    made.post(f"{salam.PATH}/enrolments", data={})
    made.get(salam.PATH)
    pages = [result(monkeypatch, *each) for each in zip((ratna, made), addresses, strict=True)]
    assert ["Judul baru" in page for page in pages] == [False, True]


def test_a_result_speaks_the_readers_language(as_person, monkeypatch):
    ratna = as_person("ratna")
    address = send(ratna)
    assert "Percobaan ke-1" in result(monkeypatch, ratna, address)
    ratna.get("/?lang=en")
    assert "Percobaan" not in result(monkeypatch, ratna, address)


def test_nothing_of_ones_own_is_kept(app, as_person, cast, monkeypatch):
    ratna = as_person("ratna")
    address = send(ratna)
    ratna.get(QUIZ)
    assert OWN_WORDS in result(monkeypatch, ratna, address)
    kept = repr((app.extensions["pieces"], app.extensions["skeletons"]))
    assert "Pilihan A" in kept
    assert OWN_WORDS not in kept and cast.ratna.name not in kept
