"""The words that lessons explain, in both languages, by key."""

import dataclasses

from training.core.problem import Problem
from training.curriculum.shared_files import read_table
from training.curriculum.source import near_miss


@dataclasses.dataclass(frozen=True)
class Term:
    """One word and what it means, by language."""

    key: str
    name: dict[str, str]
    means: dict[str, str]


@dataclasses.dataclass(frozen=True)
class Glossary:
    """glossary.yml as read."""

    path: str = ""
    by_key: dict[str, Term] = dataclasses.field(default_factory=dict)

    def get(self, key: str) -> Term | None:
        return self.by_key.get(key)

    def near(self, key: str) -> str | None:
        """The key that `key` was probably meant to be."""
        return near_miss(key, self.by_key)


def read_glossary(path) -> tuple[Glossary, list[Problem]]:
    """The glossary file at `path` and what is wrong with it."""
    table = read_table(path, "terms")
    terms = {}
    for key in table.entries:
        table.known_keys(key, ("name", "means"))
        terms[str(key)] = Term(str(key), table.texts(key, "name"), table.texts(key, "means"))
    return Glossary(table.source.path, terms), table.problems
