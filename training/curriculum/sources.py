"""What our claims rest on: the register of sources that lessons cite by key."""

import dataclasses

from training.core.problem import Problem
from training.curriculum.shared_files import Keyed, read_table


@dataclasses.dataclass(frozen=True)
class Reference:
    """One source. `url` is empty when it can only be had on paper."""

    key: str
    title: str
    url: str


@dataclasses.dataclass(frozen=True)
class Sources(Keyed[Reference]):
    """sources.yml as read."""


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
