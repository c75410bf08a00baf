"""The practice page and the observation form, through the door."""

import dataclasses
import importlib

import pytest

from blueprints.web.framework import framework
from tests.published import PROMPT, TASK
from training.practice.observations import observations_of
from training.practice.records import records_of
from training.practice.reflections import reflections_of, shared


@pytest.fixture
def made(as_person):
    return as_person("made")


def test_privacy_is_said_before_writing(made, module):
    page = made.get(f"{module.path}/practice").text
    assert page.index("Hanya Anda yang bisa membaca.") < page.index("<textarea")
    assert "Bagikan kepada Sari" in page


def test_a_reflection_is_saved_and_stays_private(made, module, session, cast):
    made.post(f"{module.path}/reflections/{PROMPT}", data={"text": "Saya diam dulu."})
    saved = made.post(
        f"{module.path}/reflections/{PROMPT}", data={"text": "Saya diam."}, headers={"Accept": "application/json"},
        expect=204,
    )
    assert saved.data == b"" and "Saya diam." in made.get(f"{module.path}/practice").text
    assert shared(session, cast.made.id, module.id) == {}


def test_sharing_and_taking_back(made, module, session, cast):
    made.post(f"{module.path}/reflections/{PROMPT}/shares", data={"text": "Saya diam dulu."})
    assert shared(session, cast.made.id, module.id)[PROMPT].text == "Saya diam dulu."
    assert "Dibaca Sari sejak" in made.get(f"{module.path}/practice").text
    session.rollback()
    made.post(f"{module.path}/reflections/{PROMPT}/take-backs")
    assert shared(session, cast.made.id, module.id) == {}


def test_a_number_in_the_text_is_asked_about_and_never_lost(made, module, session, cast):
    words = {"text": "Ia menelepon dari 0812-3456-7890."}
    sent = made.post(f"{module.path}/reflections/{PROMPT}/shares", data=words)
    page = made.get(sent.location).text
    assert "0812-3456-7890</b> (nomor telepon)" in page and shared(session, cast.made.id, module.id) == {}
    session.rollback()
    made.post(f"{module.path}/reflections/{PROMPT}/shares", data={**words, "checked": "1"})
    assert PROMPT in shared(session, cast.made.id, module.id)


def test_an_unknown_prompt_is_not_found(made, module):
    made.post(f"{module.path}/reflections/r-lain", data={"text": "x"}, expect=404)
    made.get("/courses/contoh/tidak-ada/practice", expect=404)


def test_a_practice_task_is_noted(made, module, session, cast):
    done = {"task": TASK, "done_on": "2026-11-01", "company": "peers", "note": "Lebih lama diam.",
            "client_key": "k" * 12}
    made.post(f"{module.path}/practice-records", data=done)
    made.post(f"{module.path}/practice-records", data=done)
    assert len(records_of(session, cast.made.id, module.id)) == 1
    assert "Dipraktikkan 1 November 2026" in made.get(f"{module.path}/practice").text


@pytest.mark.parametrize("wrong", [{"done_on": "besok"}, {"done_on": "2999-01-01"}, {"company": ""}])
def test_an_incomplete_note_comes_back_with_its_words(made, module, wrong):
    done = {"task": TASK, "done_on": "2026-11-01", "company": "peers", "note": "Lebih lama diam.", **wrong}
    page = made.post(f"{module.path}/practice-records", data=done, expect=422).text
    assert "Lebih lama diam." in page


def test_supervisors_have_no_practice_page(as_person, module):
    as_person("sari").get(f"{module.path}/practice", expect=403)


FORM = {"competency": ["B1"], "observed_on": "2026-11-01", "mode": "roleplay_live", "language": "Indonesia"}


def test_a_supervisor_observes_and_the_learner_reads_it(as_person, made, session, cast):
    sari, address = as_person("sari"), f"/learners/{cast.made.id}/observations"
    assert "Apa yang Anda amati?" in sari.get(f"{address}/new").text
    form = sari.get(f"{address}/new?competency=B1").text
    assert form.index("Perilaku merugikan") < form.index("Keterampilan dasar")
    sari.post(address, data={**FORM, "seen-B1-b1": "1", "none-B1-b2": "1"})
    [seen] = observations_of(session, cast.made.id)
    assert seen.level is None and {tick.state for tick in seen.ticks} == {"seen", "not_seen", "no_occasion"}
    assert "Belum dinilai" in made.get(address).text


def test_the_form_counts_with_the_programmes_own_numbers_and_words(app, as_person, cast, monkeypatch):
    ours = framework()
    strict = dataclasses.replace(ours, settings=dataclasses.replace(ours.settings, advanced_for_skilled=7))
    monkeypatch.setattr(importlib.import_module("blueprints.practice.observations"), "framework", lambda: strict)
    page = as_person("sari").get(f"/learners/{cast.made.id}/observations/new?competency=B1").text
    listed = len(ours.competency("B1").of_kind("advanced"))
    assert listed > 2 and 'data-needed="7"' in page
    assert 'data-words="Belum dinilai|Tingkat 1, Amankan dulu|Tingkat 2, Bertumbuh|' in page


def test_harm_without_a_note_comes_back_with_every_tick(as_person, cast, session):
    address = f"/learners/{cast.made.id}/observations"
    page = as_person("sari").post(
        address, data={**FORM, "seen-B1-h1": "1", "seen-B1-b2": "1", "heard": "“Sudah, jangan menangis.”"}, expect=422,
    ).text
    assert 'name="seen-B1-b2" value="1" data-k="base" checked' in page and "jangan menangis" in page
    assert observations_of(session, cast.made.id) == ()


def test_a_form_without_a_tick_is_asked_about_first(as_person, cast, session):
    address, sari = f"/learners/{cast.made.id}/observations", as_person("sari")
    assert 'name="nothing"' in sari.post(address, data=FORM, expect=422).text
    assert observations_of(session, cast.made.id) == ()
    sari.post(address, data={**FORM, "nothing": "1"})
    assert [one.level for one in observations_of(session, cast.made.id)] == [2]


def test_the_form_names_services_as_the_contacts_do(as_person, cast):
    page = as_person("sari").get(f"/learners/{cast.made.id}/observations/new?competency=D2&competency=D3").text
    assert "{{kontak" not in page and "SAPA 129, UPTD PPA" in page and "healing119.id" in page


@pytest.mark.parametrize(("who", "status"), [
    ("budi", 404), ("ratna", 404), ("made", 200), ("sari", 200), ("andreas", 404), ("agnes", 404), ("wayan", 404),
])
def test_who_reads_observations(as_person, cast, who, status):
    as_person(who).get(f"/learners/{cast.made.id}/observations", expect=status)


@pytest.mark.parametrize(("who", "status"), [("budi", 404), ("made", 403), ("ratna", 403), ("andreas", 403)])
def test_who_may_not_observe(as_person, cast, who, status):
    as_person(who).post(f"/learners/{cast.made.id}/observations", data=FORM, expect=status)
    as_person(who).get("/learners/99999/observations", expect=404)


def test_writing_begins_the_module(made, module, session, cast):
    made.post(f"{module.path}/reflections/{PROMPT}", data={"text": "Mulai."})
    assert reflections_of(session, cast.made.id, module.id)[PROMPT].text == "Mulai."


def test_nothing_written_comes_back_to_the_same_page_with_a_sentence(made, module):
    answer = made.post(f"{module.path}/reflections/{PROMPT}/shares", data={"text": ""}, expect=303)
    assert answer.headers["Location"].endswith(f"/practice#{PROMPT}")
    assert "Belum ada tulisan untuk dibagikan" in made.get(f"{module.path}/practice").text
