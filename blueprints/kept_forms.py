"""A form that arrived after its sign-in had ended: shown again to its owner, ready to be sent."""

from flask import Blueprint, render_template

from blueprints.web.access import found, needs, the_person
from blueprints.web.database import db
from training.accounts.kept_forms import kept_form
from training.permissions import OWN_WORK

blueprint = Blueprint("kept_forms", __name__)


@blueprint.get("/kept-forms/<int:form_id>")
@needs(OWN_WORK)
def show(form_id):
    return render_template("sign_in/kept_form.html", form=found(kept_form(db.session, the_person().id, form_id)))
