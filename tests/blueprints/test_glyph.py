"""The flower of a module in words, for whoever does not see it."""

import pytest

from training.signoffs.standing import ModuleState


@pytest.mark.parametrize(("state", "words"), [
    (ModuleState(), "belum dibaca, kuis belum, praktik belum, belum disahkan"),
    (ModuleState(0.4, 0.62, 0.62, 0.5), "sedang dibaca, kuis dicoba, praktik sebagian, menunggu pengesahan"),
    (ModuleState(1, 1, 1, 0.5, half_signed=True),
     "dibaca, kuis lulus, praktik lengkap, tanda tangan pertama ada, menunggu yang kedua"),
    (ModuleState(1, 1, 1, 1, certified=True), "dibaca, kuis lulus, praktik lengkap, disahkan"),
    (ModuleState(1, 1, 1, expired=True), "masa berlaku lewat, bisa diperbarui"),
    ({"read": 0.4}, "sedang dibaca"),
], ids=lambda value: value if isinstance(value, str) else "")
def test_the_glyph_tells_what_is_known_of_the_module(app, state, words):
    with app.test_request_context():
        assert app.jinja_env.get_template("components/kawung.html").module.words(state).strip() == words
