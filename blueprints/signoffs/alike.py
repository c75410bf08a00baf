"""Several requests at once: the same release, nothing in any of them that asks for a closer look. Each gets its own
decision and its own entry."""

from flask import flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from blueprints.signoffs.door import blueprint
from blueprints.web.access import found, needs, the_person
from blueprints.web.database import db
from blueprints.web.forms import client_key, text
from blueprints.web.framework import settings
from blueprints.web.languages import said, zone
from blueprints.web.queue_lines import lines
from training.core.clock import local_day, now
from training.core.refusal import Refusal
from training.credentials.award import award_if_complete
from training.permissions import KEEP_INBOX, SIGN_OFF
from training.signoffs import inbox as queue
from training.signoffs import ledger
from training.signoffs.entry import digest


@blueprint.get("/signoffs/alike/<int:release_id>")
@needs(KEEP_INBOX)
def alike(release_id):
    return alike_page(release_id)


def alike_page(release_id, errors=None, status=200):
    rows = found(queue.alike_rows(db.session, the_person().id, release_id) or None)
    return make_response(render_template(
        "signoffs/alike.html", rows=rows, lines=lines(rows, local_day(now(), zone())), release_id=release_id,
        errors=errors or {}, typed=request.form, picked=request.form.getlist("pick"),
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
    for request_id, version in picked():
        one = None
        try:
            one = queue.review(db.session, the_person().id, request_id)
            if one is None or one.evidence["release"]["id"] != release_id:
                continue
            certify(one, version, words, digest([key, request_id]))
            done += 1
        except Refusal as refusal:
            refused.append(f"{one.person.name}: {said(refusal)}" if one else said(refusal))
    tell(done, refused)
    return redirect(url_for(".inbox"), 303)


def picked() -> list[tuple[int, int]]:
    """The requests chosen, each with the version that was on the page."""
    pairs = (one.partition(":")[::2] for one in request.form.getlist("pick")[:queue.PAGE])
    return [(int(one), int(version)) for one, version in pairs if f"{one}{version}".isdecimal() and version]


def certify(one: queue.Review, version: int, words: ledger.Words, key: str) -> None:
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
