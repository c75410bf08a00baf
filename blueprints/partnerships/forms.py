"""The forms that write about a group. What looks like a person in a free text is shown once before it is kept."""

from flask import flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _

from blueprints.partnerships.door import blueprint, kept, number, today
from blueprints.web.access import needs, the_person
from blueprints.web.database import db
from blueprints.web.forms import client_key, day_given, text
from blueprints.web.languages import said
from training.core.clock import now
from training.core.refusal import NotUnderstood
from training.partnerships import evaluation, groups, plan, profile, support
from training.partnerships.steps import steps
from training.permissions import KEEP_PARTNERSHIPS
from training.practice.identifying import identifying


def form_page(name, group_id, errors=None, seen=(), status=200):
    """One form about a group; after it came back with what was typed, and with what looks like a person in it."""
    one = kept(group_id)
    about = steps(db.session, [one], the_person(), at=now())[one.id]
    filled = request.form if request.method == "POST" else FILLED[name](about)
    return make_response(render_template(
        f"partnerships/{name}.html", group=one, typed=filled, errors=errors or {}, seen=seen, today=today(),
        fields=profile.FIELDS, goal_states=plan.STATES, most_goals=plan.MOST, forms=support.FORMS,
        questions=evaluation.QUESTIONS, answers=evaluation.ANSWERS,
        candidates=groups.candidates(db.session, the_person(), one),
    ), status)


def _goals_filled(about) -> dict:
    facts = about.plan.facts if about.plan else {"goals": [], "review_on": ""}
    return {"review_on": facts["review_on"]} | {
        f"{key}-{number}": value for number, goal in enumerate(facts["goals"], 1) for key, value in goal.items()
    }


FILLED = {
    "assessment": lambda about: about.assessment.facts if about.assessment else {}, "plan": _goals_filled,
    "support": lambda about: {}, "pulse": lambda about: {}, "people": lambda about: {},
}


def written(name, group_id, free_text, write, done):
    """Write what a form holds, once nothing in its free text looks like a person or its writer looked again."""
    kept(group_id)
    seen = identifying(free_text)
    if seen and not request.form.get("checked"):
        return form_page(name, group_id, seen=seen, status=422)
    try:
        write()
    except NotUnderstood as refusal:
        return form_page(name, group_id, {"form": said(refusal)}, status=422)
    flash(done, "success")
    return redirect(url_for(".group", group_id=group_id, _anchor=name), 303)


@blueprint.get("/<int:group_id>/assessments/new")
@needs(KEEP_PARTNERSHIPS)
def assessment_form(group_id):
    return form_page("assessment", group_id)


@blueprint.post("/<int:group_id>/assessments")
@needs(KEEP_PARTNERSHIPS)
def assess(group_id):
    answers = {field.name: text(field.name, profile.LONGEST, _(field.label)) for field in profile.FIELDS}
    return written("assessment", group_id, profile.texts(answers), lambda: profile.assess(
        db.session, the_person(), group_id, answers, client_key=client_key(), at=now(),
    ), _("Penilaian tersimpan. Yang sebelumnya tetap ada."))


@blueprint.get("/<int:group_id>/plans/new")
@needs(KEEP_PARTNERSHIPS)
def plan_form(group_id):
    return form_page("plan", group_id)


@blueprint.post("/<int:group_id>/plans")
@needs(KEEP_PARTNERSHIPS)
def agree(group_id):
    goals = [{key: text(f"{key}-{number}", plan.LONGEST, _("tujuan")) for key in ("what", "who", "state")}
             for number in range(1, plan.MOST + 1)]
    free_text = "\n".join(goal["what"] + "\n" + goal["who"] for goal in goals)
    return written("plan", group_id, free_text, lambda: plan.agree(
        db.session, the_person(), group_id, goals, day_given("review_on"), client_key=client_key(), at=now(),
    ), _("Rencana tersimpan. Yang sebelumnya tetap ada."))


@blueprint.get("/<int:group_id>/support/new")
@needs(KEEP_PARTNERSHIPS)
def support_form(group_id):
    return form_page("support", group_id)


@blueprint.post("/<int:group_id>/support")
@needs(KEEP_PARTNERSHIPS)
def log_support(group_id):
    themes, action = text("themes", support.LONGEST, _("tema")), text("action", support.LONGEST, _("kesepakatan"))
    return written("support", group_id, f"{themes}\n{action}", lambda: support.log(
        db.session, the_person(), group_id, held_on=day_given("held_on"), form=request.form.get("form", ""),
        themes=themes, action=action, client_key=client_key(), at=now(),
    ), _("Tercatat. Terima kasih sudah menemani."))


@blueprint.get("/<int:group_id>/pulses/new")
@needs(KEEP_PARTNERSHIPS)
def pulse_form(group_id):
    return form_page("pulse", group_id)


@blueprint.post("/<int:group_id>/pulses")
@needs(KEEP_PARTNERSHIPS)
def collect(group_id):
    counts = {one: {answer: number(f"{one}-{answer}") for answer in evaluation.ANSWERS} for one in evaluation.QUESTIONS}
    return written("pulse", group_id, "", lambda: evaluation.collect(
        db.session, the_person(), group_id, cards=number("cards"), counts=counts, client_key=client_key(), at=now(),
    ), _("Kartu tercatat. Hasilnya tampil setelah ada sepuluh jawaban."))


@blueprint.get("/<int:group_id>/people/new")
@needs(KEEP_PARTNERSHIPS)
def people_form(group_id):
    return form_page("people", group_id)


@blueprint.post("/<int:group_id>/people")
@needs(KEEP_PARTNERSHIPS)
def add_person(group_id):
    part, _mark, person_id = text("who", 40).partition("-")
    return written("people", group_id, "", lambda: groups.add_person(
        db.session, the_person(), group_id, int(person_id) if person_id.isdecimal() else 0, part, at=now(),
    ), _("Tersimpan. Orang itu sekarang melihat halaman kelompok ini."))


@blueprint.post("/<int:group_id>/people-ends")
@needs(KEEP_PARTNERSHIPS)
def end_person(group_id):
    kept(group_id)
    groups.end_person(db.session, the_person(), group_id, number("person"), at=now())
    flash(_("Tersimpan. Yang sudah ditulis tetap ada."), "success")
    still = groups.visible_group(db.session, the_person(), group_id)
    return redirect(url_for(".group", group_id=group_id) if still else url_for(".groups"), 303)
