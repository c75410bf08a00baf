"""The front door: the public page, a signed-in person's home, the language switch, and whether the house stands."""

import sqlalchemy as sa
from flask import Blueprint, redirect, render_template, request, session

from blueprints.web.access import open_to_all, the_person
from blueprints.web.addresses import own_path
from blueprints.web.database import db
from training.core.language import LANGUAGES

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
@open_to_all
def show():
    if the_person() is None:
        return render_template("home/front.html")
    return render_template("home/home.html")


@blueprint.post("/language")
@open_to_all
def switch_language():
    chosen = request.form.get("lang")
    if chosen in LANGUAGES:
        session["language"] = chosen
    return redirect(own_path(request.form.get("back") or request.referrer), 303)


@blueprint.get("/safety")
@open_to_all
def safety():
    return render_template("home/safety.html")


@blueprint.get("/healthz")
@open_to_all
def health():
    db.session.execute(sa.text("SELECT 1"))
    return "ok", 200, {"Content-Type": "text/plain; charset=utf-8"}
