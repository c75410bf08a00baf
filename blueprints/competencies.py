"""The competencies of a learner with everything that speaks for them: for herself, and for who supervises her now."""

from flask import Blueprint, render_template, request
from flask_babel import gettext as _

from blueprints.web.access import found, needs, the_person
from blueprints.web.database import db
from blueprints.web.framework import framework
from blueprints.web.learners import visible_learner
from training.competencies.evidence import LABELS, gather
from training.competencies.status import CAPABLE
from training.core.clock import now
from training.permissions import SEE_EVIDENCE
from training.practice.observations import MODES
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
        "competencies/map.html", learner=one, framework=wording, evidence=evidence, labels=LABELS, modes=MODES,
        readers=readers(db.session, one.id), opened=request.args.get("open", ""), own=one.id == the_person().id,
        capable=sum((each.status.level or 0) >= CAPABLE for each in evidence.values()),
        words={each.number: each.name for each in wording.levels}, unseen=wording.not_yet_observed.name,
        title=_("Kompetensi saya") if one.id == the_person().id else _("Kompetensi %(name)s", name=one.person.name),
    )
