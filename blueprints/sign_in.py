"""Coming in and going out."""

from flask import Blueprint, redirect, render_template, request, url_for

from blueprints.web.access import open_to_all, sign_in_as, sign_out, the_person
from blueprints.web.addresses import own_path
from blueprints.web.database import db
from training.accounts import store

blueprint = Blueprint("sign_in", __name__)


@blueprint.get("/sign-in")
@open_to_all
def show():
    if the_person():
        return redirect(own_path(request.args.get("next")), 303)
    return render_template("sign_in/sign_in.html", next=own_path(request.args.get("next")), email="", error=None)


@blueprint.post("/sign-out")
@open_to_all
def leave():
    sign_out()
    answer = redirect(url_for("home.show"), 303)
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer
