"""Quizzes of other programs in the terminal: every problem by its line, and nothing by halves."""

import pytest

from tests.salam import GOOD
from tests.training.quizzes.samples import EVERY_KIND
from training.quizzes.markup import read_quiz

GIFT = "::q-satu::Apa? {=a#Ya ~b#Belum}\n\n::q-dua::Ceritakan. {}\n"


@pytest.fixture
def run(app, session):
    return app.test_cli_runner().invoke


@pytest.fixture
def files(tmp_path):
    (tmp_path / "good.gift").write_bytes(b"\xef\xbb\xbf" + GIFT.encode())
    (tmp_path / "bad.gift").write_text("A? {=a ~b}\n\nB? {~a ~b}\n\nC? {=x*}\n")
    (tmp_path / "quiz.id.md").write_text((GOOD / "salam" / "sal-1" / "quiz.id.md").read_text())
    return tmp_path


def slugs(file):
    return [question.slug for question in read_quiz(file.read_text(), str(file), "id")[0].questions]


def test_questions_come_into_a_quiz_that_is_there(run, files):
    target = files / "quiz.id.md"
    result = run(args=["quizzes", "import", str(files / "good.gift"), "--into", str(target)])
    assert result.exit_code == 0, result.output
    assert slugs(target) == ["q-dani", "q-satu", "q-dua"]


def test_they_are_printed_where_no_file_is_named(run, files):
    result = run(args=["quizzes", "import", str(files / "good.gift")])
    assert result.stdout.startswith("## Kuis\n") and "- [x] a" in result.stdout


def test_one_error_in_one_file_keeps_all_out_and_every_error_is_told(run, files):
    target = files / "quiz.id.md"
    before = target.read_text()
    given = ["quizzes", "import", str(files / "good.gift"), str(files / "bad.gift"), "--into", str(target)]
    result = run(args=[*given, "--language", "en"])
    assert result.exit_code == 1 and target.read_text() == before
    assert "bad.gift, line 3" in result.stderr and "bad.gift, line 5" in result.stderr
    assert "Nothing was written." in result.stderr


def test_a_quiz_goes_out_and_comes_back(run, files):
    source, gift, again = files / "semua.id.md", files / "semua.gift", files / "quiz.en.md"
    source.write_text(EVERY_KIND)
    out = run(args=["quizzes", "export", str(source), str(gift), "--language", "id"])
    assert out.exit_code == 0 and "8 of 12 questions" not in out.stderr
    assert "semua.id.md, baris" in out.stderr and "gift.kind-not-carried" in out.stderr
    assert run(args=["quizzes", "import", str(gift), "--into", str(again)]).exit_code == 0
    assert slugs(again) == ["satu", "semua", "mitos", "menit", "nama", "jodoh", "renung"]


def test_a_quiz_with_errors_is_not_exported(run, files):
    source, gift = files / "quiz.id.md", files / "x.gift"
    source.write_text("## Kuis\n\n### Apa?\n- [ ] a\n- [ ] b\n")
    assert run(args=["quizzes", "export", str(source), str(gift)]).exit_code == 1
    assert not gift.exists()
