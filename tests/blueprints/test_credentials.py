"""The holder's pages, the files she takes away, and what everybody else may know."""

import datetime as dt
import io
import json
import re
import stat

import pypdf
import pytest
import sqlalchemy as sa
import time_machine

from blueprints.web.certificates import in_words
from tests.genuine import is_genuine
from tests.training.credentials.earning import LATER, certified_again, earned, published
from tests.training.signoffs.breaking import drop_guard
from training.credentials.award import award_if_complete, choose_name, credential_by_code
from training.credentials.paper import paper
from training.credentials.standing import ERASED, SENTENCES
from training.privacy import erase
from training.signoffs.ledger import Words, withdraw


@pytest.fixture
def credential(session, cast):
    made = earned(session, cast.ratna, cast.sari)
    session.commit()
    return made


def test_without_a_certificate_the_page_says_so_kindly(as_person):
    assert "Belum ada sertifikat" in as_person("ratna").get("/credentials").text


def test_the_holder_finds_and_opens_her_certificate(credential, as_person):
    ratna = as_person("ratna")
    assert f'/credentials/{credential.code}"' in ratna.get("/credentials").text
    page = ratna.get(f"/credentials/{credential.code}").text
    assert "Ratna Wulandari" in page and "Kursus contoh" in page and "Sari Kusumaningtyas" in page
    assert '<svg' in page and "psikolog" in page and "Pendamping Korban" in page
    assert "<title>Catatan saya" in page


@pytest.mark.parametrize("path", ["/credentials/{}", "/credentials/{}.pdf", "/credentials/{}.json"])
def test_to_anybody_else_it_does_not_exist(credential, as_person, client, path):
    address = path.format(credential.code)
    for stranger in ("sari", "budi", "made", "agnes"):
        as_person(stranger).get(address, expect=404)
    client.get(address, expect=303)


def test_nobody_else_chooses_her_name(credential, as_person):
    as_person("made").post(f"/credentials/{credential.code}/name-choices", data={"name_shown": "full"}, expect=404)
    as_person("ratna").post(f"/credentials/{credential.code}/name-choices", data={"name_shown": "all"}, expect=422)


def test_the_pdf_is_one_page_under_a_neutral_name(credential, as_person):
    answer = as_person("ratna").get(f"/credentials/{credential.code}.pdf")
    assert answer.mimetype == "application/pdf"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="sebaya-{credential.short}.pdf"'
    (page,) = pypdf.PdfReader(io.BytesIO(answer.data)).pages
    assert "Ratna Wulandari" in page.extract_text() and float(page.mediabox.width) > float(page.mediabox.height)


def test_the_badge_is_genuine_and_its_key_is_the_one_on_the_public_page(credential, as_person, client, app):
    answer = as_person("ratna").get(f"/credentials/{credential.code}.json")
    made = json.loads(answer.data)
    assert is_genuine(made) and made["id"].endswith(f"/verify/{credential.code}")
    assert made["issuer"]["id"] in client.get("/verify").text
    key = app.config["DATA_DIR"] / "keys" / "installation.key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600


def test_anybody_can_check_it_and_sees_release_hash_dates_and_scope(credential, client):
    answer = client.get(f"/verify/{credential.code}")
    page = answer.text
    assert answer.headers["X-Robots-Tag"] == "noindex" and '<meta name="robots" content="noindex">' in page
    assert "Sertifikat ini sah dan masih berlaku." in page and "2 November 2028" in page
    assert all(one.content_hash in page for one in credential.modules) and "Versi 1, disahkan 2 November 2026" in page
    assert "{seq}:{hash}:{signature}".format(**credential.witness) in page
    assert "tidak menjadikan siapa pun psikolog" in page and "<title>Periksa sertifikat" in page


def test_the_front_page_takes_the_number_too(credential, client):
    page = client.get("/").text
    assert '<form method="get" action="/verify"' in page and page.count('id="code"') == 1
    assert client.get(f"/verify?code={credential.code}", expect=303).location == f"/verify/{credential.code}"


def read_pdf(data):
    (page,) = pypdf.PdfReader(io.BytesIO(data)).pages
    return " ".join(page.extract_text().split())


def test_what_is_printed_is_a_witness(app, session, credential, as_person):
    """What stands on the PDF, typed or copied with its line ends, is what `ledger verify` takes; so is its start."""
    ratna, here = as_person("ratna"), f"/credentials/{credential.code}"
    printed = re.search(r"\d+:[0-9a-f]{64}:(\s?[0-9a-f]{64}){2}", read_pdf(ratna.get(f"{here}.pdf").data))[0]
    shown = "{seq}:{hash}:{signature}".format(**credential.witness)
    assert printed.replace(" ", "") == shown and shown in ratna.get(here).text
    run = app.test_cli_runner()
    for text in (printed, printed.replace(" ", "\n"), shown, shown[:26]):
        assert run.invoke(args=["ledger", "verify", "--witness", text]).exit_code == 0
    session.execute(sa.text("DELETE FROM credentials"))
    drop_guard(session)
    session.execute(sa.text("DELETE FROM ledger_entries WHERE seq = 5"))
    session.commit()
    assert "Entry 5 does not fit" in run.invoke(args=["ledger", "verify", "--witness", printed]).output


def end_one(session, cast, how):
    if how == "withdrawn":
        words = Words("Keliru dicatat.", "Ulangi praktiknya.")
        withdraw(session, cast.sari, cast.ratna.id, module_id(session), words=words, client_key="withdraw-1", at=LATER)
    if how == "renewed":
        again = dt.datetime(2028, 10, 20, tzinfo=dt.UTC)
        for slug in ("pw-1", "pw-2"):
            certified_again(session, cast.ratna, cast.sari, published(session, slug), again)
        award_if_complete(session, cast.ratna.id, "contoh", at=again)
    session.commit()


def module_id(session):
    return published(session, "pw-1").id


@pytest.mark.parametrize(("how", "day", "paper_says", "page_says"), [
    ("expired", "2028-11-03", "Masa berlakunya lewat sejak 2 November 2028.", "memperbaruinya kapan saja"),
    ("withdrawn", "2026-11-05", "Dicabut 4 November 2026, tidak berlaku lagi.", "ada di halaman modulnya"),
    ("renewed", "2028-10-21", "Sudah digantikan oleh yang lebih baru.", "tersimpan sebagai riwayat"),
])
def test_page_paper_and_check_say_that_it_ended(credential, session, cast, as_person, client, how, day, paper_says,
                                                page_says):
    end_one(session, cast, how)
    with time_machine.travel(f"{day}T05:00:00+00:00", tick=False):
        ratna, here = as_person("ratna"), f"/credentials/{credential.code}"
        page = ratna.get(here).text
        assert paper_says in page and page_says in page and "/courses/contoh" in page
        assert paper_says in read_pdf(ratna.get(f"{here}.pdf").data)
        assert SENTENCES[how] in client.get(f"/verify/{credential.code}").text


@pytest.mark.parametrize(("how", "day", "line"), [
    ("valid", "2026-11-05", "berlaku 2 November 2026 sampai 2 November 2028"),
    ("expired", "2028-11-03", "masa berlaku lewat, 2 November 2026 sampai 2 November 2028"),
    ("withdrawn", "2026-11-05", "dicabut 4 November 2026"),
])
def test_the_list_says_since_when_it_is_over(credential, session, cast, as_person, how, day, line):
    end_one(session, cast, how)
    with time_machine.travel(f"{day}T05:00:00+00:00", tick=False):
        page = re.sub(r"<[^>]*>", "", as_person("ratna").get("/credentials").text)
        assert line in " ".join(page.split()).replace(" ,", ",")


def test_the_paper_can_carry_only_the_part_of_the_name_that_others_see(credential, as_person):
    ratna = as_person("ratna")
    text = read_pdf(ratna.get(f"/credentials/{credential.code}.pdf?name=shown").data)
    assert "R. W." in text and "Ratna" not in text


def test_the_page_shows_what_was_earned_when_a_paper_says_more(credential, as_person, client, app):
    with app.test_request_context():
        says = in_words(credential)
    says["course"], says["modules"][0]["title"], says["valid_until"] = "Psikologi klinis", "Terapi", "2 November 2048"
    forged = read_pdf(paper(says, address="https://sebaya.example/x", made_at=credential.awarded_at))
    page = client.get(f"/verify/{credential.code}").text.partition("<main")[2]
    for claim, earned_words in (("Psikologi klinis", "Kursus contoh"), ("Terapi", "Mendengar dulu"), ("2048", "2028")):
        assert claim in forged and claim not in page and earned_words in page
    assert "Cocokkan dengan kertasnya" in page


@pytest.mark.parametrize(("choice", "shown", "hidden"), [
    ("full", ["Ratna Wulandari"], []), ("first", ["Ratna"], ["Wulandari"]),
    ("initials", ["R. W."], ["Ratna", "Wulandari"]),
    ("none", ["memilih tidak menampilkan nama"], ["Ratna", "Wulandari", "R. W."]),
])
def test_the_public_page_shows_no_more_of_the_name_than_chosen(credential, as_person, client, choice, shown, hidden):
    as_person("ratna").post(f"/credentials/{credential.code}/name-choices", data={"name_shown": choice})
    page = client.get(f"/verify/{credential.code}").text
    assert all(word in page for word in shown) and not any(word in page for word in hidden)


def test_a_typed_code_may_be_untidy(credential, client):
    typed = credential.code.lower().replace("-", " ")
    assert client.get("/verify", query_string={"code": typed}, expect=303).location.endswith(credential.code)
    assert "sah dan masih berlaku" in client.get(f"/verify/{credential.code.lower()}").text


@pytest.mark.parametrize("code", ["x", "0000-0000-0000-0000-0000-0000-0000", "<b>", "é" * 200])
def test_an_unknown_code_is_not_known(client, code):
    assert "tidak kami kenal" in client.get("/verify", query_string={"code": code}, expect=404).text
    client.get(f"/verify/{code}", expect=404)


def test_an_erased_holder_is_gone_from_the_public_page_and_from_paper(credential, session, cast, client, app):
    choose_name(session, cast.ratna, credential.code, "full")
    erase(session, cast.ratna, at=LATER)
    session.commit()
    page = client.get(f"/verify/{credential.code}").text
    assert "Pemegangnya sudah menghapus datanya" in page and "Ratna" not in page and "Kursus contoh" in page
    with app.test_request_context():
        says = in_words(credential_by_code(session, credential.code), ERASED)
    text = read_pdf(paper(says, address="https://sebaya.example/x", made_at=credential.awarded_at))
    assert "Pemegangnya sudah menghapus datanya." in text and "Ratna" not in text and "Kursus contoh" in text


def test_the_links_use_the_public_address(credential, as_person, app, monkeypatch):
    monkeypatch.setitem(app.config, "PUBLIC_URL", "https://sebaya.example")
    page = as_person("ratna").get(f"/credentials/{credential.code}").text
    assert f"https://sebaya.example/verify/{credential.code}" in page
