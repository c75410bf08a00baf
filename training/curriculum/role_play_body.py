"""The body of one role-play file, cut at its headings into card, variants, what is observed and the talk afterwards. It
says what is missing or cannot be read, and keeps the rest."""

import dataclasses
import re

from training.core.problem import Problem
from training.curriculum.front_matter import Document
from training.curriculum.role_play import Cue, Observed, RolePlayText, Variant
from training.curriculum.source import near_miss

HEADINGS = {
    "id": {"card": "Kartu fasilitator", "observed": "Yang diamati", "after": "Setelah bermain",
           "actor": "Pemeran", "cues": "Kalimat wajib", "variant": "Varian 1: …"},
    "en": {"card": "Facilitator's card", "observed": "What is observed", "after": "After playing",
           "actor": "Actor", "cues": "Compulsory lines", "variant": "Variant 1: …"},
}
PARTS = ("card", "observed", "after")
_HEADING = re.compile(r"(#{2,3})[ \t]+(.*?)[ \t#]*$")
_VARIANT = {"id": re.compile(r"Varian (\d{1,2}): *(.+)"), "en": re.compile(r"Variant (\d{1,2}): *(.+)")}
_CUE = re.compile(r"- (\d{1,2}):([0-5]\d)\s+(\S.*)")
_OBSERVED = re.compile(r"- ([A-Z]\d{1,2}-[a-z]\d{1,2})\s*:\s+(\S.*)")
_NO_OCCASION = re.compile(r"- N/O:\s*(.*)")
_CODES = re.compile(r"[A-Z]\d{1,2}-[a-z]\d{1,2}")


@dataclasses.dataclass
class _Part:
    """What stands below one heading; `name` is a key of HEADINGS. Lines are numbered as in the file."""

    name: str
    title: str
    line: int
    lines: list[tuple[int, str]] = dataclasses.field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(text for _, text in self.lines).strip("\n")

    def items(self) -> list[tuple[int, str]]:
        """Its list entries; a line further in goes on with the one above."""
        found: list[tuple[int, str]] = []
        for number, text in self.lines:
            if text.startswith("  ") and text.strip() and found:
                found[-1] = (found[-1][0], f"{found[-1][1]} {text.strip()}")
            elif text.strip():
                found.append((number, text.rstrip()))
        return found


def read_body(document: Document, language: str) -> tuple[RolePlayText, list[Problem]]:
    """The role play in one language, and what is wrong with how its body is written."""
    problems: list[Problem] = []
    parts = _parts(document, language, problems)
    by_name = {part.name: part for part in parts if part.name in PARTS}
    problems += [
        document.source.problem("role-play.missing-part", document.body_line, part=HEADINGS[language][name], marks="##")
        for name in PARTS if name not in by_name or not by_name[name].text
    ]
    observed, no_occasion = _observed(document.source, by_name.get("observed"), problems)
    return RolePlayText(
        document.get("title", ""),
        document.get("content_note", ""),
        document.get("alternative", ""),
        by_name["card"].text if "card" in by_name else "",
        tuple(_variants(document.source, parts, language, problems)),
        observed,
        no_occasion,
        by_name["after"].text if "after" in by_name else "",
        document.source.path,
    ), problems


def _parts(document, language, problems) -> list[_Part]:
    parts: list[_Part] = []
    for number, line in enumerate(document.body.split("\n"), document.body_line):
        heading = _HEADING.match(line)
        if heading:
            parts.append(_named(document.source, heading, number, language, problems))
        elif parts:
            parts[-1].lines.append((number, line))
    return parts


def _named(source, heading, number, language, problems) -> _Part:
    # Text editors make a typographic apostrophe of a typed one; both mean the same heading.
    title, words = heading[2].replace("’", "'"), HEADINGS[language]
    allowed = ("actor", "cues") if heading[1] == "###" else PARTS
    name = next((name for name in allowed if words[name] == title), None)
    if heading[1] == "##" and _VARIANT[language].fullmatch(title):
        return _Part("variant", heading[2].partition(":")[2].strip(), number)
    if name is None:
        known = [words[one] for one in (*allowed, *(["variant"] if heading[1] == "##" else []))]
        guess = near_miss(title, known)
        problems.append(source.problem(
            "role-play.unknown-heading", number, mark=heading[2], heading=heading[2],
            known=", ".join(f"{heading[1]} {one}" for one in known), guess=f"{heading[1]} {guess}" if guess else None,
        ))
    return _Part(name or "", heading[2], number)


def _variants(source, parts, language, problems):
    """Each variant with the two parts below it; its number is its place, whatever was written."""
    number = 0
    # Counted, not read: a number written twice must not hide one of the two variants.
    for at, part in enumerate(parts):
        if part.name != "variant":
            continue
        number += 1
        below = {one.name: one for one in _below(parts[at + 1 :])}
        for name in ("actor", "cues"):
            if name not in below or not below[name].text:
                problems.append(source.problem(
                    "role-play.missing-part", part.line, mark=part.title, part=HEADINGS[language][name], marks="###"))
        cues = _cues(source, below["cues"], problems) if "cues" in below else ()
        yield Variant(number, part.title, below["actor"].text if "actor" in below else "", cues, part.line)


def _below(parts):
    for part in parts:
        if part.name in ("variant", *PARTS):
            return
        yield part


def _cues(source, part, problems) -> tuple[Cue, ...]:
    cues = []
    for number, item in part.items():
        found = _CUE.fullmatch(item)
        if found:
            cues.append(Cue(int(found[1]) * 60 + int(found[2]), _unquoted(found[3]), number))
        else:
            problems.append(source.problem("role-play.cue", number, mark=source.lines[number - 1].strip()))
    return tuple(cues)


def _unquoted(text: str) -> str:
    """A spoken line without its quotation marks, when they stand around the whole of it; pages set their own."""
    text = text.strip()
    inside = text[1:-1]
    is_quoted = len(text) > 1 and text[0] in "\"“" and text[-1] in "\"”" and not set(inside) & set("\"“”")
    return inside if is_quoted else text


def _observed(source, part, problems) -> tuple[tuple[Observed, ...], tuple[str, ...]]:
    observed, no_occasion = [], []
    for number, item in part.items() if part else ():
        if found := _OBSERVED.fullmatch(item):
            observed.append(Observed(found[1], found[2].strip(), number))
        elif found := _NO_OCCASION.fullmatch(item):
            no_occasion += _CODES.findall(found[1])
        else:
            problems.append(source.problem("role-play.observed", number, mark=source.lines[number - 1].strip()))
    return tuple(observed), tuple(no_occasion)
