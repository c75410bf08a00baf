"""The parts of one question as they are collected line by line, and what is doubtful about where their explanations
stand. It decides nothing about kinds and scores."""

import dataclasses
import re

from training.quizzes.bullets import Bullet, read_bullet
from training.quizzes.findings import Findings

ONE_LINE = ("answer", "gap")
"""What does not go on with the lines below it: only its explanation does."""

_LIKE_EXPLANATION = re.compile(
    r"[-*+•–]\s+\S|&gt;|(?:umpan balik|penjelasan|pembahasan|alasan|feedback|explanation|reason)\s{0,3}:", re.IGNORECASE
)
_ON_THE_LINE = re.compile(r"\S\s+(?:>|//)\s+\S")


@dataclasses.dataclass
class Part:
    """One answer line and what hangs under it."""

    sort: str
    line: int
    bullet: Bullet
    texts: list[str]
    feedback: list[str] = dataclasses.field(default_factory=list)

    @property
    def text(self) -> str:
        """Its lines as one text."""
        first, mark, more = "\n".join(self.texts).strip().partition("\n")
        return first.rstrip() + mark + more


@dataclasses.dataclass
class Body:
    """What was found: the text, the answers of the one sort that counts, explanation, keys (key → value, line), how
    many lines were read, and whether marks of an answer stand in the text."""

    text: str = ""
    main: str = ""
    parts: list[Part] = dataclasses.field(default_factory=list)
    explanation: str = ""
    keys: dict[str, tuple[str, int]] = dataclasses.field(default_factory=dict)
    read: int = 0
    shows_marks: bool = False


def first_of_list(bullets: list[Bullet | None], main: str) -> int:
    """Where the list of choices or pairs begins: at its first marked line, or at the lines without a mark right above
    it. The number of bullets where there is none."""
    begins = next((at for at, one in enumerate(bullets) if one and one.sort == main), len(bullets))
    while 0 < begins < len(bullets) and (above := bullets[begins - 1]) and above.sort == "plain":
        begins -= 1
    return begins


def looks_explaining(words: str) -> bool:
    """Whether a line that goes on with a choice was probably meant to explain it."""
    found = _LIKE_EXPLANATION.match(words)
    bullet = read_bullet(words) if found else None
    return bool(found) and not (bullet and bullet.sort == "option" and bullet.marked)


def note_on_the_line(parts: list[Part], findings: Findings, heading: int) -> None:
    """Adds the first choice that carries its explanation on its own line, where several do."""
    found = [part for part in parts if part.sort == "option" and not part.feedback and _ON_THE_LINE.search(part.text)]
    if len(found) > 1:
        findings.add("quiz.explanation-without-mark", found[0].line, heading=heading)


def note_mixed_points(parts: list[Part], findings: Findings, heading: int) -> None:
    """Adds the first choice with points beside choices with percentages; 0 is the same in both."""
    scored = [part for part in parts if part.sort == "option" and part.bullet.points]
    plain = [part for part in scored if "%" not in part.bullet.mark]
    if plain and len(plain) < len(scored):
        findings.add("quiz.percent-and-points", plain[0].line, heading=heading, option=plain[0].text[:60])
