"""Starting a demo world publishes the courses of the folder, and never puts them over what somebody published since."""

import os
import pathlib
import shutil

import pytest

from blueprints.web.database import db
from blueprints.web.starters import publish_starters
from tests.cast import AT
from tests.salam import COURSE, GOOD, MODULE
from training.curriculum import releases, releases_store
from training.curriculum.parse import read_courses
from training.curriculum.shared import read_shared

LESSON = pathlib.Path(COURSE, MODULE, "2-jeda.id.md")


@pytest.fixture
def folder(session, app, tmp_path, monkeypatch):
    """The courses that came with Sebaya, published by a first start."""
    monkeypatch.setitem(app.config, "DATA_DIR", tmp_path / "data")
    (tmp_path / "data").mkdir()
    folder = shutil.copytree(GOOD, tmp_path / "courses")
    publish_starters(folder, at=AT)
    return folder


def number():
    return releases_store.current_releases(db.session, COURSE)[MODULE].number


def write(folder, words):
    """Change a lesson as an editor does; the time stamp moves even where two writes fall into one tick."""
    path = folder / LESSON
    path.write_text(path.read_text() + f"\n{words}\n")
    after = path.stat().st_mtime_ns + 1_000_000_000
    os.utime(path, ns=(after, after))


def publish_in_browser(folder, tmp_path, person):
    """A release of other words than the folder's, by somebody signed in."""
    draft = shutil.copytree(folder, tmp_path / "draft")
    write(draft, "Kata dari peramban.")
    (course,), _problems = read_courses([draft / COURSE])
    releases.publish(db.session, course, read_shared(draft)[0], actor_id=person.id, at=AT)
    db.session.commit()


def test_a_first_start_publishes_and_a_second_changes_nothing(folder, capsys):
    publish_starters(folder)
    assert number() == 1 and not capsys.readouterr().out


def test_a_changed_folder_is_published_at_the_next_start(folder, capsys):
    write(folder, "Satu kalimat lagi.")
    publish_starters(folder)
    assert number() == 2 and not capsys.readouterr().out


def test_a_release_from_the_browser_stays(folder, tmp_path, cast, capsys):
    publish_in_browser(folder, tmp_path, cast.wayan)
    publish_starters(folder)
    assert number() == 2 and not capsys.readouterr().out
    write(folder, "Kata lain dari folder.")
    publish_starters(folder)
    said = capsys.readouterr().out
    assert number() == 2 and f"release here of {MODULE}.\n" in said
    assert f"Next: bin/sebaya courses publish {folder / COURSE}, " in said
    publish_starters(folder)
    assert number() == 2 and not capsys.readouterr().out, "said once for each change"


def test_after_the_command_the_folder_counts_again(folder, tmp_path, app, cast, capsys):
    publish_in_browser(folder, tmp_path, cast.wayan)
    write(folder, "Kata lain dari folder.")
    told = app.test_cli_runner().invoke(args=["courses", "publish", str(folder / COURSE)])
    assert "release 3" in told.output
    write(folder, "Dan satu lagi.")
    publish_starters(folder)
    assert number() == 4 and not capsys.readouterr().out


def test_where_nothing_is_remembered_the_releases_say_who_published_them(folder, tmp_path, app, cast, capsys):
    publish_in_browser(folder, tmp_path, cast.wayan)
    (app.config["DATA_DIR"] / "starters-published").write_text("as an older Sebaya wrote it")
    publish_starters(folder)
    assert number() == 2 and "was not published" in capsys.readouterr().out


def test_the_folder_counts_again_once_it_holds_what_is_published(folder, tmp_path, cast, capsys):
    publish_in_browser(folder, tmp_path, cast.wayan)
    write(folder, "Kata dari peramban.")
    publish_starters(folder)
    write(folder, "Dan satu lagi.")
    publish_starters(folder)
    assert number() == 3 and not capsys.readouterr().out


def test_a_changed_course_page_is_noticed_too(folder, tmp_path, cast, capsys):
    publish_in_browser(folder, tmp_path, cast.wayan)
    page = folder / COURSE / "course.id.md"
    page.write_text(page.read_text() + "\nSatu kalimat lagi.\n")
    publish_starters(folder)
    assert f"release here of {MODULE}, {COURSE}.\n" in capsys.readouterr().out


def test_a_course_with_errors_is_left_out_with_a_sentence(folder, capsys):
    (folder / LESSON).write_text("tanpa judul")
    publish_starters(folder)
    assert number() == 1 and f"Next: bin/sebaya courses check {folder / COURSE}\n" in capsys.readouterr().out


def test_a_database_without_the_course_gets_it_again(folder, session):
    releases_store.withdraw_others(db.session, COURSE, [])
    session.execute(releases_store.courses.delete())
    session.commit()
    publish_starters(folder)
    assert number() == 2
