"""Review and publishing: what changed against the published release, who approved it, and out it goes."""

from flask import flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _

from blueprints.authoring.door import blueprint, checked, lesson_titles, the_draft, told
from blueprints.web.access import insist, needs, the_person
from blueprints.web.database import db
from blueprints.web.forms import client_key, text
from blueprints.web.languages import said
from blueprints.web.shared import shared
from training.core.clock import now
from training.core.language import LANGUAGES
from training.core.refusal import NotUnderstood, Refusal
from training.curriculum import drafts_order
from training.curriculum import drafts_publishing as publishing
from training.curriculum import drafts_review as reviewing
from training.curriculum.difference import differences, words_changed
from training.curriculum.drafts_front import value_of
from training.permissions import PUBLISH_DRAFT, REVIEW_DRAFT, WRITE_DRAFTS


@blueprint.get("/<int:draft_id>/review")
@needs(WRITE_DRAFTS)
def review(draft_id):
    return review_page(draft_id)


def review_page(draft_id, errors=None, status=200):
    """The page, also after a form that needs completing."""
    mine = the_draft(draft_id)
    before, found_now = publishing.base_texts(db.session, mine), checked(mine)
    moved = drafts_order.moved_lessons(before, mine.texts)
    before = {**{name: text for name, text in before.items() if name not in moved.values()},
              **{new: before[old] for new, old in moved.items()}}
    names = [*mine.texts, *(name for name in before if name not in mine.texts)]
    changes = {name: differences(before.get(name, ""), mine.texts.get(name, "")) for name in names}
    return make_response(render_template(
        "authoring/review.html", draft=mine, changes={name: lines for name, lines in changes.items() if lines},
        removed=[name for name in before if name not in mine.texts], is_new=not before,
        words=sum(words_changed(before.get(name, ""), mine.texts.get(name, "")) for name in names),
        releases=publishing.past_releases(db.session, mine), readers=publishing.reader_count(db.session, mine),
        newer=publishing.newer(db.session, mine), problems=told(found_now.errors, mine), typed=request.form,
        order=drafts_order.order_of(mine) if moved else (), titles=lesson_titles(mine) if moved else {},
        announced=announced(mine, before), errors=errors or {},
    ), status)


def announced(mine, before) -> dict:
    """How the change is announced in the module's files, empty as long as that still speaks of the release before."""
    files = {language: f"module.{language}.md" for language in LANGUAGES}
    said_now = {language: value_of(mine.texts.get(name, ""), "changes") for language, name in files.items()}
    said_before = {language: value_of(before.get(name, ""), "changes") for language, name in files.items()}
    fresh = {language: words if mine.last_word or words != said_before[language] else ""
             for language, words in said_now.items()}
    return {**fresh, "change": value_of(mine.texts.get(files["id"], ""), "change") if fresh["id"] else ""}


@blueprint.post("/<int:draft_id>/review-requests")
@needs(WRITE_DRAFTS)
def ask_review(draft_id):
    sentences = {language: text(f"changes_{language}", 400) for language in LANGUAGES}
    try:
        reviewing.ask_review(
            db.session, the_person(), draft_id, change=request.form.get("change", ""), sentences=sentences,
            client_key=client_key(), at=now(),
        )
    except NotUnderstood as refusal:
        field = "change-editorial" if isinstance(refusal, reviewing.SayHowMuch) else "changes_id"
        return review_page(draft_id, {field: said(refusal)}, 422)
    flash(_("Tinjauan diminta. Terapis lain melihatnya di ruang penulis."), "success")
    return redirect(url_for(".review", draft_id=draft_id), 303)


@blueprint.post("/<int:draft_id>/reviews")
@needs(REVIEW_DRAFT)
def answer(draft_id):
    insist(REVIEW_DRAFT, the_draft(draft_id))
    deed = {"approve": reviewing.approve, "changes": reviewing.ask_for_changes}.get(request.form.get("verdict"))
    if deed is None:
        return review_page(draft_id, {"verdict-approve": _("Pilih dulu pendapat Anda.")}, 422)
    try:
        deed(
            db.session, the_person(), draft_id, fingerprint=text("fingerprint", 64),
            note=text("note", reviewing.LONGEST), client_key=client_key(), at=now(),
        )
    except NotUnderstood as refusal:
        return review_page(draft_id, {"note": said(refusal)}, 422)
    except (reviewing.TextChanged, reviewing.NothingToReview) as refusal:
        return review_page(draft_id, {"decision": said(refusal)}, 409)
    flash(_("Tersimpan. Penulisnya melihat jawaban Anda."), "success")
    return redirect(url_for(".review", draft_id=draft_id), 303)


@blueprint.post("/<int:draft_id>/publications")
@needs(PUBLISH_DRAFT)
def publish(draft_id):
    insist(PUBLISH_DRAFT, the_draft(draft_id))
    try:
        done = publishing.publish(db.session, the_person(), draft_id, shared(), at=now())
    except Refusal as refusal:
        return review_page(draft_id, {"decision": said(refusal)}, 409)
    flash(_("Versi %(number)s terbit. Yang sedang membaca versi lama menyelesaikannya di sana.", number=done.number),
          "success")
    return redirect(url_for(".review", draft_id=draft_id), 303)


@blueprint.post("/<int:draft_id>/bases")
@needs(WRITE_DRAFTS)
def take_up(draft_id):
    both = publishing.take_up(db.session, the_person(), draft_id, client_key=client_key(), at=now())
    if both:
        names = ", ".join(both)
        flash(_("Berubah di kedua sisi: %(names)s. Teks terbit ada di riwayat berkas itu.", names=names), "look")
    else:
        flash(_("Naskah sekarang memuat versi terbaru."), "success")
    return redirect(url_for(".review", draft_id=draft_id), 303)


