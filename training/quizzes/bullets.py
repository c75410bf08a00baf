"""What one list line of a quiz is: an option with its mark, a pair, a gap that is explained, or an ordinary bullet."""

import dataclasses
import re

from training.quizzes.gaps import GAP, read_named
from training.quizzes.keys import read_score
from training.quizzes.lines import Line

ITEM = re.compile(r"\d{1,9}[.)](?:[ \t]+(.*))?$", re.DOTALL)
_BULLET = re.compile(r"[-*+][ \t]+(.*)$", re.DOTALL)
_MARK = re.compile(r"(\[[^\[\]]{0,40}\]|\([^()]{0,3}\))(?:[ \t]+(.*))?$", re.DOTALL)
_GLUED = re.compile(r"(\[[ xX]\])([^\s(\[:].*)$", re.DOTALL)
_NO_SPACE = re.compile(r"[-*+](\[[ xX]\]|\([ xX]\))[ \t]*(.*)$", re.DOTALL)
ARROW = re.compile(r"-{1,3}>|={1,3}>|[→⇒⟶➔➜]")
_ARROW_AT_END = re.compile(r"(?:-{1,3}>|={1,3}>|[→⇒⟶➔➜])$")
_LINK = re.compile(r"\[([^\[\]]*)\]\(#([^()\s]{1,80})\)$")
_POINTS_AMONG = re.compile(r"[+-]?\d{1,4}(?:[.,]\d{1,7})?")
_COUNTS = re.compile(r"\d{1,4}(?:[ \t,;/]+\d{1,4})+")

# What else is put into the brackets: it is told, and taken as it was meant, so that nothing else is told because of it.
MEANT_RIGHT = frozenset({"x", "v", "✓", "✔", "√", "☑", "*", "benar", "betul", "tepat", "true", "right", "correct"})
MEANT_WRONG = frozenset({"salah", "kurang tepat", "keliru", "false", "wrong"})


@dataclasses.dataclass(frozen=True, slots=True)
class Bullet:
    """`sort` is "option", "pair", "gap" or "plain"; `trouble` names what is wrong with the mark; `forced` says that
    round brackets ask for one choice."""

    sort: str
    text: str
    right: bool = False
    points: float | None = None
    panel: tuple[int, ...] = ()
    forced: bool = False
    marked: bool = True
    left: str = ""
    trouble: str = ""
    mark: str = ""


def bullets_of(lines: list[Line]) -> list[Bullet | None]:
    """The list line at each line of a question, or None. A gap is explained only where a quote stands right below."""
    found = [_bullet_of(line) for line in lines]
    for at, (bullet, below) in enumerate(zip(found, lines[1:], strict=False)):
        is_explained = below.sort == "text" and below.indent >= 2 and below.text.lstrip(" ").startswith(">")
        if not is_explained or not bullet or bullet.sort != "plain":
            continue
        if named := read_named(bullet.text):
            found[at] = Bullet("gap", named[1], left=named[0])
        elif GAP.search(bullet.text):
            found[at] = dataclasses.replace(bullet, trouble="quiz.gap-explained-too-early")
    return found


def _bullet_of(line: Line) -> Bullet | None:
    return read_bullet(line.text.lstrip(" ")) if line.sort == "text" and line.indent < 2 else None


def read_bullet(words: str) -> Bullet | None:
    """The list line in `words` (no leading spaces); None when it is none."""
    found = _BULLET.match(words)
    if not found:
        glued = _NO_SPACE.match(words)
        return _option(glued.group(1), glued.group(2), trouble="quiz.unknown-mark") if glued else None
    if _is_rule(words):
        return None
    content = found.group(1).strip()
    marked = _MARK.match(content)
    if marked and (option := _marked(marked.group(1), (marked.group(2) or "").strip())):
        return option
    glued = _GLUED.match(content)
    if glued:
        return _option(glued.group(1), glued.group(2).strip(), trouble="quiz.unknown-mark")
    arrow = ARROW.search(content)
    if not arrow:
        return Bullet("plain", content)
    left, right = content[: arrow.start()].strip(), content[arrow.end() :].strip()
    if left and _LINK.fullmatch(right):
        return Bullet("option", content, marked=False)
    return Bullet("pair", right, left=left)


def is_rule(words: str) -> bool:
    """Whether a line is a rule across the page (---, * * *)."""
    return _is_rule(words) or (len(words.rstrip()) >= 3 and not words.rstrip().strip("-"))


def split_goto(text: str) -> tuple[str, str, str]:
    """(text without the link, label, step) of an option that ends with `→ [label](#step)`."""
    if not text.endswith(")"):
        return text, "", ""
    start = text.rfind("[")
    link = _LINK.fullmatch(text, start) if start >= 0 else None
    before = text[:start].rstrip() if link else ""
    arrow = _ARROW_AT_END.search(before[-3:]) if link else None
    if not arrow:
        return text, "", ""
    return before[: len(before) - len(arrow.group())].rstrip(), link.group(1).strip(), link.group(2)


def _is_rule(words: str) -> bool:
    bare = words.replace(" ", "").replace("\t", "")
    return len(bare) >= 3 and bare[0] in "*-_" and not bare.strip(bare[0]) and " " in words.strip()


def _marked(mark: str, text: str) -> Bullet | None:
    inside = mark[1:-1].strip().replace("−", "-").replace("–", "-")
    points = read_score(inside)
    if mark[0] == "(":
        if points is not None:
            return Bullet("option", text, points=points, mark=mark, trouble="quiz.points-not-a-number")
        return _option(mark, text) if mark in ("( )", "(x)", "(X)") else None
    if mark in ("[ ]", "[x]", "[X]"):
        return _option(mark, text)
    if points is not None:
        return Bullet("option", text, points=points, mark=mark)
    if _COUNTS.fullmatch(inside):
        panel = tuple(int(count) for count in re.split(r"[ \t,;/]+", inside))
        trouble = "" if len(panel) == 4 and sum(panel) else "quiz.panel-counts"
        return Bullet("option", text, panel=panel if not trouble else (0, 0, 0, 1), mark=mark, trouble=trouble)
    if any(letter.isdigit() for letter in inside):
        among = _POINTS_AMONG.search(inside)
        points = read_score(among.group()) if among else 0.0
        return Bullet("option", text, points=points, mark=mark, trouble="quiz.points-not-a-number")
    is_mark = len(inside) <= 3 or inside.casefold() in MEANT_RIGHT | MEANT_WRONG
    return _option(mark, text, trouble="quiz.unknown-mark") if is_mark else None


def _option(mark: str, text: str, trouble: str = "") -> Bullet:
    right = mark[1:-1].strip().casefold() in MEANT_RIGHT
    return Bullet("option", text, right=right, forced=mark[0] == "(", trouble=trouble, mark=mark)
