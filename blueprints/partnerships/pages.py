"""The list of groups, and one group with its five steps."""

import datetime as dt

from flask import flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _

from blueprints.partnerships.door import blueprint, today, visible
from blueprints.web.access import may, needs, the_person
from blueprints.web.database import db
from blueprints.web.forms import client_key, day_given, text
from blueprints.web.languages import said
from training.core.clock import now
from training.core.refusal import NotUnderstood
from training.partnerships import evaluation, plan, profile, support
from training.partnerships import groups as grouping
from training.partnerships.certified import TOGETHER
from training.partnerships.steps import steps
from training.permissions import KEEP_PARTNERSHIPS, SEE_PARTNERSHIPS


@blueprint.get("")
@needs(SEE_PARTNERSHIPS)
def groups():
    return listing()


def listing(errors=None, status=200):
    at, me = now(), the_person()
    groups = grouping.visible_groups(db.session, me)
    stand = steps(db.session, groups, me, at=at)
    return make_response(render_template(
        "partnerships/groups.html", groups=[(one, stand[one.id]) for one in groups],
        errors=errors or {}, typed=request.form, today=today(),
    ), status)


@blueprint.post("")
@needs(KEEP_PARTNERSHIPS)
def open_group():
    try:
        group_id = grouping.open_group(
            db.session, the_person(), name=text("name", 80, _("Nama kelompok")),
            professional=text("professional", 160, _("Profesional mitra")), since=day_given("since") or today(),
            client_key=client_key(), at=now(),
        )
    except NotUnderstood as refusal:
        field = "professional" if isinstance(refusal, grouping.ProfessionalMissing) else "name"
        return listing({field: said(refusal)}, 422)
    flash(_("Kemitraan dibuka. Langkah pertama: penilaian bersama kelompok."), "success")
    return redirect(url_for(".group", group_id=group_id), 303)


@blueprint.get("/<int:group_id>")
@needs(SEE_PARTNERSHIPS)
def group(group_id):
    one = visible(group_id)
    return render_template(
        "partnerships/group.html", group=one, steps=steps(db.session, [one], the_person(), at=now())[one.id],
        fields=profile.FIELDS, together=TOGETHER, lines=profile.lines, goal_states=plan.STATES,
        forms=support.FORMS, questions=evaluation.QUESTIONS, answers=evaluation.ANSWERS,
        day_of=dt.date.fromisoformat, may_keep=may(KEEP_PARTNERSHIPS, one),
    )
