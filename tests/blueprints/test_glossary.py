"""The words that lessons explain are those of the interface: one page of all of them, and hints where they stand."""

import re
import shutil

import pytest

from blueprints.web.settings import ROOT
from tests.broken_courses import HERE
from training.curriculum.glossary import read_glossary

SHIPPED, _ = read_glossary(ROOT / "courses" / "glossary.yml")
ASKED = {
    key for path in (ROOT / "templates").rglob("*.html")
    for call in re.findall(r"\{\{ terms\(([^)]*)\) \}\}", re.sub(r"\{#.*?#\}", "", path.read_text(), flags=re.DOTALL))
    for key in re.findall(r'"([\w-]+)"', call)
}


def test_every_hint_of_the_interface_is_explained_in_both_languages():
    assert {"bukti", "versi", "tingkat"} <= ASKED <= set(SHIPPED.by_key)
    for key in ASKED:
        assert set(SHIPPED.get(key).means) == {"id", "en"}


@pytest.mark.parametrize("language", ["id", "en"])
def test_anyone_may_read_every_term_in_the_order_of_the_alphabet(client, language):
    page = client.get(f"/glossary?lang={language}").text
    named = re.findall(r'<dt id="istilah-([\w-]+)">', page)
    assert set(named) == set(SHIPPED.by_key)
    names = [SHIPPED.get(key).name[language].casefold() for key in named]
    assert names == sorted(names) and SHIPPED.get("bukti").means[language] in page


def test_the_footer_leads_there(client):
    assert 'href="/glossary"' in client.get("/").text


def test_a_hint_says_what_the_glossary_says_and_leads_to_its_place(as_person, cast):
    page = as_person("made").get("/competencies").text
    assert 'href="/glossary#istilah-tingkat" data-means="tingkat: Seberapa jauh' in page


def test_an_installation_with_its_own_words_shows_those_and_no_hint_without_one(app, as_person, tmp_path, monkeypatch):
    shutil.copytree(HERE / "good", tmp_path / "courses")
    monkeypatch.setitem(app.config, "COURSES_DIR", tmp_path / "courses")
    browser = as_person("made")
    assert "Waktu hening yang disengaja." in browser.get("/glossary").text
    assert "data-means" not in browser.get("/competencies").text
    (tmp_path / "courses" / "glossary.yml").unlink()
    assert "Belum ada istilah" in browser.get("/glossary").text
