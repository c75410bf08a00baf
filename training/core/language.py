"""The two languages, and which text a reader gets when one is missing."""

LANGUAGES = ("id", "en")
SOURCE = "id"


def N_(sentence: str) -> str:
    """Mark a sentence for translation where it is written; it is translated where it is shown."""
    return sentence


def pick(texts: dict, language: str):
    """The text in `language`, else in the other one, with the language it really is in: `(text, "id")`.
    `(None, language)` when there is neither."""
    for code in (language, *LANGUAGES):
        if texts.get(code):
            return texts[code], code
    return None, language
