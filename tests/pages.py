"""A test browser that refuses an ugly page: every page it fetches is checked as it passes."""

import collections
import re

import html5lib
from flask import g, has_app_context
from flask.testing import FlaskClient
from werkzeug.datastructures import Headers

NAMESPACE = "{http://www.w3.org/1999/xhtml}"
NEEDS_LABEL = {"input", "select", "textarea"}


class PageClient(FlaskClient):
    """Like Flask's client; give `expect=` the status you expect (200 for reading, 303 for sending; False: any)."""

    def open(self, *args, expect=None, check=True, **kwargs):
        forget_the_request_before()
        headers = Headers(kwargs.pop("headers", None))
        response = super().open(*args, headers=headers, **kwargs)
        method = kwargs.get("method", "GET")
        wanted = expect if expect is not None else {"GET": 200, "POST": 303}.get(method)
        assert not wanted or response.status_code == wanted, (
            f"{method} {args[0] if args else ''}: {response.status_code}, not {wanted}\n{response.text[:2000]}"
        )
        if check and response.mimetype == "text/html" and response.status_code not in (204, 303, 304):
            faults = faults_of(response.text)
            assert not faults, f"{args[0] if args else ''}: " + "; ".join(faults)
        return response


def forget_the_request_before() -> None:
    """pytest-flask keeps one application context open all test long; no request may find there who asked before."""
    if has_app_context():
        for name in list(g):
            g.pop(name)


def faults_of(html: str) -> list[str]:
    """What is wrong with a page, in words."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"))
    tree = parser.parse(html)
    faults = [f"HTML: {code} at line {place[0]}" for place, code, _ in parser.errors]
    elements = list(tree.iter())
    named = collections.Counter(e.get("id") for e in elements if e.get("id"))
    faults += [f"id {name} stands {count} times" for name, count in named.items() if count > 1]
    headings = tree.findall(f".//{NAMESPACE}h1")
    if len(headings) != 1:
        faults.append(f"{len(headings)} h1")
    title = tree.find(f".//{NAMESPACE}title")
    if title is None or not (title.text or "").strip():
        faults.append("no title")
    faults += [f"style attribute on {e.tag}" for e in elements if e.get("style") is not None]
    faults += [f"{name} on {e.tag}" for e in elements for name in e.attrib if re.match(r"on[a-z]+$", str(name))]
    return faults + unlabelled(elements, named) + unsafe_forms(tree) + broken_references(elements, named)


def unlabelled(elements, named) -> list[str]:
    pointed = {e.get("for") for e in elements if e.tag == f"{NAMESPACE}label"}
    inside = {id(child) for e in elements if e.tag == f"{NAMESPACE}label" for child in e.iter()}
    return [
        f"{e.tag.removeprefix(NAMESPACE)} {e.get('name')} has no label"
        for e in elements
        if str(e.tag).removeprefix(NAMESPACE) in NEEDS_LABEL
        and e.get("type") not in ("hidden", "submit", "button")
        and e.get("id") not in pointed and id(e) not in inside
        and not e.get("aria-label") and not e.get("aria-labelledby")
    ]


def unsafe_forms(tree) -> list[str]:
    faults = []
    for form in tree.findall(f".//{NAMESPACE}form"):
        action, method = form.get("action"), (form.get("method") or "get").lower()
        if action is None:
            faults.append("a form has no action")
        tokens = [i for i in form.iter(f"{NAMESPACE}input") if i.get("name") == "csrf_token"]
        if method == "post" and not tokens:
            faults.append(f"form to {action} has no csrf_token")
    return faults


def broken_references(elements, named) -> list[str]:
    return [
        f"{attribute} of {e.tag.removeprefix(NAMESPACE)} points to missing {name}"
        for e in elements
        for attribute in ("aria-labelledby", "aria-describedby", "for", "aria-controls")
        for name in (e.get(attribute) or "").split()
        if name not in named
    ]
