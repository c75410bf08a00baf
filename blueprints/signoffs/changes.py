"""What a later release says differently from the one that was judged."""

from flask import render_template, request

from blueprints.signoffs.door import blueprint, visible_request
from blueprints.signoffs.narrowing import narrowed
from blueprints.web.access import found, needs
from blueprints.web.database import db
from blueprints.web.evidence import time_of
from blueprints.web.languages import language
from training.curriculum.release_changes import changes_between, later_releases
from training.permissions import KEEP_INBOX


@blueprint.get("/signoffs/<int:request_id>/releases/<int:number>")
@needs(KEEP_INBOX)
def changes(request_id, number):
    one = visible_request(request_id)
    judged = one.evidence["release"]
    later = later_releases(db.session, one.module_id, judged["number"])
    shown = found(next((release for release in later if release.number == number), None))
    part = request.args.get("part")
    return render_template(
        "signoffs/changes.html", request_=one, e=one.evidence, later=later, shown=shown, part=part, time_of=time_of,
        narrowed=narrowed().in_address,
        changes=changes_between(db.session, judged["id"], shown.id, language(), part=part),
    )
