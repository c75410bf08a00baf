"""The role-play library through the door: who may see it, that the actor's words stay on their own page, and the ways
there from practice and observation."""

import shutil

import pytest

from tests.broken_courses import HERE
from tests.published import publish_module

CARD = "/role-plays/rp-salam1"
SAID_BY_ACTORS = ("Saya boleh di sini saja?", "Saya tidak bisa lama.", "Ratna dari kampung sebelah")


@pytest.fixture
def courses(app, tmp_path, monkeypatch):
    """The installation's own folder of courses, with one role play for the module sal-1."""
    shutil.copytree(HERE / "good", tmp_path / "courses")
    monkeypatch.setitem(app.config, "COURSES_DIR", tmp_path / "courses")
    return tmp_path / "courses"


@pytest.fixture
def module(session, courses):
    module = publish_module(session, "sal-1", "salam", competencies=("A1",))
    session.commit()
    return module


def test_the_library_lists_by_course(as_person, module):
    page = as_person("made").get("/role-plays").text
    assert "Kursus contoh" in page and "Orang baru di pintu" in page and f'href="{CARD}"' in page
    assert "Kesepakatan kelompok" in page and "Tidak ada yang berat" in page


def test_one_of_an_unpublished_course_is_there_all_the_same(as_person, courses):
    assert "Kursus yang belum terbit" in as_person("made").get("/role-plays").text


@pytest.mark.parametrize("who", ["made", "sari", "wayan"])
def test_who_learns_supervises_or_writes_may_open_it(as_person, courses, who):
    assert "Main peran" in as_person(who).get("/").text
    as_person(who).get(CARD)


@pytest.mark.parametrize("who", ["andreas", "agnes"])
def test_others_hear_whom_it_is_for(as_person, courses, who):
    browser = as_person(who)
    assert "Main peran" not in browser.get("/").text
    assert "yang belajar" in browser.get(CARD, expect=403).text


def test_the_card_keeps_the_actors_words_to_themselves(as_person, courses):
    browser = as_person("made")
    page = browser.get(CARD).text
    assert "Pertemuan mulai sepuluh menit lagi" in page and "Boleh tidak bermain." in page
    for words in SAID_BY_ACTORS:
        assert words not in page
    assert SAID_BY_ACTORS[0] in browser.get(f"{CARD}/variants/1").text
    assert SAID_BY_ACTORS[1] in browser.get(f"{CARD}/variants/2").text


def test_titles_say_nothing_of_the_scene(as_person, courses):
    browser = as_person("made")
    for path in ("", "/observer", "/variants/1", "/variants/2/sheets"):
        title = browser.get(CARD + path).text.partition("<title>")[2].partition("</title>")[0]
        assert title == "Permainan peran · Sebaya"


def test_the_observer_sees_each_behaviour_as_it_looks_here_and_what_has_no_occasion(as_person, courses):
    page = as_person("sari").get(f"{CARD}/observer").text
    assert "Mengajak anggota menyusun kesepakatan" in page and "mengajak orang baru menambah satu butir" in page
    assert "Mengancam anggota" in page and "tidak memberi kesempatan" in page and "Sebut nama sendiri" in page


def test_every_sheet_of_a_variant_is_on_one_page_for_the_printer(as_person, courses):
    page = as_person("made").get(f"{CARD}/variants/1/sheets").text
    assert page.count('class="sheet"') == 3 and "2:20" not in page and "1:30" in page


def test_english_readers_get_the_english_sheets(as_person, courses):
    page = as_person("made").get(f"{CARD}/variants/1?lang=en").text
    assert "May I just stay here?" in page and "Saya boleh" not in page


@pytest.mark.parametrize("path", ["/role-plays/rp-none", f"{CARD}/variants/3", "/role-plays/../contacts"])
def test_what_is_not_there_is_not_found(as_person, courses, path):
    as_person("made").get(path, expect=404)


def test_a_changed_file_is_read_again_and_one_with_an_error_is_left_out(as_person, courses):
    browser, file = as_person("made"), courses / "role-plays" / "rp-salam1.id.md"
    file.write_text(file.read_text().replace("Orang baru di pintu", "Tamu di pintu"))
    assert "Tamu di pintu" in browser.get(CARD).text
    file.write_text(file.read_text().replace("## Setelah bermain", "## Sesudahnya"))
    browser.get(CARD, expect=404)
    assert "Belum ada permainan peran" in browser.get("/role-plays").text


def test_a_modules_practice_page_leads_to_its_role_plays(as_person, module, session):
    other = publish_module(session, "sal-2", "salam", position=2)
    session.commit()
    browser = as_person("made")
    assert f'href="{CARD}"' in browser.get(f"{module.path}/practice").text
    assert CARD not in browser.get(f"{other.path}/practice").text


def test_the_observation_form_begins_from_a_role_play(as_person, courses, cast):
    browser = as_person("sari")
    page = browser.get(f"/learners/{cast.made.id}/observations/new").text
    assert "competency=A1&amp;scene=RP-SALAM1" in page
    form = browser.get(f"/learners/{cast.made.id}/observations/new?competency=A1&scene=RP-SALAM1,+Orang+baru").text
    assert 'value="RP-SALAM1, Orang baru"' in form and f'href="{CARD}/observer"' in form


def test_the_role_plays_are_written_back_as_they_stand(app, courses, tmp_path):
    done = app.test_cli_runner().invoke(args=["courses", "export", "role-plays", str(tmp_path / "out")])
    assert done.exit_code == 0 and done.output.startswith("2 files")
    for file in (courses / "role-plays").iterdir():
        assert (tmp_path / "out" / file.name).read_bytes() == file.read_bytes()
