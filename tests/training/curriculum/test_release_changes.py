"""What later releases say differently, for whoever judges work done on an earlier one."""

import pytest

from tests.published import publish_module, release_of
from training.curriculum import release_changes
from training.curriculum.reading_form import reading_lines
from training.curriculum.release_changes import changes_between, later_releases
from training.curriculum.store import MediaRow, ModuleRow, ReleaseAssetRow, ReleaseRow

LESSON = "---\nid: jeda\ntitle: Memberi jeda\n---\n\nTunggu sampai ia selesai.\n\nLalu tanyakan apa yang ia perlukan.\n"
QUIZ = "## Kuis: Jeda\n\n### 1. Apa dulu?\n<!-- id: q-1 -->\n\n- [x] Diam dulu\n  > Ya.\n- [ ] Memberi nasihat\n"


@pytest.fixture
def module(session):
    module = publish_module(session)
    source_is(session, module.release_id, {"1-jeda.id.md": LESSON, "quiz.id.md": QUIZ, "1-jeda.en.md": "Wait.\n"})
    return module


def source_is(session, release_id, files):
    release = session.get(ReleaseRow, release_id)
    release.source = {f"pw-1/{name}": text for name, text in files.items()}
    session.flush()


def later(session, module, files, number=2):
    release = release_of(session, session.get(ModuleRow, module.id), number)
    source_is(session, release.id, files)
    return release.id


def parts(change):
    return [part for passage in change.passages for part in passage.parts if part[0] != "same"]


def test_only_the_texts_of_one_language_that_differ_are_told(session, module):
    after = later(session, module, {
        "2-jeda.id.md": LESSON.replace("selesai", "benar-benar selesai"), "quiz.id.md": QUIZ, "1-jeda.en.md": "Wait.\n",
    })
    [change] = changes_between(session, module.release_id, after, "id").texts
    assert (change.part, change.kind, change.title) == ("lesson.jeda", "lesson", "Memberi jeda")
    assert parts(change) == [("add", "benar-benar ")] and (change.come, change.gone) == (1, 0)
    assert changes_between(session, module.release_id, after, "en").texts == ()


def test_a_right_answer_that_changed_is_told(session, module):
    swapped = QUIZ.replace("[x] Diam", "[ ] Diam").replace("[ ] Memberi", "[x] Memberi")
    after = later(session, module, {"1-jeda.id.md": LESSON, "quiz.id.md": swapped})
    [change] = changes_between(session, module.release_id, after, "id").texts
    assert [side for side, text in parts(change) if "☑" in text] == ["del", "add"]


def test_new_and_removed_texts_say_so_in_reading_order(session, module):
    after = later(session, module, {"1-tutup.id.md": "---\ntitle: Menutup\n---\nPulang.", "practice.id.md": "Coba.",
                                    "quiz.id.md": QUIZ})
    found = changes_between(session, module.release_id, after, "id").texts
    assert [(one.title or one.kind, one.is_new, one.is_removed) for one in found] == [
        ("Memberi jeda", False, True), ("Menutup", True, False), ("practice", True, False),
    ]


def test_a_long_difference_is_told_text_by_text(session, module):
    words = "\n\n".join(f"Kata {n} lain." for n in range(release_changes.WORDS_AT_ONCE))
    after = later(session, module, {"1-jeda.id.md": words, "quiz.id.md": "## Kuis: Lain\n"})
    first, second = changes_between(session, module.release_id, after, "id").texts
    assert first.passages and not second.passages and second.come
    first, second = changes_between(session, module.release_id, after, "id", part="quiz").texts
    assert second.passages and not first.passages


def test_pictures_that_differ_are_named(session, module):
    after = later(session, module, {"1-jeda.id.md": LESSON, "quiz.id.md": QUIZ})
    session.add(MediaRow(sha256="a" * 64, content_type="image/svg+xml", data=b"<svg/>"))
    session.add(ReleaseAssetRow(release_id=after, path="figures/jeda.svg", sha256="a" * 64))
    session.flush()
    found = changes_between(session, module.release_id, after, "id")
    assert found.pictures == ("figures/jeda.svg",) and found.texts == () and not found.is_same


def test_a_release_that_went_back_to_the_judged_text_says_so(session, module):
    before = session.get(ReleaseRow, module.release_id).source
    after = later(session, module, {name.removeprefix("pw-1/"): text for name, text in before.items()})
    assert changes_between(session, module.release_id, after, "id").is_same
    files = {"1-jeda.id.md": f"{LESSON}\n", "quiz.id.md": QUIZ, "1-jeda.en.md": "Wait.\n"}
    reordered = later(session, module, files, 3)
    found = changes_between(session, module.release_id, reordered, "id")
    assert not found.is_same and found.texts == ()


def test_every_later_release_is_named_newest_first(session, module):
    for number in (2, 3):
        later(session, module, {}, number)
    assert [one.number for one in later_releases(session, module.id, 1)] == [3, 2]
    assert later_releases(session, module.id, 3) == ()


@pytest.mark.parametrize(("written", "read"), [
    ("### Soal: Apa?", "Soal: Apa?"), ("<!-- id: q-1 -->", ""), ("- [x] **Diam** dulu", "☑ Diam dulu"),
    ("  > Ya, *pelan*.", "Ya, pelan."), ("> [!hati-hati] Bila sesak", "Hati-hati: Bila sesak"),
    ("| a | b |", "a · b"), ("|---|---|", ""), ("![Gelas](figures/a.svg \"Gambar 1.\")", "[Gelas Gambar 1.]"),
    ("{{istilah:sini-kini}} di {{kontak:igd}} {{sumber:S74}}", "sini-kini di [igd] [S74]"),
    ("[Lanjut](2-jeda.id.md)", "Lanjut"), ("2. Beri jeda", "2. Beri jeda"), ("- Minum dulu", "• Minum dulu"),
])
def test_marks_of_the_author_become_words(written, read):
    assert reading_lines(f"Judul\n{written}", "id") == ["Judul", read] if read else ["Judul"]


def test_front_matter_that_cannot_be_read_hides_nothing_below():
    assert reading_lines("---\ntitle: [\n---\nTetap ada.", "id") == ["Tetap ada."]
