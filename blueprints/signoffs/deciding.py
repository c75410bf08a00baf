"""The page where a supervisor decides: all evidence of one request, and what may be done with it."""

from flask import flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from blueprints.signoffs.door import blueprint, visible_request
from blueprints.signoffs.narrowing import narrowed
from blueprints.web.access import insist, needs, the_person
from blueprints.web.database import db
from blueprints.web.evidence import shown, time_of
from blueprints.web.forms import client_key, text
from blueprints.web.framework import framework, settings
from blueprints.web.languages import said
from training.core.clock import local_day, months_after, now
from training.core.refusal import ForTheAdministrator, NotUnderstood
from training.credentials.award import award_if_complete
from training.curriculum.release_changes import later_releases
from training.permissions import KEEP_INBOX, SIGN_OFF
from training.practice.records import COMPANY
from training.signoffs import inbox, ledger
from training.signoffs.entry import CERTIFIED, FIRST_SIGNED, HANDED, RENEWED, RETURNED
from training.signoffs.evidence import changed_parts
from training.signoffs.steps import standings
from training.supervision.learner import learner

FIELDS = {
    ledger.NextStepMissing: "next_step", ledger.SentenceMissing: "message", ledger.NotHerSupervisor: "to",
}


@blueprint.get("/signoffs/<int:request_id>")
@needs(KEEP_INBOX)
def review(request_id):
    return review_page(visible_request(request_id))


def review_page(one, errors=None, changed=(), status=200):
    """The evidence and the decision panel, with whatever she has typed already."""
    chosen = narrowed()
    return make_response(render_template(
        "signoffs/review.html", request_=one, narrowed=chosen.in_address, e=one.evidence, shown=shown(one.evidence),
        errors=errors or {}, changed=changed, typed=request.form, framework=framework(), company=COMPANY,
        time_of=time_of,
        place=inbox.place_of(db.session, the_person().id, one, **chosen.for_inbox) if one.is_hers else None,
        supervisors=[("", _("Pilih")), *((str(other.id), other.name) for other in one.others)],
        group=chosen.beside.of(one.person.id),
        later=later_releases(db.session, one.module_id, one.evidence["release"]["number"]), in_force=is_in_force(one),
        until=months_after(local_day(now(), one.person.zone), settings().valid_months),
        months=settings().valid_months,
    ), status)


def is_in_force(one) -> bool:
    """Whether this request's own decision is the certificate that is valid now."""
    if one.decision is None:
        return False
    held = standings(db.session, one.person, [one.module_id], at=now())[one.module_id].certificate
    return held is not None and held.seq == one.decision.entry.seq


@blueprint.post("/signoffs/<int:request_id>/decisions")
@needs(SIGN_OFF)
def decide(request_id):
    one = visible_request(request_id)
    insist(SIGN_OFF, learner(db.session, one.person.id))
    if request.form.get("decision") not in ("certify", "return", "hand"):
        return review_page(one, {"decision-certify": _("Pilih dulu keputusan Anda.")}, status=422)
    try:
        entry = written(request_id)
        award_if_complete(db.session, one.person.id, one.evidence["module"]["course"], at=now())
    except ledger.EvidenceChanged as refusal:
        before = inbox.review(db.session, the_person().id, request_id, version=refusal.seen)
        changed = changed_parts(before.evidence, one.evidence) if before else ()
        return review_page(one, {"evidence": said(refusal)}, changed, 409)
    except (ledger.AlreadyDecided, ledger.SameSupervisorTwice, ledger.HandedOn, ForTheAdministrator) as refusal:
        return review_page(visible_request(request_id), {"decision": said(refusal)}, status=409)
    except (NotUnderstood, ledger.ConflictOfInterest) as refusal:
        return review_page(one, {FIELDS.get(type(refusal), "conflict-none"): said(refusal)}, status=422)
    return on_to_the_next(one, entry.deed)


def written(request_id):
    """The entry that the form asks for."""
    words = ledger.Words(
        text("message", ledger.LONGEST), text("next_step", ledger.LONGEST), request.form.get("conflict", ""),
    )
    how = {
        "version": request.form.get("version", 0, type=int), "words": words, "client_key": client_key(), "at": now(),
    }
    if request.form["decision"] == "hand":
        return ledger.hand(db.session, the_person(), request_id, request.form.get("to", 0, type=int), **how)
    if request.form["decision"] == "certify":
        return ledger.certify(db.session, the_person(), request_id, months=settings().valid_months, **how)
    return ledger.give_back(db.session, the_person(), request_id, **how)


@blueprint.post("/signoffs/<int:request_id>/withdrawals")
@needs(SIGN_OFF)
def withdraw(request_id):
    one = visible_request(request_id)
    words = ledger.Words(text("reason", ledger.LONGEST), text("after", ledger.LONGEST))
    try:
        ledger.withdraw(
            db.session, the_person(), one.person.id, one.module_id, words=words, client_key=client_key(), at=now(),
        )
    except (ledger.ReasonMissing, ledger.NextStepMissing) as refusal:
        return review_page(one, {"reason" if isinstance(refusal, ledger.ReasonMissing) else "after": said(refusal)},
                           status=422)
    flash(_("Dicabut. %(name)s membaca alasannya dan langkah berikutnya.", name=one.person.first_name), "success")
    return redirect(url_for(".review", request_id=request_id, **narrowed().in_address), 303)


def on_to_the_next(one, deed):
    """One sentence of success, and how many wait still."""
    name = one.person.first_name
    flash({
        CERTIFIED: _("Disahkan. %(name)s melihatnya di berandanya.", name=name),
        RENEWED: _("Diperbarui. %(name)s melihatnya di berandanya.", name=name),
        RETURNED: _("Dikembalikan dengan satu langkah. %(name)s melihatnya di berandanya.", name=name),
        FIRST_SIGNED: _("Tanda tangan pertama tercatat. Sekarang menunggu tanda tangan kedua dari supervisor lain."),
        HANDED: _("Diserahkan. Permintaan ini sekarang menunggu supervisor yang Anda pilih."),
    }[deed], "success")
    left = inbox.waiting_count(db.session, the_person().id)
    if left:
        flash(ngettext("Satu permintaan lagi menunggu.", "%(num)s permintaan lagi menunggu.", left), "success")
    return redirect(url_for(".inbox", **narrowed().in_address), 303)
