"""Who is here, and may they? Every view names its permission with @needs, or says @open_to_all; a test sees to it."""

import functools

from flask import Flask, current_app, g, redirect, request, session, url_for
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user

from blueprints.web.addresses import own_path
from blueprints.web.database import db, settle
from blueprints.web.devices import device_name
from training import permissions
from training.accounts import kept_forms, signing_in
from training.accounts.person import Person
from training.core.clock import now
from training.core.database import intending
from training.core.refusal import NotFound


class Logins(LoginManager):
    """Flask-Login without its session protection: the sign-in itself ends on the server, and a phone may change its
    address. Switched off by its setting, it would still reckon a mark of address and browser for every request."""

    session_protection = None

    def _session_protection_failed(self) -> bool:
        return False


login_manager = Logins()

NEVER_KEPT = frozenset({"csrf_token", "password", "present"})


class Visitor(UserMixin):
    """A person behind a living sign-in; Flask-Login keeps only the sign-in's token."""

    def __init__(self, person: Person, token: str, touch_due: bool = False):
        self.person, self.token, self.touch_due = person, token, touch_due

    def get_id(self) -> str:
        return self.token


def guard(app: Flask) -> None:
    login_manager.init_app(app)
    app.after_request(touch)


@login_manager.user_loader
def load(token: str) -> Visitor | None:
    found = signing_in.who(db.session, token, at=now())
    return found and Visitor(found[0], token, found[1])


@login_manager.unauthorized_handler
def to_sign_in():
    """Sign in first, then back to the same page; a form that was sent is kept and waits there."""
    back = request.full_path.rstrip("?") if request.method == "GET" else kept_form_path()
    return redirect(url_for("sign_in.show", next=back), 303)


def kept_form_path() -> str | None:
    """Keep the form that came for whoever was signed in here before; the page where it waits, else the one it
    came from."""
    token = session.get("_user_id")
    fields = [(name, value) for name, value in request.form.items(multi=True) if name not in NEVER_KEPT]
    form_id = token and fields and kept_forms.keep(db.session, token, request.full_path.rstrip("?"), fields, at=now())
    if form_id:
        return url_for("kept_forms.show", form_id=form_id)
    return own_path(request.form.get("back") or request.referrer, "") or None


def touch(response):
    """Wind the idle clock, at most once in five minutes, in a transaction of its own, after that of the request."""
    visitor = g.get("_login_user")
    if visitor is not None and getattr(visitor, "touch_due", False) and response.status_code < 500:
        settle(response)
        with intending(to_write=True):
            signing_in.touch(db.session, visitor.token, at=now())
            db.session.commit()
    return response


def the_person() -> Person | None:
    """The signed-in person, or None."""
    visitor = g.get("_login_user") or current_user._get_current_object()
    return getattr(visitor, "person", None)


def sign_in_as(person: Person) -> None:
    """Begin a fresh session for `person`: nothing of the one before remains, except the language chosen."""
    language = session.get("language")
    if current_user.is_authenticated:
        signing_in.end(db.session, current_user.token, at=now())
    session.clear()
    if language:
        session["language"] = language
    token = signing_in.start(db.session, person.id, at=now(), device=device_name(request.user_agent.string))
    login_user(Visitor(person, token))


def this_token() -> str:
    """The token of the sign-in behind this request, to spare it when the others end."""
    return current_user.token if current_user.is_authenticated else ""


def sign_out() -> None:
    """End the session here and in the database."""
    if current_user.is_authenticated:
        signing_in.end(db.session, current_user.token, at=now())
    logout_user()
    session.clear()


def needs(permission: str):
    """Only for the signed-in who may do `permission` at all; about a given thing, ask `insist` once it is found."""

    def decorate(view):
        @functools.wraps(view)
        def guarded(*args, **kwargs):
            person = the_person()
            if person is None:
                return current_app.login_manager.unauthorized()
            permissions.insist(person, permission)
            return view(*args, **kwargs)

        guarded.needs = permission
        return guarded

    return decorate


def open_to_all(view):
    """Anyone may open this page, signed in or not."""
    view.needs = "anyone"
    return view


def may(permission: str, thing=None) -> bool:
    """For templates: may the signed-in person?"""
    return permissions.may(the_person(), permission, thing)


def insist(permission: str, thing=None) -> None:
    """Refuse with the table's sentence unless the signed-in person may."""
    permissions.insist(the_person(), permission, thing)


def found(thing):
    """The thing itself, or "not found" when there is none or it is none of this person's business."""
    if thing is None:
        raise NotFound()
    return thing
