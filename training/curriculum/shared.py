"""What all courses lean on: the framework, contacts, glossary, sources and the organisation's texts, found beside the
courses and read once."""

import dataclasses
import pathlib

from training.core.problem import Problem
from training.curriculum.contacts import Contacts, read_contacts
from training.curriculum.glossary import Glossary, read_glossary
from training.curriculum.organisation import Organisation, read_organisation
from training.curriculum.sources import Sources, read_sources
from training.framework.framework import Framework
from training.framework.read import read_framework

FRAMEWORK_FILE = "competencies/framework.yml"


@dataclasses.dataclass(frozen=True)
class Shared:
    """`framework` is None where none could be read; competencies are then not checked."""

    framework: Framework | None = None
    contacts: Contacts = dataclasses.field(default_factory=Contacts)
    glossary: Glossary = dataclasses.field(default_factory=Glossary)
    sources: Sources = dataclasses.field(default_factory=Sources)
    organisation: Organisation = dataclasses.field(default_factory=Organisation)


def read_shared(root: pathlib.Path | str) -> tuple[Shared, list[Problem]]:
    """The shared files in the folder `root` that holds courses. A file that is not there is simply empty."""
    root, problems, found = pathlib.Path(root), [], {}
    readers = {
        "contacts": read_contacts,
        "glossary": read_glossary,
        "sources": read_sources,
        "organisation": read_organisation,
        "framework": read_framework,
    }
    for name, reader in readers.items():
        path = root / (FRAMEWORK_FILE if name == "framework" else f"{name}.yml")
        if path.exists():
            found[name], wrong = reader(path)
            problems += wrong
    return Shared(**found), problems


def shared_root(path: pathlib.Path | str) -> pathlib.Path | None:
    """The folder with the shared files for the courses at `path`: itself or the nearest one above; None without. It is
    told as seen from where we are, so that messages name it as the author would."""
    path = pathlib.Path(path).resolve()
    for folder in (path, *list(path.parents)[:3]):
        if (folder / "contacts.yml").exists() or (folder / FRAMEWORK_FILE).exists():
            here = pathlib.Path.cwd()
            return folder.relative_to(here) if folder.is_relative_to(here) else folder
    return None
