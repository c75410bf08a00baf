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


class Unchanged(Response):
    """A 304: a browser has the page already. It carries no body and nothing about one, so there is nothing that the
    general way of preparing an answer would put right."""

    default_mimetype = None

    def get_wsgi_headers(self, environ):
        return self.headers


def fresh(tag: str) -> Response | None:
    """A bare 304 when the browser has this very page already."""
    has_it = tag in request.headers.get("If-None-Match", "")
    return Unchanged(status=304, headers=kept_as(tag)) if has_it else None


def private_page(body: str | Response, tag: str) -> Response:
    answer = make_response(body)
    answer.headers.extend(kept_as(tag))
    return answer


def kept_as(tag: str) -> list[tuple[str, str]]:
    return [("ETag", f'W/"{tag}"'), ("Cache-Control", "private, no-cache")]
