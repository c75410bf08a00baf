"""A learner asks; a supervisor sees what waits."""

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _

from blueprints.signoffs.door import blueprint
from blueprints.web import skeletons
from blueprints.web.access import needs, the_person
from blueprints.web.database import db
from blueprints.web.forms import client_key, text
from blueprints.web.languages import said, zone
from blueprints.web.modules import the_module
from blueprints.web.queue_lines import lines
from training.core.clock import local_day, now
from training.permissions import KEEP_INBOX, TAKE_COURSES
from training.signoffs import inbox as queue
from training.signoffs import requests
from training.signoffs.standing import ModuleState

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
    course, show = request.args.get("course") or None, request.args.get("show") or None
    number = request.args.get("page", "1")[:6]
    found_now = queue.inbox(
        db.session, the_person().id, course=course, show=show, page=int(number) if number.isdecimal() else 1,
    )
    g.counts = {"signoffs.inbox": found_now.total}
    today = local_day(now(), zone())

    def draw(_place=None, **stand_ins):
        return render_template(
            "signoffs/inbox.html", inbox=found_now, lines=lines(found_now.rows, today), course=course, show=show,
            waiting=WAITING, alike=found_now.alike, **stand_ins,
        )

    return skeletons.filled((found_now.key, today, zone()), draw, None) if skeletons.fits() else draw()
