"""The two language files of one thing, held side by side: the Indonesian file carries the machine's keys, both carry
the texts. It says what is missing and what differs, and never guesses a value."""

import dataclasses

from training.core.language import LANGUAGES, SOURCE
from training.core.problem import Problem
from training.curriculum.front_matter import Document, is_readable, read_document
from training.curriculum.keys import Key
from training.curriculum.source import SourceFile


@dataclasses.dataclass(frozen=True)
class Pair:
    """`documents` by language; `get` answers a machine key, wherever it stands."""

    documents: dict[str, Document]

    @property
    def first(self) -> Document:
        """The Indonesian document, else the English one."""
        return next(self.documents[one] for one in LANGUAGES if one in self.documents)

    def get(self, name: str, default=None):
        """The value of a key of the machine: the Indonesian file's, else the English one's."""
        for language in LANGUAGES:
            if language in self.documents and name in self.documents[language].values:
                return self.documents[language].values[name]
        return default


def read_pair(sources: dict[str, SourceFile], keys: tuple[Key, ...], stem: str, *, needs_front: bool = True):
    """`(Pair, problems)` of the files in `sources` (at least one language)."""
    documents, problems, readable = {}, [], {}
    for language, source in sources.items():
        documents[language], found = read_document(source, keys, needs_front=needs_front)
        readable[language] = is_readable(found)
        problems += found
    pair = Pair({one: documents[one] for one in LANGUAGES if one in documents})
    problems += _missing_language(pair, stem)
    for key in keys:
        problems += _missing(pair, key, readable) + _differing(pair, key)
    return pair, problems


def _missing_language(pair, stem) -> list[Problem]:
    missing = [one for one in LANGUAGES if one not in pair.documents]
    return [pair.first.source.problem("translation.missing", file=f"{stem}.{one}.md") for one in missing]


def _missing(pair, key, readable):
    if key.required and SOURCE in pair.documents and readable[SOURCE] and not _has(pair.documents[SOURCE], key):
        return [pair.documents[SOURCE].problem("front.missing-key", key.name, example=example_of(key))]
    if not key.spoken:
        return []
    with_it = [one for one in pair.documents if _has(pair.documents[one], key)]
    return [
        document.problem("translation.missing-key", key.name, other=pair.documents[with_it[0]].source.path)
        for language, document in pair.documents.items()
        if with_it and language not in with_it and readable[language]
    ]


def _has(document, key):
    return document.keys.values.get(key.name) not in (None, "", [])


def _differing(pair, key):
    if key.spoken:
        return []
    values = {one: doc.values[key.name] for one, doc in pair.documents.items() if key.name in doc.values}
    if len(set(map(str, values.values()))) < 2:
        return []
    return [
        pair.documents["en"].problem("front.differs", key.name, here=_told(values["en"]), there=_told(values["id"]))
    ]


def _told(value):
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def example_of(key: Key) -> str:
    """A line that an author could write for this key."""
    examples = {
        "id": "id: tic-1",
        "modules": "modules: [tic-1, tic-2]",
        "competencies": "competencies: [D1, B1]",
        "minutes": "minutes: 8",
        "motif": "motif: kawung",
        "author": "author: Wayan Sudarma",
        "objectives": 'objectives: ["…"]',
    }
    return examples.get(key.name, f"{key.name}: …")
