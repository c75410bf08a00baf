"""From a lesson's Markdown to the HTML that a release stores. It happens once, when a release is published or a draft
is looked at; serving a lesson renders nothing."""

import dataclasses
import functools
import html as escaping
import re

from training.core.language import N_, pick
from training.core.refusal import Refusal
from training.curriculum.course import Lesson
from training.curriculum.dialect import to_html
from training.curriculum.limits import too_hard
from training.curriculum.markers import REDUPLICATED
from training.curriculum.page import Page, Scope
from training.curriculum.sanitise import sanitise
from training.curriculum.sections import Section, cut_lines, cut_sections
from training.quizzes.markup import CheckQuestion, read_check_questions

# One line of words with nothing in it that Markdown or HTML would read as a mark: most answers and explanations.
# Rendering and sanitising leave it as it is, so neither is called; a property test holds the two ways together.
SHORT = 1000
PLAIN = re.compile(r"[“‘]?[^\W\d_][^\W_]*(?:[ ,.:;?'’“”–—/()%!-]+[^\W_]+)*[.,;?'’”)%!]*")

HEADINGS = {"terms": {"id": "Istilah", "en": "Terms"}, "sources": {"id": "Sumber", "en": "Sources"}}


class TooHardToRender(Refusal):
    """The text is nested or long beyond anything a lesson needs; `reason` says which."""

    status = 422
    sentence = N_("Teks ini terlalu panjang atau bersarang terlalu dalam untuk ditampilkan.")


@dataclasses.dataclass(frozen=True)
class Heading:
    """A heading of a lesson, for its contents. `id` is its anchor, `level` 2 to 6."""

    id: str
    title: str
    level: int


@dataclasses.dataclass(frozen=True)
class RenderedLesson:
    """`html` and `short_html` are safe to send; contacts in them are resolved when they are sent. `checks` are
    `(id, Question)` and `reflections` `(id, title, html)` in order of appearance: the page shows them in the places
    `<div data-check="id"></div>` and `<div data-reflection="id"></div>`."""

    html: str
    short_html: str
    note: str
    toc: tuple[Heading, ...]
    checks: tuple
    reflections: tuple[tuple[str, str, str], ...]


@dataclasses.dataclass(frozen=True)
class CutBody:
    """A lesson's body with what is not prose taken out; `prose` has the line numbers of the original."""

    prose: str
    checks: tuple[CheckQuestion, ...]
    reflections: tuple[Section, ...]
    problems: tuple

    @property
    def places(self) -> frozenset:
        """The (kind, name) of everything that was cut out."""
        return frozenset(
            [("check", one.question.slug) for one in self.checks]
            + [("reflection", one.name) for one in self.reflections]
        )


@functools.lru_cache(maxsize=2500)
def cut_body(body: str, path: str, language: str, first_line: int) -> CutBody:
    """The prose of a lesson, its self-check questions and its reflections, with the faults of the questions.
    Several checks and the renderer ask for the same lesson one after another."""
    checks, problems = read_check_questions(body, path, language, first_line)
    above = first_line - 1
    prose = cut_lines(body, [(one.first - above, one.last - above, "check", one.question.slug) for one in checks])
    prose, reflections = cut_sections(prose, first_line, ("reflection",))
    return CutBody(prose, checks, tuple(reflections), tuple(problems))


def render_lesson(lesson: Lesson, language: str, scope: Scope) -> RenderedLesson:
    """The lesson in `language` (in the other one where it is missing). Raises TooHardToRender."""
    text, language = pick(lesson.texts, language)
    cut = cut_body(text.body, text.path, language, text.body_line)
    page = Page(scope, language, cuts=cut.places, has_lists=True)
    short = Page(scope, language, prefix="m-s-", has_lists=True, terms=page.terms, sources=page.sources)
    raw, tokens = _convert(cut.prose, page)
    raw_short = _convert(text.short_version, short)[0] if text.short_version else ""
    for key in lesson.sources:
        if scope.sources.get(key):
            page.number_of(key)
    return RenderedLesson(
        html=sanitise(raw) + _term_list(page) + _source_list(page),
        short_html=sanitise(raw_short),
        note=text.content_note,
        toc=tuple(_headings(tokens)),
        checks=tuple((one.question.slug, one.question) for one in cut.checks),
        reflections=tuple((one.name, one.title, render_text(one.body, language, scope)) for one in cut.reflections),
    )


def render_text(text: str, language: str, scope: Scope, *, prefix: str = "m-") -> str:
    """Any Markdown of a course (an introduction, a practice task, the text of a question) as safe HTML. Raises
    TooHardToRender."""
    if len(text) <= SHORT and PLAIN.fullmatch(text) and not re.search(REDUPLICATED, text):
        return f"<p>{text}</p>"
    return sanitise(_convert(text, Page(scope, language, prefix=prefix))[0]) if text.strip() else ""


def unsafe_html(text: str, page: Page) -> str:
    """`text` as Markdown makes it, before the walls: only for the check that says what they would take away."""
    return _convert(text, page)[0]


def _convert(text, page):
    if reason := too_hard(text):
        raise TooHardToRender(reason=reason)
    return to_html(text, page)


def _headings(tokens):
    for token in tokens:
        yield Heading(token["id"], escaping.unescape(token["name"]), token["level"])
        yield from _headings(token["children"])


def _term_list(page):
    if not page.terms:
        return ""
    rows = [
        _row(f'<dt id="istilah-{key}">{_escaped(term.name, page)}</dt><dd>{_escaped(term.means, page)}</dd>')
        for key, term in page.terms.items()
    ]
    return _list_section("terms", page, f"<dl>{''.join(rows)}</dl>")


def _source_list(page):
    rows = []
    for key in page.sources:
        source = page.scope.sources.get(key)
        title = escaping.escape(source.title)
        link = f'<a href="{escaping.escape(source.url)}" rel="noreferrer">{title}</a>' if source.url else title
        rows.append(_row(f'<li id="sumber-{key.lower()}">{link}</li>'))
    return _list_section("sources", page, f"<ol>{''.join(rows)}</ol>") if rows else ""


@functools.lru_cache(maxsize=2000)
def _row(html):
    """A row of a lesson's lists, safe; many lessons share one, so each is made safe once."""
    return sanitise(html)


def _list_section(name, page, rows):
    return f'\n<section class="{name}"><h2>{HEADINGS[name][page.language]}</h2>{rows}</section>'


def _escaped(texts, page):
    return escaping.escape(pick(texts, page.language)[0] or "")
