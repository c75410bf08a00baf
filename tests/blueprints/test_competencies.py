"""Who sees the map, and what stands on it."""

import io
import re

import pypdf

from tests.cast import AT
from tests.published import end_supervision, publish_module, read_all, try_quiz
from tests.training.competencies.test_evidence import observed
from tests.training.credentials.earning import certified
from training.framework.read import read_framework

FRAMEWORK, _ = read_framework("courses/competencies/framework.yml")


def test_a_facilitator_sees_her_map_before_anything_was_seen(as_person):
    page = as_person("ratna").get("/competencies").text
    assert page.count("Belum terlihat") >= 16 and "0 dari 16" in page and "Kerahasiaan dan batasnya" in page


def test_levels_have_words_and_evidence_has_links(session, cast, as_person):
    module = publish_module(session)
    certified(session, cast.ratna, cast.sari, module)
    observed(session, cast.ratna, cast.sari, "B1")
    session.commit()
    page = as_person("ratna").get("/competencies").text
    assert "Tingkat 3, Cakap" in page and 'aria-label="Tingkat 3 dari 4"' in page and "1 dari 16" in page
    assert f'href="/learners/{cast.ratna.id}/observations"' in page and f'href="{module.path}"' in page
    assert "Versi 1, disahkan oleh Sari Kusumaningtyas" in page and "Menuju Mahir" in page


def test_knowledge_is_never_shown_as_a_level(session, cast, as_person):
    module = publish_module(session)
    read_all(session, cast.ratna, module, AT)
    try_quiz(session, cast.ratna, module, at=AT)
    session.commit()
    page = as_person("ratna").get("/competencies").text
    assert "Pengetahuan (kuis)" in page and "bukan tingkat" in page and "0 dari 16" in page
    summaries = re.findall(r"<summary>.*?</summary>", page, re.DOTALL)
    assert len(summaries) == 16 and not any("Tingkat" in one or 'class="on"' in one for one in summaries)


def test_her_supervisor_sees_the_same_and_strangers_see_nothing(session, cast, as_person):
    observed(session, cast.ratna, cast.sari, "B1", harm=True)
    session.commit()
    path = f"/learners/{cast.ratna.id}/competencies"
    page = as_person("sari").get(path).text
    assert "Kompetensi Ratna Wulandari" in page and "Tingkat 1, Amankan dulu" in page and "perlu dibicarakan" in page
    for stranger in ("budi", "made", "wayan", "andreas", "agnes"):
        as_person(stranger).get(path, expect=404)


def test_a_former_supervisor_sees_nothing(session, cast, as_person):
    end_supervision(session, cast.sari, cast.ratna)
    session.commit()
    as_person("sari").get(f"/learners/{cast.ratna.id}/competencies", expect=404)


def test_unknown_people_and_people_who_do_not_learn_are_not_found(cast, as_person):
    sari = as_person("sari")
    for number in (99_999, cast.budi.id, cast.sari.id):
        sari.get(f"/learners/{number}/competencies", expect=404)


def test_the_history_and_the_next_step_are_told(session, cast, as_person):
    observed(session, cast.ratna, cast.sari, "B1", day=1, harm=True)
    observed(session, cast.ratna, cast.sari, "B1", day=2)
    session.commit()
    page = as_person("ratna").get("/competencies").text
    assert "Riwayat" in page and "tingkat 1, 1 November 2026; tingkat 3, 2 November 2026." in page
    assert "naik dari 1" in page and "Kerangka versi 1." in page and "Langkah berikutnya" in page


def test_she_downloads_her_summary_under_a_neutral_name(session, cast, as_person):
    module = publish_module(session)
    certified(session, cast.ratna, cast.sari, module)
    observed(session, cast.ratna, cast.sari, "B1")
    session.commit()
    ratna = as_person("ratna")
    assert 'href="/competencies.pdf"' in ratna.get("/competencies").text
    answer = ratna.get("/competencies.pdf")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="sebaya-catatan.pdf"'
    pages = pypdf.PdfReader(io.BytesIO(answer.data)).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    for words in ("Ratna Wulandari", "Tingkat 3, Cakap", "Versi 1, disahkan oleh Sari Kusumaningtyas",
                  "Menuju Mahir", "Belum terlihat", f"Kerangka kompetensi versi {FRAMEWORK.version}"):
        assert words in text


def test_the_summary_is_always_ones_own(session, cast, as_person, client):
    observed(session, cast.ratna, cast.sari, "B1")
    session.commit()
    pages = pypdf.PdfReader(io.BytesIO(as_person("sari").get("/competencies.pdf").data)).pages
    assert "Ratna" not in "".join(page.extract_text() for page in pages)
    client.get("/competencies.pdf", expect=303)


def test_everything_can_be_unfolded_for_printing_and_read_in_english(as_person):
    browser = as_person("ratna")
    assert len(re.findall(r'<details class="comp" open>', browser.get("/competencies?open=all").text)) == 16
    assert "Confidentiality and its limits" in browser.get("/competencies?lang=en").text
