"""A learner asks; a supervisor sees what waits."""

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _

from blueprints.signoffs.door import blueprint
from blueprints.signoffs.narrowing import narrowed
from blueprints.web import skeletons
from blueprints.web.access import needs, the_person
from blueprints.web.database import db
from blueprints.web.forms import client_key, text
from blueprints.web.framework import settings
from blueprints.web.inbox_lines import lines
from blueprints.web.languages import said, zone
from blueprints.web.modules import the_module
from training.core.clock import local_day, now
from training.permissions import KEEP_INBOX, TAKE_COURSES
from training.signoffs import requests
from training.signoffs.inbox import counts_by_person
from training.signoffs.inbox import inbox as inbox_of
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
            settings=settings(),
        )
    except (requests.NotYet, requests.StillValid) as refusal:
        flash(said(refusal), "look")
        return back
    flash(_("Terkirim. Supervisor Anda akan melihatnya; tidak ada yang perlu dikejar."), "success")
    return back


@blueprint.get("/signoffs")
@needs(KEEP_INBOX)
def inbox():
    me, number, chosen = the_person().id, request.args.get("page", "1")[:6], narrowed()
    beside = chosen.beside
    found_now = inbox_of(
        db.session, me, **chosen.for_inbox, page=int(number) if number.isdecimal() else 1,
    )
    g.counts = {"signoffs.inbox": found_now.total}
    today, by_group = local_day(now(), zone()), waiting_by_group(beside, me)

    def draw(**stand_ins):
        together = {one.release_id for one in found_now.alike}
        shown = lines(found_now.rows, today, beside.of, chosen.in_address, together)
        return render_template(
            "signoffs/inbox.html", inbox=found_now, lines=shown, course=chosen.course, show=chosen.show,
            group=chosen.group, groups=by_group, waiting=WAITING, alike=found_now.alike, **stand_ins,
        )

    parts = found_now.key, today, zone(), beside.key, by_group
    return skeletons.page(parts, draw)


def waiting_by_group(beside, supervisor_id) -> tuple:
    """(id, name, how many wait) of each group she works with where somebody waits."""
    if not beside.names:
        return ()
    waiting = counts_by_person(db.session, supervisor_id, frozenset().union(*beside.people.values()))
    counts = ((one, name, sum(waiting.get(person, 0) for person in beside.people[one]))
              for one, name in beside.names.items())
    return tuple(one for one in counts if one[2])
