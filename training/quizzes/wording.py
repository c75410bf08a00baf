"""The form in which this area words a problem."""

Words = dict[str, dict[str, str]]


def word(
    title: tuple[str, str], says: tuple[str, str], expected: tuple[str, str], example: str | tuple[str, str] = ""
) -> Words:
    """The words of one problem, each as (Indonesian, English). `{names}` are facts of the problem. `example` is
    Markdown as an author would write it, one for both languages where no word of it is a key; in it only small
    letters between braces are a fact, all other braces are braces."""
    return {
        "title": _both(title),
        "says": _both(says),
        "expected": _both(expected),
        "example": _both((example, example) if isinstance(example, str) else example),
    }


def _both(pair: tuple[str, str]) -> dict[str, str]:
    return {"id": pair[0], "en": pair[1]}
