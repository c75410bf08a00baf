"""From a "no" to a page: what happened, in the reader's language, and the next step."""

from flask import Flask, current_app, make_response, render_template, request
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from blueprints.web.access import NEVER_KEPT, the_person, to_sign_in
from blueprints.web.addresses import own_path
from blueprints.web.database import db
from blueprints.web.languages import said
from training.core.language import N_
from training.core.refusal import Refusal

TITLES = {
    400: N_("Halaman ini perlu dibuka ulang"), 403: N_("Bukan untuk peran Anda"), 404: N_("Halaman tidak ditemukan"),
    405: N_("Cara ini tidak bisa"), 409: N_("Keadaannya sudah berubah"), 413: N_("Terlalu besar"),
    422: N_("Ada yang perlu dilengkapi"), 429: N_("Jeda sebentar"), 500: N_("Ada yang tidak berjalan"),
}
SENTENCES = {
    400: N_("Permintaan ini tidak dapat dibaca. Kembali ke halaman sebelumnya, muat ulang, lalu coba lagi."),
    404: N_("Mungkin alamatnya berubah, atau halaman ini bukan untuk Anda."),
    405: N_("Halaman ini dibuka dengan cara lain. Kembali, lalu coba dari tombolnya."),
    413: N_("Yang dikirim terlalu besar: paling banyak 6 MB. Coba berkas yang lebih kecil."),
    429: N_("Terlalu banyak percobaan dalam waktu singkat. Coba lagi dalam 15 menit."),
    500: N_("Ini kesalahan kami, bukan Anda. Yang sudah tersimpan tetap aman. Coba lagi sebentar lagi."),
}

WRITING = 40
"""More letters than this in one piece were typed, or pasted."""


def turn_into_pages(app: Flask) -> None:
    app.register_error_handler(Refusal, refused)
    app.register_error_handler(CSRFError, token_missing)
    app.register_error_handler(HTTPException, failed)
    app.register_error_handler(Exception, broken)


def refused(refusal: Refusal):
    return page(refusal.status, said(refusal))


def token_missing(error: CSRFError):
    """Without the token of our own page nothing is done. Who is not signed in is asked to, first."""
    if the_person() is None and current_app.view_functions[request.endpoint].needs != "anyone":
        return to_sign_in()
    sentence = _("Formulir ini terlalu lama terbuka atau dari tempat lain. Muat ulang halamannya, lalu kirim lagi.")
    return page(400, sentence)


def failed(error: HTTPException):
    if error.response is not None:
        return error.response
    answer = page(error.code, _(SENTENCES.get(error.code, SENTENCES[400])))
    if error.code == 405:
        answer[0].headers["Allow"] = ", ".join(error.valid_methods or ())
    if error.code == 429:
        answer[0].headers["Retry-After"] = "900"
    return answer


def broken(error: Exception):
    db.session.rollback()
    current_app.logger.exception("unexpected failure on %s %s", request.method, request.path)
    return page(500, _(SENTENCES[500]))


def page(status: int, sentence: str):
    title = _(TITLES.get(status, TITLES[400]))
    back = own_path(request.referrer, "") if request.method == "POST" else ""
    typed = written() if back and status != 413 else []
    answer = render_template("errors/error.html", status=status, title=title, sentence=sentence, back=back, typed=typed)
    return make_response(answer), status


def written() -> list[str]:
    """What a person wrote into the form that could not be taken, to be copied; not its choices, and no secrets."""
    return [words for name, words in request.form.items(multi=True)
            if name not in NEVER_KEPT and (" " in words.strip() or len(words) > WRITING)]
