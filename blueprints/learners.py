"""Whom a supervisor accompanies: one row each, with the petals of every course that somebody began."""

from flask import Blueprint, render_template, request

from blueprints.web.access import needs, the_person
from blueprints.web.database import db
from training.core.clock import now
from training.curriculum import catalogue
from training.partnerships.groups import groups_beside
from training.permissions import SEE_LEARNERS
from training.signoffs.accompanied import accompanied

blueprint = Blueprint("learners", __name__)


@blueprint.get("/learners")
@needs(SEE_LEARNERS)
def everyone():
    me, number = the_person(), request.args.get("page", "1")[:6]
    courses = catalogue.published_courses(db.session)
    modules = [module.id for course in courses for module in course.modules]
    found_now = accompanied(
        db.session, me, modules, at=now(), page=int(number) if number.isdecimal() else 1,
    )
    begun = {module for one in found_now.people for module in one.begun}
    return render_template(
        "learners/everyone.html", found=found_now, beside=groups_beside(db.session, me.id), module_count=len(modules),
        courses=[course for course in courses if not begun.isdisjoint(module.id for module in course.modules)],
        course_count=len(courses),
    )
