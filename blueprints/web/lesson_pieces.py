"""A stored lesson cut at its self-checks and reflections, so that a template can put the forms in their places."""

import functools
import re

from flask import request

from blueprints.web import contacts
from blueprints.web.languages import language
from training.curriculum.contact_links import resolve_contacts
from training.quizzes.paper import question_from_data, review_view, public_view
from training.quizzes.forms import response_from_form

PLACE = re.compile(r'<div data-(check|reflection)="([^"]+)"></div>')


@functools.lru_cache(maxsize=400)
def cut(html: str, spoken: str, contacts_version: str) -> tuple[tuple[str, str], ...]:
    """`(kind, text or id)` in order, kind being html, check or reflection; contacts are filled in."""
    whole = resolve_contacts(html, contacts.directory(), spoken)
    parts = PLACE.split(whole)
    found = [("html", parts[0])]
    for kind, name, after in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        found += [(kind, name), ("html", after)]
    return tuple(found)
