"""The check as a whole: what it finds is tested code by code in tests/house/test_author_messages.py."""

import dataclasses
import datetime as dt
import pathlib
import shutil

import pytest

from tests.broken_courses import HERE, LESSON, with_file
from tests.timing import best, is_ever_below, seconds
from training.curriculum.check_ids import Ids, ids_of
from training.curriculum.checks import check, check_everything, check_folder
from training.curriculum.files import read_folder
from training.curriculum.reading_time import count_words
from training.curriculum.report import closing, tell, tell_all
from training.curriculum.shared import Shared, read_shared

QUIZ = "salam/sal-1/quiz.id.md"
ROOT = pathlib.Path(__file__).parents[3]


@pytest.fixture
def courses(tmp_path, monkeypatch):
    shutil.copytree(HERE / "good", tmp_path / "courses")
    monkeypatch.chdir(tmp_path)
    return pathlib.Path("courses")


def test_the_good_course_has_nothing_to_mend():
    report = check_everything([HERE / "good"])
    assert report.problems == ()
    assert dataclasses.astuple(report.counts) == (1, 1, 2, 1, 2, 1, 1, 1)
    assert closing(report, "en") == (
        "Nothing to fix, nothing to look at. 2 lessons and 1 quiz are fine. 1 role play is fine.")


def test_the_shipped_courses_have_nothing_to_mend():
    report = check_everything([ROOT / "courses"])
    assert [tell(one, "en") for one in report.problems] == []


def test_a_picture_written_as_a_tag_is_told_before_its_file_is_lost(courses):
    lesson = courses / LESSON
    lesson.write_text(lesson.read_text() + '\n\n<p>Lihat <img src="figures/pintu.svg" alt="Pintu"></p>\n')
    assert [one.code for one in check_everything([courses]).problems if one.path.endswith(lesson.name)] == ["html.tag"]


def test_all_problems_come_at_once_and_are_counted(courses):
    lesson = courses / LESSON
    lesson.write_text(lesson.read_text().replace("Tiga tarikan", "Telepon 0812 3456 7890 <blink>Tiga</blink>"))
    (courses / "salam/sal-1/quiz.en.md").write_text("## Quiz: x\n\n### 1. Why?\n<!-- id: q-dani -->\n\n- [ ] a\n")
    (courses / "salam/sal-1/figures/pintu.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
    )
    report = check_everything([courses])
    assert {one.code for one in report.errors} >= {"text.phone-number", "html.tag", "quiz.no-right-answer"}
    assert [one.code for one in report.warnings if one.code.startswith("asset")] == ["asset.unused"]
    assert "1 lesson and 0 quizzes are fine." in closing(report, "en")
    assert tell_all(report, "id").count("docs/author-messages.md") == len(report.problems)


def test_the_message_has_the_anatomy_of_the_house(courses):
    quiz = courses / "salam/sal-1/quiz.id.md"
    quiz.write_text(quiz.read_text().replace("[x]", "[ ]"))
    problem = next(one for one in check_everything([courses]).problems if one.code == "quiz.no-right-answer")
    where, quoted, says, more = tell(problem, "en").split("\n\n")
    assert where == "courses/salam/sal-1/quiz.id.md, line 8 — no right answer"
    assert quoted.splitlines()[0] == "    5 | ### 1. Dani diam sejak awal. Apa langkah pertama Anda?"
    assert quoted.splitlines()[-1].startswith("      | ^ ")
    assert says.startswith("This question has no right answer, so nobody could pass it.\n")
    assert more == "quiz.no-right-answer · docs/author-messages.md".rjust(80)


def test_a_draft_in_memory_is_checked_like_a_folder():
    shared, _ = read_shared(HERE / "good")
    folder, _ = read_folder(HERE / "good" / "salam")
    assert check_folder(folder, shared).problems == ()
    broken = with_file(folder, "sal-1/2-jeda.id.md", b"---\nid: jeda\ntitle: Jeda\nminutes: 5\n---\n\n{{kontak:x}}\n")
    assert [one.code for one in check_folder(broken, shared).problems] == ["contact.unknown"]


def test_without_a_framework_competencies_are_not_judged():
    shared, _ = read_shared(HERE / "good")
    path = [HERE / "good" / "salam"]
    assert check(path, dataclasses.replace(shared, framework=None)).problems == ()
    assert check_everything(path, fallback=None).problems == ()
    assert Shared().framework is None


def test_old_contacts_are_told_only_to_who_asks_with_a_day():
    late = dt.date(2027, 6, 1)
    assert [one.code for one in check_everything([HERE / "good"], today=late).problems] == ["contact.stale"] * 2
    assert check_everything([HERE / "good"]).problems == ()


def test_the_ids_of_a_module_say_what_they_name():
    module = check_everything([HERE / "good"]).courses[0].modules[0]
    assert ids_of(module) == {
        "menyapa": "lesson", "jeda": "lesson", "r-kata": "reflection", "p-sapa": "practice", "q-dani": "single",
        "s-angguk": "check", "r-sapaan": "reflection",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("before", "codes"),
    [
        ({"q-dani-lama": "single"}, ["id.gone"]),
        ({"q-danii": "single"}, ["id.changed"]),
        ({"q-danii": "short"}, ["id.gone"]),
        ({"q-dina": "single"}, ["id.gone"]),
        ({"q-dani": "short"}, ["id.other-kind"]),
    ],
    ids=["taken out", "misspelt", "another kind under a new id", "another question", "another kind under the same id"],
)
def test_only_an_id_much_like_the_old_one_and_of_its_kind_counts_as_changed(before, codes):
    published = {"salam/sal-1": Ids(before)}
    assert [one.code for one in check_everything([HERE / "good"], previous=published).problems] == codes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Satu dua tiga.", 3),
        ("pelan-pelan saja", 2),
        ("**Satu** [dua](tiga.md) ![empat](lima.svg)", 3),
        ("<!-- id: s-a --> satu {{%check s-a%}}", 1),
        ("{{istilah:jeda|waktu hening}} dan {{kontak:sapa}}", 4),
        ("## Judul\n\n> [!kelompok]\n> Isi.[^1]\n\n[^1]: Catatan.", 4),
    ],
)
def test_words_are_what_a_reader_reads(text, words):
    assert count_words(text) == words


WRONG = [
    (LESSON, "[a](b) [a](jeda{n}.md) [a](#x{n})\n\n"),
    (LESSON, "## Judul {n}\n\n[a](#judul{n}) [b](#m-judul-{n}x)\n\n"),
    (LESSON, "[a{n}]: jed{n}\n"), (LESSON, "![a](figures/lingkara{n}.svg)\n\n"), (LESSON, "> [!kelomp]\n\n[^{n}]\n\n"),
    (QUIZ, "### Soal {n}\n<!-- id: q{n} -->\n\nBaca lagi: jed{n}\nJawbn: {n}\n\n"),
    (QUIZ, "### [[a{n}]]\n\n- [[b{n}]]\n  > x\n\n- [x] a → [b](#c{n})\n\nJenis: piih\n\n"),
]


@pytest.mark.parametrize(("path", "line"), WRONG)
def test_thousands_of_mistakes_take_time_in_proportion(courses, path, line):
    head = "---\nid: jeda\ntitle: x\nminutes: 5\n---\n\n" if path == LESSON else "## Kuis: x\n\n"
    few, many = (head + "".join(line.replace("{n}", str(n)) for n in range(count)) for count in (700, 2_800))
    (courses / path).write_text(few)
    limit = 8 * best(lambda: check_everything([courses])) + 0.1
    (courses / path).write_text(many)
    assert is_ever_below(limit, lambda: check_everything([courses]))


def test_what_comes_over_and_over_is_told_fifty_times_and_then_counted(courses):
    links = "".join(f"[a](jeda{n}.md)\n\n" for n in range(300))
    (courses / LESSON).write_text(f"---\nid: jeda\ntitle: x\nminutes: 5\n---\n\n{links}")
    report = check_everything([courses])
    broken = [one for one in report.problems if one.code == "link.broken"]
    (rest,) = [one for one in report.problems if one.code == "check.more-alike"]
    assert (len(broken), rest.facts["count"], rest.is_error) == (50, 250, True)
    assert broken[0].facts["guess"] == "2-jeda.id.md" and rest.line == broken[-1].line + 2
    assert rest.facts["what_en"] == "broken link"


def test_a_hostile_file_does_not_keep_the_check_busy(courses):
    for line in ("0812 3456 ", "{{kontak:x ", "[a](b", "![a](b ", "`a", "> ", "SAPA ", "<!-- ", "telepon 1 "):
        (courses / LESSON).write_text("---\nid: jeda\ntitle: x\nminutes: 5\n---\n\n" + line * 20_000)
        assert seconds(lambda: check_everything([courses])) < 10
