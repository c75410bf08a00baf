"""What a text may refer to while it is rendered, and what it turned out to use."""

import dataclasses

from training.curriculum.course import Asset, Course, Module
from training.curriculum.glossary import Glossary
from training.curriculum.sources import Sources


@dataclasses.dataclass(frozen=True)
class Scope:
    """Where a text stands (`course` and `module` are ids; `module` is "" for the course's own page) and what it may
    show: `assets` by path inside the module."""

    course: str = ""
    module: str = ""
    assets: dict[str, Asset] = dataclasses.field(default_factory=dict)
    glossary: Glossary = dataclasses.field(default_factory=Glossary)
    sources: Sources = dataclasses.field(default_factory=Sources)


def scope_of(course: Course, module: Module | None, glossary: Glossary, sources: Sources) -> Scope:
    """The scope of the texts of `module`, or of the course's own page."""
    if module is None:
        return Scope(course.id, "", {}, glossary, sources)
    return Scope(course.id, module.id, module.assets, glossary, sources)


@dataclasses.dataclass
class Page:
    """One text on its way to HTML. `prefix` begins its heading ids; `cuts` are the markers that may become
    placeholders; `terms` and `sources` fill up, in order of use. Only a page that `has_lists` shows them at its end, so
    only there do marks link to them."""

    scope: Scope
    language: str
    prefix: str = "m-"
    cuts: frozenset = frozenset()
    has_lists: bool = False
    terms: dict = dataclasses.field(default_factory=dict)
    sources: dict = dataclasses.field(default_factory=dict)

    def number_of(self, key: str) -> int:
        """The number of a source on this page, in order of first use."""
        return self.sources.setdefault(key, len(self.sources) + 1)
