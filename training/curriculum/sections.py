"""Cutting out of a Markdown body what is not prose: self-check questions, reflections and practice tasks. Each cut
leaves a marker and as many lines behind, so that line numbers stay true and the rendered page knows the place."""

import dataclasses
import re

KINDS = {"refleksi": "reflection", "reflection": "reflection", "latihan": "practice", "practice": "practice"}
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t#]*$")
_OPENING = re.compile(r"(Refleksi|Reflection|Latihan|Practice)[ \t]*:[ \t]*(.*)$", re.IGNORECASE)
_ID = re.compile(r"[ ]{0,3}<!--\s*id:\s*([^\s;>]+)[^>]*-->\s*$")
_FENCE = re.compile(r"[ ]{0,3}(```+|~~~+)")
_ENDING = re.compile(r"[ ]{0,3}(?:>[ ]*\[!|(?:-[ ]*){3,}$|(?:\*[ ]*){3,}$|\{\{%check )")


@dataclasses.dataclass(frozen=True)
class Section:
    """`kind` is "reflection" or "practice"; `body` is what stands below the heading, without the id; `line` is the
    heading's line in its file."""

    kind: str
    id: str | None
    title: str
    body: str
    line: int

    @property
    def name(self) -> str:
        """The id, or one made from the line while the author has not given it any."""
        return self.id or f"line-{self.line}"


def marker(kind: str, name: str) -> str:
    """The line that stands where a section was cut out."""
    return f"{{{{%{kind} {name}%}}}}"


def cut_lines(body: str, cuts) -> str:
    """`body` with markers in the place of some lines. Each of `cuts` is (first, last, kind, name), lines from 1, both
    included."""
    lines = body.split("\n")
    for first, last, kind, name in cuts:
        lines[first - 1 : last] = [marker(kind, name)] + [""] * (last - first)
    return "\n".join(lines)


def cut_sections(body: str, first_line: int, kinds: tuple[str, ...]) -> tuple[str, list[Section]]:
    """`body` with every section of these kinds replaced by a marker, and the sections. `first_line` is the line of
    the file on which `body` starts."""
    lines, sections, at, fence = body.split("\n"), [], 0, None
    while at < len(lines):
        fence = _fence_after(lines[at], fence)
        opening = None if fence else _opens(lines[at], kinds)
        end = _end_of(lines, at, opening) if opening else at + 1
        if opening:
            section = _section(opening, lines[at:end], at + first_line)
            sections.append(section)
            lines[at:end] = [marker(section.kind, section.name)] + [""] * (end - at - 1)
        at = end
    return "\n".join(lines), sections


def prose_lines(body: str) -> list[tuple[int, str]]:
    """The lines of `body` that are not fenced code, numbered from 1."""
    kept, fence = [], None
    for number, line in enumerate(body.split("\n"), 1):
        before, fence = fence, _fence_after(line, fence)
        if fence is None and before is None:
            kept.append((number, line))
    return kept


def _fence_after(line, fence):
    if "```" not in line and "~~~" not in line:
        return fence
    found = _FENCE.match(line)
    if not found:
        return fence
    if fence is None:
        return found[1]
    return None if found[1].startswith(fence) and not line.strip(" `~") else fence


def _opens(line, kinds):
    heading = _HEADING.match(line)
    opening = heading and _OPENING.match(heading[2])
    kind = opening and KINDS[opening[1].lower()]
    return (len(heading[1]), kind, opening[2]) if kind in kinds else None


def _end_of(lines, start, opening):
    """Where the section ends: at the next heading of its level or above; a reflection also at a call-out, a rule or a
    question (of which only the marker is left here)."""
    level, kind, _ = opening
    fence = None
    for at in range(start + 1, len(lines)):
        fence = _fence_after(lines[at], fence)
        heading = None if fence else _HEADING.match(lines[at])
        if (heading and len(heading[1]) <= level) or (kind == "reflection" and not fence and _ENDING.match(lines[at])):
            return at
    return len(lines)


def _section(opening, lines, line):
    _, kind, title = opening
    found = next((m for m in map(_ID.match, lines) if m), None)
    body = "\n".join(one for one in lines[1:] if not _ID.match(one)).strip("\n")
    return Section(kind, found[1] if found else None, title.strip(), body, line)
