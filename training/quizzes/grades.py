"""What grading one answer gives: a share of the points and what may be said now. It grades nothing itself."""

import dataclasses

FULL = 1 - 1e-9
"""From this share on everything was right; sums of thirds are a hair below 1."""


@dataclasses.dataclass(frozen=True, slots=True)
class Grade:
    """The share of the points (0 to 1). `parts` holds the share of each blank, left side, rating or step; `feedback`
    names what may be said now: "option:2", "answer:0", "near-miss", "unit", "not-a-number", "unfinished".
    A reflection is not `counted`."""

    score: float = 0.0
    parts: tuple[float, ...] = ()
    feedback: tuple[str, ...] = ()
    answered: bool = True
    counted: bool = True

    @property
    def is_full(self) -> bool:
        """Whether everything was right."""
        return self.score >= FULL


NOTHING = Grade(answered=False)
"""The grade of no answer, and of a forged or over-long one."""


def mean(parts: tuple[float, ...]) -> float:
    """The mean of the shares of the parts; 0 without any."""
    return min(1.0, sum(parts) / len(parts)) if parts else 0.0
