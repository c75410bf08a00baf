"""Several requests at once: the same release, nothing in any of them that asks for a closer look. Each gets its own
decision and its own entry."""

import re

from flask import flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.datastructures import MultiDict

from blueprints.signoffs.door import blueprint
from blueprints.web.access import found, needs, the_person
from blueprints.web.database import db
from blueprints.web.forms import client_key, text
from blueprints.web.framework import settings
from blueprints.web.inbox_lines import lines
from blueprints.web.languages import said, zone
from training.core.clock import local_day, now
from training.core.refusal import Refusal
from training.credentials.award import award_if_complete
from training.permissions import KEEP_INBOX, SIGN_OFF
from training.signoffs import inbox, ledger
from training.signoffs.entry import digest

PICKED = re.compile(r"([0-9]{1,9}):([0-9]{1,9})")


@blueprint.get("/signoffs/alike")
@needs(KEEP_INBOX)
def chosen():
    """From the boxes in the inbox to the page of those that are equal. What is of another release stays waiting."""
    ids = {request_id for request_id, _version in picked(request.args)}
    release_id, others = inbox.alike_chosen(db.session, the_person().id, ids)
    if release_id is None:
        flash(_("Centang dulu permintaan yang ingin diputuskan bersama."), "look")
        return redirect(url_for(".inbox"), 303)
    if others:
        flash(ngettext(
            "Diputuskan bersama hanya yang dari modul dan versi yang sama; satu lainnya tetap menunggu di kotak masuk.",
            "Diputuskan bersama hanya yang dari modul dan versi yang sama; %(num)s lainnya tetap menunggu di kotak "
            "masuk.", others,
        ), "look")
    return redirect(url_for(".alike", release_id=release_id, pick=request.args.getlist("pick")[:inbox.PAGE]), 303)


@blueprint.get("/signoffs/alike/<int:release_id>")
@needs(KEEP_INBOX)
def alike(release_id):
    return alike_page(release_id)


def alike_page(release_id, errors=None, status=200):
    """All of them, or those chosen in the inbox, which are ticked here then."""
    chosen_there = request.args.getlist("pick")[:inbox.PAGE]
    only = {request_id for request_id, _version in picked(request.args)} if chosen_there else None
    rows = found(inbox.alike_rows(db.session, the_person().id, release_id, only) or None)
    return make_response(render_template(
        "signoffs/alike.html", rows=rows, lines=lines(rows, local_day(now(), zone())), release_id=release_id,
        errors=errors or {}, typed=request.form, chosen_there=chosen_there,
        picked=request.form.getlist("pick") if request.form else chosen_there,
    ), status)


@blueprint.post("/signoffs/alike/<int:release_id>/decisions")
@needs(SIGN_OFF)
def decide_alike(release_id):
    words = ledger.Words(text("message", ledger.LONGEST), "", request.form.get("conflict", ""))
    if words.conflict != "none":
        return alike_page(release_id, {"conflict-none": _(
            "Jawab dulu. Bila Anda punya hubungan dekat dengan salah satunya, jangan pilih dia di sini.",
        )}, 422)
    key, done, refused = client_key(), 0, []
    for request_id, version in picked(request.form):
        one = None
        try:
            one = inbox.review(db.session, the_person().id, request_id)
            if one is None or one.evidence["release"]["id"] != release_id:
                continue
            certify(one, version, words, digest([key, request_id]))
            done += 1
        except Refusal as refusal:
            refused.append(f"{one.person.name}: {said(refusal)}" if one else said(refusal))
    tell(done, refused)
    return redirect(url_for(".inbox"), 303)


def picked(form: MultiDict) -> list[tuple[int, int]]:
    """The requests chosen, each with the version that was on the page."""
    pairs = (PICKED.fullmatch(one) for one in form.getlist("pick")[:inbox.PAGE])
    return [(int(one[1]), int(one[2])) for one in pairs if one]


def certify(one: inbox.Review, version: int, words: ledger.Words, key: str) -> None:
    """One decision of the many, under a key of its own that the same form always gives again."""
    ledger.certify(db.session, the_person(), one.id, version=version, words=words, client_key=key, at=now(),
                   months=settings().valid_months)
    award_if_complete(db.session, one.person.id, one.evidence["module"]["course"], at=now())


def tell(done: int, refused: list[str]) -> None:
    if not done and not refused:
        flash(_("Tidak ada yang dipilih, jadi belum ada yang ditulis."), "look")
    if done:
        flash(ngettext(
            "Satu permintaan disahkan.", "%(num)s permintaan disahkan, masing-masing tercatat sendiri.", done,
        ), "success")
    for sentence in refused:
        flash(sentence, "look")
