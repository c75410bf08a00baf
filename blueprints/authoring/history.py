"""What was saved before, and two texts that met."""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from blueprints.authoring.door import blueprint, the_draft
from blueprints.web.access import found, needs, the_person
from blueprints.web.database import db
from blueprints.web.forms import client_key
from training.core.clock import now
from training.curriculum import drafts_saving
from training.curriculum.difference import differences
from training.curriculum.drafts import present_name
from training.permissions import WRITE_DRAFTS


@blueprint.get("/<int:draft_id>/history/<name>")
@needs(WRITE_DRAFTS)
def history(draft_id, name):
    mine = the_draft(draft_id)
    here = found(mine.files.get(name))
    saves = drafts_saving.history(db.session, mine, name)
    shown = request.args.get("save", type=int)
    chosen = next(((save, who) for save, who in saves if save.id == shown), None)
    changes = differences(chosen[0].text or "", here.text or "") if chosen else ()
    return render_template(
        "authoring/history.html", draft=mine, file=here, saves=saves, chosen=chosen, changes=changes,
    )


@blueprint.post("/<int:draft_id>/restorations")
@needs(WRITE_DRAFTS)
def restore(draft_id):
    name = drafts_saving.restore(
        db.session, the_person(), draft_id, request.form.get("save", 0, type=int), client_key=client_key(), at=now(),
    )
    flash(_("Teks itu berlaku lagi. Yang diganti tetap ada di riwayat."), "success")
    return redirect(url_for(".file", draft_id=draft_id, name=name), 303)


@blueprint.get("/<int:draft_id>/conflicts/<int:save_id>")
@needs(WRITE_DRAFTS)
def conflict(draft_id, save_id):
    mine = the_draft(draft_id)
    save, who = found(drafts_saving.kept_aside(db.session, draft_id, save_id))
    here = mine.files[present_name(mine, save.path)]
    return render_template(
        "authoring/conflict.html", draft=mine, file=here, save=save, who=who,
        changes=differences(here.text or "", save.text or ""),
    )
