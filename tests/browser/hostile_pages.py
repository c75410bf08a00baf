"""Which pages the hostile suite opens: one for every place that a template has."""

import re

from blueprints.web import skeletons
from tests.browser.places import kind_of
from tests.browser.windows import Window

LINK = re.compile(r'href="(/[^"#?]*)')
ELEMENT = re.compile(r'<(\w+)(?:[^>]*? (?:class|name)="([a-z_ -]*)")?')
BEGIN = ("/", "/courses", "/me", "/verify", "/safety", "/people/roster", "/organisation")


def find_pages(app, people: tuple[str, ...]) -> dict[str, list[str]]:
    """Where each of `people` finds a page that looks like none before, with an element that no page of its kind had."""
    seen: dict[str, set] = {}
    return {who: new_pages(app, who, seen) for who in people}


def new_pages(app, who: str, seen: dict[str, set]) -> list[str]:
    browser, found, opened, waiting = Window(app, who), [], set(), list(BEGIN)
    skeletons.keep(app)
    while waiting:
        path = waiting.pop(0).replace("&amp;", "&")
        kind = kind_of(app, path)
        if kind is None or kind in opened or (answer := browser.get(path)).status_code != 200:
            continue
        opened.add(kind)
        waiting += LINK.findall(answer.text)
        new = set(ELEMENT.findall(answer.text)) - seen.setdefault(kind, set())
        if new:
            found.append(path)
        seen[kind] |= new
    return found
