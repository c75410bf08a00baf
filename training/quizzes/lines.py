"""Which lines of a Markdown text are headings, code or hidden notes. Every pattern is linear in the line's length."""

import dataclasses
import re
from collections.abc import Iterator

HEADING = re.compile(r"(#{1,6})(?:[ \t]+(.*))?$", re.DOTALL)
QUIZ_HEADING = re.compile(r"(?:kuis|quiz)(?![\w-])[ \t]*:?(.*)$", re.IGNORECASE | re.DOTALL)
CHECK_HEADING = re.compile(r"(?:soal|question)[ \t]*:(.*)$", re.IGNORECASE | re.DOTALL)
LEADING_NUMBER = re.compile(r"\d{1,4}[.)](?:[ \t]+|$)")
STEP_ID = re.compile(r"\{#([^{}\s]{1,80})\}$")
FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})(.*)$", re.DOTALL)
_FRONT = re.compile("[ \t\u00a0]*(?:[-*+>#]{1,6}|\\d{1,9}[.)])?[ \u00a0]*(?:[\\[(][ \u00a0xX]{1,3}[\\])])?[ \u00a0]*")
_UNWANTED = dict.fromkeys([*(n for n in range(32) if n not in (9, 10)), 127, 0x2028, 0x2029, 0xE000, 0xE001, 0xFEFF])


@dataclasses.dataclass(frozen=True, slots=True)
class Line:
    """One line of the author's file. `sort` is "text", "heading", "code" or "hidden" (a comment over several lines;
    its first line carries the whole comment). `level` is a heading's level, or how far a fence is indented."""

    number: int
    text: str
    sort: str = "text"
    level: int = 0
    heading: str = ""

    @property
    def indent(self) -> int:
        """How many spaces stand before its first sign."""
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def is_blank(self) -> bool:
        """Whether nothing can be seen in it."""
        return not self.text or self.text.isspace()


def split_lines(text: str, first_line: int = 1) -> tuple[list[Line], list[Line]]:
    """The lines of a text, and the lines that open what nobody closes: a code fence (left out), or a comment (shown
    as it is written, so that it hides nothing)."""
    raw = text.replace("\r\n", "\n").replace("\r", "\n").translate(_UNWANTED).split("\n")
    raw = [_with_plain_spaces(line) for line in raw]
    closing = _longest_closing_fence_after(raw)
    lines: list[Line] = []
    unclosed: list[Line] = []
    place = 0
    while place < len(raw):
        line = raw[place]
        number = first_line + place
        fence = FENCE.match(line)
        if fence and _opens(fence):
            mark = fence.group(1)
            if closing[mark[0]][place + 1] < len(mark):
                unclosed.append(Line(number, line))
                place += 1
                continue
            end = _closing_line(raw, place + 1, mark)
            depth = len(line) - len(line.lstrip(" "))
            lines += [Line(first_line + at, raw[at], "code", depth) for at in range(place, end + 1)]
            place = end + 1
            continue
        if line.startswith("<!--") and "-->" not in line:
            end = _comment_end(raw, place)
            if end:
                lines.append(Line(number, "\n".join(raw[place : end + 1]), "hidden"))
                place = end + 1
                continue
            unclosed.append(Line(number, line))
            line = "&lt;" + line[1:]
        lines.append(_plain(number, line))
        place += 1
    return lines, unclosed


def lines_and_code(text: str) -> Iterator[tuple[str, bool]]:
    """Each line, and whether it belongs to fenced code."""
    fence = ""
    for line in text.split("\n"):
        found = FENCE.match(line)
        if fence:
            closes = line.strip().startswith(fence) and not line.strip().strip(fence[0])
            yield line, True
            fence = "" if closes else fence
        elif found:
            fence = found.group(1)
            yield line, True
        else:
            yield line, False


def read_heading(text: str) -> str:
    """The words of a heading without its closing #s."""
    text = text.strip()
    while text.endswith("#"):
        shorter = text.rstrip("#")
        if shorter and shorter[-1] not in " \t":
            break
        text = shorter.rstrip()
    return text


def without_number(text: str) -> str:
    """A question's heading without its leading number."""
    number = LEADING_NUMBER.match(text)
    return text[number.end() :].strip() if number else text


def trim(lines: list[str]) -> str:
    """Lines as one text, without blank lines around it."""
    first, last = 0, len(lines)
    while first < last and not lines[first].strip():
        first += 1
    while last > first and not lines[last - 1].strip():
        last -= 1
    return "\n".join(lines[first:last]).rstrip()


def unquoted(line: str) -> str:
    """What a quoted line says, without its mark."""
    return line[1:].removeprefix(" ")


def outdent(line: str) -> str:
    """A line that goes on with the one above it, without the two spaces in front."""
    return line[2:] if line.startswith("  ") else line.lstrip(" ")


def _with_plain_spaces(line: str) -> str:
    """Tabs and hard spaces, which come along with pasted text, as spaces in front of the words and around a mark."""
    if "\u00a0" in line:
        front = _FRONT.match(line).group()
        line = front.replace("\u00a0", " ") + line[len(front) :]
    if "\t" not in line:
        return line
    words = line.lstrip(" \t")
    return line[: len(line) - len(words)].replace("\t", "    ") + words


def _comment_end(raw: list[str], start: int) -> int:
    for place in range(start + 1, min(start + 200, len(raw))):
        if "<!--" in raw[place]:
            return 0
        if "-->" in raw[place]:
            return place
    return 0


def _plain(number: int, line: str) -> Line:
    found = HEADING.match(line) if line.startswith("#") else None
    if found:
        return Line(number, line, "heading", len(found.group(1)), read_heading(found.group(2) or ""))
    return Line(number, line)


def _opens(fence: re.Match) -> bool:
    return not (fence.group(1)[0] == "`" and "`" in fence.group(2))


def _longest_closing_fence_after(raw: list[str]) -> dict[str, list[int]]:
    longest = {mark: [0] * (len(raw) + 1) for mark in "`~"}
    for place in range(len(raw) - 1, -1, -1):
        for mark, lengths in longest.items():
            lengths[place] = max(lengths[place + 1], _closes(raw[place], mark))
    return longest


def _closes(line: str, mark: str) -> int:
    if mark not in line:
        return 0
    bare = line.strip()
    return len(bare) if len(bare) >= 3 and bare[0] == mark and not bare.strip(mark) else 0


def _closing_line(raw: list[str], place: int, mark: str) -> int:
    while _closes(raw[place], mark[0]) < len(mark):
        place += 1
    return place
