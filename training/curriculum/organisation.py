"""The texts that an organisation decides for itself (limits of confidentiality, who reports what), as they come with
the courses: named templates to begin from. What an installation chose and adapted is in `organisation_texts.py`."""

import dataclasses

from training.core.language import LANGUAGES
from training.core.problem import Problem
from training.curriculum.shared_files import Table, read_table
from training.curriculum.source import SourceFile, near_miss

Texts = dict[str, str]


@dataclasses.dataclass(frozen=True)
class Template:
    """One set of texts to begin from: `texts` by key, each Markdown by language. `when` says whom it suits."""

    key: str
    name: Texts
    when: Texts
    texts: dict[str, Texts]


@dataclasses.dataclass(frozen=True)
class Organisation:
    """organisation.yml as read: `names` of the texts by key, and the templates; the first is the default."""

    path: str = ""
    names: dict[str, Texts] = dataclasses.field(default_factory=dict)
    templates: dict[str, Template] = dataclasses.field(default_factory=dict)

    def get(self, key: str) -> Texts | None:
        """What the text with this key is called, or None when there is no such text."""
        return self.names.get(key)

    def near(self, key: str) -> str | None:
        """The key that `key` was probably meant to be."""
        return near_miss(key, self.names)

    @property
    def default(self) -> Template | None:
        """The template in use until another is chosen."""
        return next(iter(self.templates.values()), None)


def read_organisation(path) -> tuple[Organisation, list[Problem]]:
    """The file at `path` and what is wrong with it."""
    table = read_table(path, "templates")
    kinds = dataclasses.replace(table, top="texts")
    if table.mapping.values and not kinds.entries:
        kinds.complain("shared.no-entries", top="texts")
    names = {}
    for key in kinds.entries:
        kinds.known_keys(key, ("name",))
        names[str(key)] = kinds.texts(key, "name")
    templates = {str(key): _template(table, key, names) for key in table.entries}
    return Organisation(table.source.path, names, templates), table.problems


def source_of(path) -> SourceFile:
    """The file as its author wrote it, for the checks that read its words."""
    return read_table(path, "templates").source


def _template(table: Table, key, names) -> Template:
    table.known_keys(key, ("name", "when", "texts"))
    written = table.get(key, "texts")
    written = written if isinstance(written, dict) else {}
    for one in written:
        if one not in names:
            table.complain("shared.unknown-key", key, "texts", one, mark=str(one), key=str(one), known=", ".join(names))
    texts = {one: _text(table, key, one, written.get(one)) for one in names}
    return Template(str(key), table.texts(key, "name"), table.texts(key, "when"), texts)


def _text(table, key, name, found) -> Texts:
    found = found if isinstance(found, dict) else {}
    missing = [one for one in LANGUAGES if not isinstance(found.get(one), str) or not found[one].strip()]
    if missing:
        table.complain("shared.missing-text", key, "texts", name, key=name, language=", ".join(missing))
    return {one: found[one].strip() for one in LANGUAGES if one not in missing}
