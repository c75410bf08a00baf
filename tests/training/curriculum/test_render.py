"""Each construct of a lesson becomes the HTML the style sheets know, once and for all."""

import dataclasses

import pytest

from tests.broken_courses import HERE
from training.curriculum.checks import check_everything
from training.curriculum.contact_links import resolve_contacts
from training.curriculum.contacts import read_contacts
from training.curriculum.dialect import anchor_of
from training.curriculum.page import Scope, scope_of
from training.curriculum.render import cut_body, render_lesson, render_text
from training.curriculum.shared import read_shared

SHARED, _ = read_shared(HERE / "good")
COURSE = check_everything([HERE / "good" / "salam"]).courses[0]
MODULE = COURSE.modules[0]
SCOPE = scope_of(COURSE, MODULE, SHARED.glossary, SHARED.sources)


def html_of(text, language="id"):
    return render_text(text, language, SCOPE)


@pytest.fixture(scope="module")
def lesson():
    return render_lesson(MODULE.lesson("menyapa"), "id", SCOPE)


def test_questions_and_reflections_leave_their_places(lesson):
    assert '<div data-check="s-angguk"></div>\n<div data-reflection="r-sapaan"></div>' in lesson.html
    assert [slug for slug, _ in lesson.checks] == ["s-angguk"]
    assert lesson.reflections == (
        ("r-sapaan", "Sapaan yang saya ingat", "<p>Sapaan mana yang membuat Anda betah?</p>"),
    )
    assert "Menunggu sebentar" not in lesson.html and "betah" not in lesson.html


@pytest.mark.parametrize(
    "heading",
    ["Aman: dari pintu sampai jalan pulang", "Kata “mungkin” itu penting", "Tanya & dengar", "Jum'at — 3×24 jam?"],
)
def test_the_way_to_a_heading_is_known_from_its_words(heading):
    assert f'id="{anchor_of(heading)}"' in html_of(f"## {heading}\n\nTeks.")


def test_a_question_after_a_reflection_keeps_its_place():
    body = "### Refleksi: R\n<!-- id: r-a -->\nTulis.\n\n### Soal: S?\n<!-- id: s-a -->\n- [x] a\n- [ ] b\n\nTeks."
    cut = cut_body(body, "x", "id", 1)
    assert [(one.id, one.body) for one in cut.reflections] == [("r-a", "Tulis.")]
    assert cut.prose.split() == ["{{%reflection", "r-a%}}", "{{%check", "s-a%}}", "Teks."]


def test_a_picture_alone_becomes_a_figure_with_its_size(lesson):
    url = MODULE.assets["figures/lingkaran.svg"].url
    assert f'src="{url}"' in lesson.html and url.startswith("/media/") and url.endswith("/lingkaran.svg")
    assert 'width="320"' in lesson.html and 'height="180"' in lesson.html and 'loading="lazy"' in lesson.html
    assert "<figcaption>Gambar 1. Kursi dekat pintu tetap kosong.</figcaption></figure>" in lesson.html


def test_a_recording_becomes_a_player_with_its_transcript(lesson):
    assert '<figure class="audio">' in lesson.html
    assert "<figcaption>Latihan napas, satu menit</figcaption>" in lesson.html
    assert '<details class="callout callout--transcript">\n<summary>Transkrip</summary>' in lesson.html


def test_terms_and_sources_are_listed_at_the_end(lesson):
    assert lesson.html.count('<a class="term" href="#istilah-jeda">') == 2
    assert '<dt id="istilah-jeda">jeda</dt>' in lesson.html and '<li id="sumber-s1"><a href=' in lesson.html
    assert lesson.html.count('id="istilah-') == lesson.html.count('id="sumber-') == 1


def test_headings_make_the_contents_with_their_own_prefix(lesson):
    assert [(one.id, one.title, one.level) for one in lesson.toc] == [
        ("m-satu-sapaan-satu-jeda", "Satu sapaan, satu jeda", 2)
    ]
    assert 'id="m-satu-sapaan-satu-jeda"' in lesson.html


def test_the_short_version_and_the_note_come_along(lesson):
    assert lesson.short_html == "<p>Sapa namanya, lalu <strong>tunggu</strong>.</p>"
    assert lesson.note == "Bagian ini menyebut rasa malu, tanpa rincian."


def test_a_missing_language_falls_back_to_the_other():
    indonesian = MODULE.lesson("menyapa")
    alone = dataclasses.replace(indonesian, texts={"id": indonesian.texts["id"]})
    assert render_lesson(alone, "en", SCOPE) == render_lesson(alone, "id", SCOPE)


@pytest.mark.parametrize(
    ("kind", "name", "title"),
    [
        ("kelompok", "group", "Di dalam kelompok"),
        ("coba", "try", "Coba sebentar"),
        ("contoh", "example", "Kalimat yang bisa dipakai"),
        ("hati-hati", "care", "Hati-hati"),
        ("langkah", "step", "Satu langkah minggu ini"),
        ("ringkasan", "summary", "Ringkasan"),
        ("catatan", "note", "Catatan"),
    ],
)
def test_each_call_out_has_its_class_and_title(kind, name, title):
    expected = f'<aside class="callout callout--{name}">\n<p class="callout__title">{title}</p>\n<p>Isi.</p>\n</aside>'
    assert html_of(f"> [!{kind}]\n> Isi.") == expected
    assert '<p class="callout__title">Judul <em>lain</em></p>' in html_of(f"> [!{kind}] Judul *lain*\n> Isi.")


def test_an_unknown_call_out_stays_a_quote():
    assert "<blockquote>" in html_of("> [!entah]\n> Isi.") and "data-alert" not in html_of("> [!entah]\n> Isi.")


def test_a_column_without_a_name_has_no_header():
    assert "<th " not in html_of("| | |\n|---|---|\n| Diam | Beku |")


def test_a_table_says_its_columns_in_every_cell():
    table = html_of("| Tanda | Arti |\n|---|:-:|\n| Diam | Beku |")
    assert '<div class="tablewrap"><table class="data data--flow">' in table
    assert '<th scope="col">Tanda</th>' in table and '<td data-l="Tanda">Diam</td>' in table
    assert 'align="center"' in table and "style" not in table


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sapa pelan-pelan.", '<p>Sapa <span class="nb">pelan-pelan</span>.</p>'),
        ("Baik-baik saja", '<p><span class="nb">Baik-baik</span> saja</p>'),
        ("peka-trauma dan 10-10", "<p>peka-trauma dan 10-10</p>"),
        ("- [x] sudah\n- [ ] belum", '<ul class="tasks">\n<li>☑ sudah</li>\n<li>☐ belum</li>\n</ul>'),
        ("{{kontak:sapa}}", '<p><span class="contact">{{kontak:sapa}}</span></p>'),
        ("{{istilah:jeda}}", '<p><abbr class="term" title="Waktu hening yang disengaja.">jeda</abbr></p>'),
        (
            "{{sumber:S1}}",
            '<p><a class="source" href="https://example.org/listening" rel="noreferrer" title="A guide to listening">'
            "[S1]</a></p>",
        ),
        ("`{{kontak:sapa}}`", "<p><code>{{kontak:sapa}}</code></p>"),
        ("{{istilah:tidak-ada|kata}}", "<p><span>kata</span></p>"),
        ("[kini](https://a.example)", '<p><a href="https://a.example" rel="noreferrer">kini</a></p>'),
        ("[lalu](2-jeda.id.md#m-tiga-tanda)", '<p><a href="/courses/salam/sal-1/jeda#m-tiga-tanda">lalu</a></p>'),
        ("[kuis](quiz.id.md)", '<p><a href="/courses/salam/sal-1/quiz">kuis</a></p>'),
        ("[modul](../sal-2/module.id.md)", '<p><a href="/courses/salam/sal-2">modul</a></p>'),
        ("[kursus](../course.id.md)", '<p><a href="/courses/salam">kursus</a></p>'),
        ("[lain](../../koping/kop-1/1-napas.id.md)", '<p><a href="/courses/koping/kop-1/napas">lain</a></p>'),
    ],
)
def test_small_marks(text, expected):
    assert html_of(text) == expected


def test_contacts_are_filled_in_when_served():
    contacts, _ = read_contacts(HERE / "good" / "contacts.yml")
    stored = html_of("Hubungi {{kontak:sapa}} atau {{kontak:pendamping}} atau {{kontak:hilang}}.")
    assert resolve_contacts(stored, contacts, "en") == (
        '<p>Hubungi <a class="contact" href="tel:129">SAPA 129</a> atau <span class="contact">your supervisor</span>'
        ' atau <span class="contact">hilang</span>.</p>'
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Reach {{kontak:pendamping}}.", "your supervisor"),
        ("Then **call** {{kontak:pendamping}}.", "your supervisor"),
        ("Wait. {{kontak:pendamping}} knows.", "Your supervisor"),
        ("- {{kontak:pendamping}}", "Your supervisor"),
        ("**Who**: {{kontak:pendamping}}", "Your supervisor"),
        ("If in doubt: {{kontak:pendamping}}", "your supervisor"),
        ("Somebody you trust ({{kontak:pendamping}})", "your supervisor"),
    ],
)
def test_a_contact_is_named_as_its_place_in_the_sentence_asks(text, name):
    contacts, _ = read_contacts(HERE / "good" / "contacts.yml")
    assert f">{name}<" in resolve_contacts(html_of(text), contacts, "en")


def test_rendering_leaves_nothing_behind_for_the_next_text():
    assert "term" in html_of("{{istilah:jeda}} [^1]\n\n[^1]: x")
    assert render_text("Teks.", "id", Scope()) == "<p>Teks.</p>"
