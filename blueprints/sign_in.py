"""Coming in and going out."""

from flask import Blueprint, current_app, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _

from blueprints.web import limits
from blueprints.web.access import open_to_all, sign_in_as, sign_out, the_person
from blueprints.web.addresses import own_path
from blueprints.web.database import db, only_reading
from blueprints.web.languages import said
from training import demo
from training.accounts import directory, passwords, signing_in
from training.core.clock import now
from training.signoffs import account_changes

blueprint = Blueprint("sign_in", __name__)


@blueprint.get("/sign-in")
@open_to_all
def show():
    if the_person():
        return redirect(own_path(request.args.get("next")), 303)
    return form()


@blueprint.post("/sign-in")
@open_to_all
def enter():
    email = "".join(filter(str.isprintable, request.form.get("email", ""))).strip()[:254]
    password = request.form.get("password", "")
    try:
        limits.count_try(email)
    except limits.TooManyTries as refusal:
        answer = form(email, said(refusal), 429)
        answer.headers["Retry-After"] = str(refusal.facts["minutes"] * 60)
        return answer
    with only_reading() as session:
        lock = signing_in.lock_of(session, email)
    if not signing_in.opens(lock, password):
        limits.count_failure()
        return did_not_match(email)
    return come_in(email, lock, password)


def come_in(email: str, lock: signing_in.Lock, password: str):
    """The password was right, and is still: begin a fresh session and go on where she wanted to go."""
    # Hashing is slow: it is done before the first statement, while nobody waits for this transaction.
    stronger = passwords.hashed(password) if passwords.is_outdated(lock.kept) else None
    if signing_in.lock_of(db.session, email) != lock:
        return did_not_match(email)
    person = directory.by_emails(db.session, [email])[email.casefold()]
    if stronger:
        account_changes.strengthen_password(db.session, person.id, stronger, at=now())
    limits.forget_tries(email)
    sign_in_as(person)
    return limits.remember_browser(redirect(own_path(request.form.get("next")), 303), email)


def did_not_match(email: str):
    return form(email, _("Email dan kata sandi ini belum cocok. Periksa keduanya, lalu coba lagi."), 422)


def form(email: str = "", error: str | None = None, status: int = 200):
    page = render_template(
        "sign_in/sign_in.html", next=own_path(request.values.get("next")), email=email, error=error,
        demo_people=demo_people(), demo_password=demo.PASSWORD,
    )
    return make_response(page, status)


def demo_people() -> list[tuple]:
    """(person, what waits) of the demo world, in demo mode only."""
    if not current_app.config["DEMO_MODE"]:
        return []
    here = directory.by_emails(db.session, (one.email for one in demo.PEOPLE))
    return [(here[one.email], one.waits) for one in demo.PEOPLE if one.email in here]


@blueprint.post("/sign-out")
@open_to_all
def leave():
    sign_out()
    answer = redirect(url_for("home.show"), 303)
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer
