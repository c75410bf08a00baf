"""Links that lead nowhere, pictures that are not there or say nothing to who cannot see them, recordings without a
transcript, and files nobody uses."""

import dataclasses
import functools
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
from training.curriculum.source import Guesses
from training.curriculum.written import files_of
from training.quizzes.keys import read_comment, read_key, read_passage

_AIM = r"\(\s{0,3}<?([^)\s>]{0,500})>?[^)\n]{0,500}\)"
_IMAGE = re.compile(rf"!\[([^\]\n]{{0,1000}})\]{_AIM}")
_LINK = re.compile(rf"(?<!!)\[(?:[^\[\]\n]|\[[^\[\]\n]{{0,300}}\]){{0,500}}\]{_AIM}")
_DEFINED = re.compile(r"\s{0,3}\[(?!\^)[^\]\n]+\]:\s*<?(\S+?)>?(?:\s|$)")
_HEADING = re.compile(r"#{1,6}[ \t]+(.*?)[ \t#]*$")
_TRANSCRIPT = re.compile(r"\s{0,3}>\s*\[!([^\]]+)\]")


@dataclasses.dataclass
class _Known:
    """What is looked up once for a whole course, however many links ask for it: a text of nothing but broken links
    must not keep the check busy. `used` are the pictures and recordings that were met."""

    others: dict[str, Course]
    used: set = dataclasses.field(default_factory=set)
    guesses: Guesses = dataclasses.field(default_factory=Guesses)
    there: dict[str, bool] = dataclasses.field(default_factory=dict)
    headings: dict[tuple, dict[str, None]] = dataclasses.field(default_factory=dict)
    paths: dict[str, frozenset] = dataclasses.field(default_factory=dict)

    def paths_of(self, course: Course) -> frozenset:
        """Every text of a course, as a path inside it."""
        if course.id not in self.paths:
            found = [*course.files, *(one for module in course.modules for one in module.files)]
            self.paths[course.id] = frozenset(one.path for one in found)
        return self.paths[course.id]

    @functools.cached_property
    def everywhere(self) -> list[str]:
        """Every text of every course, as a path from the folder of the courses."""
        return [f"{key}/{path}" for key, course in self.others.items() for path in self.paths_of(course)]


def check_links(course: Course, others: dict[str, Course]) -> list:
    """Every such fault of a course. `others` are the courses checked together with it, by id."""
    problems, known = [], _Known(others)
    for written in files_of(course):
        for number, line in written.text_lines:
            problems += _images(written, number, line, known)
            problems += _links(written, number, line, known)
            problems += _passages(written, number, line, known) if written.kind == "quiz" else []
    return problems + _unused(course, known.used)


def _images(written, number, line, known):
    for alt, address in _IMAGE.findall(line):
        path = addresses.file_of(address).removeprefix("./")
        module = written.module
        if module and path in module.assets:
            known.used.add((module.id, path))
            yield from _described(written, number, alt, module.assets[path])
        elif re.match(r"[a-z]+:|//", address, re.IGNORECASE):
            yield written.source.problem("image.not-ours", number, mark=address, address=address)
        else:
            guess = known.guesses.near(path, module.assets, f"files of {module.id}") if module else None
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


def _links(written, number, line, known):
    defined = _DEFINED.match(line)
    for address in _LINK.findall(line) + ([defined[1]] if defined else []):
        if address.startswith("#"):
            # In a quiz such an address names a step of a story; the quiz's own reader looks after those.
            yield from _place_on_page(written, number, address, known) if written.kind != "quiz" else ()
        elif not address:
            yield written.source.problem("link.empty", number, mark="()")
        elif not addresses.is_outside(address):
            yield from _file(written, number, address, known)


def _passages(written, number, line, known):
    """The lesson that a question sends its readers back to is one of this module, the heading one of that lesson."""
    lessons = [lesson.slug for lesson in written.module.lessons]
    for key, _name, value in filter(None, [read_key(line), *read_comment(line)]):
        slug, heading = read_passage(value) if key == "passage" else ("", "")
        if key == "passage" and slug not in lessons:
            guess = known.guesses.near(slug, lessons, f"lessons of {written.module.id}")
            yield written.source.problem("link.no-such-lesson", number, mark=slug, slug=slug, guess=guess)
        elif heading:
            yield from _heading_in(written, number, heading, slug, known)


def _heading_in(written, number, heading, slug, known):
    """A heading belongs to one language: the lesson that counts is the one in the quiz's own."""
    place = (written.module.id, slug, written.language)
    if place not in known.headings:
        texts = next(one.texts for one in written.module.lessons if one.slug == slug)
        text, language = pick(texts, written.language)
        prose = cut_body(text.body, text.path, language, text.body_line).prose
        lines = [_HEADING.match(line) for _, line in prose_lines(prose)]
        known.headings[place] = dict.fromkeys(" ".join(found[1].split()) for found in lines if found)
    headings = known.headings[place]
    if heading not in headings:
        guess = known.guesses.near(heading, headings, f"headings of {place}")
        facts = {"heading": heading, "slug": slug, "example": next(iter(headings), "…")}
        yield written.source.problem("link.no-such-heading", number, mark=heading, guess=guess, **facts)


def _place_on_page(written, number, address, known):
    here = (written.source.path,)
    if here not in known.headings:
        lines = [_HEADING.match(line) for line in written.source.lines]
        known.headings[here] = dict.fromkeys("#" + anchor_of(found[1]) for found in lines if found)
    if address not in known.headings[here]:
        guess = known.guesses.near(address, known.headings[here], f"headings of {here}")
        yield written.source.problem("link.no-such-place", number, mark=address, address=address, guess=guess)


def _file(written, number, address, known):
    scope = Scope(written.course.id, written.module.id if written.module else "")
    path = addresses.inside_courses(scope, address)
    name = addresses.file_of(address).removeprefix("./")
    if written.module and name in written.module.assets:
        known.used.add((written.module.id, name))
    elif path.startswith(".."):
        yield written.source.problem("link.outside", number, mark=address, address=address)
    elif not _exists(written.course, path, known) or addresses.page_address(scope, address) is None:
        guess = known.guesses.near(path, known.everywhere, "files")
        here = posixpath.join(written.course.id, written.module.id if written.module else "")
        guess = posixpath.relpath(guess, here) if guess else None
        yield written.source.problem(
            "link.broken", number, mark=address, address=urllib.parse.unquote(address), guess=guess
        )


def _exists(course, path, known):
    head, _, rest = path.partition("/")
    if head in known.others:
        return rest in known.paths_of(known.others[head])
    if path not in known.there:
        known.there[path] = (pathlib.Path(course.path).parent / path).is_file()
    return known.there[path]


def _unused(course, used):
    return [
        Problem("asset.unused", "warning", f"{course.path}/{module.path}/{path}", facts={"name": asset.name})
        for module in course.modules
        for path, asset in module.assets.items()
        if (module.id, path) not in used and is_asset(path)
    ]
