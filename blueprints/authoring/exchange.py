"""Questions in and out of a draft's quiz: paste or upload, look, take in; and the quiz as GIFT."""

from flask import flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from blueprints.authoring.door import blueprint, the_draft, told
from blueprints.web.access import found, needs, the_person
from blueprints.web.database import db
from blueprints.web.downloads import as_file
from blueprints.web.forms import TooLong, client_key, text
from blueprints.web.languages import said
from training.core.clock import now
from training.core.refusal import NotFound, NotUnderstood
from training.curriculum import drafts_exchange, drafts_saving
from training.permissions import WRITE_DRAFTS
from training.quizzes.exchange import text_of


@blueprint.get("/<int:draft_id>/exchange/<name>")
@needs(WRITE_DRAFTS)
def exchange(draft_id, name):
    return exchange_page(draft_id, name)


@blueprint.post("/<int:draft_id>/exchange/<name>")
@needs(WRITE_DRAFTS)
def bring_in(draft_id, name):
    """Look at what was pasted or uploaded; with `do=take` take it in."""
    sent = request.files.get("file")
    try:
        typed, problems = uploaded(sent) if sent and sent.filename else (pasted(), ())
        if request.form.get("do") != "take" or problems:
            return exchange_page(draft_id, name, typed, problems)
        count = drafts_exchange.take_in(
            db.session, the_person(), draft_id, name, typed, seen=request.form.get("seen", 0, type=int),
            client_key=client_key(), at=now(),
        )
    except NotUnderstood as refusal:
        return exchange_page(draft_id, name, request.form.get("text", ""), refused=said(refusal))
    flash(ngettext("Satu soal masuk ke kuis.", "%(num)s soal masuk ke kuis.", count), "success")
    return redirect(url_for(".file", draft_id=draft_id, name=name), 303)


def uploaded(sent) -> tuple:
    """The text of a file, or why it is none."""
    words, problems = text_of(sent.read(), sent.filename)
    if len(words) > drafts_saving.LONGEST:
        raise TooLong(field=sent.filename, length=len(words), most=drafts_saving.LONGEST)
    return words, problems


def pasted() -> str:
    return text("text", drafts_saving.LONGEST, _("soal"))


def exchange_page(draft_id, name, typed=None, problems=(), refused=""):
    """The page; with `typed`, what that text would bring in, and every problem by its line."""
    mine = the_draft(draft_id)
    file = found(mine.files.get(name) if name in drafts_exchange.QUIZ_FILES else None)
    arrival = drafts_exchange.look_at(mine, name, typed) if typed else None
    noted = told((*problems, *(arrival.problems if arrival else ())), mine)
    stopping = sum(one.is_error for one in noted)
    if stopping and not refused:
        refused = ngettext("Satu hal perlu diperbaiki; belum ada soal yang masuk.",
                           "%(num)s hal perlu diperbaiki; belum ada soal yang masuk.", stopping)
    return make_response(render_template(
        "authoring/exchange.html", draft=mine, file=file, typed=typed or "", arrival=arrival,
        problems=noted, errors={"text": refused} if refused else {}, lost=lost(mine, name),
    ), 422 if refused else 200)


def lost(mine, name) -> list | None:
    """What of the quiz GIFT has no place for; None where there is no quiz to take out."""
    try:
        return told(drafts_exchange.take_out(mine, name)[1], mine)
    except NotFound:
        return None


@blueprint.get("/<int:draft_id>/exchange/<name>/gift")
@needs(WRITE_DRAFTS)
def take_out(draft_id, name):
    mine = the_draft(draft_id)
    gift, _lost = drafts_exchange.take_out(mine, name)
    return as_file(gift, "text/plain", f"{mine.module}-{name.split('.')[1]}.gift")
