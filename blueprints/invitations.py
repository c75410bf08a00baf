"""The page behind an invitation or a reset link: choose a password, then you are in."""

from flask import Blueprint, flash, g, make_response, redirect, render_template, request, session, url_for
from flask_babel import gettext as _

from blueprints.web.access import open_to_all, sign_in_as
from blueprints.web.database import db, only_reading
from blueprints.web.languages import said
from training.accounts import invitations, passwords
from training.core.clock import now
from training.core.refusal import NotUnderstood, Refusal
from training.signoffs import role_changes

blueprint = Blueprint("invitations", __name__, url_prefix="/invitations")


@blueprint.get("/<token>")
@open_to_all
def show(token):
    try:
        return form(invitations.behind(db.session, token, at=now()))
    except Refusal as refusal:
        return closed(token, refusal)


@blueprint.post("/<token>")
@open_to_all
def accept(token):
    try:
        with only_reading() as reading:
            invitation = invitations.behind(reading, token, at=now())
        new_hash = passwords.new_hash(request.form.get("password", ""), invitation.person)
        person = role_changes.accept_invitation(db.session, token, new_hash, at=now())
    except NotUnderstood as refusal:
        return form(invitation, said(refusal), 422)
    except Refusal as refusal:
        return closed(token, refusal)
    sign_in_as(person)
    flash(_("Kata sandi tersimpan. Selamat datang, %(name)s.", name=person.first_name), "success")
    return redirect(url_for("home.show"), 303)


@blueprint.post("/<token>/requests")
@open_to_all
def ask_again(token):
    invitations.ask_again(db.session, token, at=now())
    flash(_("Permintaan tercatat. Orang yang mengundang Anda akan melihatnya dan mengirim tautan baru."), "success")
    return redirect(url_for(".show", token=token), 303)


def form(invitation: invitations.Invitation, error: str | None = None, status: int = 200):
    """The page speaks the language her account was made in, unless this browser has chosen one."""
    if "language" not in session:
        g.language = invitation.person.language
    return make_response(
        render_template("invitations/choose.html", invitation=invitation, error=error, least=passwords.SHORTEST), status
    )


def closed(token: str, refusal: Refusal):
    """A link that opens nothing (any more), with the step that helps."""
    page = render_template(
        "invitations/closed.html", token=token, sentence=said(refusal),
        is_used=isinstance(refusal, invitations.InvitationUsed),
        is_expired=isinstance(refusal, invitations.InvitationExpired),
    )
    return make_response(page, refusal.status)
