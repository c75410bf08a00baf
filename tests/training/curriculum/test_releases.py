"""A release is written once, whole, and never changes; publishing the same again changes nothing."""

import shutil

import pytest
import sqlalchemy as sa

from blueprints.web.database import db
from tests import salam
from tests.cast import AT
from training.core.database import intending
from training.curriculum import releases
from training.curriculum import releases_store as store
from training.curriculum.checks import check_everything
from training.curriculum.release_hash import canonical_text, content_hash
from training.curriculum.store import ModuleRow, ReleaseLessonRow, ReleaseRow


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(salam.GOOD, tmp_path / "courses")
    return tmp_path / "courses"


def edit(folder, old, new, name="1-menyapa.id.md"):
    file = folder / "salam" / "sal-1" / name
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def first_word(folder):
    return next(line for line in (folder / "salam/sal-1/1-menyapa.id.md").read_text().splitlines()
                if line and line[0].isalpha() and ":" not in line).split()[0]


def test_the_first_publishing_makes_one_release_a_module(session):
    (done,) = salam.publish(session)
    assert (done.module, done.number, done.is_new) == ("sal-1", 1, True)
    assert len(done.content_hash) == 64


def test_publishing_the_same_again_changes_nothing(session):
    salam.publish(session)
    (again,) = salam.publish(session)
    assert (again.number, again.is_new) == (1, False)
    assert session.scalar(sa.select(sa.func.count()).select_from(ReleaseRow)) == 1


def test_a_changed_lesson_makes_the_next_release_and_leaves_the_first_alone(session, folder):
    salam.publish(session, folder)
    before = session.scalars(sa.select(ReleaseLessonRow.html).order_by(ReleaseLessonRow.id)).all()
    word = first_word(folder)
    edit(folder, word, f"{word} baru")
    (done,) = salam.publish(session, folder)
    assert (done.number, done.is_new) == (2, True)
    after = session.scalars(sa.select(ReleaseLessonRow.html).order_by(ReleaseLessonRow.id)).all()
    assert after[:len(before)] == before
    assert store.current_releases(session, "salam")["sal-1"].number == 2


def test_a_changed_picture_makes_the_next_release(session, folder):
    salam.publish(session, folder)
    picture = next((folder / "salam" / "sal-1").rglob("*.svg"))
    picture.write_text(picture.read_text().replace("</svg>", "<path d='M0 0'/></svg>"))
    (done,) = salam.publish(session, folder)
    assert (done.number, done.is_new) == (2, True)


def test_line_ends_and_byte_order_marks_do_not_make_a_release(session, folder):
    salam.publish(session, folder)
    file = folder / "salam" / "sal-1" / "2-jeda.id.md"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert not salam.publish(session, folder)[0].is_new


def test_publish_export_publish_changes_nothing(session, folder, tmp_path):
    salam.publish(session, folder)
    shutil.rmtree(folder / "salam")
    count = releases.export(session, "salam", folder / "salam")
    assert count == sum(1 for path in (folder / "salam").rglob("*") if path.is_file())
    assert not salam.publish(session, folder)[0].is_new


def test_a_course_is_not_written_over_other_files(session, tmp_path):
    salam.publish(session)
    (tmp_path / "mine.md").write_text("mine")
    with pytest.raises(releases.FolderNotEmpty):
        releases.export(session, "salam", tmp_path)


def test_an_unknown_course_cannot_be_exported(session, tmp_path):
    with pytest.raises(releases.NothingPublished):
        releases.export(session, "tidak-ada", tmp_path / "x")


def test_an_interrupted_publishing_leaves_nothing(session, monkeypatch):
    def stop(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr(store, "add_course", stop)
    with pytest.raises(KeyboardInterrupt):
        salam.publish(session)
    session.rollback()
    assert session.scalar(sa.select(sa.func.count()).select_from(ReleaseRow)) == 0


def test_whoever_points_at_a_module_waits_for_no_publisher(app, session):
    """Asking for sign-off does, and everybody who writes in the ledger would wait with her."""
    salam.publish(session)
    session.commit()
    salam.publish(session)
    held = store.hold_module(session, salam.COURSE, salam.MODULE, 1)
    pointing = sa.select(ModuleRow.id).with_for_update(read=True, key_share=True, nowait=True)
    with intending(to_write=False), db.engine.connect() as other:
        assert other.scalars(pointing).all() == [held]


def test_the_hash_does_not_depend_on_order_or_machine():
    texts = {"b.md": "satu\r\n", "a.md": "dua"}
    assert content_hash(texts) == content_hash({"a.md": "dua\n", "b.md": "satu\n"})
    assert content_hash(texts) != content_hash({"a.md": "dua!", "b.md": "satu"})
    assert canonical_text("\ufeffe\u0301\r\n\n") == "\u00e9\n"


def test_a_release_names_author_reviewer_and_time(session):
    salam.publish(session)
    row = store.current_releases(session, "salam")["sal-1"]
    assert (row.author, row.reviewer, row.published_at) == ("Wayan Sudarma", "Dewi Lestari", AT)
    assert row.change == "first"
    assert "q-dani" in row.outline["ids"]


QUIZ = "## Kuis\n\n### 1. Yang baru?\n<!-- id: {slug} -->\n- [x] a{more}\n  > Ya.\n- [{mark}] b\n  > Ya.\n"


def write_quiz(folder, slug, mark=" ", more=""):
    for language in ("id", "en"):
        text = QUIZ.format(slug=slug, mark=mark, more=more)
        (folder / "salam" / "sal-1" / f"quiz.{language}.md").write_text(text)


def id_problems(session, folder):
    report = check_everything([folder / "salam"], previous=releases.published_ids(session, ["salam"]))
    return {(one.code, one.facts["id"]) for one in report.problems if one.code.startswith("id.")}


def test_an_id_taken_out_long_ago_may_not_come_back_as_another_kind(session, folder):
    salam.publish(session, folder)
    write_quiz(folder, "q-menutup-sesi")
    salam.publish(session, folder)
    write_quiz(folder, "q-dani", mark="x")
    assert id_problems(session, folder) == {("id.other-kind", "q-dani"), ("id.gone", "q-menutup-sesi")}


def test_an_id_taken_out_may_come_back_as_what_it_was_and_is_missed_only_once(session, folder):
    salam.publish(session, folder)
    write_quiz(folder, "q-menutup-sesi")
    salam.publish(session, folder)
    assert id_problems(session, folder) == set()
    write_quiz(folder, "q-dani", more=" lagi")
    assert id_problems(session, folder) == {("id.gone", "q-menutup-sesi")}
