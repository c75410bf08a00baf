"""What changed between two texts, line by line and, inside a changed line, word by word."""

import dataclasses
import difflib
import re

NEAR = 2
WORD = re.compile(r"\s+|\w+|[^\w\s]")


@dataclasses.dataclass(frozen=True)
class Line:
    """`kind` is same, del, add or gap. `parts` are (is_marked, text); `number` is the line in the old text for del,
    in the new one otherwise; for a gap it is how many lines are left out."""

    kind: str
    number: int
    parts: tuple[tuple[bool, str], ...] = ()


def differences(before: str, after: str) -> list[Line]:
    """The changed lines with two lines around each change; nothing when the texts are equal."""
    old, new = before.split("\n"), after.split("\n")
    found = []
    for kind, i, i_end, j, j_end in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found += [Line("same", n + 1, ((False, new[n]),)) for n in range(j, j_end)]
        else:
            found += _changed(old[i:i_end], new[j:j_end], i, j)
    return _near_changes(found)


def words_changed(before: str, after: str) -> int:
    """How many words more (or, below zero, fewer) the second text has."""
    return len(after.split()) - len(before.split())


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
    a, b = WORD.findall(old), WORD.findall(new)
    gone, come = [], []
    for kind, i, i_end, j, j_end in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        for side, words in ((gone, a[i:i_end]), (come, b[j:j_end])):
            if words:
                side.append((kind != "equal", "".join(words)))
    return tuple(gone), tuple(come)


def _near_changes(lines):
    changed = [n for n, line in enumerate(lines) if line.kind != "same"]
    shown = {n for at in changed for n in range(at - NEAR, at + NEAR + 1)}
    result = []
    for n, line in enumerate(lines):
        if n in shown:
            result.append(line)
        elif result and result[-1].kind == "gap":
            result[-1] = Line("gap", result[-1].number + 1)
        elif changed:
            result.append(Line("gap", 1))
    return result
