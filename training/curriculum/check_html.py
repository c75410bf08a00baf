"""HTML that the sanitiser would take away, and texts too nested to render, told to the author before they vanish."""

import html
import html.parser
import re

from training.core.language import LANGUAGES
from training.curriculum import policy
from training.curriculum.limits import too_hard
from training.curriculum.page import Page, Scope
from training.curriculum.render import TooHardToRender, unsafe_html
from training.curriculum.source import SourceFile
from training.curriculum.written import Written, files_of

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_WORTH_A_LOOK = re.compile(
    r"<[a-zA-Z/!?]|\{[:#.]|\{ ?[\w-]+=|\]\(\s*<?(?!https://|mailto:)[^)\s]*[:\\&]|\]\(\s*<?//|^\s*\[[^\]]+\]:\s*(?!https://)",
    re.MULTILINE,
)


def check_html(course, shared) -> list:
    """Every such fault of a course."""
    problems = []
    for written in files_of(course):
        assets = written.module.assets if written.module else {}
        scope = Scope(course.id, written.module.id if written.module else "", assets, shared.glossary, shared.sources)
        problems += _file(written, scope)
    return problems


def _file(written: Written, scope):
    problems = []
    for text, first_line in _pieces(written):
        reason = too_hard(text)
        if reason:
            problems.append(written.source.problem(f"text.too-{_KINDS_OF_HARD[reason]}", first_line))
        elif _WORTH_A_LOOK.search(_COMMENT.sub("", text)):
            problems += _refused(written, text, first_line, scope)
    return problems


def _pieces(written: Written):
    """What is rendered as one: the front matter, and the body; in a quiz or a practice file each part by itself."""
    lines, start = written.source.lines, written.body_line
    yield "\n".join(lines[: start - 1]), 1
    if written.kind in ("quiz", "practice"):
        for number, line in enumerate(lines[start:], start + 1):
            if line.startswith("#"):
                yield "\n".join(lines[start - 1 : number - 1]), start
                start = number
    yield "\n".join(lines[start - 1 :]), start


_KINDS_OF_HARD = {
    "length": "large",
    "line": "large",
    "quotes": "nested",
    "indent": "nested",
    "marks": "nested",
    "tags": "nested",
}


def _refused(written, text, first_line, scope):
    """What the policy refuses in one text. Questions are rendered piece by piece later; here they are read as lists,
    and the tags in them are the same. Only the step names of a story are no attributes."""
    if written.kind == "quiz":
        text = re.sub(r"(^#+ .*?)[ ]*\{#[^}\n]*\}[ ]*$", r"\1", text, flags=re.MULTILINE)
    found = _Refusals()
    try:
        found.feed(unsafe_html(text, Page(scope, written.language if written.language in LANGUAGES else "id")))
    except TooHardToRender:
        return []
    found.close()
    refused = [_as_told(text, *one) for one in found.refused]
    return [_problem(written.source, *one, first_line) for one in dict.fromkeys(filter(None, refused))]


def _as_told(text, tag, name, value):
    """A missing picture is told better by the check of links. One written as a tag would lose its file: it is told as
    a tag."""
    if tag != "img" or name != "src" or not value or re.match(r"[a-z]+:|//", value, re.IGNORECASE):
        return tag, name, value
    written = rf"<img\b[^<>]*(?:{re.escape(value)}|{re.escape(html.escape(value))})"
    return ("img", None, "") if re.search(written, text, re.IGNORECASE) else None


def _problem(source: SourceFile, tag, name, value, first_line):
    if name is None:
        line = _line(source, rf"<\s*/?\s*{re.escape(tag)}\b", first_line)
        return source.problem("html.tag", line, mark=f"<{tag}", tag=f"<{tag}>")
    line = _line(source, re.escape(value), first_line) if value else None
    line = line or _line(source, rf"\b{re.escape(name)}\b", first_line)
    if name in policy.URL_ATTRIBUTES:
        return source.problem("html.address", line, mark=value, address=value[:80])
    return source.problem("html.attribute", line, mark=value or name, tag=f"<{tag}>", attribute=name, value=value[:60])


def _line(source, pattern, start):
    wanted = re.compile(pattern, re.IGNORECASE)
    return next((n for n in range(start, len(source.lines) + 1) if wanted.search(source.lines[n - 1])), None)


class _Refusals(html.parser.HTMLParser):
    """Collects (tag, attribute or None, value) of everything that the policy does not allow."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.refused = []

    def handle_starttag(self, tag, attrs):
        if tag not in policy.TAGS:
            self.refused.append((tag, None, ""))
            return
        for name, value in attrs:
            if not policy.allows(tag, name, value or ""):
                self.refused.append((tag, name, value or ""))
