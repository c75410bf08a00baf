"""The parts of one message to an author, in one language. `{names}` in them are facts of the problem."""

import typing


class Telling(typing.NamedTuple):
    """`title` names the thing that is wrong, `spot` stands under the marked line ("" when there is no line to mark),
    `says` tells what we saw, `expected` shows by example what would be right."""

    title: str
    spot: str
    says: str
    expected: str


def both(*, id: tuple, en: tuple) -> dict[str, Telling]:
    """The same message in Indonesian and in English."""
    return {"id": Telling(*id), "en": Telling(*en)}
