"""The words that lessons explain, in both languages, by key."""

import dataclasses

from training.core.problem import Problem
from training.curriculum.shared_files import Keyed, read_table


@dataclasses.dataclass(frozen=True)
class Term:
    """One word and what it means, by language."""

    key: str
    name: dict[str, str]
    means: dict[str, str]


@dataclasses.dataclass(frozen=True)
class Glossary(Keyed[Term]):
    """glossary.yml as read."""


def read_glossary(path) -> tuple[Glossary, list[Problem]]:
    """The glossary file at `path` and what is wrong with it."""
    table = read_table(path, "terms")
    terms = {}
    for key in table.entries:
        table.known_keys(key, ("name", "means"))
        terms[str(key)] = Term(str(key), table.texts(key, "name"), table.texts(key, "means"))
    return Glossary(table.source.path, terms), table.problems
