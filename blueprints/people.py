"""The people of this installation: finding, inviting, roles, supervision pairs, closing an account."""

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _

from blueprints.web.access import found, insist, may, needs, the_person
from blueprints.web.database import db
from blueprints.web.forms import client_key, text
from blueprints.web.languages import said
from blueprints.web.links import invitation_url, link_key
from training.accounts import directory, invitations, people
from training.accounts.person import FACILITATOR, ROLES, SUPERVISOR, Person
from training.core.clock import now
from training.core.refusal import Refusal
from training.permissions import (
    DISABLE_PEOPLE,
    GIVE_ROLES,
    INVITE_PEOPLE,
    PAIR_SUPERVISION,
    SEE_PEOPLE,
    roles_to_give,
)
from training.signoffs import account_changes, pair_changes, role_changes
from training.supervision import pairs, scopes

blueprint = Blueprint("people", __name__, url_prefix="/people")
SHOWN = 200


@blueprint.get("")
@needs(SEE_PEOPLE)
def everyone():
    return listing({}, {"language": "id", "zone": "WIB", "role": FACILITATOR})


def listing(errors: dict, filled: dict, status: int = 200):
    """The list with its filters, and the form for one more person."""
    chosen = {name: request.args.get(name, "")[:100].replace("\x00", "") for name in ("q", "role", "state")}
    page = directory.page_of(
        db.session, at=now(), words=chosen["q"], role=chosen["role"] if chosen["role"] in ROLES else "",
        state=chosen["state"], number=request.args.get("page", 1, type=bounded),
    )
    return make_response(render_template(
        "people/everyone.html", page=page, chosen=chosen, filled=filled, errors=errors,
        roles_to_give=roles_to_give(the_person()), counts=directory.counts_by_role(db.session),
    ), status)


def bounded(number: str) -> int:
    return min(max(int(number[:6]), 1), 100_000)


@blueprint.post("")
@needs(INVITE_PEOPLE)
def add():
    filled = {field: text(field, 254) for field in ("email", "name", "role", "language", "zone")}
    actor, key = the_person(), client_key()
    if (earlier := added_before(key)) is not None:
        return earlier
    try:
        roles = people.checked_roles({filled.pop("role")})
        insist(INVITE_PEOPLE, Person(0, "", roles=roles))
        person = role_changes.add_person(db.session, actor=actor, roles=roles, at=now(), **filled)
    except Refusal as refusal:
        typed = {**filled, "role": request.form.get("role")}
        return added_before(key) or listing({"add": said(refusal)}, typed, refusal.status)
    invitations.invite(db.session, person.id, key=link_key(), at=now(), made_by_id=actor.id, client_key=key)
    flash(_("%(name)s ditambahkan. Kirim tautan undangannya.", name=person.name), "success")
    return redirect(url_for(".show", person_id=person.id), 303)


def added_before(key: str):
    """The way to the person whom this very form has added already, also a moment ago in another thread; else None."""
    earlier = invitations.by_client_key(db.session, the_person().id, key)
    return earlier and redirect(url_for(".show", person_id=earlier.person_id), 303)


@blueprint.get("/<int:person_id>")
@needs(SEE_PEOPLE)
def show(person_id):
    return person_page(person_id)


def person_page(person_id: int, error: Refusal | None = None):
    entry = found(directory.person(db.session, person_id, at=now()))
    link = invitations.latest(db.session, person_id, at=now())
    is_open = link is not None and link.state == "pending" and link.kind == invitations.INVITATION
    shows_link = is_open and may(INVITE_PEOPLE, entry.person)
    return make_response(render_template(
        "people/person.html", entry=entry, someone=entry.person, link=link, roles=ROLES,
        url=invitation_url(link) if shows_link else None, error=said(error) if error else None,
        pairs=pairs.pairs_with(db.session, person_id, most=SHOWN), shown=SHOWN,
        supervisors=directory.with_role(db.session, SUPERVISOR),
        facilitators=directory.with_role(db.session, FACILITATOR),
        may_help_in=scopes.learner_to_help_in(db.session, the_person(), person_id) is not None,
    ), error.status if error else 200)


def the_other(person_id: int, permission: str) -> Person:
    """The person a deed is about: found, and the one here may do it to her."""
    entry = found(directory.person(db.session, person_id, at=now()))
    insist(permission, entry.person)
    return entry.person


@blueprint.post("/<int:person_id>/invitations")
@needs(INVITE_PEOPLE)
def invite_again(person_id):
    person = the_other(person_id, INVITE_PEOPLE)
    if directory.person(db.session, person_id, at=now()).state in ("active", "closed"):
        return person_page(person_id, invitations.AlreadyInside())
    invitations.invite(
        db.session, person.id, key=link_key(), at=now(), made_by_id=the_person().id, client_key=client_key()
    )
    flash(_("Tautan baru siap dikirim. Tautan yang lama tidak berlaku lagi."), "success")
    return redirect(url_for(".show", person_id=person_id), 303)


@blueprint.post("/<int:person_id>/roles")
@needs(GIVE_ROLES)
def give_role(person_id):
    person = the_other(person_id, GIVE_ROLES)
    role_changes.give_role(db.session, the_person(), person, text("role", 20), at=now())
    flash(_("Peran ditambahkan. %(name)s perlu masuk lagi.", name=person.first_name), "success")
    return redirect(url_for(".show", person_id=person_id), 303)


@blueprint.post("/<int:person_id>/roles/<role>/ends")
@needs(GIVE_ROLES)
def take_role(person_id, role):
    person = the_other(person_id, GIVE_ROLES)
    role_changes.take_role(db.session, the_person(), person, found(role if role in ROLES else None), at=now())
    flash(_("Peran dilepas. %(name)s perlu masuk lagi.", name=person.first_name), "success")
    return redirect(url_for(".show", person_id=person_id), 303)


@blueprint.post("/<int:person_id>/closures")
@needs(DISABLE_PEOPLE)
def close(person_id):
    person = the_other(person_id, DISABLE_PEOPLE)
    account_changes.close(db.session, the_person(), person, at=now())
    flash(_("Akun %(name)s ditutup, dan sudah keluar di semua perangkat.", name=person.name), "success")
    return redirect(url_for(".show", person_id=person_id), 303)


@blueprint.post("/<int:person_id>/reopenings")
@needs(DISABLE_PEOPLE)
def reopen(person_id):
    person = the_other(person_id, DISABLE_PEOPLE)
    account_changes.reopen(db.session, the_person(), person, at=now())
    flash(_("Akun %(name)s terbuka lagi.", name=person.name), "success")
    return redirect(url_for(".show", person_id=person_id), 303)


@blueprint.post("/<int:person_id>/supervisions")
@needs(PAIR_SUPERVISION)
def pair(person_id):
    """Pair this person with a supervisor (`supervisor`) or with a facilitator (`facilitator`), by number or address."""
    here = the_other(person_id, PAIR_SUPERVISION)
    side = SUPERVISOR if request.form.get(SUPERVISOR) else FACILITATOR
    other = chosen(text(side, 254))
    supervisor, facilitator = (other, here) if side == SUPERVISOR else (here, other)
    try:
        pair_changes.pair(db.session, the_person(), supervisor, facilitator, at=now())
    except Refusal as refusal:
        return person_page(person_id, refusal)
    names = {"supervisor": supervisor.name, "facilitator": facilitator.name}
    flash(_("%(supervisor)s kini mendampingi %(facilitator)s.", **names), "success")
    return redirect(url_for(".show", person_id=person_id), 303)


def chosen(typed: str) -> Person:
    """The person behind what was chosen from the list, or typed where the list would be too long."""
    if "@" in typed:
        return found(directory.by_emails(db.session, [typed]).get(typed.casefold()))
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0
    return found(directory.person(db.session, number, at=now())).person


@blueprint.post("/<int:person_id>/supervisions/<int:pair_id>/ends")
@needs(PAIR_SUPERVISION)
def end_pair(person_id, pair_id):
    here = the_other(person_id, PAIR_SUPERVISION)
    found(pairs.pair_with(db.session, here.id, pair_id))
    pair_changes.end(db.session, the_person(), pair_id, at=now())
    flash(_("Pendampingan itu berakhir hari ini. Catatan yang sudah ada tetap tersimpan."), "success")
    return redirect(url_for(".show", person_id=person_id), 303)
