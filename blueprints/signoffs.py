"""Asking for sign-off, a supervisor's inbox, and the page where she decides."""

from flask import Blueprint, flash, g, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from blueprints.web.access import found, insist, needs, the_person
from blueprints.web.database import db
from blueprints.web.evidence import shown, time_of
from blueprints.web.forms import client_key, text
from blueprints.web.framework import framework
from blueprints.web.languages import said
from blueprints.web.modules import the_module
from blueprints.web.queue_lines import lines
from training.accounts.person import SUPERVISOR
from training.core.clock import local_day, now
from training.core.refusal import NotUnderstood
from training.credentials.award import award_if_complete
from training.curriculum import catalogue_store as catalogue
from training.permissions import KEEP_INBOX, SIGN_OFF, TAKE_COURSES
from training.practice.records import COMPANY
from training.signoffs import inbox as queue
from training.signoffs import ledger, requests
from training.signoffs.evidence import changed_parts
from training.signoffs.standing import ModuleState
from training.signoffs.steps import standings
from training.supervision.learner import learner

blueprint = Blueprint("signoffs", __name__)

WAITING = ModuleState(read=1.0, quiz=1.0, practised=1.0, signed=0.5)


@blueprint.post("/courses/<course>/<module>/signoff-requests")
@needs(TAKE_COURSES)
def ask(course, module):
    mine = the_module(course, module)
    back = redirect(url_for("practice.practice", course=course, module=module, _anchor="signoff"), 303)
    try:
        requests.ask(
            db.session, the_person(), mine.id, note=text("note", requests.LONGEST), client_key=client_key(), at=now(),
        )
    except (requests.NotYet, requests.StillValid) as refusal:
        flash(said(refusal), "look")
        return back
    flash(_("Terkirim. Supervisor Anda akan melihatnya; tidak ada yang perlu dikejar."), "success")
    return back


@blueprint.get("/signoffs")
@needs(KEEP_INBOX)
def inbox():
    course, number = request.args.get("course") or None, request.args.get("page", "1")[:6]
    found_now = queue.inbox(
        db.session, the_person().id, course=course, page=int(number) if number.isdecimal() else 1,
    )
    g.counts = {"signoffs.inbox": found_now.total}
    return render_template(
        "signoffs/inbox.html", inbox=found_now, lines=lines(found_now.rows, now()), course=course, waiting=WAITING,
    )


def visible_request(request_id: int) -> queue.Review:
    """A request of somebody the person here supervises now; anything else looks like nothing."""
    return found(queue.review(db.session, the_person().id, request_id))


@blueprint.get("/signoffs/<int:request_id>")
@needs(KEEP_INBOX)
def review(request_id):
    return review_page(visible_request(request_id))


def review_page(one, errors=None, changed=(), status=200):
    """The evidence and the decision panel, with whatever she has typed already."""
    judged = one.evidence["module"]
    current = catalogue.published_module(db.session, judged["course"], judged["slug"])
    is_newer = current is not None and current.release.number > one.evidence["release"]["number"]
    return make_response(render_template(
        "signoffs/review.html", request_=one, e=one.evidence, shown=shown(one.evidence), errors=errors or {},
        changed=changed, typed=request.form, framework=framework(), company=COMPANY, time_of=time_of,
        place=None if one.decision else queue.place_of(db.session, the_person().id, one),
        newer=current.release if is_newer else None, in_force=is_in_force(one),
        until=ledger.months_after(local_day(now(), one.person.zone), ledger.VALID_MONTHS),
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
    version = request.form.get("version", 0, type=int)
    words = ledger.Words(
        text("message", ledger.LONGEST), text("next_step", ledger.LONGEST), request.form.get("conflict", ""),
    )
    deed = {"certify": ledger.certify, "return": ledger.give_back}.get(request.form.get("decision"))
    if deed is None:
        return review_page(one, {"decision-certify": _("Pilih dulu keputusan Anda.")}, status=422)
    try:
        deed(db.session, the_person(), request_id, version=version, words=words, client_key=client_key(), at=now())
        award_if_complete(db.session, one.person.id, one.evidence["module"]["course"], at=now())
    except ledger.EvidenceChanged as refusal:
        before = queue.review(db.session, the_person().id, request_id, version=version)
        changed = changed_parts(before.evidence, one.evidence) if before else ()
        return review_page(one, {"evidence": said(refusal)}, changed, 409)
    except ledger.AlreadyDecided as refusal:
        return review_page(visible_request(request_id), {"evidence": said(refusal)}, status=409)
    except (NotUnderstood, ledger.ConflictOfInterest) as refusal:
        field = "next_step" if isinstance(refusal, ledger.NextStepMissing) else "conflict-none"
        return review_page(one, {field: said(refusal)}, status=422)
    return on_to_the_next(one, request.form["decision"])


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
    return redirect(url_for(".review", request_id=request_id), 303)


def on_to_the_next(one, decision):
    """One sentence of success, and the next request that waits, or the inbox."""
    name = one.person.first_name
    flash(_("Disahkan. %(name)s melihatnya di berandanya.", name=name) if decision == "certify"
          else _("Dikembalikan dengan satu langkah. %(name)s melihatnya di berandanya.", name=name), "success")
    left = queue.waiting_count(db.session, the_person().id)
    if left:
        flash(ngettext("Satu permintaan lagi menunggu.", "%(num)s permintaan lagi menunggu.", left), "success")
    return redirect(url_for(".inbox"), 303)


class Counts:
    """The numbers beside the doors of the navigation, asked for only when a page is really drawn."""

    def get(self, endpoint: str, default: int = 0) -> int:
        person = the_person()
        if endpoint == "signoffs.inbox" and person and person.is_a(SUPERVISOR):
            return queue.waiting_count(db.session, person.id)
        return default


@blueprint.before_app_request
def count_waiting():
    g.counts = Counts()
