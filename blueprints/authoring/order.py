"""A course's own page as a draft, and the order of modules and lessons."""

from flask import flash, make_response, redirect, render_template, url_for
from flask_babel import gettext as _

from blueprints.authoring.door import blueprint, lesson_titles, the_draft
from blueprints.web.access import needs, the_person
from blueprints.web.database import db
from blueprints.web.forms import client_key, text
from blueprints.web.languages import language, said
from training.core.clock import now
from training.core.language import pick
from training.curriculum import catalogue, drafts_opening, drafts_order
from training.permissions import WRITE_DRAFTS


@blueprint.post("/course-drafts")
@needs(WRITE_DRAFTS)
def open_course():
    draft_id = drafts_opening.open_course(
        db.session, the_person(), text("course", 60), client_key=client_key(), at=now(),
    )
    return redirect(url_for(".draft", draft_id=draft_id), 303)


@blueprint.get("/<int:draft_id>/order")
@needs(WRITE_DRAFTS)
def order(draft_id):
    return order_page(draft_id)


def order_page(draft_id, errors=None, status=200):
    """The page, also after a move that came too late: then with the order as it is now."""
    mine = the_draft(draft_id)
    slugs = drafts_order.order_of(mine)
    titles = module_titles(mine) if mine.is_course_page else lesson_titles(mine)
    return make_response(render_template(
        "authoring/order.html", draft=mine, order=slugs, titles=titles, errors=errors or {},
    ), status)


def module_titles(mine) -> dict[str, str]:
    there = catalogue.published_course(db.session, mine.course)
    found = {one.slug: pick(one.release.texts, language())[0] for one in there.modules} if there else {}
    return {slug: words["title"] for slug, words in found.items() if words}


@blueprint.post("/<int:draft_id>/moves")
@needs(WRITE_DRAFTS)
def move(draft_id):
    seen = tuple(text("order", 4000).split())
    way, _colon, slug = text("move", 100).partition(":")
    step = drafts_order.EARLIER if way == "earlier" else drafts_order.LATER
    try:
        drafts_order.move(
            db.session, the_person(), draft_id, slug, step, seen=seen, client_key=client_key(), at=now(),
        )
    except drafts_order.OrderChanged as refusal:
        return order_page(draft_id, {"order": said(refusal)}, 409)
    flash(_("Urutan tersimpan di naskah."), "success")
    return redirect(url_for(".order", draft_id=draft_id, _anchor=slug), 303)
