"""What changed between two texts, line by line and, inside a changed line, word by word. Texts that would take long to
compare are told coarsely: every line stays, only fewer of them are held against each other."""

import collections
import dataclasses
import difflib
import re
from collections.abc import Iterable, Iterator

NEAR = 2
LINE_PAIRS = 90_000
WORD_PAIRS = 25_000
PAIRED = 2_500
WORD = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")


@dataclasses.dataclass(frozen=True)
class Line:
    """`kind` is same, del, add or gap. `parts` are (is_marked, text); `number` is the line in the old text for del,
    in the new one otherwise; for a gap it is how many lines are left out."""

    kind: str
    number: int
    parts: tuple[tuple[bool, str], ...] = ()


@dataclasses.dataclass(frozen=True)
class Passage:
    """A line of two texts at once. `kind` is same, mixed, del, add or gap; `parts` are (same, del or add; text);
    `left_out` is how many lines a gap stands for."""

    kind: str
    parts: tuple[tuple[str, str], ...] = ()
    left_out: int = 0


def differences(before: str, after: str) -> list[Line]:
    """The changed lines with two lines around each change; nothing when the texts are equal."""
    old, new = before.split("\n"), after.split("\n")
    found = []
    for kind, i, i_end, j, j_end in _steps(old, new, LINE_PAIRS):
        if kind == "equal":
            found += [Line("same", n + 1, ((False, new[n]),)) for n in range(j, j_end)]
        else:
            found += _changed(old[i:i_end], new[j:j_end], i, j)
    return _near_changes(found, NEAR, lambda count: Line("gap", count))


def woven(old: list[str], new: list[str]) -> list[Passage]:
    """The lines of both texts told once, in reading order: a reworded line holds what went and what came. One line
    stands around each change; nothing when the texts are equal."""
    found = []
    for kind, i, i_end, j, j_end in _steps(old, new, LINE_PAIRS):
        if kind == "equal":
            found += [Passage("same", (("same", line),)) for line in new[j:j_end]]
        else:
            found += _rewoven(old[i:i_end], new[j:j_end])
    return _near_changes(found, 1, lambda count: Passage("gap", left_out=count))


def words_changed(before: str, after: str) -> int:
    """How many words more (or, below zero, fewer) the second text has."""
    return len(after.split()) - len(before.split())


def _steps(old: list[str], new: list[str], most: int) -> Iterator[tuple]:
    """difflib's steps from one list to the other. What both begin and end with is set aside first; where the rest
    repeats itself so much that more than `most` pairs would be looked at, it is one step."""
    start = _shared(old, new)
    end = _shared(old[start:][::-1], new[start:][::-1])
    a, b = old[start : len(old) - end], new[start : len(new) - end]
    if start:
        yield "equal", 0, start, 0, start
    counts = collections.Counter(b)
    if sum(counts[one] for one in a) > most:
        yield "replace", start, start + len(a), start, start + len(b)
    else:
        for kind, i, i_end, j, j_end in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
            yield kind, i + start, i_end + start, j + start, j_end + start
    if end:
        yield "equal", len(old) - end, len(old), len(new) - end, len(new)


def _shared(old, new):
    pairs = zip(old, new, strict=False)
    return next((n for n, (one, other) in enumerate(pairs) if one != other), min(len(old), len(new)))


def _changed(old, new, i, j):
    pairs = min(len(old), len(new))
    for n in range(pairs):
        gone, come = _marked(old[n], new[n])
        yield Line("del", i + n + 1, gone)
        yield Line("add", j + n + 1, come)
    yield from (Line("del", i + n + 1, ((True, old[n]),)) for n in range(pairs, len(old)))
    yield from (Line("add", j + n + 1, ((True, new[n]),)) for n in range(pairs, len(new)))


def _marked(old: str, new: str):
    """The two lines cut into parts, with what is only in one of them marked."""
    parts = list(_mixed(old, new))
    return tuple(tuple((kind != "same", text) for kind, text in parts if kind in ("same", side))
                 for side in ("del", "add"))


def _mixed(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Both lines as parts in order: what stayed, what went, what came."""
    a, b = WORD.findall(old), WORD.findall(new)
    for kind, i, i_end, j, j_end in _steps(a, b, WORD_PAIRS):
        if kind == "equal":
            yield "same", "".join(b[j:j_end])
            continue
        yield from ((side, "".join(words)) for side, words in (("del", a[i:i_end]), ("add", b[j:j_end])) if words)


def _rewoven(old: list[str], new: list[str]) -> Iterator[Passage]:
    """Each old line beside the first new one that keeps half of its words; the others went or came whole."""
    next_new, is_small = 0, len(old) * len(new) <= PAIRED
    for line in old:
        mate = next((n for n in range(next_new, len(new)) if is_small and _is_alike(line, new[n])), None)
        if mate is None:
            yield Passage("del", (("del", line),))
            continue
        yield from _whole("add", new[next_new:mate])
        yield Passage("mixed", tuple(_mixed(line, new[mate])))
        next_new = mate + 1
    yield from _whole("add", new[next_new:])


def _whole(kind: str, lines: Iterable[str]) -> Iterator[Passage]:
    return (Passage(kind, ((kind, line),)) for line in lines)


def _is_alike(old: str, new: str) -> bool:
    a, b = set(old.split()), set(new.split())
    return 2 * len(a & b) >= min(len(a), len(b)) > 0


def _near_changes(lines, near, gap):
    changed = [n for n, line in enumerate(lines) if line.kind != "same"]
    shown = {n for at in changed for n in range(at - near, at + near + 1)}
    result, left_out = [], 0
    for n, line in enumerate(lines if changed else ()):
        if n in shown:
            result += [gap(left_out)] if left_out else []
            result.append(line)
            left_out = 0
        else:
            left_out += 1
    return [*result, gap(left_out)] if left_out else result
