"""One request is one transaction: what it did stands whole, or nothing of it happened."""

import datetime as dt

import pytest
import sqlalchemy as sa

from tests.published import TASK
from training.accounts.signing_in import TOUCH_EVERY
from training.accounts.store import sign_ins
from training.core.clock import now
from training.curriculum.progress_store import enrolled_release
from training.practice import records

DONE = {"task": TASK, "done_on": "2026-11-01", "company": "peers", "note": "", "client_key": "k" * 12}


@pytest.fixture
def send(as_person, module, session, cast):
    """Note a practice task, which first writes that Made began the module; the release she works on afterwards."""
    made = as_person("made")

    def sent(expect, **changed):
        made.post(f"{module.path}/practice-records", data={**DONE, **changed}, expect=expect)
        session.rollback()
        return enrolled_release(session, cast.made.id, module.id)

    return sent


def test_what_comes_back_to_be_completed_left_nothing(send, module):
    assert send(422, company="") is None
    assert send(303) == module.release_id


def test_nor_after_a_pause_when_the_idle_clock_is_wound_too(send, session):
    before = now() - TOUCH_EVERY - dt.timedelta(minutes=1)
    session.execute(sa.update(sign_ins).values(seen_at=before))
    session.commit()
    assert send(422, company="") is None
    assert session.scalar(sa.select(sign_ins.c.seen_at)) > before


def test_an_accident_half_way_leaves_nothing(send, module, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(records, "record_practice", lambda *_given, **_named: 1 / 0)
        assert send(500) is None
    assert send(303) == module.release_id
