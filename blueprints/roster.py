"""The list of people as a file: bringing one in after a dry run, taking one out, and all invitation links at once."""

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from blueprints.web.access import may, needs, the_person
from blueprints.web.database import db
from blueprints.web.downloads import as_file
from blueprints.web.languages import said
from blueprints.web.links import invitation_url, link_key
from training.accounts import invitations
from training.core.clock import now
from training.core.refusal import Refusal
from training.permissions import INVITE_PEOPLE, SEE_PEOPLE, roles_to_give
from training.signoffs import role_changes
from training.supervision import roster, roster_file

blueprint = Blueprint("roster", __name__, url_prefix="/people")

SHOWN = 200


@blueprint.get("/roster")
@needs(INVITE_PEOPLE)
def show():
    return render_template("people/roster.html", columns=roster_file.COLUMNS, error=None, typed="")


@blueprint.post("/roster/previews")
@needs(INVITE_PEOPLE)
def preview():
    """The dry run: says what would happen, and changes nothing."""
    typed = request.form.get("roster", "")
    try:
        typed = sent_text()
        plan = planned(typed)
    except Refusal as refusal:
        return make_response(render_template(
            "people/roster.html", columns=roster_file.COLUMNS, error=said(refusal), typed=typed), refusal.status)
    return review(plan, typed, 422 if plan.problems else 200)


def sent_text() -> str:
    """The file that was chosen, else what was pasted."""
    file = request.files.get("file")
    return roster_file.decoded(file.read()) if file and file.filename else request.form.get("roster", "")


def planned(typed: str) -> roster.Plan:
    return roster.plan(db.session, typed, may_give=frozenset(roles_to_give(the_person())))


def review(plan: roster.Plan, typed: str, status: int):
    problems = [(problem.line, said(problem.refusal)) for problem in plan.problems]
    return make_response(render_template(
        "people/roster_review.html", plan=plan, typed=typed, problems=problems, shown=SHOWN,
        bad=frozenset(line for line, _sentence in problems),
    ), status)


@blueprint.post("/roster")
@needs(INVITE_PEOPLE)
def bring_in():
    typed = sent_text()
    plan = planned(typed)
    if plan.problems:
        return review(plan, typed, 422)
    role_changes.bring_in(db.session, the_person(), plan, key=link_key(), at=now())
    count = len(plan.newcomers)
    flash(ngettext("Satu orang ditambahkan.", "%(num)s orang ditambahkan.", count) if count
          else _("Semua orang di berkas ini sudah ada. Tidak ada yang berubah."), "success")
    return redirect(url_for("people.everyone", state="invited" if count else None), 303)


@blueprint.get("/roster.csv")
@needs(SEE_PEOPLE)
def take_out():
    return table(roster.export(db.session), "daftar.csv")


@blueprint.get("/links.csv")
@needs(INVITE_PEOPLE)
def links():
    """Every invitation still open, with its link, to send one by one."""
    return table(roster_file.write(
        (
            {"name": link.person.name, "email": link.person.email, "link": invitation_url(link),
             "until": link.expires_at.date().isoformat()}
            for link in invitations.pending(db.session, at=now()) if may(INVITE_PEOPLE, link.person)
        ),
        ("name", "email", "link", "until"),
    ), "tautan.csv")


def table(written: str, name: str):
    """A CSV file, with the mark by which spreadsheets know that it is UTF-8."""
    return as_file("\ufeff" + written, "text/csv", name)
