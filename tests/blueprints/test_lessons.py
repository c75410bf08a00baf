"""Reading, as a phone does it."""

import shutil

import pytest

from tests import salam


@pytest.fixture
def published(session):
    salam.publish(session)
    session.commit()


@pytest.fixture
def ratna(published, as_person):
    return as_person("ratna")


def test_a_guest_is_asked_to_sign_in_first(published, client):
    answer = client.get(f"{salam.PATH}/menyapa", expect=303)
    assert answer.headers["Location"].startswith("/sign-in?next=")


PAGES = ["/courses", "/courses/salam", salam.PATH, f"{salam.PATH}/menyapa", f"{salam.PATH}/quiz"]


@pytest.mark.parametrize("path", PAGES)
def test_every_reading_page_is_sound(ratna, path):
    assert "Keluar" in ratna.get(path).text


@pytest.mark.parametrize("path", [
    "/courses/tidak-ada", "/courses/salam/tidak-ada", f"{salam.PATH}/tidak-ada", "/courses/salam/99999999999999999999",
    "/media/0000000000000000/x.svg", "/media/..%2f..%2fetc/passwd", "/attempts/99999999999999999999", "/attempts/4",
])
def test_what_is_not_there_is_not_found(ratna, path):
    ratna.get(path, expect=404)


def test_titles_are_neutral(ratna):
    for path in (salam.PATH, f"{salam.PATH}/menyapa"):
        page = ratna.get(path).text
        assert "<title>Sebaya</title>" in page
        assert 'property="og:title" content="Sebaya"' in page


def test_a_contact_comes_from_the_file_not_from_the_release(ratna):
    page = ratna.get(f"{salam.PATH}/menyapa").text
    assert "{{kontak" not in page


def test_marking_read_leads_on_and_is_kept(ratna):
    answer = ratna.post(f"{salam.PATH}/menyapa/readings", data={})
    assert answer.headers["Location"] == f"{salam.PATH}/jeda"
    ratna.post(f"{salam.PATH}/menyapa/readings", data={})
    assert "1 dari 2 bagian" in ratna.get(salam.PATH).text


def test_a_supervisor_reads_but_takes_no_courses(published, as_person):
    sari = as_person("sari")
    sari.get(f"{salam.PATH}/menyapa")
    assert "adalah untuk fasilitator" in sari.post(f"{salam.PATH}/menyapa/readings", data={}, expect=403).text


def test_an_unchanged_lesson_is_not_sent_again(ratna):
    first = ratna.get(f"{salam.PATH}/menyapa")
    tag = {"If-None-Match": first.headers["ETag"]}
    assert ratna.get(f"{salam.PATH}/menyapa", headers=tag, expect=304).data == b""
    ratna.post(f"{salam.PATH}/menyapa/readings", data={})
    ratna.get(f"{salam.PATH}/menyapa", headers=tag, expect=200)


def test_a_kept_page_is_never_shown_to_somebody_else(ratna, as_person):
    tag = {"If-None-Match": ratna.get(f"{salam.PATH}/menyapa").headers["ETag"]}
    as_person("made").get(f"{salam.PATH}/menyapa", headers=tag, expect=200)


def test_the_place_is_remembered(ratna):
    ratna.post(f"{salam.PATH}/menyapa/place", data={"heading": "m-nama", "permille": "400"}, expect=204)
    page = ratna.get(f"{salam.PATH}/menyapa").text
    assert 'data-heading="m-nama" data-permille="400"' in page
    assert "menyapa" in ratna.get("/").text


def test_both_languages_are_one_press_apart(ratna):
    ratna.post("/language", data={"lang": "en", "back": f"{salam.PATH}/menyapa"})
    assert '<html lang="en">' in ratna.get(f"{salam.PATH}/menyapa").text
    assert '<html lang="id">' in ratna.get(f"{salam.PATH}/menyapa?lang=id").text


def test_a_self_check_answers_without_storing_anything(ratna):
    page = ratna.get(f"{salam.PATH}/menyapa").text
    assert 'name="check"' in page
    name = page.split('name="check" value="')[1].split('"')[0]
    answered = ratna.get(f"{salam.PATH}/menyapa?check={name}&q-{name}=0").text
    assert "data-verdict" in answered
    assert "data-verdict" not in page


def test_a_picture_is_served_for_good_and_can_run_nothing(ratna):
    page = ratna.get(f"{salam.PATH}/menyapa").text
    address = page.split('src="/media/')[1].split('"')[0]
    answer = ratna.get(f"/media/{address}")
    assert answer.mimetype == "image/svg+xml"
    assert "immutable" in answer.headers["Cache-Control"]
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_a_lesson_taken_out_under_a_reader_stays_hers(session, as_person, tmp_path):
    shutil.copytree(salam.GOOD, tmp_path / "courses")
    salam.publish(session, tmp_path / "courses")
    session.commit()
    ratna, made = as_person("ratna"), as_person("made")
    ratna.post(f"{salam.PATH}/menyapa/readings", data={})
    for file in (tmp_path / "courses/salam/sal-1").glob("2-jeda.*"):
        file.unlink()
    salam.publish(session, tmp_path / "courses")
    session.commit()
    ratna.get(f"{salam.PATH}/jeda")
    assert "versi yang lebih baru" in ratna.get(salam.PATH).text
    made.get(f"{salam.PATH}/jeda", expect=404)


def test_a_supervisor_reads_and_is_not_led_to_what_is_for_facilitators(published, as_person):
    sari = as_person("sari")
    for path in (salam.PATH, f"{salam.PATH}/menyapa", f"{salam.PATH}/jeda"):
        page = sari.get(path).text
        assert f"{salam.PATH}/quiz" not in page
        assert f"{salam.PATH}/practice" not in page


def test_after_the_last_part_the_module_leads_to_its_quiz(ratna):
    for lesson in ("menyapa", "jeda"):
        ratna.post(f"{salam.PATH}/{lesson}/readings", data={})
    assert "Ke kuis modul ini" in ratna.get(salam.PATH).text
