"""A folder becomes a course, whatever is wrong with some of it."""

import datetime as dt
import shutil

import pytest

from tests.broken_courses import HERE, LESSON, with_file
from training.curriculum.files import ASSET_LIMIT, Folder, decode, read_folder
from training.curriculum.parse import course_folders, parse_course, read_course, read_courses
from training.curriculum.pictures import NotAPicture, measure

GOOD = HERE / "good" / "salam"


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(HERE / "good", tmp_path / "courses")
    return tmp_path / "courses"


def codes(problems):
    return [one.code for one in problems]


def test_a_good_folder_becomes_a_course():
    course, problems = read_course(GOOD)
    module = course.modules[0]
    assert problems == []
    assert (course.id, course.motif, course.author) == ("salam", "kawung", "Wayan Sudarma")
    assert course.texts["en"].title == "First greetings"
    assert (module.id, module.change, module.reviewed_on) == ("sal-1", "editorial", dt.date(2026, 11, 20))
    assert [(one.slug, one.order, one.minutes) for one in module.lessons] == [("menyapa", 1, 8), ("jeda", 2, 5)]
    assert module.lessons[0].texts["en"].short_version == "Say the name, then **wait**."
    assert set(module.quiz) == {"id", "en"} and module.quiz["id"].mastery == 0.8
    assert [(one.id, one.kind) for one in module.practice.tasks] == [("r-kata", "reflection"), ("p-sapa", "practice")]
    assert set(module.assets) == {"figures/lingkaran.svg", "audio/napas.mp3"}
    assert len(module.files) == 10 and [one.path for one in course.files] == ["course.id.md", "course.en.md"]


def test_a_lesson_without_an_author_of_its_own_has_the_modules():
    course, _ = read_course(GOOD)
    assert course.modules[0].lessons[0].author == course.modules[0].author


def test_one_broken_file_never_hides_the_rest(folder):
    (folder / LESSON).write_bytes(b"\xff\xfe not text")
    (folder / "salam/sal-1/quiz.en.md").write_text("---\ntitle: [\n---\n\n## Quiz: x\n")
    (folder / "salam/course.en.md").write_text("---\ntitle: First\nsumary: y\n---\n")
    course, problems = read_course(folder / "salam")
    assert {"file.not-utf8", "front.not-yaml", "front.unknown-key"} <= set(codes(problems))
    assert [one.slug for one in course.modules[0].lessons] == ["menyapa", "jeda"]


def test_the_line_of_a_problem_is_the_line_in_the_file(folder):
    (folder / LESSON).write_text("---\nid: jeda\ntitle: Jeda\n\nminuts: 5\n---\n\nTeks.\n")
    _, problems = read_course(folder / "salam")
    wrong = next(one for one in problems if one.code == "front.unknown-key")
    assert (wrong.line, wrong.facts["guess"], wrong.mark) == (5, "minutes", (0, 6))
    assert wrong.lines == ((3, "title: Jeda"), (5, "minuts: 5"))


def test_a_huge_file_is_refused_without_being_read(folder, monkeypatch):
    with (folder / LESSON).open("ab") as opened:
        opened.truncate(50_000_000)
    inside, problems = read_folder(folder / "salam")
    assert "sal-1/2-jeda.id.md" not in inside.contents
    assert codes(problems) == ["file.too-large"]


def test_links_out_of_the_folder_are_not_followed(folder, tmp_path):
    (tmp_path / "rahasia").mkdir()
    (tmp_path / "rahasia/1-x.id.md").write_text("rahasia")
    (folder / "salam/sal-1/3-x.id.md").symlink_to(tmp_path / "rahasia/1-x.id.md")
    (folder / "salam/sal-2").symlink_to(tmp_path / "rahasia")
    (folder / "salam/putar").symlink_to(folder / "salam")
    inside, problems = read_folder(folder / "salam")
    assert codes(problems) == ["file.outside-folder"] * 3
    assert not any(data == b"rahasia" for data in inside.contents.values())


def test_marks_of_other_systems_do_not_matter():
    plain, _ = decode(b"satu\ndua\n", "x.md")
    assert decode("\ufeffsatu\r\ndua\r\n".encode(), "x.md") == (plain, [])


@pytest.mark.parametrize(
    "front",
    [
        "a: &x [*x]",
        "a: " + "[" * 20_000,
        "? " * 3000,
        "- " * 3000,
        "a: !!python/object/apply:os.system ['true']",
        "&a a: &b b\n*b : c",
        "a: 2026-99-99",
        "a: 9" + "9" * 5000,
        "a: \x85\u2028b",
        "{" * 2000,
        "<<: {a: b}",
        "%YAML 9.9",
        "a: 1:60:60",
    ],
)
def test_front_matter_made_to_hurt_is_only_a_problem(folder, front):
    (folder / LESSON).write_text(f"---\n{front}\n---\n\nTeks.\n")
    _, problems = read_course(folder / "salam")
    paths = {str(folder / LESSON), str(folder / LESSON).replace(".id.", ".en.")}
    assert problems and {one.path for one in problems} <= paths


def test_a_draft_is_a_folder_with_one_file_written_anew():
    folder, _ = read_folder(GOOD)
    draft = with_file(folder, "sal-1/2-jeda.id.md", b"---\nid: jeda\ntitle: Baru\nminutes: 6\n---\n\nTeks.\n")
    course, problems = parse_course(draft)
    assert problems == [] and course.modules[0].lesson("jeda").texts["id"].title == "Baru"
    gone, _ = parse_course(with_file(with_file(folder, "sal-1/2-jeda.id.md", None), "sal-1/2-jeda.en.md", None))
    assert gone.modules[0].lesson("jeda") is None


def test_an_empty_folder_is_no_course():
    course, problems = parse_course(Folder("kosong", "courses/kosong", {}))
    assert course is None and codes(problems) == ["course.no-file"]


def test_the_folder_of_all_courses_may_be_named(folder):
    (folder / "_template").mkdir()
    (folder / "_template/course.id.md").write_text("x")
    assert course_folders(folder) == [folder / "salam"]
    assert [one.id for one in read_courses([folder])[0]] == ["salam"]
    assert codes(read_courses([folder / "tidak-ada"])[1]) == ["course.not-here"]


SIZES = {
    "image/png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\x40\0\0\0\xb4",
    "image/jpeg": b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\0\xb4\1\x40\3",
    "image/webp": b"RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\x3f\1\0\xb3\0\0",
    "image/svg+xml": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180"/>',
}


@pytest.mark.parametrize("content_type", SIZES)
def test_the_size_of_a_picture_is_read_from_its_first_bytes(content_type):
    assert tuple(measure(SIZES[content_type], content_type)) == (320, 180)


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ("<script/>", "active"),
        ('<g onclick="x"/>', "active"),
        ("<foreignObject/>", "active"),
        ('<a href="javascript:x"><g/></a>', "outward"),
        ('<image href="https://a.example/a.png"/>', "outward"),
        ('<use href="b.svg#a"/>', "outward"),
        ("<style>@import 'a.css'</style>", "outward"),
        ('<rect style="fill:url(https://a.example)"/>', "outward"),
        ("<g>", "unreadable"),
    ],
)
def test_an_svg_is_only_a_picture(inside, reason):
    with pytest.raises(NotAPicture) as refused:
        measure(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inside}</svg>'.encode(), "image/svg+xml")
    assert refused.value.reason == reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-16-le"])
@pytest.mark.parametrize("head", [
    '<!DOCTYPE svg [<!ENTITY a "b">]>', '<?xml-stylesheet type="text/xsl" href="data:text/xsl,x"?>',
])  # fmt: skip
def test_an_svg_with_entities_or_instructions_is_refused_before_it_is_read(head, encoding):
    document = f'<?xml version="1.0"?>{head}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
    with pytest.raises(NotAPicture):
        measure(document.encode(encoding), "image/svg+xml")
    assert ASSET_LIMIT == 5_000_000
