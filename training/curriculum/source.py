"""One text file as its author wrote it, with its lines at hand for messages. It never touches the disk."""

import dataclasses
import difflib
import functools

from training.core.problem import Problem


@dataclasses.dataclass(frozen=True)
class SourceFile:
    """`path` is the path to show an author, `text` has LF line ends and no byte order mark."""

    path: str
    text: str

    @functools.cached_property
    def lines(self) -> list[str]:
        """Its lines without their ends; line n stands at n - 1."""
        return self.text.split("\n")

    def problem(self, code: str, line: int | None = None, *, mark=None, severity="error", **facts) -> Problem:
        """A problem at `line` (from 1) that quotes the author's line and the nearest written one above it.
        `mark` is a piece of that line, or a (start, end) pair of columns."""
        return Problem(code, severity, self.path, line, facts, self._quoted(line), self._columns(line, mark))

    def line_of(self, piece: str, *, start: int = 1) -> int | None:
        """The first line from `start` on that holds `piece`."""
        for number in range(start, len(self.lines) + 1):
            if piece in self.lines[number - 1]:
                return number
        return None

    def _quoted(self, line):
        if not line or line > len(self.lines):
            return ()
        above = [n for n in range(max(1, line - 2), line) if self.lines[n - 1].strip()]
        return tuple((n, self.lines[n - 1]) for n in (*above[-1:], line))

    def _columns(self, line, mark):
        if not line or line > len(self.lines) or mark is None or isinstance(mark, tuple):
            return mark if isinstance(mark, tuple) else None
        start = self.lines[line - 1].find(mark)
        return None if start < 0 else (start, start + len(mark))


class Guesses:
    """near_miss with a memory: one word is looked up once, and of many different words only the first MOST."""

    MOST = 20

    def __init__(self):
        self._found: dict[tuple[str, str], str | None] = {}

    def near(self, word: str, known, among: str = "") -> str | None:
        """The guess for `word`; `known` are the words of the place that `among` names."""
        if (among, word) not in self._found and len(self._found) < self.MOST:
            self._found[among, word] = near_miss(word, known)
        return self._found.get((among, word))


def near_miss(word: str, known, likeness: float = 0.6) -> str | None:
    """The known word that `word` was probably meant to be, or None; `likeness` (0–1) is how alike they must be."""
    lowered = {str(one).lower(): one for one in known}
    found = _nearest(str(word).lower(), tuple(lowered), likeness)
    return lowered[found[0]] if found else None


@functools.lru_cache(maxsize=256)
def _nearest(word: str, known: tuple[str, ...], likeness: float) -> list[str]:
    return difflib.get_close_matches(word, known, n=1, cutoff=likeness)
