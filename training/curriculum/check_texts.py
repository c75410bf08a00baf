"""What can be wrong with the words of a file: unknown marks, telephone numbers, call-outs, headings, footnotes."""

import re

from training.curriculum.blocks import CALLOUTS
from training.curriculum.markers import KINDS, MARKER
from training.curriculum.phones import bare_numbers, short_numbers
from training.curriculum.shared import Shared
from training.curriculum.source import near_miss
from training.curriculum.written import Written

_BRACES = re.compile(r"\{\{(?!%)[^{}\n]*\}\}")
_CALLOUT = re.compile(r"\s{0,3}>\s*\[!([^\]\n]*)\]")
_HEADING = re.compile(r"(#{1,6})[ \t]+\S")
_NOTE_USED = re.compile(r"\[\^([^\]\s]+)\](?!:)")
_NOTE_WRITTEN = re.compile(r"\s{0,3}\[\^([^\]\s]+)\]:")
_MISSING = {
    "contact": "contact.unknown", "term": "term.unknown", "source": "source.unknown",
    "organisation": "organisation.unknown",
}


def check_texts(written: Written, shared: Shared) -> list:
    """Every such fault in one file."""
    problems = [*_headings(written), *_footnotes(written)]
    for number, line in written.text_lines:
        problems += _callouts(written, number, line)
    return problems + check_marks(written, shared)


def check_marks(written: Written, shared: Shared) -> list:
    """Of these only the unknown marks and the telephone numbers: all that a file which is no Markdown can have."""
    services, problems = short_numbers(shared.contacts), []
    for number, line in written.text_lines:
        problems += _markers(written, shared, number, line)
        problems += _numbers(written, services, number, line)
    return problems


def _markers(written, shared, number, line):
    for found in _BRACES.finditer(line):
        mark = MARKER.fullmatch(found[0])
        kind = mark and KINDS.get(mark[1].lower())
        if not kind:
            word = re.split(r"[:}]", found[0][2:])[0].strip()
            yield written.source.problem(
                "marker.unknown",
                number,
                mark=found.span(),
                written=found[0],
                guess=near_miss(word, ("kontak", "istilah", "sumber", "organisasi")),
            )
            continue
        if (key := written.key_at(number)) not in (None, "short_version"):
            yield written.source.problem("marker.not-here", number, mark=found.span(), written=found[0], key=key)
            continue
        if kind == "organisation" and not _is_alone(written, number, found[0]):
            yield written.source.problem("organisation.not-alone", number, mark=found.span(), written=found[0])
        known = {
            "contact": shared.contacts, "term": shared.glossary, "source": shared.sources,
            "organisation": shared.organisation,
        }[kind]
        if known.get(mark[2]) is None:
            yield written.source.problem(
                _MISSING[kind], number, mark=mark[2], entry=mark[2], file=_name(known, kind), guess=known.near(mark[2])
            )


def _is_alone(written, number, mark):
    """Whether the mark is a paragraph of its own, in a text that is shown with it filled in."""
    lines = written.source.lines
    around = [lines[at] for at in (number - 2, number) if 0 <= at < len(lines)]
    return written.kind != "quiz" and lines[number - 1].strip() == mark and not any(
        one.strip() and not one.strip().endswith(("---", "|")) for one in around
    )


def _name(known, kind):
    names = {"contact": "contacts", "term": "glossary", "source": "sources", "organisation": "organisation"}
    return known.path or f"{names[kind]}.yml"


def _numbers(written, services, number, line):
    found = bare_numbers(line, services)
    return [written.source.problem("text.phone-number", number, mark=one, number=one) for one in found]


def _callouts(written, number, line):
    found = _CALLOUT.match(line)
    if not found or found[1].strip().lower() in CALLOUTS:
        return []
    known = ", ".join(word for word in CALLOUTS if _is_of(written.language, word))
    return [
        written.source.problem(
            "callout.unknown",
            number,
            mark=f"[!{found[1]}]",
            kind=found[1],
            known=known,
            guess=near_miss(found[1], CALLOUTS),
        )
    ]


def _is_of(language, word):
    """The table of call-outs names each kind in Indonesian first, then in English."""
    return (list(CALLOUTS).index(word) % 2 == 0) == (language == "id")


def _headings(written):
    above, problems = 1, []
    for number, line in written.body_lines:
        found = _HEADING.match(line)
        if not found:
            continue
        level = len(found[1])
        if level == 1:
            problems.append(written.source.problem("heading.too-high", number, mark=(0, 1)))
        elif level > above + 1 and written.kind != "quiz":
            problems.append(
                written.source.problem(
                    "heading.skips",
                    number,
                    mark=(0, level),
                    severity="warning",
                    level="#" * level,
                    above="#" * (above + 1),
                )
            )
        above = max(level, 2) if level == 1 else level
    return problems


def _footnotes(written):
    lines = written.body_lines
    known = {found[1] for _, line in lines if (found := _NOTE_WRITTEN.match(line))}
    return [
        written.source.problem(
            "footnote.missing", number, mark=found[0], note=found[1], guess=near_miss(found[1], known)
        )
        for number, line in lines
        for found in _NOTE_USED.finditer(line)
        if found[1] not in known
    ]
