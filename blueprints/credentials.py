"""Certificates: the holder's own pages, the paper, the badge, and the page where anybody can check one."""

import json

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _

from blueprints.web.access import found, needs, open_to_all, the_person
from blueprints.web.addresses import public_url
from blueprints.web.certificates import in_words, issuers, public_address
from blueprints.web.database import db
from blueprints.web.downloads import as_file
from blueprints.web.languages import language
from training.core.clock import now
from training.core.signing_key import installation_key
from training.credentials import award, scope
from training.credentials.badge import badge
from training.credentials.credential import NAME_CHOICES, name_as
from training.credentials.paper import paper, qr
from training.credentials.standing import SENTENCES, WORDS, ends_soon, standing
from training.permissions import OWN_WORK
from training.signoffs.standing import ModuleState

blueprint = Blueprint("credentials", __name__)

WHOLE = {"read": 1.0, "quiz": 1.0, "practised": 1.0, "signed": 1.0}
PETALS = {
    "valid": ModuleState(**WHOLE, certified=True), "expired": ModuleState(expired=True),
    "renewed": ModuleState(**WHOLE), "erased": ModuleState(**WHOLE),
    "withdrawn": ModuleState(read=1.0, quiz=1.0, practised=1.0),
}


@blueprint.get("/credentials")
@needs(OWN_WORK)
def mine():
    at = now()
    found_now = award.credentials_of(db.session, the_person().id)
    held = [(one, standing(one, at=at), ends_soon(one, at=at)) for one in found_now]
    return render_template("credentials/mine.html", held=held, words=WORDS, petals=PETALS)


def own_credential(code: str):
    """The certificate, for its holder; to anybody else it does not exist."""
    credential = found(award.credential_by_code(db.session, code))
    return found(credential if credential.person_id == the_person().id else None)


@blueprint.get("/credentials/<code>")
@needs(OWN_WORK)
def show(code):
    credential = own_credential(code)
    state = standing(credential, at=now())
    return render_template(
        "credentials/certificate.html", credential=credential, says=in_words(credential, state), state=state,
        sentence=_(SENTENCES[state]), address=public_address(credential), petals=PETALS[state],
        qr=qr(public_address(credential), svgclass="qr", lineclass="qrline"), choices=NAME_CHOICES, name_as=name_as,
    )


@blueprint.post("/credentials/<code>/name-choices")
@needs(OWN_WORK)
def choose_name(code):
    chosen = request.form.get("name_shown", "")
    credential = award.choose_name(db.session, the_person(), own_credential(code).code, chosen)
    shown = _(NAME_CHOICES[chosen])
    flash(_("Tersimpan. Halaman pemeriksaan sekarang menampilkan: %(choice)s.", choice=shown), "success")
    return redirect(url_for(".show", code=credential.code), 303)


@blueprint.get("/credentials/<code>.pdf")
@needs(OWN_WORK)
def pdf(code):
    """The paper as it stands today, with the full name, or with `?name=shown` as much of it as others see."""
    credential = own_credential(code)
    name = credential.name if request.args.get("name") == "shown" else None
    says = in_words(credential, standing(credential, at=now()), name=name)
    made = paper(says, address=public_address(credential), made_at=credential.awarded_at)
    return as_file(made, "application/pdf", f"sebaya-{credential.short}.pdf")


@blueprint.get("/credentials/<code>.json")
@needs(OWN_WORK)
def open_badge(code):
    credential = own_credential(code)
    made = badge(
        credential, installation_key(db.session), address=public_address(credential), site=public_url(""),
        language=language(), tell=_,
    )
    body = json.dumps(made, ensure_ascii=False, indent=2)
    return as_file(body, "application/ld+json", f"sebaya-{credential.short}.json")


@blueprint.get("/verify")
@open_to_all
def ask():
    typed = request.args.get("code", "").strip()
    known = award.credential_by_code(db.session, typed) if typed else None
    if known:
        return redirect(url_for(".verify", code=known.code), 303)
    return ask_again(typed)


def ask_again(typed: str):
    """The question which certificate, and that the one asked about is not known here."""
    body = render_template("credentials/ask.html", typed=typed[:80], issuers=issuers())
    return make_response(body, 404 if typed else 200)


@blueprint.get("/verify/<code>")
@open_to_all
def verify(code):
    credential = award.credential_by_code(db.session, code)
    if credential is None:
        return ask_again(code)
    at = now()
    state = standing(credential, at=at)
    return render_template(
        "credentials/verify.html", credential=credential, says=in_words(credential, state), state=state, at=at,
        sentence=_(SENTENCES[state]), petals=PETALS[state], means=_(scope.MEANS), means_not=_(scope.MEANS_NOT),
        validity=_(scope.VALIDITY),
    )
