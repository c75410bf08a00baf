"""Asking, the inbox and deciding, through the door."""

import datetime as dt
import re

import pytest

from blueprints.signoffs import deciding
from blueprints.web.database import db
from tests.cast import AT
from tests.published import begin_supervision, end_supervision, release_of
from tests.training.signoffs.asking import asked, more_evidence, ready, reflect
from tests.training.signoffs.test_inbox import crowd, statements
from training.core.clock import local_day, months_after
from training.curriculum.store import ModuleRow
from training.framework.settings import Settings
from training.practice.reflections import write
from training.signoffs.book import decisions_of
from training.signoffs.inbox import waiting_count
from training.signoffs.requests import ask

GOOD = {"decision": "certify", "version": "1", "conflict": "none", "message": "Terima kasih.", "client_key": "k" * 12}
STEP = {**GOOD, "decision": "return", "next_step": "Tambah satu contoh.", "client_key": "b" * 12}


@pytest.fixture
def waiting(session, cast, module):
    request = asked(session, cast.made, module)
    session.commit()
    return request


@pytest.fixture
def sari(as_person):
    return as_person("sari")


def decide(browser, request, data, expect=303):
    return browser.post(f"/signoffs/{request}/decisions", data=data, expect=expect)


def test_asking_too_early_says_what_is_missing(as_person, module):
    made = as_person("made")
    assert "Selesaikan kuisnya sampai lulus" in made.get(f"{module.path}/practice").text
    made.post(f"{module.path}/signoff-requests")
    assert "masih ada yang perlu diselesaikan" in made.get(f"{module.path}/practice").text


def test_asking_twice_waits_once(as_person, session, cast, module):
    ready(session, cast.made, module)
    session.commit()
    made = as_person("made")
    for _ in range(2):
        made.post(f"{module.path}/signoff-requests", data={"note": "Mohon dilihat.", "client_key": "k" * 12})
    assert waiting_count(session, cast.sari.id) == 1
    assert "Permintaan Anda menunggu supervisor." in made.get(f"{module.path}/practice").text


def test_the_inbox_shows_what_waits_and_counts_it(sari, waiting):
    page = sari.get("/signoffs").text
    assert "Made Artini" in page and "Kuis 2/2" in page and f"/signoffs/{waiting}" in page
    assert "(1)" in sari.get(f"/signoffs/{waiting}").text


def test_an_empty_filter_does_not_say_that_nothing_waits(sari, waiting):
    page = sari.get("/signoffs?show=back").text
    assert "Tidak ada yang menunggu di saringan ini." in page and "Tidak ada yang menunggu.</" not in page


def test_an_empty_inbox_is_fine(sari):
    assert "Tidak ada yang menunggu." in sari.get("/signoffs").text


def test_a_thousand_waiting_take_four_statements(sari, session, cast, module):
    crowd(session, cast.sari, module, 1000)
    session.commit()
    sari.get("/signoffs")
    page, count = statements(session, lambda: sari.get("/signoffs?page=2").text)
    assert count <= 4 and "Peserta 50" in page and "Halaman 2 dari 20" in page
    assert "Peserta 999" in sari.get("/signoffs?page=999999").text


def test_all_evidence_stands_on_one_page_and_nothing_private(sari, session, cast, module, waiting):
    write(session, cast.made, module.id, "r-lain", "catatan pribadi", release_id=module.release_id, at=AT)
    session.commit()
    page = sari.get(f"/signoffs/{waiting}").text
    for words in ("2 dari 2 bagian", "Apa yang menolong lebih dulu?", "Saya menunggu sampai ia selesai.",
                  "belum pernah diamati", module.content_hash[:4], "versi 1"):
        assert words in page
    assert "catatan pribadi" not in page


def test_each_answer_names_its_attempt_for_a_phone_where_no_column_heads_it(sari, waiting):
    page = sari.get(f"/signoffs/{waiting}").text
    table = page.split('class="data data--flow qa"')[1].split("</table>")[0]
    days = re.findall(r'<th scope="col">(.*?)</th>', table)[1:]
    assert days and set(re.findall(r'<td data-l="(.*?)">', table)) == set(days)


def test_certifying_leads_back_to_the_inbox(sari, session, cast, waiting):
    assert decide(sari, waiting, GOOD).location == "/signoffs"
    [decision] = decisions_of(session, cast.made.id)
    assert (decision.entry.deed, decision.message) == ("certified", "Terima kasih.")
    page = sari.get(f"/signoffs/{waiting}").text
    assert "oleh Sari Kusumaningtyas" in page and "Catatan nomor 2" in page


def test_pressing_twice_decides_once(sari, session, cast, waiting):
    decide(sari, waiting, GOOD)
    decide(sari, waiting, GOOD)
    assert len(decisions_of(session, cast.made.id)) == 1


@pytest.mark.parametrize(("missing", "sentence"), [
    ({"decision": ""}, "Pilih dulu keputusan Anda."), ({"conflict": ""}, "hubungan Anda dengan orang ini"),
    ({"conflict": "declared"}, "serahkan keputusan ini"), ({"decision": "return"}, "Tulis satu langkah berikutnya"),
])
def test_an_incomplete_decision_keeps_her_words(sari, session, cast, waiting, missing, sentence):
    page = decide(sari, waiting, {**GOOD, "message": "Kata-kata saya.", **missing}, 422).text
    assert sentence in page and "Kata-kata saya." in page and decisions_of(session, cast.made.id) == ()


def test_changed_evidence_is_shown_and_nothing_is_written(sari, session, cast, module, waiting):
    more_evidence(session, cast.made, module, AT)
    session.commit()
    page = decide(sari, waiting, {**GOOD, "message": "Kata-kata saya."}, 409).text
    assert "Buktinya berubah sejak Anda membukanya" in page and "baru sejak Anda membukanya" in page
    assert "Kata-kata saya." in page and 'name="version" value="2"' in page
    assert decisions_of(session, cast.made.id) == ()
    decide(sari, waiting, {**GOOD, "version": "2"})


def test_the_second_of_two_supervisors_is_told_who_decided(sari, as_person, session, cast, waiting):
    begin_supervision(session, cast.budi, cast.made)
    session.commit()
    decide(sari, waiting, GOOD)
    page = decide(as_person("budi"), waiting, {**STEP, "message": "Kata-kata Budi."}, 409).text
    assert "sudah diputuskan oleh Sari Kusumaningtyas" in page and "Kata-kata Budi." in page
    assert "Tambah satu contoh." in page
    assert "Keputusan Anda belum tertulis" in page and "perlu dilengkapi" not in page
    assert 'href="#decision"' in page and 'id="decision"' in page


@pytest.mark.parametrize(("who", "status"), [
    ("budi", 404), ("made", 403), ("ratna", 403), ("andreas", 403), ("agnes", 403), ("wayan", 403),
])
def test_a_strangers_request_looks_like_none(as_person, session, cast, waiting, who, status):
    browser = as_person(who)
    browser.get(f"/signoffs/{waiting}", expect=status)
    decide(browser, waiting, GOOD, status)
    assert decisions_of(session, cast.made.id) == ()


def test_a_former_supervisor_finds_nothing(sari, session, cast, waiting):
    end_supervision(session, cast.sari, cast.made)
    session.commit()
    sari.get(f"/signoffs/{waiting}", expect=404)
    decide(sari, waiting, GOOD, 404)


def test_a_return_is_seen_when_it_comes_back(sari, session, cast, module, waiting):
    decide(sari, waiting, STEP)
    reflect(session, cast.made, module, "Satu contoh lagi.")
    again = asked_again(session, cast.made, module)
    assert "dikembalikan, datang lagi" in sari.get("/signoffs").text
    page = sari.get(f"/signoffs/{again}").text
    assert "Keputusan sebelumnya" in page and "Tambah satu contoh." in page


def test_the_words_of_a_decision_keep_their_paragraphs(sari, as_person, session, cast, module, waiting):
    decide(sari, waiting, {**STEP, "message": "Sudah hangat.\n\nHampir selesai"})
    kept = "<p>Sudah hangat.</p><p>Hampir selesai</p>"
    assert kept in sari.get(f"/signoffs/{waiting}").text and kept in as_person("made").get("/").text
    again = asked_again(session, cast.made, module)
    earlier = sari.get(f"/signoffs/{again}").text.partition("Keputusan sebelumnya")[2]
    assert f"</b> {STEP['next_step']}</p>{kept}</li>" in earlier


def asked_again(session, person, module):
    request = ask(session, person, module.id, client_key="again-12345", at=AT)
    session.commit()
    return request


def test_a_newer_text_is_told_but_the_judged_one_stays(sari, session, module, waiting):
    release_of(session, session.get(ModuleRow, module.id), 2)
    session.commit()
    db.session.remove()
    page = sari.get(f"/signoffs/{waiting}").text
    assert "Sudah ada versi 2" in page and "versi 1</b>" in page


def test_neighbours_in_the_inbox(sari, session, cast, module, waiting):
    other = asked(session, cast.ratna, module)
    session.commit()
    assert f'href="/signoffs/{other}" rel="next"' in sari.get(f"/signoffs/{waiting}").text
    assert f'href="/signoffs/{waiting}" rel="prev"' in sari.get(f"/signoffs/{other}").text


def test_the_learner_reads_the_next_step(sari, as_person, module, waiting):
    decide(sari, waiting, STEP)
    page = as_person("made").get(f"{module.path}/practice").text
    assert "meminta satu hal lagi" in page and "Tambah satu contoh." in page


def test_a_certificate_is_withdrawn_with_a_reason(sari, as_person, session, cast, module, waiting):
    decide(sari, waiting, GOOD)
    assert "Cabut pengesahan ini" in sari.get(f"/signoffs/{waiting}").text
    away = {"reason": "Salinan dari rekan.", "after": "Tulis sendiri.", "client_key": "w" * 12}
    page = sari.post(f"/signoffs/{waiting}/withdrawals", data={**away, "after": ""}, expect=422).text
    assert "Salinan dari rekan." in page
    for _ in range(2):
        sari.post(f"/signoffs/{waiting}/withdrawals", data=away)
    assert [one.entry.deed for one in decisions_of(session, cast.made.id)] == ["certified", "withdrawn"]
    page = sari.get(f"/signoffs/{waiting}").text
    assert "Cabut pengesahan ini" not in page and "Dicabut</b>" in page and "Disahkan oleh Sari" in page
    assert "Salinan dari rekan." in as_person("made").get(f"{module.path}/practice").text


def test_the_programme_says_how_long_a_sign_off_is_valid(sari, session, cast, waiting, monkeypatch):
    monkeypatch.setattr(deciding, "settings", lambda: Settings(valid_months=6))
    page = sari.get(f"/signoffs/{waiting}").text
    assert "Berlaku 6 bulan, sampai" in page and str(dt.date.today().year + 2) not in page
    decide(sari, waiting, GOOD)
    entry = decisions_of(session, cast.made.id)[0].entry
    assert entry.expires_on == months_after(local_day(entry.at, "WIB"), 6)
