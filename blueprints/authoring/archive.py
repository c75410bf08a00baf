"""A draft as one file, out and in."""

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from blueprints.authoring.door import blueprint, the_module_draft
from blueprints.authoring.editor import editor
from blueprints.web.access import needs, the_person
from blueprints.web.database import db
from blueprints.web.downloads import as_file
from blueprints.web.forms import client_key, text
from blueprints.web.languages import said
from training.core.clock import now
from training.core.refusal import NotUnderstood
from training.curriculum import drafts_archive
from training.permissions import WRITE_DRAFTS


@blueprint.get("/<int:draft_id>/archive")
@needs(WRITE_DRAFTS)
def archive(draft_id):
    mine = the_module_draft(draft_id)
    return as_file(drafts_archive.pack(db.session, mine), "application/zip", f"{mine.module}.zip")


@blueprint.post("/<int:draft_id>/archives")
@needs(WRITE_DRAFTS)
def take_in(draft_id):
    sent = request.files.get("archive")
    try:
        changed = drafts_archive.unpack(
            db.session, the_person(), draft_id, sent.read() if sent else b"", client_key=client_key(), at=now(),
        )
    except NotUnderstood as refusal:
        return editor(draft_id, text("back", 120), None, {"archive": said(refusal)}, 422)
    flash(ngettext("Satu berkas berubah. Teks sebelumnya ada di riwayat.",
                   "%(num)s berkas berubah. Teks sebelumnya ada di riwayat.", len(changed))
          if changed else _("Isi zip sama dengan naskah."), "success")
    return redirect(url_for(".draft", draft_id=draft_id), 303)
