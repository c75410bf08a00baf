"""The part between the two `---` lines at the top of a course file: split off, read, and held against its table of
keys (`keys.py`). Every fault is collected; what could be read is kept."""

import dataclasses
import datetime as dt

from training.core.problem import Problem
from training.curriculum.keys import Key
from training.curriculum.source import SourceFile, near_miss
from training.curriculum.yaml_reading import Mapping, read_mapping


@dataclasses.dataclass(frozen=True)
class Document:
    """One language file: its `source`, the values that were right, and the Markdown body below."""

    source: SourceFile
    values: dict
    keys: Mapping
    body: str
    body_line: int

    def get(self, name: str, default=None):
        """The value of a key, where it was right."""
        return self.values.get(name, default)

    def problem(self, code: str, key: str, **facts) -> Problem:
        """A problem at the line of `key` (the first line when the key is not written)."""
        return self.source.problem(code, self.keys.line(key) or 1, mark=facts.pop("mark", None), key=key, **facts)


def read_document(source: SourceFile, keys: tuple[Key, ...], *, needs_front: bool = True):
    """`(Document, problems)`. A file whose front matter cannot be read gives a document without values, so that
    its body is still looked at."""
    front, body, body_line, problems = _split(source, needs_front)
    mapping, more = read_mapping(source, front, 2) if front else (None, [])
    mapping = mapping or Mapping({}, {})
    document = Document(source, {}, mapping, body, body_line)
    values, wrong = _checked(document, keys)
    return dataclasses.replace(document, values=values), [*problems, *more, *wrong]


def is_readable(problems: list[Problem]) -> bool:
    """Whether the front matter itself could be read, so that a missing key is worth telling."""
    return not any(
        one.code in ("front.missing", "front.not-closed", "front.not-yaml", "front.not-keys") for one in problems
    )


def _split(source, needs_front):
    lines = source.lines
    if lines[0].rstrip() != "---":
        problems = [source.problem("front.missing", 1)] if needs_front else []
        return "", source.text, 1, problems
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() == "---":
            return "\n".join(lines[1 : number - 1]) + "\n", "\n".join(lines[number:]), number + 1, []
    return "", "", len(lines), [source.problem("front.not-closed", 1)]


def _checked(document, keys):
    by_name = {key.name: key for key in keys}
    values, problems = {}, []
    for name, value in document.keys.values.items():
        if name not in by_name:
            problems.append(_unknown(document, name, by_name))
        elif value not in (None, "", []):
            read = _READERS[by_name[name].kind](value, by_name[name])
            if read is None:
                problems.append(_wrong(document, by_name[name], value))
            else:
                values[name] = read
    return values, problems


def _unknown(document, name, by_name):
    known = ", ".join(by_name)
    return document.problem("front.unknown-key", str(name), mark=str(name), known=known, guess=near_miss(name, by_name))


def _wrong(document, key, value):
    if key.kind == "choice":
        guess = near_miss(value, key.choices)
        return document.problem(
            "front.wrong-choice", key.name, mark=str(value), value=str(value), known=", ".join(key.choices), guess=guess
        )
    return document.problem(f"front.not-{key.kind}", key.name, value=_short(value))


def _short(value):
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _text(value, key):
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    return value.strip() or None if isinstance(value, str) else None


def _list(value, key):
    if not isinstance(value, list) or not all(isinstance(one, (str, int)) and str(one).strip() for one in value):
        return None
    return tuple(str(one).strip() for one in value)


def _number(value, key):
    is_number = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 10_000
    return value if is_number else None


def _yes_no(value, key):
    return value if isinstance(value, bool) else None


def _date(value, key):
    is_day = isinstance(value, dt.date) and not isinstance(value, dt.datetime)
    return value if is_day else None


def _choice(value, key):
    return value if value in key.choices else None


_READERS = {"text": _text, "list": _list, "number": _number, "yes-no": _yes_no, "date": _date, "choice": _choice}
