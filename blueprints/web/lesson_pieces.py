"""A stored lesson cut at its self-checks and reflections, so that a template can put the forms in their places."""

import functools
import re

from flask import request

from blueprints.web import contacts, organisation
from blueprints.web.languages import language
from training.core.language import pick
from training.curriculum.catalogue import LessonPage
from training.curriculum.contact_links import resolve_contacts
from training.quizzes.form import response_from_form
from training.quizzes.frozen import from_data
from training.quizzes.paper import PaperQuestion
from training.quizzes.reviews import review_view
from training.quizzes.views import public_view

PLACE = re.compile(r'<div data-(check|reflection)="([^"]+)"></div>')
ONE_ORDER = 0


@functools.lru_cache(maxsize=400)
def cut(html: str, spoken: str, contacts_version: str) -> tuple[tuple[str, str], ...]:
    """`(kind, text or id)` in order; kind is html, check or reflection. Contacts are filled in."""
    parts = PLACE.split(resolve_contacts(html, contacts.directory(), spoken))
    found = [("html", parts[0])]
    for kind, name, after in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        found += [(kind, name), ("html", after)]
    return tuple(piece for piece in found if piece[1].strip())


def pieces(page: LessonPage) -> tuple[tuple[str, str], ...]:
    """The same with the organisation's own texts filled in, which no memory may hold back."""
    found = cut(page.html, page.language, contacts.version())
    return tuple((kind, organisation.filled(what, page.language) if kind == "html" else what) for kind, what in found)


def short_version(page: LessonPage) -> str:
    return organisation.served(page.short_html, page.language)


def checks(page: LessonPage) -> dict[str, dict]:
    """Each self-check as a reader may see it: the question, and after an answer in the address (?check=…) what we say
    to it. Nothing of it is stored, and no key leaves the server before."""
    answered = request.args.get("check", "")
    return {name: check_view(name, data, page.language, name == answered)
            for name, data in page.extras["checks"].items()}


def check_view(name: str, data: dict, language: str, is_answered: bool) -> dict:
    return question_view(from_data(data).questions[0], language, is_answered)


def question_view(question: PaperQuestion, language: str, is_answered: bool) -> dict:
    """A question nobody stores an answer to; with `is_answered`, what we say to the answer in the address."""
    if not is_answered:
        return public_view(question, language, ONE_ORDER)
    response = response_from_form(question.key, request.args.to_dict(flat=False), ONE_ORDER)
    return review_view(question, response, language, ONE_ORDER)


def filled(texts: dict, name: str) -> str:
    """The HTML called `name` in the reader's language, else in the other one, as it is sent."""
    said, spoken = pick(texts, language())
    return organisation.served(said[name], spoken)
