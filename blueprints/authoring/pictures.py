"""The pictures of a draft."""

from flask import flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _

from blueprints.authoring.door import blueprint, the_module_draft
from blueprints.web.access import needs, the_person
from blueprints.web.database import db
from blueprints.web.forms import text
from blueprints.web.languages import said
from training.core.clock import now
from training.core.refusal import NotUnderstood
from training.curriculum import drafts_pictures
from training.permissions import WRITE_DRAFTS


@blueprint.get("/<int:draft_id>/pictures")
@needs(WRITE_DRAFTS)
def pictures(draft_id):
    return gallery(draft_id)


def gallery(draft_id, errors=None, status=200):
    mine = the_module_draft(draft_id)
    used = "\n".join(mine.texts.values())
    shown = [{"path": path, "url": f"/media/{sha256[:16]}/{path.rpartition('/')[2]}", "is_used": path in used,
              "is_picture": not path.endswith((".mp3", ".ogg"))} for path, sha256 in sorted(mine.assets.items())]
    return make_response(render_template(
        "authoring/pictures.html", draft=mine, pictures=shown, errors=errors or {},
    ), status)


@blueprint.post("/<int:draft_id>/pictures")
@needs(WRITE_DRAFTS)
def add_picture(draft_id):
    sent = request.files.get("picture")
    try:
        name = sent.filename if sent and sent.filename else ""
        path = drafts_pictures.add_picture(
            db.session, the_person(), draft_id, name, sent.read() if sent else b"", at=now(),
        )
    except NotUnderstood as refusal:
        return gallery(draft_id, {"picture": said(refusal)}, 422)
    flash(_("%(path)s masuk ke naskah.", path=path), "success")
    return redirect(url_for(".pictures", draft_id=draft_id), 303)


@blueprint.post("/<int:draft_id>/picture-removals")
@needs(WRITE_DRAFTS)
def remove_picture(draft_id):
    drafts_pictures.remove_picture(db.session, the_person(), draft_id, text("path", 200))
    flash(_("Gambar dikeluarkan dari naskah. Versi yang sudah terbit tetap menampilkannya."), "success")
    return redirect(url_for(".pictures", draft_id=draft_id), 303)
