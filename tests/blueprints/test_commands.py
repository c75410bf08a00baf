"""The commands of courses, in the terminal."""

import json
import shutil

import pytest

from tests.salam import GOOD


@pytest.fixture
def run(app, session):
    return app.test_cli_runner().invoke


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(GOOD, tmp_path / "courses")
    return tmp_path / "courses"


def test_a_good_course_has_nothing_to_fix(run, folder):
    result = run(args=["courses", "check", str(folder / "salam"), "--language", "en"])
    assert result.exit_code == 0, result.output
    assert "Nothing to fix" in result.output


def test_a_broken_course_is_told_with_its_line_and_cure(run, folder):
    file = folder / "salam" / "sal-1" / "quiz.id.md"
    file.write_text(file.read_text().replace("- [x]", "- [ ]"))
    result = run(args=["courses", "check", str(folder / "salam"), "--language", "id"])
    assert result.exit_code == 1
    assert "quiz.no-right-answer" in result.output
    assert "docs/author-messages.md" in result.output


def test_programs_get_a_list(run, folder):
    (folder / "salam" / "sal-1" / "2-jeda.en.md").unlink()
    result = run(args=["courses", "check", str(folder / "salam"), "--json"])
    problems = json.loads(result.output)
    assert set(problems[0]) == {"code", "severity", "path", "line", "says", "expected", "hint"}
    assert result.exit_code == 1


def test_publish_export_publish_in_the_terminal(run, folder, tmp_path):
    first = run(args=["courses", "publish", str(folder / "salam")])
    assert first.exit_code == 0, first.output
    assert "release 1" in first.output and "published" in first.output
    run(args=["courses", "export", "salam", str(tmp_path / "out" / "salam")])
    for shared in ("contacts.yml", "glossary.yml", "sources.yml", "competencies"):
        copy = shutil.copytree if (folder / shared).is_dir() else shutil.copy
        copy(folder / shared, tmp_path / "out" / shared)
    again = run(args=["courses", "publish", str(tmp_path / "out" / "salam")])
    assert "unchanged" in again.output and "published" not in again.output


def test_nothing_is_published_when_there_is_an_error(run, folder):
    file = folder / "salam" / "sal-1" / "quiz.id.md"
    file.write_text(file.read_text().replace("- [x]", "- [ ]"))
    result = run(args=["courses", "publish", str(folder / "salam")])
    assert result.exit_code == 1
    assert "release" not in result.output.split("quiz.no-right-answer")[0]


def test_a_changed_kind_under_an_old_id_is_refused(run, folder):
    run(args=["courses", "publish", str(folder / "salam")])
    for language in ("id", "en"):
        file = folder / "salam" / "sal-1" / f"quiz.{language}.md"
        file.write_text(file.read_text().replace("- [ ]", "- [x]"))
    result = run(args=["courses", "publish", str(folder / "salam"), "--language", "en"])
    assert result.exit_code == 1
    assert "id.other-kind" in result.output
    assert "was published as “choose one”, now it is “choose all”" in " ".join(result.output.split())
