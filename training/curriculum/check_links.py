"""Links that lead nowhere, pictures that are not there or say nothing to who cannot see them, recordings without a
transcript, and files nobody uses."""

import pathlib
import posixpath
import re
import urllib.parse

from training.core.language import pick
from training.core.problem import Problem
from training.curriculum import addresses
from training.curriculum.assets import is_asset
from training.curriculum.blocks import CALLOUTS
from training.curriculum.course import Course
from training.curriculum.dialect import anchor_of
from training.curriculum.page import Scope
from training.curriculum.render import cut_body
from training.curriculum.sections import prose_lines
from training.curriculum.source import near_miss
from training.curriculum.written import files_of
from training.quizzes.keys import read_comment, read_key, read_passage

_AIM = r"\(\s{0,3}<?([^)\s>]{0,500})>?[^)\n]{0,500}\)"
_IMAGE = re.compile(rf"!\[([^\]\n]{{0,1000}})\]{_AIM}")
_LINK = re.compile(rf"(?<!!)\[(?:[^\[\]\n]|\[[^\[\]\n]{{0,300}}\]){{0,500}}\]{_AIM}")
_DEFINED = re.compile(r"\s{0,3}\[(?!\^)[^\]\n]+\]:\s*<?(\S+?)>?(?:\s|$)")
_HEADING = re.compile(r"#{1,6}[ \t]+(.*?)[ \t#]*$")
_TRANSCRIPT = re.compile(r"\s{0,3}>\s*\[!([^\]]+)\]")


def check_links(course: Course, others: dict[str, Course]) -> list:
    """Every such fault of a course. `others` are the courses checked together with it, by id."""
    problems, used = [], set()
    for written in files_of(course):
        for number, line in written.text_lines:
            problems += _images(written, number, line, used)
            problems += _links(written, number, line, others, used)
            problems += _passages(written, number, line) if written.kind == "quiz" else []
    return problems + _unused(course, used)


def _images(written, number, line, used):
    for alt, address in _IMAGE.findall(line):
        path = addresses.file_of(address).removeprefix("./")
        module = written.module
        if module and path in module.assets:
            used.add((module.id, path))
            yield from _described(written, number, alt, module.assets[path])
        elif re.match(r"[a-z]+:|//", address, re.IGNORECASE):
            yield written.source.problem("image.not-ours", number, mark=address, address=address)
        else:
            guess = near_miss(path, module.assets) if module else None
            yield written.source.problem("image.missing", number, mark=address, file=path, guess=guess)


def _described(written, number, alt, asset):
    if not alt.strip() or alt.strip().lower() in (asset.name.lower(), asset.path.lower()):
        code = "image.no-alt" if asset.is_image else "audio.no-label"
        yield written.source.problem(code, number, mark=f"![{alt}]", file=asset.name)
    if not asset.is_image:
        following = next((one for one in written.source.lines[number:] if one.strip()), "")
        callout = _TRANSCRIPT.match(following)
        if not callout or CALLOUTS.get(callout[1].strip().lower()) != "transcript":
            yield written.source.problem("audio.no-transcript", number, mark=asset.path, file=asset.name)


def _links(written, number, line, others, used):
    defined = _DEFINED.match(line)
    for address in _LINK.findall(line) + ([defined[1]] if defined else []):
        if address.startswith("#"):
            # In a quiz such an address names a step of a story; the quiz's own reader looks after those.
            yield from _place_on_page(written, number, address) if written.kind != "quiz" else ()
        elif not address:
            yield written.source.problem("link.empty", number, mark="()")
        elif not addresses.is_outside(address):
            yield from _file(written, number, address, others, used)


def _passages(written, number, line):
    """The lesson that a question sends its readers back to is one of this module, the heading one of that lesson."""
    lessons = [lesson.slug for lesson in written.module.lessons]
    for key, _name, value in filter(None, [read_key(line), *read_comment(line)]):
        slug, heading = read_passage(value) if key == "passage" else ("", "")
        if key == "passage" and slug not in lessons:
            yield written.source.problem(
                "link.no-such-lesson", number, mark=slug, slug=slug, guess=near_miss(slug, lessons)
            )
        elif heading:
            yield from _heading_in(written, number, heading, slug)


def _heading_in(written, number, heading, slug):
    """A heading belongs to one language: the lesson that counts is the one in the quiz's own."""
    texts = next(one.texts for one in written.module.lessons if one.slug == slug)
    text, language = pick(texts, written.language)
    prose = cut_body(text.body, text.path, language, text.body_line).prose
    known = [" ".join(found[1].split()) for _, line in prose_lines(prose) if (found := _HEADING.match(line))]
    if heading not in known:
        guess = near_miss(heading, known)
        facts = {"heading": heading, "slug": slug, "example": known[0] if known else "…"}
        yield written.source.problem("link.no-such-heading", number, mark=heading, guess=guess, **facts)


def _place_on_page(written, number, address):
    places = {"#" + anchor_of(found[1]) for line in written.source.lines if (found := _HEADING.match(line))}
    if address not in places:
        yield written.source.problem(
            "link.no-such-place", number, mark=address, address=address, guess=near_miss(address, places)
        )


def _file(written, number, address, others, used):
    scope = Scope(written.course.id, written.module.id if written.module else "")
    path = addresses.inside_courses(scope, address)
    name = addresses.file_of(address).removeprefix("./")
    if written.module and name in written.module.assets:
        used.add((written.module.id, name))
    elif path.startswith(".."):
        yield written.source.problem("link.outside", number, mark=address, address=address)
    elif not _exists(written.course, path, others) or addresses.page_address(scope, address) is None:
        guess = _nearest(written, address, path, others)
        yield written.source.problem(
            "link.broken", number, mark=address, address=urllib.parse.unquote(address), guess=guess
        )


def _exists(course, path, others):
    head, _, rest = path.partition("/")
    if head in others:
        return rest in _paths(others[head])
    return (pathlib.Path(course.path).parent / path).is_file()


def _paths(course):
    return {one.path for one in course.files} | {one.path for module in course.modules for one in module.files}


def _nearest(written, address, path, others):
    """The address, seen from this file, of the course file most like the one that was meant."""
    here = posixpath.join(written.course.id, written.module.id if written.module else "")
    known = {f"{key}/{one}" for key, course in others.items() for one in _paths(course)}
    found = near_miss(path, known)
    return posixpath.relpath(found, here) if found else None


def _unused(course, used):
    return [
        Problem("asset.unused", "warning", f"{course.path}/{module.path}/{path}", facts={"name": asset.name})
        for module in course.modules
        for path, asset in module.assets.items()
        if (module.id, path) not in used and is_asset(path)
    ]
