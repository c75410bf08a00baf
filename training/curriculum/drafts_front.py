"""Changing one line of a file's front matter and nothing else of what its author wrote."""

import json
import re

from training.curriculum import keys
from training.curriculum.front_matter import read_document
from training.curriculum.source import SourceFile


def with_key(text: str, key: str, value: str | list[str]) -> str:
    """`text` with `key: value` in its front matter, in the place of the one that stood there, else as the last line.
    A text without front matter is given back as it is."""
    lines = text.split("\n")
    end = _end(lines)
    if end is None:
        return text
    first = next((n for n in range(1, end) if re.match(rf"{re.escape(key)}\s*:", lines[n])), None)
    if first is None:
        return "\n".join([*lines[:end], _line(key, value), *lines[end:]])
    last = first + 1
    while last < end and (lines[last].startswith((" ", "\t", "- ")) or not lines[last].strip()):
        last += 1
    return "\n".join([*lines[:first], _line(key, value), *lines[last:]])


def with_module_listed(text: str, module: str) -> str:
    """A course file that lists `module`, at the end when it did not."""
    listed = read_document(SourceFile("", text), keys.COURSE)[0].get("modules", ())
    return text if module in listed else with_key(text, "modules", [*listed, module])


def value_of(text: str, key: str) -> str:
    """The value of a module file's key as text; "" when there is none."""
    return str(read_document(SourceFile("", text), keys.MODULE)[0].get(key, ""))


def _end(lines) -> int | None:
    if lines[0].rstrip() != "---":
        return None
    return next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)


def _line(key, value) -> str:
    if isinstance(value, list):
        return f"{key}: [{', '.join(value)}]"
    plain = re.fullmatch(r"[\w][\w .,/()-]*", value) and not value.endswith(" ")
    is_word = plain and value.lower() not in ("true", "false", "yes", "no", "null", "on", "off")
    return f"{key}: {value if is_word else json.dumps(value, ensure_ascii=False)}"
