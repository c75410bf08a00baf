"""Whoever meets data that was changed behind the ledger's back reads whom to tell, and keeps what she wrote."""

import hashlib

import pytest
import sqlalchemy as sa

from tests.blueprints.test_practice import FORM
from tests.blueprints.test_signoffs import GOOD
from tests.published import publish_module
from tests.training.signoffs.asking import asked
from training.practice.observations import observations_of
from training.signoffs.book import decisions_of

TOLD, WORDS = "Beri tahu administrator", "Kata-kata saya."


@pytest.fixture
def sari(as_person):
    return as_person("sari")


def by_hand(session, statement):
    session.execute(sa.text(statement))
    session.commit()


def test_a_decision_comes_back_with_its_words(sari, session, cast):
    request = asked(session, cast.made, publish_module(session))
    by_hand(session, "UPDATE signoff_requests SET note = 'Sudah pernah disahkan.'")
    page = sari.post(f"/signoffs/{request}/decisions", data={**GOOD, "message": WORDS}, expect=409).text
    assert TOLD in page and "Keputusan Anda belum tertulis" in page
    assert WORDS in page and 'value="certify" id="decision-certify" checked' in page
    assert decisions_of(session, cast.made.id) == ()


def test_an_observation_comes_back_with_every_tick(sari, session, cast):
    address = f"/learners/{cast.made.id}/observations"
    sari.post(address, data={**FORM, "seen-B1-b1": "1"})
    by_hand(session, "UPDATE observations SET heard = 'Diganti.'")
    again = {**FORM, "seen-B1-b2": "1", "heard": WORDS, "client_key": "again"}
    page = sari.post(address, data=again, expect=409).text
    assert TOLD in page and "Pengamatan Anda belum tersimpan" in page and "perlu dilengkapi" not in page
    assert WORDS in page and 'name="seen-B1-b2" value="1" data-k="base" checked' in page
    assert len(observations_of(session, cast.made.id)) == 1


def test_a_profile_comes_back_with_what_was_typed(as_person, session):
    ratna, typed = as_person("ratna"), {"name": "Ratna Wulan", "language": "id", "zone": "WITA"}
    ratna.post("/me/profile", data=typed)
    by_hand(session, "UPDATE people SET name = 'Ratna W.' WHERE email = 'ratna@example.org'")
    page = ratna.post("/me/profile", data={**typed, "name": "Ratna Wulandari"}, expect=409).text
    assert TOLD in page and 'value="Ratna Wulandari"' in page


ELSEWHERE = "diubah di luar Sebaya"


@pytest.mark.parametrize("evidence", ["{}", "[]", "no JSON", '{"module":{}}'])
def test_evidence_that_was_emptied_is_not_shown_but_told(sari, session, cast, evidence):
    request = asked(session, cast.made, publish_module(session))
    by_hand(session, f"UPDATE signoff_request_versions SET evidence = '{evidence}'")
    assert cast.made.name in sari.get("/signoffs").text
    page = sari.get(f"/signoffs/{request}", expect=409).text
    assert ELSEWHERE in page and "ledger verify" in page
    page = sari.post(f"/signoffs/{request}/decisions", data={**GOOD, "message": WORDS}, expect=409).text
    assert ELSEWHERE in page and decisions_of(session, cast.made.id) == ()


def test_so_is_evidence_whose_hash_was_changed_with_it(sari, session, cast):
    request = asked(session, cast.made, publish_module(session))
    made = hashlib.sha256(b"{}").hexdigest()
    by_hand(session, f"UPDATE signoff_request_versions SET evidence = '{{}}', evidence_hash = '{made}'")
    assert ELSEWHERE in sari.get(f"/signoffs/{request}", expect=409).text


def test_among_equal_ones_it_is_told_and_left_out(sari, session, cast):
    module = publish_module(session)
    requests = [asked(session, person, module) for person in (cast.made, cast.ratna)]
    by_hand(session, f"UPDATE signoff_request_versions SET evidence = '{{}}' WHERE request_id = {requests[0]}")
    picked = {"pick": [f"{one}:1" for one in requests], "conflict": "none", "client_key": "z" * 12}
    page = sari.get(sari.post(f"/signoffs/alike/{module.release_id}/decisions", data=picked).location).text
    assert ELSEWHERE in page and "Satu permintaan disahkan." in page
    assert len(decisions_of(session, cast.ratna.id)) == 1 and decisions_of(session, cast.made.id) == ()


def test_a_summary_that_was_emptied_leaves_the_inbox_open(sari, session, cast):
    request = asked(session, cast.made, publish_module(session))
    by_hand(session, "UPDATE signoff_requests SET summary = '{}'")
    assert cast.made.name in sari.get("/signoffs").text
    assert TOLD in sari.post(f"/signoffs/{request}/decisions", data=GOOD, expect=409).text
