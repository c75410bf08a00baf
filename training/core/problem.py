"""One thing an author should look at, as data. Telling it in words is another file's work."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Problem:
    """`severity` is "error" (stops a release) or "warning". `lines` are (number, text) of the author's own file,
    `mark` the (start, end) columns worth pointing at in the last of them."""

    code: str
    severity: str
    path: str
    line: int | None = None
    facts: dict = dataclasses.field(default_factory=dict)
    lines: tuple[tuple[int, str], ...] = ()
    mark: tuple[int, int] | None = None

    @property
    def is_error(self) -> bool:
        """Whether it stops a release."""
        return self.severity == "error"
