"""No key, no explanation and no scene that was not reached leaves the server before the answer is in: every address a
learner can reach is fetched, packed and unpacked, and every byte is searched for the canaries that the keys carry."""

import gzip
import re

import brotli
import pytest

from tests.cast import AT
from tests.training.quizzes.samples import EVERY_KIND
from training.curriculum import catalogue_store as catalogue
from training.curriculum import releases
from training.curriculum.files import Folder
from training.curriculum.parse import parse_course
from training.curriculum.shared import Shared

CANARY = re.compile(rb"(?<![a-z])kenari(?!o)[a-z0-9 -]*", re.IGNORECASE)
POINTS = re.compile(rb"-97[.,]5|77[.,]25|-96\b")
ADDRESS = re.compile(r'(?:href|src|action|formaction|data-url|poster)="(/[^"#]*)')
UNPACK = {"gzip": gzip.decompress, "br": brotli.decompress, None: bytes}
PACKINGS = ("identity", "gzip", "br")

COURSE = """---
id: kunci
title: Tanpa kunci
summary: Isinya tetap di sini.
modules: [semua-jenis, pilihan]
motif: kawung
order: 9
author: Wayan
license: x
---
"""
MODULE = "---\nid: {name}\ntitle: Modul {name}\nobjectives: [Menjawab]\ncompetencies: [A1]\n---\n\nTeks.\n"
LESSON = """---
id: isi
title: Isi
minutes: 1
---

Teks.

### Soal: Apa yang menolong?
<!-- id: s-isi -->

- [x] Diam
  > KENARI-soal-benar
- [ ] Menasihati
  > KENARI-soal-umpan

> KENARI-soal-penjelasan
"""
GENTLE = """
### 13. Sesuatu yang berat?

<!-- id: berat -->

Catatan isi: berat

- [x] Ya
  > KENARI-berat
- [ ] Bukan
  > KENARI-berat-umpan

### 14. Sesuatu yang ringan?

<!-- id: ringan -->

Pengganti untuk: berat

- [x] Ya
  > KENARI-ringan
- [ ] Bukan
  > KENARI-ringan-umpan
"""
BANK = "## Kuis: bank\n\nAmbil: 1\n" + "".join(
    f"\n### {n}. Nomor {n}?\n<!-- id: bank-{n} -->\n\n- [x] Ya\n  > KENARI-bank-{n}\n- [ ] Bukan\n  > KENARI-lain-{n}\n"
    for n in "abcd"
)


@pytest.fixture
def ratna(session, as_person):
    catalogue.remembered_outlines.forget()
    files = {"course.id.md": COURSE, "semua-jenis/quiz.id.md": EVERY_KIND + GENTLE, "pilihan/quiz.id.md": BANK}
    for name in ("semua-jenis", "pilihan"):
        for language in ("id", "en"):
            files |= {f"{name}/module.{language}.md": MODULE.format(name=name), f"{name}/1-isi.{language}.md": LESSON}
    folder = Folder("kunci", "kunci", {path: text.encode() for path, text in files.items()})
    releases.publish(session, parse_course(folder)[0], Shared(), at=AT)
    session.commit()
    return as_person("ratna")


def canaries(answer) -> set:
    """The canaries in an answer's head and body, as sent and unpacked."""
    sent = b"\n".join(f"{name}: {value}".encode() for name, value in answer.headers) + answer.data
    body = UNPACK[answer.headers.get("Content-Encoding")](answer.data)
    found = {one.strip().lower() for one in CANARY.findall(sent) + CANARY.findall(body)}
    return found | set(POINTS.findall(body))


def reach(browser, beginning=("/", "/me", "/me/data", "/courses/kunci")) -> dict[str, set]:
    """Every address that links, pictures, scripts and forms lead to, with the canaries it gave away."""
    found, waiting = {}, list(beginning)
    while waiting:
        address = waiting.pop(0).replace("&amp;", "&")
        if address not in found and not address.startswith("/sign-out"):
            found[address] = set()
            for packing in PACKINGS if "kunci" in address or "attempts" in address else PACKINGS[:1]:
                answer = browser.get(address, headers={"Accept-Encoding": packing}, expect=False, check=False)
                found[address] |= canaries(answer)
                if packing == "identity" and answer.mimetype == "text/html":
                    waiting += ADDRESS.findall(answer.text)
    return found


def given_away(found: dict[str, set]) -> dict[str, set]:
    return {address: words for address, words in found.items() if words}


def form_of(page: str) -> dict:
    form = page.split('class="stack gap-7"')[1].split("</form>")[0]
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))


def drafted(ratna, module: str, fields: dict) -> tuple[str, set]:
    """An attempt begun and saved by the script; its address, and what those answers gave away."""
    quiz = f"/courses/kunci/{module}/quiz"
    form = form_of(ratna.get(quiz).text) | fields
    began = ratna.post(f"{quiz}/attempts", data=form, headers={"Accept": "application/json"}, expect=200)
    attempt = f"/attempts/{began.get_json()['attempt']}"
    saved = ratna.post(f"{attempt}/answers", data=form, headers={"Accept": "application/json"}, expect=200)
    gentle = [ratna.post(f"{attempt}/answers", data=form | {"do": way}) for way in ("gentle", "plain")]
    return attempt, set().union(*map(canaries, (began, saved, *gentle)))


def all_answers(page: str) -> dict:
    """Something chosen in every field of a quiz page."""
    fields = dict.fromkeys(re.findall(r'<input[^>]* name="(q-[^"]+)" maxlength', page), "x")
    fields |= dict.fromkeys(re.findall(r'<select name="(q-[^"]+)"', page), "1")
    fields |= dict.fromkeys(re.findall(r'<textarea[^>]* name="(q-[^"]+)"', page), "Saya diam.")
    return fields | dict.fromkeys(re.findall(r'<input type="(?:radio|checkbox)" name="(q-[^"]+)"', page), "0")


def test_before_any_answer_nothing_is_given_away(ratna):
    found = reach(ratna)
    assert {f"/courses/kunci/{rest}" for rest in ("semua-jenis/quiz", "pilihan/quiz", "pilihan/isi")} <= set(found)
    assert len(found) > 40 and not given_away(found)


def test_an_attempt_that_is_only_saved_gives_nothing_away(ratna):
    for module in ("semua-jenis", "pilihan"):
        page = ratna.get(f"/courses/kunci/{module}/quiz").text
        fields = {name: value for name, value in all_answers(page).items() if "cerita" not in name}
        attempt, told = drafted(ratna, module, fields)
        one_at_a_time = reach(ratna, [f"{attempt}?question={number}" for number in range(1, 15)])
        assert not told and not given_away(one_at_a_time)
    assert not given_away(reach(ratna))


def test_on_the_gentle_path_nothing_is_given_away_either(ratna):
    attempt, _told = drafted(ratna, "semua-jenis", {"q-satu": "0"})
    ratna.post(f"{attempt}/answers", data={"do": "gentle"})
    page = ratna.get(attempt)
    assert "Sesuatu yang ringan?" in page.text and not canaries(page) and not given_away(reach(ratna))


def test_a_story_tells_of_the_step_that_was_taken_alone(ratna):
    attempt, _told = drafted(ratna, "semua-jenis", {"q-cerita--1": "0", "do": "q-cerita"})
    assert canaries(ratna.get(attempt)) <= {b"kenari-cerita", b"kenari-adegan"}


def test_after_the_answers_are_in_each_is_explained(ratna):
    page = ratna.get("/courses/kunci/semua-jenis/quiz").text
    form = form_of(page) | all_answers(page) | {"q-cerita--1": "0", "q-cerita--2": "0"}
    form |= {"q-menit": "77,25 menit", "q-nama": "kenari-kunci"}
    told = canaries(ratna.get(ratna.post("/courses/kunci/semua-jenis/quiz/attempts", data=form).location))
    asked = {one.strip().lower() for text in (EVERY_KIND, GENTLE) for one in CANARY.findall(text.encode())}
    other_answers = {b"kenari keliru", b"kenari-keliru", b"kenari tenang", b"kenari-isian-tenang"}
    untold = {b"kenari-ringan", b"kenari-ringan-umpan", b"kenari-adegan", b"kenari separuh"}
    assert asked - told - {b"kenari-pengecoh"} == untold | other_answers


def test_a_bank_tells_of_what_was_asked_alone(ratna):
    quiz = "/courses/kunci/pilihan/quiz"
    page = ratna.get(quiz).text
    told = canaries(ratna.get(ratna.post(f"{quiz}/attempts", data=form_of(page) | all_answers(page)).location))
    letter = re.search(r'name="q-bank-([a-d])"', page)[1].encode()
    assert told == {b"kenari-bank-" + letter, b"kenari-lain-" + letter}
    assert not canaries(ratna.get(quiz))


def test_a_question_inside_a_lesson_is_explained_once_it_is_answered(ratna):
    lesson = "/courses/kunci/pilihan/isi"
    assert not canaries(ratna.get(f"{lesson}?check=s-isi"))
    assert b"kenari-soal-umpan" in canaries(ratna.get(f"{lesson}?check=s-isi&q-s-isi=1"))
