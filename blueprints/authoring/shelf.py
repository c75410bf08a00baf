"""Drafts put away, and taken up again."""

from flask import flash, redirect, url_for
from flask_babel import gettext as _

from blueprints.authoring.door import blueprint, the_draft
from blueprints.web.access import insist, needs, the_person
from blueprints.web.database import db
from blueprints.web.forms import client_key
from training.core.clock import now
from training.curriculum import drafts_shelf
from training.permissions import PUT_DRAFT_AWAY


@blueprint.post("/<int:draft_id>/put-aways")
@needs(PUT_DRAFT_AWAY)
def put_away(draft_id):
    insist(PUT_DRAFT_AWAY, the_draft(draft_id))
    drafts_shelf.put_away(db.session, the_person(), draft_id, client_key=client_key(), at=now())
    flash(_("Naskah disisihkan. Semua teksnya tersimpan, dan bisa Anda ambil kembali di bawah."), "success")
    return redirect(url_for(".drafts"), 303)


@blueprint.post("/<int:draft_id>/reopenings")
@needs(PUT_DRAFT_AWAY)
def reopen(draft_id):
    insist(PUT_DRAFT_AWAY, the_draft(draft_id))
    drafts_shelf.reopen(db.session, the_person(), draft_id, client_key=client_key(), at=now())
    flash(_("Naskah ini kembali ke meja Anda, seperti saat disisihkan."), "success")
    return redirect(url_for(".draft", draft_id=draft_id), 303)
