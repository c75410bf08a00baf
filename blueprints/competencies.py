"""The competencies of a learner with everything that speaks for them: for herself, and for who supervises her now."""

from flask import Blueprint, render_template, request
from flask_babel import gettext as _

from blueprints.web import competency_words
from blueprints.web.access import found, insist, needs, the_person
from blueprints.web.database import db
from blueprints.web.downloads import as_file
from blueprints.web.framework import framework
from blueprints.web.learners import visible_learner
from blueprints.web.pages import day
from training.competencies.evidence import gather
from training.competencies.paper import paper
from training.competencies.status import CAPABLE
from training.core.clock import local_day, now
from training.permissions import SEE_EVIDENCE
from training.practice.reflections import readers
from training.supervision.learner import learner

blueprint = Blueprint("competencies", __name__)


@blueprint.get("/competencies")
@needs(SEE_EVIDENCE)
def mine():
    return the_map(learner(db.session, the_person().id))


@blueprint.get("/learners/<int:learner_id>/competencies")
@needs(SEE_EVIDENCE)
def of_learner(learner_id):
    return the_map(visible_learner(learner_id))


def the_map(one):
    """The page; `?open=all` unfolds everything, which is how it is printed."""
    wording = found(framework())
    evidence = gather(db.session, one.person, wording, at=now())
    return render_template(
        "competencies/map.html", learner=one, framework=wording, evidence=evidence, words=competency_words,
        readers=readers(db.session, one.id), opened=request.args.get("open", ""), own=one.id == the_person().id,
        capable=sum((each.status.level or 0) >= CAPABLE for each in evidence.values()),
        title=_("Kompetensi saya") if one.id == the_person().id else _("Kompetensi %(name)s", name=one.person.name),
    )


@blueprint.get("/competencies.pdf")
@needs(SEE_EVIDENCE)
def summary():
    """Her own summary on paper, under a name that tells nothing."""
    person, at, wording = the_person(), now(), found(framework())
    insist(SEE_EVIDENCE, found(learner(db.session, person.id)))
    evidence = gather(db.session, person, wording, at=at)
    made = _("Dibuat %(day)s untuk %(name)s sendiri. Kerangka kompetensi versi %(number)s.", name=person.name,
             day=day(local_day(at, person.zone)), number=wording.version)
    says = competency_words.on_paper(person.name, wording, evidence, person.id, made=made)
    return as_file(paper(says, made_at=at), "application/pdf", "sebaya-catatan.pdf")
