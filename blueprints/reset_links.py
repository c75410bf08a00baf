"""A way back in without e-mail: a link for a new password, made by an administrator or by one's own supervisor."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _

from blueprints.web.access import found, insist, needs, the_person
from blueprints.web.database import db
from blueprints.web.forms import client_key
from blueprints.web.links import invitation_url, link_key
from training.accounts import invitations
from training.core.clock import now
from training.permissions import RESET_PASSWORD
from training.supervision import scopes
from training.supervision.learner import Learner

blueprint = Blueprint("reset_links", __name__, url_prefix="/learners")


def somebody(person_id: int) -> Learner:
    """Whoever the person here may help back in; a stranger is not found."""
    learner = found(scopes.learner_to_help_in(db.session, the_person(), person_id))
    insist(RESET_PASSWORD, learner)
    return learner


@blueprint.get("/<int:person_id>/reset-links")
@needs(RESET_PASSWORD)
def show(person_id):
    learner = somebody(person_id)
    link = invitations.latest(db.session, person_id, at=now())
    is_open = link is not None and link.state == "pending" and link.kind == invitations.RESET
    return render_template(
        "people/reset_link.html", someone=learner.person, link=link if is_open else None,
        url=invitation_url(link) if is_open else None,
    )


@blueprint.post("/<int:person_id>/reset-links")
@needs(RESET_PASSWORD)
def make(person_id):
    learner = somebody(person_id)
    invitations.invite(
        db.session, learner.id, key=link_key(), at=now(), kind=invitations.RESET, made_by_id=the_person().id,
        client_key=client_key(),
    )
    flash(_("Tautan siap dikirim. Kata sandi lama tetap berlaku sampai tautan ini dipakai."), "success")
    return redirect(url_for(".show", person_id=person_id), 303)
