"""A page that a browser may keep and ask about again: the tag stands for everything the page was made from."""

import hashlib

from flask import Response, current_app, make_response, request, session

from blueprints.web.access import the_person
from blueprints.web.forms import token


def tag_of(parts) -> str:
    """A short tag of `parts`, of who is asking, and of the look. The forms' token is made first, so that the very
    first page of a session has the tag it will be asked about."""
    if "csrf_token" not in session:
        token()
    asking = (vars(the_person()), session.get("csrf_token"), session.get("_flashes"))
    whole = (parts, asking, current_app.extensions["shelf"].version)
    return hashlib.sha256(repr(whole).encode()).hexdigest()[:24]


def fresh(tag: str) -> Response | None:
    """A bare 304 when the browser has this very page already."""
    return dressed(Response(status=304), tag) if tag in request.headers.get("If-None-Match", "") else None


def private_page(body: str | Response, tag: str) -> Response:
    return dressed(make_response(body), tag)


def dressed(answer: Response, tag: str) -> Response:
    answer.set_etag(tag, weak=True)
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer
