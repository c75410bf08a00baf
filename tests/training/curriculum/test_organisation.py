"""The organisation's own texts: templates to begin from, what a professional made of them, how lessons show them."""

import datetime as dt

import pytest

from tests.broken_courses import HERE
from tests.cast import AT
from training.core.refusal import NotAllowed
from training.curriculum import organisation_texts as own
from training.curriculum.checks import check_everything
from training.curriculum.course import Lesson, LessonText
from training.curriculum.organisation import read_organisation
from training.curriculum.organisation_links import resolve_organisation, text_html
from training.curriculum.page import Scope
from training.curriculum.render import render_lesson
from training.curriculum.shared import read_shared

KEY = "batas-kerahasiaan"
SHARED, _ = read_shared(HERE / "good")
OURS = {"id": "Kami bicara dengan {{kontak:pendamping}}.", "en": "We talk to {{kontak:pendamping}}."}
WHO = "Sari Kusumaningtyas, psikolog"
LATER = AT + dt.timedelta(days=1)


def rendered(body: str) -> str:
    text = LessonText("Judul", body, 1, "x.id.md")
    lesson = Lesson("satu", "satu", 1, 1, (), (), "", "", {"id": text})
    return render_lesson(lesson, "id", Scope("c", "m", {}, SHARED.glossary, SHARED.sources)).html


def test_the_shipped_file_has_several_templates_with_every_text_in_both_languages():
    organisation, problems = read_organisation(HERE.parents[1] / "courses" / "organisation.yml")
    assert problems == [] and organisation.default.key == "netral" and len(organisation.templates) >= 2
    for template in organisation.templates.values():
        assert {key: set(texts) for key, texts in template.texts.items()} == {
            key: {"id", "en"} for key in ("batas-kerahasiaan", "siapa-melapor")}


@pytest.mark.parametrize(("old", "new", "code"), [
    ("        en: A clinic stands beside us.\n", "", "shared.missing-text"),
    ("    when: {id: Bersama klinik., en: With a clinic.}", "    if: {id: a, en: b}", "shared.unknown-key"),
    ("      batas-kerahasiaan:\n        id: Kami", "      batas-rahasia:\n        id: Kami", "shared.unknown-key"),
    ("{{kontak:pendamping}}", "{{kontak:tetangga}}", "contact.unknown"),
    ("{{kontak:pendamping}}", "0812-3456-7890", "text.phone-number"),
])
def test_what_is_wrong_with_the_file_is_told_with_its_line(tmp_path, old, new, code):
    for name in ("contacts.yml", "organisation.yml"):
        text = (HERE / "good" / name).read_text()
        assert name != "organisation.yml" or old in text
        (tmp_path / name).write_text(text.replace(old, new))
    found = [one for one in check_everything([tmp_path], fallback=tmp_path).problems if one.code == code]
    assert found and all(one.line for one in found) and found[0].path.endswith("organisation.yml")


def test_until_somebody_chooses_the_first_template_stands_unadapted(session):
    text = own.texts_now(session, SHARED.organisation)[KEY]
    assert (text.template, text.at, text.is_adapted) == ("netral", None, False)
    assert own.waiting(session, SHARED.organisation) == (KEY,) and own.version(session) == 0


def test_choosing_a_template_still_leaves_it_to_be_adapted(session, cast):
    own.choose(session, cast.agnes, "klinik", SHARED.organisation, at=AT)
    text = own.texts_now(session, SHARED.organisation)[KEY]
    assert text.template == "klinik" and text.at == AT and not text.is_adapted


def test_an_adapted_text_says_who_and_when_and_keeps_what_was_before(session, cast):
    own.choose(session, cast.agnes, "klinik", SHARED.organisation, at=AT)
    own.adapt(session, cast.agnes, KEY, OURS, f"  {WHO} ", SHARED, at=LATER)
    text = own.texts_now(session, SHARED.organisation)[KEY]
    assert (text.texts, text.professional, text.template, text.at) == (OURS, WHO, "klinik", LATER)
    assert own.waiting(session, SHARED.organisation) == ()
    assert [(one.professional, one.entered_by) for one in own.history(session)] == [
        (WHO, cast.agnes.name), ("", cast.agnes.name)]


def test_the_same_twice_is_written_once_and_the_terminal_has_no_name(session):
    for _ in range(2):
        own.adapt(session, None, KEY, OURS, WHO, SHARED, at=AT)
    assert [one.entered_by for one in own.history(session)] == [""]


def test_another_template_afterwards_is_to_be_adapted_again(session, cast):
    own.adapt(session, cast.agnes, KEY, OURS, WHO, SHARED, at=AT)
    own.choose(session, cast.agnes, "netral", SHARED.organisation, at=LATER)
    assert own.waiting(session, SHARED.organisation) == (KEY,)


@pytest.mark.parametrize(("texts", "who", "refusal"), [
    ({"id": "Kami."}, WHO, own.TextMissing),
    ({**OURS, "en": "  "}, WHO, own.TextMissing),
    ({**OURS, "en": "x" * 4001}, WHO, own.TextMissing),
    ({**OURS, "en": ">" * 40 + " deep"}, WHO, own.TextMissing),
    (OURS, "  ", own.ProfessionalMissing),
    ({**OURS, "en": "Call {{kontak:tetangga}}."}, WHO, own.UnknownMark),
    ({**OURS, "en": "See {{organisasi:batas-kerahasiaan}}."}, WHO, own.UnknownMark),
])
def test_what_cannot_be_used_is_refused(session, cast, texts, who, refusal):
    with pytest.raises(refusal):
        own.adapt(session, cast.agnes, KEY, texts, who, SHARED, at=AT)
    assert own.history(session) == ()


def test_an_unknown_text_or_template_is_not_found(session, cast):
    with pytest.raises(own.UnknownText):
        own.adapt(session, cast.agnes, "lain", OURS, WHO, SHARED, at=AT)
    with pytest.raises(own.UnknownTemplate):
        own.choose(session, cast.agnes, "lain", SHARED.organisation, at=AT)


@pytest.mark.parametrize("who", ["sari", "wayan", "andreas", "ratna"])
def test_only_an_administrator_may(session, cast, who):
    with pytest.raises(NotAllowed):
        own.choose(session, getattr(cast, who), "netral", SHARED.organisation, at=AT)
    with pytest.raises(NotAllowed):
        own.adapt(session, getattr(cast, who), KEY, OURS, WHO, SHARED, at=AT)


def test_a_stored_lesson_holds_only_the_place_and_is_filled_when_served():
    stored = rendered("Ini teks kami.\n\n{{organisasi:batas-kerahasiaan}}\n\nDan seterusnya.")
    assert "tinggal di sini" not in stored
    served = resolve_organisation(stored, lambda key: f"<aside>{key}</aside>")
    assert served == "<p>Ini teks kami.</p>\n<aside>batas-kerahasiaan</aside>\n<p>Dan seterusnya.</p>"
    assert resolve_organisation("<p>Biasa</p>", lambda key: 1 / 0) == "<p>Biasa</p>"


def test_a_text_nobody_adapted_says_so_plainly_in_the_readers_language(session):
    text = own.texts_now(session, SHARED.organisation)[KEY]
    shown = {language: text_html(text, language, SHARED) for language in ("id", "en")}
    assert "belum disesuaikan" in shown["id"] and "profesional di organisasi Anda harus" in shown["id"]
    assert "not adapted yet" in shown["en"] and "must adapt it" in shown["en"] and "callout--care" in shown["en"]


def test_an_adapted_text_names_who_did_it_and_is_safe(session, cast):
    texts = {"id": "Kami <script>alert(1)</script>", "en": "We"}
    own.adapt(session, cast.agnes, KEY, texts, "<b>Sari</b>", SHARED, at=AT)
    html = text_html(own.texts_now(session, SHARED.organisation)[KEY], "id", SHARED)
    assert "Disesuaikan oleh &lt;b&gt;Sari" in html and "<script" not in html and "belum disesuaikan" not in html
