"""One's own account: profile, password, sign-ins, one's data and its erasure."""

import json

from flask import Blueprint, flash, make_response, redirect, render_template, request, session, url_for
from flask_babel import gettext as _

from blueprints.web import limits
from blueprints.web.access import found, needs, sign_out, the_person, this_token
from blueprints.web.database import db, only_reading
from blueprints.web.downloads import as_file
from blueprints.web.forms import text
from blueprints.web.languages import said
from training import privacy
from training.accounts import passwords, signing_in
from training.core.clock import now
from training.core.refusal import Refusal
from training.permissions import OWN_ACCOUNT
from training.signoffs import account_changes

blueprint = Blueprint("me", __name__, url_prefix="/me")


@blueprint.get("")
@needs(OWN_ACCOUNT)
def show():
    return page()


def page(error: Refusal | None = None, at: str = "", status: int = 200, typed: dict | None = None):
    """The account page; `error` stands beside the form named `at`, with what was typed."""
    person = the_person()
    filled = typed or {"name": person.name, "language": person.language, "zone": person.zone}
    return make_response(render_template(
        "me/account.html", errors={at: said(error)} if error else {}, filled=filled, least=passwords.SHORTEST,
        sign_ins=signing_in.living(db.session, person.id, at=now(), token=this_token()),
    ), status)


@blueprint.post("/profile")
@needs(OWN_ACCOUNT)
def change_profile():
    typed = {field: text(field, 200) for field in ("name", "language", "zone")}
    try:
        account_changes.change_profile(db.session, the_person(), at=now(), **typed)
    except Refusal as refusal:
        return page(refusal, "profile", refusal.status, typed)
    session.pop("language", None)
    flash(_("Tersimpan."), "success")
    return redirect(url_for(".show"), 303)


@blueprint.post("/password")
@needs(OWN_ACCOUNT)
def change_password():
    person = the_person()
    try:
        insist_on_password(request.form.get("present", ""))
        new_hash = passwords.new_hash(request.form.get("password", ""), person)
    except Refusal as refusal:
        return page(refusal, "password", refusal.status)
    account_changes.keep_password(db.session, person, person.id, new_hash, at=now())
    signing_in.end_all(db.session, person.id, at=now(), but=this_token())
    flash(_("Kata sandi berganti. Di perangkat lain Anda sudah keluar."), "success")
    return redirect(url_for(".show"), 303)


def insist_on_password(typed: str) -> None:
    """Refuse unless `typed` is the signed-in person's password; tries are counted as at the front door,
    but apart from it: who guesses there bars nobody here."""
    person = the_person()
    own_door = f"{person.id} inside"
    limits.count_try(own_door)
    with only_reading() as reading:
        lock = signing_in.lock_of_person(reading, person)
    if not signing_in.opens(lock, typed):
        raise signing_in.WrongPassword()
    limits.forget_tries(own_door)


@blueprint.post("/sign-ins/<int:sign_in_id>/ends")
@needs(OWN_ACCOUNT)
def end_sign_in(sign_in_id):
    found(signing_in.end_one(db.session, the_person().id, sign_in_id, at=now()) or None)
    flash(_("Sudah keluar di perangkat itu."), "success")
    return redirect(url_for(".show"), 303)


@blueprint.post("/sign-ins/ends")
@needs(OWN_ACCOUNT)
def end_other_sign_ins():
    signing_in.end_all(db.session, the_person().id, at=now(), but=this_token())
    flash(_("Sudah keluar di semua perangkat lain."), "success")
    return redirect(url_for(".show"), 303)


@blueprint.get("/data")
@needs(OWN_ACCOUNT)
def download():
    """Everything kept about the person asking, as a file with a name that says nothing."""
    gathered = privacy.my_data(db.session, the_person().id, at=now())
    return as_file(json.dumps(gathered, ensure_ascii=False, indent=2), "application/json", "catatan.json")


@blueprint.get("/privacy")
@needs(OWN_ACCOUNT)
def show_privacy():
    return render_template("me/privacy.html", error=None)


@blueprint.post("/erasures")
@needs(OWN_ACCOUNT)
def erase():
    person = the_person()
    try:
        insist_on_password(request.form.get("present", ""))
        privacy.erase(db.session, person, at=now())
    except Refusal as refusal:
        return make_response(render_template("me/privacy.html", error=said(refusal)), refusal.status)
    sign_out()
    flash(_("Data Anda sudah dihapus. Terima kasih sudah pernah belajar di sini."), "success")
    answer = redirect(url_for("home.show"), 303)
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer
