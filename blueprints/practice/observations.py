"""What a supervisor observed of a learner: the list that both may read, and the form with its ticks."""

from flask import flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _

from blueprints.practice.door import blueprint
from blueprints.web import role_plays
from blueprints.web.access import found, insist, needs, the_person
from blueprints.web.database import db
from blueprints.web.forms import client_key
from blueprints.web.framework import framework, settings
from blueprints.web.languages import said
from blueprints.web.learners import visible_learner
from blueprints.web.observing import competencies_chosen, form_of, given_ticks, setting_given
from training.core.clock import local_day, now
from training.core.refusal import ForTheAdministrator, NotUnderstood
from training.permissions import OBSERVE, SEE_EVIDENCE
from training.practice import observations as observing
from training.practice.observations import NOT_SEEN
from training.signoffs import observed


@blueprint.get("/learners/<int:learner_id>/observations")
@needs(SEE_EVIDENCE)
def observations(learner_id):
    one = visible_learner(learner_id)
    return render_template(
        "practice/observations.html", learner=one, framework=framework(),
        observations=observing.observations_of(db.session, learner_id, settings=settings()), modes=observing.MODES,
    )


@blueprint.get("/learners/<int:learner_id>/observations/new")
@needs(OBSERVE)
def observation_form(learner_id):
    one = visible_learner(learner_id)
    insist(OBSERVE, one)
    return observation_page(one, {}, {})


def observation_page(one, given, errors, status=200):
    """The form; before competencies are chosen, the choice of them. Beside it the role plays that show these."""
    chosen, library = competencies_chosen(), role_plays.library()
    fitting = library.of_competencies([each.code for each in chosen]) if chosen else library.role_plays
    return make_response(render_template(
        "practice/observe.html" if chosen else "practice/choose.html", learner=one, framework=found(framework()),
        chosen=form_of(chosen, given), modes=observing.MODES, errors=errors, typed=request.form,
        today=local_day(now(), the_person().zone), role_plays=[role_plays.sheets(each) for each in fitting],
        scene=request.values.get("scene", "")[:120],
    ), status)


@blueprint.post("/learners/<int:learner_id>/observations")
@needs(OBSERVE)
def observe(learner_id):
    one = visible_learner(learner_id)
    given = given_ticks(competencies_chosen())
    if not request.form.get("nothing") and all(tick.state == NOT_SEEN for ticks in given.values() for tick in ticks):
        sentence = _("Belum ada yang ditandai. Bila memang tidak ada yang terlihat, tandai itu di bawah.")
        return observation_page(one, given, {"nothing": sentence}, 422)
    try:
        observed.observe(
            db.session, the_person(), one, found(framework()), given, setting_given(), client_key=client_key(),
            at=now(),
        )
    except observing.HarmNeedsNote as refusal:
        return observation_page(one, given, {f"note-{code}": said(refusal) for code in refusal.codes[:1]}, 422)
    except NotUnderstood as refusal:
        return observation_page(one, given, {"observed_on": said(refusal)}, 422)
    except ForTheAdministrator as refusal:
        return observation_page(one, given, {"obs": said(refusal)}, 409)
    flash(_("Pengamatan tersimpan. %(name)s bisa membacanya.", name=one.person.first_name), "success")
    return redirect(url_for(".observations", learner_id=learner_id), 303)
