"""The letters of GIFT: escapes, formats and comments, both ways. Specification: Moodle documentation, "GIFT format"."""

import re

from training.quizzes.keys import read_key
from training.quizzes.lines import lines_and_code

ESCAPED = "~=#{}:"
"""What a backslash takes the meaning from."""

COMMENT = "\0"
"""Stands for a comment line; it cannot occur in a cleaned text."""

_HELD = {letter: chr(0xE100 + place) for place, letter in enumerate("\\n" + ESCAPED)}
_BACK = {held: ("\n" if letter == "n" else letter) for letter, held in _HELD.items()}
_ESCAPE = re.compile(r"\\([\\n~=#{}:])")
_FORMAT = re.compile(r"\[(html|markdown|plain|moodle)\]", re.IGNORECASE)
_MARKDOWN = re.compile(r"([\\`*_\[\]{])")
_TAG = re.compile(r"(<[^<>]*>)")
_BLOCK = re.compile(r"</?(?:div|ul|ol|dl|table|pre|blockquote|h[1-6])\b", re.IGNORECASE)
_OPENING = re.compile(r"([#>|]|[+-](?=[\s(-]|$))|(\d{1,9})(?=[.)](?:\s|$))|(:(?=[\s-])|=(?==*\s*$)|~(?=~~))")
_NEW_LINE = _HELD["n"]
_ONE_BREAK = re.compile(rf"(?<![\n{_NEW_LINE}]){_NEW_LINE}(?![\n{_NEW_LINE}])")
_PARAGRAPH = re.compile(r"\s*</?p\b[^<>]*>\s*", re.IGNORECASE)
_LAST_BREAKS = re.compile(r"(?:\s{0,3}<br ?/?>){1,9}\s*(?=\n\n|$)", re.IGNORECASE)
_PICTURE = re.compile(r"<img\b[^<>]*?@@PLUGINFILE@@/([^\"'\s<>]+)[^<>]*>", re.IGNORECASE)
_ALT = re.compile(r"\balt=\"([^\"]*)\"", re.IGNORECASE)
_BREAK = "\ue1ff"
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
    """A held text in one of GIFT's four formats as Markdown that shows what Moodle would show: where stars, dashes and
    numbers are no marks there, they are none here. A lone `\\n` stays a new line."""
    if form == "markdown":
        return _tidy(release(held).replace("@@PLUGINFILE@@/", "figures/"))
    if form == "html":
        return _tidy(_from_html(release(held)))
    inside = _ONE_BREAK.sub(f"{_BREAK}\n", held.strip(f"{_NEW_LINE} \t\n"))
    return _tidy(_literal(release(inside), also_html=form == "plain").replace(_BREAK, "<br>"))


def _tidy(text: str) -> str:
    """Without the blanks that our Markdown does not keep; code, and the two that break a line, stay."""
    kept: list[str] = []
    for line, is_code in lines_and_code(text):
        if not is_code:
            line = line.rstrip() + ("  " if line.endswith("  ") and line.strip() else "")
        if is_code or line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).strip()


def _from_html(text: str) -> str:
    """Paragraphs and pictures become ours; a text with larger pieces (lists, tables) stays the HTML that it is."""
    if _BLOCK.search(text):
        return text
    text = _PARAGRAPH.sub("\n\n", re.sub(r"\s*\n\s*", "\n", text))
    pieces = _TAG.split(_LAST_BREAKS.sub("", text))
    pieces[::2] = [_MARKDOWN.sub(r"\\\1", words) for words in pieces[::2]]
    pieces[1::2] = map(_picture, pieces[1::2])
    return _lines_without_marks("".join(pieces))


def _picture(tag: str) -> str:
    """GIFT names the files of its pictures and holds none: the check says which one is missing here."""
    found, alt = _PICTURE.fullmatch(tag), _ALT.search(tag)
    if not found:
        return tag
    return f"![{_MARKDOWN.sub(' ', alt[1]) if alt else ''}](figures/{found[1]})"


def _literal(text: str, *, also_html: bool) -> str:
    text = _MARKDOWN.sub(r"\\\1", text)
    if also_html:
        text = text.replace("&", "&amp;").replace("<", "&lt;")
    return _lines_without_marks(text)


def _lines_without_marks(text: str) -> str:
    """Lines that neither Markdown nor a quiz reads as a heading, a list, a quote, a rule or a key."""
    return "\n".join(map(_line_without_mark, text.split("\n")))


def _line_without_mark(line: str) -> str:
    line = line.strip()
    if (key := read_key(line)) and key[0]:
        return line.replace(":", "&#58;", 1)
    opening = _OPENING.match(line)
    if not opening:
        return line
    _, number, other = opening.groups()
    if other:
        return f"&#{ord(other)};{line[1:]}"
    return f"{number}\\{line[len(number):]}" if number else f"\\{line}"
