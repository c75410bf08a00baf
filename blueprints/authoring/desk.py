"""The desk: drafts that wait, and published modules to begin a draft of."""

from flask import current_app, make_response, redirect, render_template, request, url_for

from blueprints.authoring.door import blueprint
from blueprints.web.access import found, may, needs, the_person
from blueprints.web.database import db
from blueprints.web.forms import client_key, text
from blueprints.web.languages import said
from training.core.clock import now
from training.core.refusal import NotUnderstood
from training.curriculum import catalogue, drafts_opening
from training.curriculum import drafts as drafting
from training.curriculum.files import Folder, read_folder
from training.permissions import REVIEW_DRAFT, WRITE_DRAFTS


@blueprint.get("")
@needs(WRITE_DRAFTS)
def drafts():
    return desk()


def desk(errors=None, status=200):
    """The page, also after a form for a new module that needs completing."""
    person, every = the_person(), drafting.drafts(db.session)
    open_ = [one for one in every if one.is_open]
    waiting = [one for one in open_ if one.state == drafting.IN_REVIEW and may(REVIEW_DRAFT, one)]
    mine = [one for one in open_ if person.id in one.written_by]
    return make_response(render_template(
        "authoring/drafts.html", waiting=waiting, mine=mine,
        others=[one for one in open_ if one not in waiting and one not in mine],
        away=[one for one in every if one.state == drafting.PUT_AWAY and person.id in one.written_by],
        done=[one for one in every if one.state == drafting.PUBLISHED][:10],
        courses=catalogue.published_courses(db.session), errors=errors or {}, typed=request.form,
        has_template=(template_folder() / "module.id.md").exists(),
    ), status)


@blueprint.post("/drafts")
@needs(WRITE_DRAFTS)
def open_module():
    draft_id = drafts_opening.open_module(
        db.session, the_person(), text("course", 60), text("module", 60), client_key=client_key(), at=now(),
    )
    return redirect(url_for(".draft", draft_id=draft_id), 303)


@blueprint.post("/modules")
@needs(WRITE_DRAFTS)
def open_new():
    code, title = text("code", 60), text("title", 200)
    try:
        draft_id = drafts_opening.open_new(
            db.session, the_person(), text("course", 60), code, title, found(template()), client_key=client_key(),
            at=now(),
        )
    except NotUnderstood as refusal:
        field = "title" if isinstance(refusal, drafts_opening.TitleMissing) else "code"
        return desk({field: said(refusal)}, 422)
    return redirect(url_for(".draft", draft_id=draft_id), 303)


def template_folder():
    """The module to copy, in the template that comes with the courses."""
    root = current_app.config["COURSES_DIR"] / "_template"
    return next(iter(sorted(path.parent for path in root.glob("*/module.id.md"))), root)


def template() -> Folder | None:
    folder = template_folder()
    if not (folder / "module.id.md").exists():
        return None
    inside = read_folder(folder)[0]
    return Folder(folder.name, folder.name, {f"{folder.name}/{path}": data for path, data in inside.contents.items()})
