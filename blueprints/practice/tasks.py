"""The practice page of a module: private reflections, what of them is shared, and practice tasks done away from the
screen."""

from flask import flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _

from blueprints.practice.door import blueprint
from blueprints.web import role_plays
from blueprints.web.access import found, needs, the_person
from blueprints.web.addresses import own_path
from blueprints.web.database import db
from blueprints.web.forms import client_key, day_given, text
from blueprints.web.framework import settings
from blueprints.web.languages import said
from blueprints.web.lesson_pieces import filled
from blueprints.web.modules import contents, the_module
from training.core.clock import local_day, now
from training.core.refusal import NotUnderstood
from training.curriculum import progress
from training.permissions import TAKE_COURSES
from training.practice import records, reflections
from training.practice.identifying import identifying
from training.signoffs import book
from training.signoffs.requests import has_news, is_renewable
from training.signoffs.standing import missing
from training.signoffs.steps import module_states, standings, steps_of

MODULE = "/courses/<course>/<module>"


@blueprint.get(f"{MODULE}/practice")
@needs(TAKE_COURSES)
def practice(course, module):
    return practice_page(course, module)


def practice_page(course, module, errors=None, record=None, seen=(), status=200):
    """The page, also after a form that needs completing: then with what was typed into the record form."""
    mine, person, at = the_module(course, module), the_person(), now()
    written = reflections.reflections_of(db.session, person.id, mine.id)
    asked_about = request.args.get("confirm", "")
    where = standings(db.session, person, [mine.id], at=at)[mine.id]
    return make_response(render_template(
        "practice/practice.html", module=mine, contents=contents(
            mine, progress.lessons_read(db.session, person.id, mine.release.id), "practice",
        ),
        tasks=[(task, filled(task.texts, "html")) for task in mine.release.tasks], written=written,
        readers=reflections.readers(db.session, person.id), company=records.COMPANY,
        records=records.records_of(db.session, person.id, mine.id), today=local_day(at, person.zone),
        identifying=identifying(written[asked_about].text) if asked_about in written else (), asked_about=asked_about,
        state=module_states(db.session, person, [mine.id], at=at)[mine.id],
        standing=where, may_ask=is_renewable(where, at, person.zone),
        decision=next(iter(reversed(book.decisions_of(db.session, person.id, mine.id))), None),
        missing=missing(steps_of(db.session, person.id, [mine.id])[mine.id]),
        role_plays=[role_plays.sheets(one) for one in role_plays.library().of_module(mine.slug)],
        has_news=has_news(db.session, person.id, mine.id, settings()),
        takes_two=settings().takes_two_signatures(mine.release.critical, mine.release.competencies),
        errors=errors or {}, record=record or {}, seen=seen,
    ), status)


def kept(course, module, prompt):
    """Keep the text that came with the form; the module and the task it answers."""
    mine, at = the_module(course, module), now()
    task = found(mine.release.task(prompt))
    written = text("text", reflections.LONGEST, _("refleksi"))
    progress.begin(db.session, the_person().id, mine.id, mine.release.id, at=at)
    reflections.write(db.session, the_person(), mine.id, task.id, written, release_id=mine.release.id, at=at)
    return mine, written


def back_to(course, module, prompt="", **args):
    here = url_for(".practice", course=course, module=module, _anchor=prompt or None, **args)
    return redirect(own_path(request.form.get("back"), here), 303)


@blueprint.post(f"{MODULE}/reflections/<prompt>")
@needs(TAKE_COURSES)
def write(course, module, prompt):
    kept(course, module, prompt)
    if request.accept_mimetypes.best == "application/json":
        return "", 204, {"Content-Type": "text/plain"}
    flash(_("Tersimpan. Hanya Anda yang bisa membaca."), "success")
    return back_to(course, module, prompt)


@blueprint.post(f"{MODULE}/reflections/<prompt>/shares")
@needs(TAKE_COURSES)
def share(course, module, prompt):
    mine, written = kept(course, module, prompt)
    if identifying(written) and not request.form.get("checked"):
        return redirect(url_for(".practice", course=course, module=module, confirm=prompt, _anchor=prompt), 303)
    try:
        reflections.share(
            db.session, the_person(), mine.id, prompt, release_id=mine.release.id, client_key=client_key(), at=now(),
        )
    except reflections.NothingWritten as refusal:
        flash(said(refusal), "look")
        return back_to(course, module, prompt)
    flash(_("Dibagikan. Anda bisa terus menulis; yang dibaca supervisor hanya yang dibagikan."), "success")
    return back_to(course, module, prompt)


@blueprint.post(f"{MODULE}/reflections/<prompt>/take-backs")
@needs(TAKE_COURSES)
def take_back(course, module, prompt):
    reflections.take_back(db.session, the_person(), the_module(course, module).id, prompt, at=now())
    flash(_("Tidak dibagikan lagi. Tulisan Anda tetap ada, dan hanya Anda yang bisa membaca."), "success")
    return back_to(course, module, prompt)


@blueprint.post(f"{MODULE}/practice-records")
@needs(TAKE_COURSES)
def record(course, module):
    mine, at = the_module(course, module), now()
    typed = {name: text(name, records.LONGEST) for name in ("task", "company", "done_on", "note")}
    task = found(mine.release.task(typed["task"]))
    seen = identifying(typed["note"])
    try:
        if seen and not request.form.get("checked"):
            return practice_page(course, module, record=typed, seen=seen, status=422)
        progress.begin(db.session, the_person().id, mine.id, mine.release.id, at=at)
        records.record_practice(
            db.session, the_person(), mine.id, task.id, release_id=mine.release.id, company=typed["company"],
            done_on=day_given("done_on"), note=typed["note"], client_key=client_key(), at=at,
        )
    except NotUnderstood as refusal:
        field = "done" if isinstance(refusal, records.NotYetHappened) else "company"
        return practice_page(course, module, {f"{field}-{task.id}": said(refusal)}, typed, status=422)
    flash(_("Tercatat. Terima kasih sudah berlatih."), "success")
    return back_to(course, module, task.id)
