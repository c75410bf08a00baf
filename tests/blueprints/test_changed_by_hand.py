"""Whoever meets data that was changed behind the ledger's back reads whom to tell, and keeps what she wrote."""

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
