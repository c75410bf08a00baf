"""The editor: one file at a time, with the problems of the whole draft and a look at it as a learner sees it."""

from flask import flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _

from blueprints.authoring.door import blueprint, checked, the_draft, told
from blueprints.web import lesson_pieces
from blueprints.web.access import found, needs, the_person
from blueprints.web.database import db
from blueprints.web.forms import client_key, text
from blueprints.web.languages import said
from blueprints.web.shared import shared
from training.core.clock import now
from training.core.language import LANGUAGES
from training.core.refusal import NotUnderstood
from training.curriculum import drafts_opening, drafts_preview, drafts_saving
from training.curriculum.drafts import present_name
from training.curriculum.drafts_front import value_of
from training.curriculum.files import LESSON_FILE
from training.curriculum.render import TooHardToRender
from training.permissions import WRITE_DRAFTS


@blueprint.get("/<int:draft_id>")
@needs(WRITE_DRAFTS)
def draft(draft_id):
    names = the_draft(draft_id).texts
    return editor(draft_id, next((name for name in names if LESSON_FILE.fullmatch(name)), next(iter(names), "")))


@blueprint.get("/<int:draft_id>/files/<name>")
@needs(WRITE_DRAFTS)
def file(draft_id, name):
    now_called = present_name(the_draft(draft_id), name)
    if now_called != name:
        return redirect(url_for(".file", draft_id=draft_id, name=now_called), 302)
    return editor(draft_id, name)


def editor(draft_id, name, typed=None, errors=None, status=200):
    """The page, also after something that needs completing: then with what was typed."""
    mine = the_draft(draft_id)
    here = found(mine.files.get(name))
    found_now = checked(mine)
    try:
        seen = drafts_preview.preview(found_now, name, shared()) if here.text is not None else None
    except TooHardToRender as refusal:
        seen, errors = None, {**(errors or {}), "text": said(refusal)}
    return make_response(render_template(
        "authoring/editor.html", draft=mine, file=here, typed=typed, errors=errors or {}, form=request.form,
        problems=told(found_now.problems, mine, name), preview=seen, files=listed(mine),
        pieces=lesson_pieces.pieces(seen.page) if seen and seen.page else (),
        checks=lesson_pieces.checks(seen.page) if seen and seen.page else {},
        aside=drafts_saving.left_aside(db.session, the_person(), mine, name),
    ), status)


def listed(mine) -> list[dict]:
    """The draft's files for the list beside the text: one entry for both languages of a thing."""
    entries: dict[str, dict] = {}
    for name in mine.texts:
        stem, spoken, _md = name.rsplit(".", 2)
        title = value_of(mine.texts[name], "title") if LESSON_FILE.fullmatch(name) else ""
        entry = entries.setdefault(stem, {"stem": stem, "titles": {}, "names": {}})
        entry["names"][spoken], entry["titles"][spoken] = name, title
    return list(entries.values())


@blueprint.post("/<int:draft_id>/files/<name>")
@needs(WRITE_DRAFTS)
def save(draft_id, name):
    try:
        saved = drafts_saving.save(
            db.session, the_person(), draft_id, name, text("text", drafts_saving.LONGEST, _("naskah")),
            seen=request.form.get("seen", 0, type=int), client_key=client_key(), at=now(),
        )
    except NotUnderstood as refusal:
        return editor(draft_id, name, request.form.get("text", ""), {"text": said(refusal)}, 422)
    if request.accept_mimetypes.best == "application/json":
        return "", 202 if saved.aside else 204, {"Content-Type": "text/plain"}
    if saved.aside:
        return redirect(url_for(".conflict", draft_id=draft_id, save_id=saved.aside), 303)
    flash(_("Tersimpan."), "success")
    return redirect(url_for(".file", draft_id=draft_id, name=name), 303)


@blueprint.post("/<int:draft_id>/lessons")
@needs(WRITE_DRAFTS)
def add_lesson(draft_id):
    titles = {language: text(f"title_{language}", 200) for language in LANGUAGES}
    try:
        name = drafts_opening.add_lesson(
            db.session, the_person(), draft_id, text("slug", 100), titles, client_key=client_key(), at=now(),
        )
    except NotUnderstood as refusal:
        field = "title_id" if isinstance(refusal, drafts_opening.TitleMissing) else "slug"
        return editor(draft_id, text("back", 120), None, {field: said(refusal)}, 422)
    flash(_("Pelajaran baru siap ditulis, dalam kedua bahasa."), "success")
    return redirect(url_for(".file", draft_id=draft_id, name=name), 303)


@blueprint.post("/<int:draft_id>/removals")
@needs(WRITE_DRAFTS)
def remove(draft_id):
    name = text("name", 120)
    drafts_saving.remove(db.session, the_person(), draft_id, name, client_key=client_key(), at=now())
    flash(_("%(name)s dikeluarkan dari naskah. Teksnya tetap ada di riwayat.", name=name), "success")
    return redirect(url_for(".history", draft_id=draft_id, name=name), 303)


@blueprint.get("/<int:draft_id>/preview/<name>")
@needs(WRITE_DRAFTS)
def preview(draft_id, name):
    mine = the_draft(draft_id)
    found(mine.texts.get(name))
    seen = drafts_preview.preview(checked(mine), name, shared())
    pieces = lesson_pieces.pieces(seen.page) if seen and seen.page else ()
    return render_template(
        "authoring/preview.html", draft=mine, name=name, preview=seen, pieces=pieces,
        short_version=lesson_pieces.short_version(seen.page) if seen and seen.page else "",
        checks=lesson_pieces.checks(seen.page) if seen and seen.page else {},
        questions=quiz_views(seen) if seen and seen.kind == "quiz" else (),
    )


def quiz_views(seen) -> list[dict]:
    """The quiz's questions; after a look at the answers (?look=1) with what we would say. Nothing is stored."""
    return [
        lesson_pieces.question_view(question, seen.language, bool(request.args.get("look")))
        | {"alternative_to": question.key.alternative_to}
        for question in seen.questions
    ]
