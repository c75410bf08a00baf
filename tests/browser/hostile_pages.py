"""Which pages the hostile suite opens: one for every place that a template has."""

import contextlib
import re

import flask

from blueprints.web import skeletons
from tests.browser.places import kind_of
from tests.browser.windows import Window

LINK = re.compile(r'href="(/[^"#?]*)')
ELEMENT = re.compile(r'<(\w+)(?:[^>]*? (?:class|name)="([a-z_ -]*)")?')
BEGIN = ("/", "/courses", "/me", "/verify", "/safety", "/people/roster", "/organisation")


def find_pages(app, people: tuple[str, ...]) -> dict[str, dict[str, bool]]:
    """Where each of `people` finds a page that looks like none before, with an element that no page of its kind had;
    and whether it is the first of its template."""
    seen: dict[str, set] = {"templates": set()}
    with drawn_from() as templates:
        return {who: new_pages(app, who, seen, templates) for who in people}


def new_pages(app, who: str, seen: dict[str, set], templates: list[str]) -> dict[str, bool]:
    browser, found, opened, waiting = Window(app, who), {}, set(), list(BEGIN)
    skeletons.keep(app)
    while waiting:
        path = waiting.pop(0).replace("&amp;", "&")
        kind = kind_of(app, path)
        templates.clear()
        if kind is None or kind in opened or (answer := browser.get(path)).status_code != 200:
            continue
        opened.add(kind)
        waiting += LINK.findall(answer.text)
        new = set(ELEMENT.findall(answer.text)) - seen.setdefault(kind, set())
        if new:
            found[path] = not seen["templates"].issuperset(templates)
        seen[kind] |= new
        seen["templates"] |= set(templates)
    return found


@contextlib.contextmanager
def drawn_from():
    """The names of the templates drawn inside, one after another."""
    names: list[str] = []

    def note(_app, template, **_more):
        names.append(template.name)

    with flask.template_rendered.connected_to(note):
        yield names
