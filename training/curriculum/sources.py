"""What our claims rest on: the register of sources that lessons cite by key."""

import dataclasses

from training.core.problem import Problem
from training.curriculum.shared_files import read_table
from training.curriculum.source import near_miss


@dataclasses.dataclass(frozen=True)
class Reference:
    """One source. `url` is empty when it can only be had on paper."""

    key: str
    title: str
    url: str


@dataclasses.dataclass(frozen=True)
class Sources:
    """sources.yml as read."""

    path: str = ""
    by_key: dict[str, Reference] = dataclasses.field(default_factory=dict)

    def get(self, key: str) -> Reference | None:
        return self.by_key.get(key)

    def near(self, key: str) -> str | None:
        """The key that `key` was probably meant to be."""
        return near_miss(key, self.by_key)


def read_sources(path) -> tuple[Sources, list[Problem]]:
    """The register at `path` and what is wrong with it."""
    table = read_table(path, "sources")
    references = {}
    for key in table.entries:
        table.known_keys(key, ("title", "url"))
        title, url = str(table.get(key, "title") or ""), str(table.get(key, "url") or "")
        if not title:
            table.complain("shared.missing-text", key, key="title", language="")
        if url and not url.startswith(("https://", "http://")):
            table.complain("shared.not-an-address", key, "url", key="url", value=url)
        references[str(key)] = Reference(str(key), title, url)
    return Sources(table.source.path, references), table.problems
