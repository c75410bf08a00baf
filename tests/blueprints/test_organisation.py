"""The organisation's own texts through the door: the administrator's page, the reminder, lessons, and the terminal."""

import shutil

import pytest

from tests.broken_courses import HERE
from training.core.clock import now
from training.curriculum import catalogue, organisation_texts
from training.curriculum.checks import check_everything
from training.curriculum.releases import publish
from training.curriculum.shared import read_shared

LESSON = "/courses/salam/sal-1/jeda"
FORM = {
    "id": "Di klinik kami cerita tinggal di sini.", "en": "At our clinic it stays here.",
    "professional": "Sari, psikolog",
}


@pytest.fixture
def courses(app, tmp_path, monkeypatch):
    """The installation's own folder, whose second lesson shows a text of the organisation."""
    shutil.copytree(HERE / "good", tmp_path / "courses")
    for language, heading in (("id", "## Tiga tanda"), ("en", "## Three signs")):
        file = tmp_path / "courses" / "salam" / "sal-1" / f"2-jeda.{language}.md"
        assert heading in file.read_text()
        file.write_text(file.read_text().replace(heading, "{{organisasi:batas-kerahasiaan}}\n\n" + heading, 1))
    monkeypatch.setitem(app.config, "COURSES_DIR", tmp_path / "courses")
    return tmp_path / "courses"


@pytest.fixture
def published(session, courses):
    report = check_everything([courses / "salam"])
    assert not report.errors
    done = publish(session, report.courses[0], read_shared(courses)[0], at=now())
    session.commit()
    return done


def test_a_lesson_shows_the_text_and_that_nobody_adapted_it(as_person, published):
    page = as_person("made").get(LESSON).text
    assert "Yang dibicarakan di sini tinggal di sini." in page and "Teks ini belum disesuaikan." in page
    assert "supervisor Anda" in page and "{{" not in page.partition("<main")[2]


def test_an_adapted_text_reaches_a_release_published_before_it_and_its_hash_stays(as_person, published, session):
    reader = as_person("made")
    first = reader.get(LESSON)
    as_person("agnes").post("/organisation/texts/batas-kerahasiaan/versions", data=FORM)
    second = reader.get(LESSON, headers={"If-None-Match": first.headers["ETag"]})
    assert "Di klinik kami" in second.text and "Disesuaikan oleh Sari, psikolog." in second.text
    assert "belum disesuaikan" not in second.text
    assert "At our clinic" in reader.get(f"{LESSON}?lang=en").text
    session.rollback()
    module = catalogue.published_course(session, "salam").module("sal-1")
    assert module.release.content_hash == published[0].content_hash and module.release.number == 1


def test_a_lesson_without_such_a_text_asks_for_none(published, session):
    lines = catalogue.published_course(session, "salam").module("sal-1").release.lessons
    assert {line.slug: line.has_own_text for line in lines} == {"menyapa": False, "jeda": True}


def test_an_administrator_is_reminded_until_every_text_is_adapted(as_person, courses):
    browser = as_person("agnes")
    assert "Teks organisasi belum disesuaikan" in browser.get("/").text
    browser.post("/organisation/choices", data={"template": "klinik"})
    assert "Teks organisasi belum disesuaikan" in browser.get("/").text
    browser.post("/organisation/texts/batas-kerahasiaan/versions", data=FORM)
    assert "Teks organisasi belum disesuaikan" not in browser.get("/").text


def test_the_page_tells_who_did_what(as_person, courses):
    browser = as_person("agnes")
    browser.post("/organisation/choices", data={"template": "klinik"})
    assert "Kami didampingi sebuah klinik." in browser.get("/organisation").text
    browser.post("/organisation/texts/batas-kerahasiaan/versions", data=FORM)
    page = browser.get("/organisation").text
    assert "disesuaikan Sari, psikolog" in page and "dimulai dari contoh “Klinik”" in page and "Agnes" in page


def test_what_is_missing_is_told_and_nothing_typed_is_lost(as_person, courses, session):
    answer = as_person("agnes").post(
        "/organisation/texts/batas-kerahasiaan/versions", data={**FORM, "professional": ""}, expect=422)
    assert FORM["id"] in answer.text and "nama dan profesi" in answer.text.lower()
    assert organisation_texts.history(session) == ()


@pytest.mark.parametrize("who", ["made", "sari", "wayan", "andreas"])
def test_others_may_not(as_person, courses, who):
    browser = as_person(who)
    assert "belum disesuaikan" not in browser.get("/").text
    browser.get("/organisation", expect=403)
    browser.post("/organisation/choices", data={"template": "klinik"}, expect=403)


def test_what_is_not_there_is_not_found(as_person, courses):
    browser = as_person("agnes")
    browser.get("/organisation/texts/lain", expect=404)
    browser.post("/organisation/choices", data={"template": "lain"}, expect=404)


def test_the_terminal_does_the_same(app, courses, tmp_path, session):
    terminal = app.test_cli_runner()
    assert "NOT ADAPTED YET" in terminal.invoke(args=["organisation", "texts"]).output
    assert terminal.invoke(args=["organisation", "choose", "klinik"]).exit_code == 0
    (tmp_path / "id.md").write_text(FORM["id"])
    (tmp_path / "en.md").write_text(FORM["en"])
    done = terminal.invoke(args=[
        "organisation", "adapt", "batas-kerahasiaan", "--professional", "Sari, psikolog",
        "--indonesian", str(tmp_path / "id.md"), "--english", str(tmp_path / "en.md")])
    assert done.exit_code == 0, done.output
    assert "adapted by Sari, psikolog" in terminal.invoke(args=["organisation", "texts"]).output
