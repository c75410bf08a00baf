"""The letters of GIFT: escapes, formats and comments, both ways. Specification: Moodle documentation, "GIFT format"."""

import re

ESCAPED = "~=#{}:"
"""What a backslash takes the meaning from."""

COMMENT = "\0"
"""Stands for a comment line; it cannot occur in a cleaned text."""

_HELD = {letter: chr(0xE100 + place) for place, letter in enumerate("\\n" + ESCAPED)}
_BACK = {held: ("\n" if letter == "n" else letter) for letter, held in _HELD.items()}
_ESCAPE = re.compile(r"\\([\\n~=#{}:])")
_FORMAT = re.compile(r"\[(html|markdown|plain|moodle)\]", re.IGNORECASE)
_MARKDOWN = re.compile(r"([\\`*_\[\]])")
_PARAGRAPH = re.compile(r"<p>((?:(?!</?p[ >]).)*)</p>", re.DOTALL | re.IGNORECASE)
_BREAKS = re.compile(r"(?:<br ?/?>\s{0,3}){1,9}$", re.IGNORECASE)
_UNWANTED = dict.fromkeys([*range(0xE000, 0xE200), 0xFEFF, *(n for n in range(32) if n not in (9, 10))])


def hold_escapes(text: str) -> str:
    """The text with every escaped sign set aside, so that what remains has its GIFT meaning."""
    return _ESCAPE.sub(lambda found: _HELD[found.group(1)], text)


def release(text: str) -> str:
    """The words of a held text, with the escaped signs as themselves."""
    return "".join(_BACK.get(letter, letter) for letter in text).strip()


def escape(text: str) -> str:
    """A text on one line, so that reading it as GIFT gives the text again."""
    text = text.replace("\\", "\\\\")
    for letter in ESCAPED:
        text = text.replace(letter, "\\" + letter)
    return text.replace("\n", "\\n")


def clean_lines(text: str) -> list[str]:
    """The lines of a file without byte order mark and control characters; comments become COMMENT."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_UNWANTED)
    return [COMMENT if line.lstrip().startswith("//") else line for line in text.split("\n")]


def split_format(held: str, inherited: str) -> tuple[str, str]:
    """(format, text without its mark): a text without a mark has the format of its question."""
    found = _FORMAT.match(held.lstrip())
    return (found.group(1).lower(), held.lstrip()[found.end() :]) if found else (inherited, held)


def to_markdown(held: str, form: str) -> str:
    """A held text in one of GIFT's four formats as Markdown."""
    text = release(held)
    if form == "html":
        single = _PARAGRAPH.fullmatch(text)
        return _BREAKS.sub("", single.group(1)).strip() if single else text
    if form == "markdown":
        return text
    text = _MARKDOWN.sub(r"\\\1", text)
    return text.replace("&", "&amp;").replace("<", "&lt;") if form == "plain" else text
