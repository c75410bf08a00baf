"""The organisation's own texts: choosing a template to begin from, and entering what a professional made of a text."""

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from markupsafe import Markup

from blueprints.web import organisation
from blueprints.web.access import found, needs, the_person
from blueprints.web.database import db
from blueprints.web.forms import text
from blueprints.web.languages import language, said
from blueprints.web.shared import shared
from training.core.clock import now
from training.core.language import LANGUAGES
from training.core.refusal import NotUnderstood
from training.curriculum import organisation_texts
from training.permissions import KEEP_ORGANISATION

blueprint = Blueprint("organisation", __name__, url_prefix="/organisation")


@blueprint.get("")
@needs(KEEP_ORGANISATION)
def texts():
    kept = shared().organisation
    now_shown = organisation_texts.texts_now(db.session, kept)
    return render_template(
        "organisation/texts.html", kept=kept, texts=now_shown, past=organisation_texts.history(db.session),
        chosen=next((one.template for one in now_shown.values()), ""),
        shown={key: Markup(organisation.shown(key, language())) for key in now_shown},  # noqa: S704 (sanitised)
    )


@blueprint.post("/choices")
@needs(KEEP_ORGANISATION)
def choose():
    template = request.form.get("template", "")
    organisation_texts.choose(db.session, the_person(), template, shared().organisation, at=now())
    flash(_("Contoh teks dipilih. Langkah berikutnya: seorang profesional menyesuaikannya."), "success")
    return redirect(url_for(".texts"), 303)


@blueprint.get("/texts/<key>")
@needs(KEEP_ORGANISATION)
def edit(key):
    one = found(organisation_texts.texts_now(db.session, shared().organisation).get(key))
    return text_page(key, {**one.texts, "professional": one.professional})


def text_page(key, typed, errors=None, status=200):
    kept = shared().organisation
    return make_response(render_template(
        "organisation/text.html", key=key, name=found(kept.get(key)), typed=typed, errors=errors or {},
        longest=organisation_texts.LONGEST,
    ), status)


@blueprint.post("/texts/<key>/versions")
@needs(KEEP_ORGANISATION)
def adapt(key):
    typed = {one: text(one, 2 * organisation_texts.LONGEST) for one in (*LANGUAGES, "professional")}
    try:
        organisation_texts.adapt(db.session, the_person(), key, typed, typed["professional"], shared(), at=now())
    except organisation_texts.ProfessionalMissing as refusal:
        return text_page(key, typed, {"professional": said(refusal)}, 422)
    except NotUnderstood as refusal:
        return text_page(key, typed, {"id": said(refusal)}, 422)
    flash(_("Tersimpan. Pelajaran menampilkan teks ini mulai sekarang."), "success")
    return redirect(url_for(".texts"), 303)
