"""The authors' room through the door."""

import io
import zipfile

import pytest

from tests.training.curriculum.drafting import LESSON, SAID
from training.curriculum import catalogue_store, drafts

ASK = {"change": "editorial", "changes_id": SAID["id"], "changes_en": SAID["en"]}
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle r="4"/></svg>'


def the_draft(session):
    session.rollback()
    return drafts.drafts(session)[0]


def save(browser, room, words, seen=1, name=LESSON, key="form-number-1", **more):
    return browser.post(f"{room}/files/{name}", data={"text": words, "seen": seen, "client_key": key}, **more)


def typed(session, name=LESSON):
    return the_draft(session).files[name].text


def agree(dewi, room, session):
    return dewi.post(f"{room}/reviews", data={"verdict": "approve", "fingerprint": the_draft(session).fingerprint})


def test_the_desk_shows_what_is_published_and_opens_it(wayan):
    assert "Belum ada naskah" in wayan.get("/authoring").text
    room = wayan.post("/authoring/drafts", data={"course": "salam", "module": "sal-1"}).location
    assert "Tidak ada masalah" in wayan.get(room).text
    assert room in wayan.get("/authoring").text


def test_the_room_is_for_therapists(as_person, client, room):
    assert client.get("/authoring", expect=303).location.startswith("/sign-in")
    for key in ("ratna", "sari", "andreas", "agnes"):
        assert as_person(key).get(room, expect=403).status_code == 403


def test_unknown_things_are_not_found(wayan, room):
    wayan.get("/authoring/999", expect=404)
    for address in ("files/9-x.id.md", "preview/x", "history/y", "conflicts/9"):
        wayan.get(f"{room}/{address}", expect=404)
    wayan.post(f"{room}/files/..%2fcourse.id.md", data={"text": "x", "seen": 1}, expect=404)
    wayan.post("/authoring/drafts", data={"course": "salam", "module": "tidak-ada"}, expect=404)


@pytest.mark.parametrize("name", [LESSON, "module.id.md", "quiz.en.md", "practice.id.md", "1-menyapa.en.md"])
def test_every_file_can_be_opened_and_looked_at(wayan, room, name):
    wayan.get(f"{room}/files/{name}")
    assert "Tidak ada yang disimpan" in wayan.get(f"{room}/preview/{name}").text
    wayan.get(f"{room}/preview/{name}?look=1&q-x=1")


def test_saving_with_a_button_and_by_itself(wayan, room, session):
    save(wayan, room, "---\nid: jeda\n---\nSatu.")
    answer = save(wayan, room, "Dua.", headers={"Accept": "application/json"}, expect=204)
    assert answer.text == "" and typed(session) == "Dua.\n"


def test_a_problem_is_told_with_its_line(wayan, room, session):
    save(wayan, room, the_draft(session).files[LESSON].text + "\n![](figures/lingkaran.svg)\n")
    page = wayan.get(f"{room}/files/{LESSON}").text
    line = len(typed(session).rstrip("\n").split("\n"))
    assert f"Baris {line}" in page and "Satu hal sebelum bisa terbit" in page



def test_problems_of_the_open_file_come_first(wayan, room, session):
    english = LESSON.replace(".id.", ".en.")
    for name in (LESSON, english):
        words = the_draft(session).files[name].text + "\n![](figures/lingkaran.svg)\n"
        save(wayan, room, words, name=name, key=name[-12:])
    for name, other in ((LESSON, english), (english, LESSON)):
        told = wayan.get(f"{room}/files/{name}").text.partition('id="problems"')[2]
        assert 0 < told.index(f'soft">{name}<') < told.index(f'soft">{other}<')


@pytest.mark.parametrize("words", [
    "", "---\nid: [", "---\ntitle: x", "## a\n> [!x]\n### Soal: ?\n<!-- id: s-x -->\n- [ ] a",
    "\x00<script>alert(1)</script>",
])
def test_any_text_can_be_saved_and_looked_at(wayan, room, words):
    save(wayan, room, words)
    page = wayan.get(f"{room}/files/{LESSON}").text + wayan.get(f"{room}/preview/{LESSON}", check=False).text
    assert "<script>alert" not in page
    wayan.get(f"{room}/review")


def test_two_authors_at_once_see_both_texts(wayan, dewi, room, session):
    save(wayan, room, "Kalimat Wayan.")
    assert save(dewi, room, "Kalimat Dewi.", key="form-dewi-1", headers={"Accept": "application/json"}, expect=202)
    conflict = save(dewi, room, "Kalimat Dewi.", key="form-dewi-1").location
    page = dewi.get(conflict).text
    assert "Kalimat Wayan." in page and "Kalimat Dewi." in page and typed(session) == "Kalimat Wayan.\n"
    assert conflict in dewi.get(f"{room}/files/{LESSON}").text
    save(dewi, room, "Keduanya.", seen=2, key="form-dewi-2")
    assert conflict not in dewi.get(f"{room}/files/{LESSON}").text
    assert typed(session) == "Keduanya.\n"
    history = wayan.get(f"{room}/history/{LESSON}").text
    assert "disimpan di samping" in history and "Dewi Hutabarat" in history


def test_history_shows_a_text_and_brings_it_back(wayan, room, session):
    before = typed(session)
    save(wayan, room, "Salah.")
    first = min(int(part.split('"')[0]) for part in wayan.get(f"{room}/history/{LESSON}").text.split("save=")[1:])
    assert "Pakai teks ini lagi" in wayan.get(f"{room}/history/{LESSON}?save={first}").text
    wayan.post(f"{room}/restorations", data={"save": first})
    assert typed(session) == before


def test_a_text_that_is_too_long_comes_back(wayan, room):
    page = save(wayan, room, "kata " * 13000, expect=422).text
    assert "terlalu panjang" in page and "kata kata kata" in page


def test_a_lesson_is_added_and_taken_out(wayan, room, session):
    assert "Nama berkas terdiri" in wayan.post(
        f"{room}/lessons", data={"slug": "Tidak Pas", "title_id": "x", "back": LESSON}, expect=422).text
    new = {"slug": "menutup", "title_id": "Menutup", "title_en": "Closing"}
    where = wayan.post(f"{room}/lessons", data=new).location
    wayan.get(where)
    wayan.post(f"{room}/removals", data={"name": "3-menutup.en.md"})
    assert "3-menutup.en.md" not in the_draft(session).texts
    wayan.get(f"{room}/files/3-menutup.en.md")


def test_from_draft_to_release(wayan, dewi, room, session):
    save(wayan, room, typed(session) + "\nKalimat baru.\n")
    assert "Kalimat baru." in wayan.get(f"{room}/review").text
    page = wayan.post(f"{room}/review-requests", data={"change": "editorial"}, expect=422).text
    assert "satu kalimat tentang apa" in page
    wayan.post(f"{room}/review-requests", data=ASK)
    assert "Menunggu tinjauan Anda" in dewi.get("/authoring").text
    assert "Menunggu terapis lain" in wayan.get(f"{room}/review").text
    wayan.post(f"{room}/reviews", data={"verdict": "approve"}, expect=403)
    agree(dewi, room, session)
    assert "Terbitkan versi baru" in wayan.get(f"{room}/review").text
    wayan.post(f"{room}/publications")
    assert "Sudah terbit" in wayan.get(f"{room}/review").text
    assert catalogue_store.published_module(session, "salam", "sal-1").release.number == 2
    wayan.get(f"{room}/files/{LESSON}")
    save(wayan, room, "Terlambat.", seen=9, expect=409)


def test_an_edit_takes_the_approval_back(wayan, dewi, room, session):
    wayan.post(f"{room}/review-requests", data=ASK)
    agree(dewi, room, session)
    save(wayan, room, typed(session) + "\nSatu lagi.\n")
    assert "perlu ditinjau lagi" in wayan.get(f"{room}/review").text
    wayan.post(f"{room}/publications", expect=403)


def test_a_reviewer_asks_for_changes_in_words(wayan, dewi, room, session):
    wayan.post(f"{room}/review-requests", data=ASK)
    facts = {"verdict": "changes", "fingerprint": the_draft(session).fingerprint}
    assert "apa yang perlu diubah" in dewi.post(f"{room}/reviews", data=facts, expect=422).text
    dewi.post(f"{room}/reviews", data={**facts, "note": "Bagian dua terlalu cepat."})
    assert "Bagian dua terlalu cepat." in wayan.get("/authoring").text
    stale = dewi.post(f"{room}/reviews", data={"verdict": "approve", "fingerprint": "0" * 64}, expect=409).text
    assert "tidak sedang menunggu" in stale


@pytest.mark.parametrize(("name", "data", "words"), [
    ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "naskah program"),
    ("a.gif", b"GIF89a", "Pilih gambar"),
    ("a.png", b"bukan gambar", "tidak bisa dibaca"), ("a.svg", b"", "tidak bisa dibaca"), ("", b"", "Pilih gambar"),
    ("a.png", b"\x89PNG\r\n\x1a\n" + b"0" * 5_100_000, "lebih besar dari 5 MB"),
])
def test_a_file_that_is_no_picture_is_refused(wayan, room, name, data, words):
    sent = {"picture": (io.BytesIO(data), name)}
    assert words in wayan.post(f"{room}/pictures", data=sent, content_type="multipart/form-data", expect=422).text


def test_a_picture_is_taken_in_under_a_plain_name(wayan, room, session):
    sent = {"picture": (io.BytesIO(SVG), "../Kursi Kita.svg")}
    wayan.post(f"{room}/pictures", data=sent, content_type="multipart/form-data")
    assert "figures/kursi-kita.svg" in wayan.get(f"{room}/pictures").text
    wayan.post(f"{room}/picture-removals", data={"path": "figures/kursi-kita.svg"})
    assert "figures/kursi-kita.svg" not in the_draft(session).assets


def zipped(files):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return written.getvalue()


def take_in(browser, room, data, **more):
    sent = {"archive": (io.BytesIO(data), "a.zip"), "back": LESSON}
    return browser.post(f"{room}/archives", data=sent, content_type="multipart/form-data", **more)


def test_a_draft_goes_out_and_comes_in_unchanged(wayan, room, session):
    packed = wayan.get(f"{room}/archive").data
    assert packed == wayan.get(f"{room}/archive").data
    before = the_draft(session).fingerprint
    take_in(wayan, room, packed)
    assert the_draft(session).fingerprint == before
    take_in(wayan, room, zipped({f"sal-1/{LESSON}": "Dari luar.", "figures/kursi.svg": SVG}))
    assert typed(session) == "Dari luar.\n" and "figures/kursi.svg" in the_draft(session).assets


@pytest.mark.parametrize("data", [
    b"bukan zip", b"", zipped({"../app.py": "x"}), zipped({LESSON: b"\xff\xfe"}),
    zipped({"figures/a.svg": "<svg onload='x'/>"}),
    zipped({LESSON: "0" * 70_000}), zipped({f"{number}-a.id.md": "x" for number in range(201)}),
    zipped({"figures/a.png": b"0" * 21_000_000}), zipped({"figures/b/a.svg": SVG}), zipped({"/etc/passwd": "x"}),
])
def test_an_archive_that_does_not_fit_changes_nothing(wayan, room, session, data):
    before = the_draft(session).fingerprint
    take_in(wayan, room, data, expect=422)
    assert the_draft(session).fingerprint == before
