"""Reading the YAML files that all courses share (contacts, glossary, sources): one way to read them and to say what
is missing."""

import dataclasses
import datetime as dt
import pathlib
from typing import Generic, TypeVar

from training.core.language import LANGUAGES
from training.core.problem import Problem
from training.curriculum.files import decode, read_one
from training.curriculum.source import SourceFile, near_miss
from training.curriculum.yaml_reading import Mapping, read_mapping

Thing = TypeVar("Thing")


@dataclasses.dataclass(frozen=True)
class Keyed(Generic[Thing]):
    """Such a file as it was read: its things by the keys that lessons name."""

    path: str = ""
    by_key: dict[str, Thing] = dataclasses.field(default_factory=dict)

    def get(self, key: str) -> Thing | None:
        """What this key names, or None."""
        return self.by_key.get(key)

    def near(self, key: str) -> str | None:
        """The key that `key` was probably meant to be."""
        return near_miss(key, self.by_key)


@dataclasses.dataclass(frozen=True)
class Table:
    """The entries below one top key of such a file. `problems` collects what is wrong with them while they are read."""

    source: SourceFile
    mapping: Mapping
    top: str
    problems: list

    @property
    def entries(self) -> dict:
        """What stands below the top key; empty where that is no mapping."""
        found = self.mapping.values.get(self.top)
        return found if isinstance(found, dict) else {}

    def complain(self, code: str, *keys, mark=None, severity="error", **facts) -> None:
        """Add a problem at the line of the entry (or of the key inside it)."""
        line = self.mapping.line(self.top, *keys) or 1
        facts = {"entry": str(keys[0]) if keys else self.top, **facts}
        self.problems.append(self.source.problem(code, line, mark=mark, severity=severity, **facts))

    def texts(self, entry: str, key: str, *, required: bool = True) -> dict[str, str]:
        """A text in both languages: `{id: …, en: …}`. A bare text is right only where both read the same."""
        value = self._of(entry).get(key)
        if isinstance(value, (str, int)):
            value = {one: str(value) for one in LANGUAGES}
        if value is None and not required:
            return {}
        if not isinstance(self.entries.get(entry), dict):
            return {}
        value = value if isinstance(value, dict) else {}
        missing = [
            one for one in LANGUAGES if not isinstance(value.get(one), (str, int)) or not str(value[one]).strip()
        ]
        if missing:
            self.complain("shared.missing-text", entry, key, key=key, language=", ".join(missing))
        return {one: " ".join(str(value[one]).split()) for one in LANGUAGES if one not in missing}

    def _of(self, entry) -> dict:
        found = self.entries.get(entry)
        return found if isinstance(found, dict) else {}

    def get(self, entry: str, key: str, default=None):
        """A plain value of an entry."""
        return self._of(entry).get(key, default)

    def day(self, entry: str, key: str) -> dt.date | None:
        """A required date."""
        value = self.get(entry, key)
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            return value
        self.complain("shared.not-a-date", entry, key, key=key)
        return None

    def known_keys(self, entry: str, known: tuple[str, ...]) -> None:
        """Complain about misspelt keys of an entry."""
        if not isinstance(self.entries.get(entry), dict):
            self.complain("shared.not-an-entry", entry)
        for key in self._of(entry):
            if key not in known:
                self.complain("shared.unknown-key", entry, key, mark=str(key), key=str(key), known=", ".join(known))


def read_table(path: pathlib.Path | str, top: str) -> Table:
    """The entries below `top` in the file at `path`. An unreadable file gives an empty table and its problem."""
    problems: list[Problem] = []
    shown = pathlib.Path(path).as_posix()
    data = read_one(path, problems)
    text, found = decode(data, shown) if data is not None else (None, [])
    source = SourceFile(shown, text or "")
    mapping, wrong = read_mapping(source, source.text) if text is not None else (None, [])
    table = Table(source, mapping or Mapping({}, {}), top, [*problems, *found, *wrong])
    if mapping is not None and not isinstance(mapping.values.get(top), dict):
        table.complain("shared.no-entries", top=top)
    return table
