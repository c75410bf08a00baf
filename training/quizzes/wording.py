"""The form in which this area words a problem."""

Words = dict[str, dict[str, str] | str]


def word(title: tuple[str, str], says: tuple[str, str], expected: tuple[str, str], example: str = "") -> Words:
    """The words of one problem, each as (Indonesian, English). `{names}` are facts of the problem, but not in
    `example`: that is Markdown as an author would write it, the same in both languages."""
    return {
        "title": _both(title),
        "says": _both(says),
        "expected": _both(expected),
        "example": example,
    }


def _both(pair: tuple[str, str]) -> dict[str, str]:
    return {"id": pair[0], "en": pair[1]}
