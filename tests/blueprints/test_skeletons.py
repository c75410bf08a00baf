"""A page filled into a skeleton says exactly what the page drawn whole for this reader says."""

import datetime as dt
import gzip
import importlib
import re

import pytest

from blueprints.web import skeletons
from tests import salam
from tests.cast import AT
from tests.published import publish_module
from tests.training.signoffs.asking import asked
from training.signoffs.ledger import Words, certify

PLAIN = {"Accept-Encoding": "identity"}
TOKEN = re.compile(r'(name="csrf_token" value=|data-token=)"[^"]+"')


LESSON = f"{salam.PATH}/menyapa"


@pytest.fixture(autouse=True)
def course(session):
    salam.publish(session)
    session.commit()


def page(browser, headers=PLAIN):
    answer = browser.get(LESSON, headers=headers, check=headers is PLAIN)
    return answer, TOKEN.sub("", answer.text) if headers is PLAIN else ""


def whole(monkeypatch, browser):
    with monkeypatch.context() as patch:
        patch.setattr(skeletons, "fits", lambda: False)
        return page(browser)[1]


@pytest.mark.parametrize("key", ["ratna", "made", "sari", "wayan", "andreas", "agnes"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_filled_page_is_the_page_drawn_whole(as_person, monkeypatch, cast, key, language):
    as_person("made").post(f"{LESSON}/readings", data={})
    page(as_person("yohana"))
    browser = as_person(key)
    browser.get(f"/?lang={language}")
    assert page(browser)[1] == whole(monkeypatch, browser)
    assert getattr(cast, key).name in page(browser)[1]


def test_where_she_stopped_is_hers(as_person, monkeypatch):
    ratna, made = as_person("ratna"), as_person("made")
    for browser, heading in ((made, "Jeda"), (ratna, "Diam & “dengar”")):
        browser.post(f"{LESSON}/place", data={"heading": heading, "permille": "420"}, expect=204)
    first, second = page(made)[1], page(ratna)[1]
    assert "Jeda" in first and "Jeda" not in second and "Diam &amp; “dengar”" in second
    assert second == whole(monkeypatch, ratna)


def test_each_reader_gets_a_token_of_her_own(as_person):
    tokens = {TOKEN.search(page(as_person(key))[0].text)[0] for key in ("ratna", "made")}
    assert len(tokens) == 2


def test_packed_and_plain_say_the_same(as_person):
    browser = as_person("ratna")
    plain = page(browser)[0]
    packed, _ = page(browser, {"Accept-Encoding": "gzip, br, zstd"})
    assert packed.headers["Content-Encoding"] == "gzip"
    unpacked = gzip.decompress(packed.data).decode()
    assert TOKEN.sub("", unpacked) == TOKEN.sub("", plain.text)


def test_private_words_never_reach_a_skeleton(app, as_person, cast):
    ratna = as_person("ratna")
    ratna.post(f"{salam.PATH}/reflections/r-kata", data={"text": "Hanya untuk saya."})
    for lesson in ("menyapa", "jeda"):
        ratna.get(f"{salam.PATH}/{lesson}")
    kept = repr(app.extensions["skeletons"])
    assert cast.ratna.name not in kept and "Hanya untuk saya" not in kept


def test_an_inbox_is_drawn_anew_when_anything_in_it_changed(as_person, monkeypatch, session, cast):
    sari, budi = as_person("sari"), as_person("budi")
    module = publish_module(session)
    first = asked(session, cast.ratna, module)
    session.commit()
    assert cast.ratna.name in sari.get("/signoffs").text and cast.ratna.name not in budi.get("/signoffs").text
    asked(session, cast.made, module, AT + dt.timedelta(days=1))
    session.commit()
    both = TOKEN.sub("", sari.get("/signoffs").text)
    assert cast.ratna.name in both and cast.made.name in both
    with monkeypatch.context() as patch:
        patch.setattr(skeletons, "fits", lambda: False)
        assert TOKEN.sub("", sari.get("/signoffs").text) == both
    certify(session, cast.sari, first, version=1, words=Words("Baik.", "", "none"), client_key="key-12345", at=AT)
    session.commit()
    assert cast.ratna.name not in sari.get("/signoffs").text


def test_an_inbox_in_which_nothing_changed_is_not_drawn_again(as_person, monkeypatch, session, cast):
    sari, module = as_person("sari"), publish_module(session)
    asked(session, cast.ratna, module)
    session.commit()
    first = sari.get("/signoffs").text
    for name in ("lines", "render_template"):
        monkeypatch.setattr(importlib.import_module("blueprints.signoffs.waiting"), name, None)
    assert TOKEN.sub("", sari.get("/signoffs").text) == TOKEN.sub("", first)
