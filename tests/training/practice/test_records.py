"""A practice task is noted once, with a day that has come."""

import datetime as dt

import pytest

from tests.cast import AT
from tests.published import TASK, publish_module
from training.practice.records import NotYetHappened, UnknownCompany, record_practice, records_of


def note(session, person, module, **other):
    given = {"company": "peers", "done_on": dt.date(2026, 11, 1), "note": "Lancar.", "client_key": "key-12345", **other}
    record_practice(session, person, module.id, TASK, release_id=module.release_id, at=AT, **given)


def test_a_record_is_kept_once(session, cast):
    module = publish_module(session)
    for _ in range(2):
        note(session, cast.made, module)
    [kept] = records_of(session, cast.made.id, module.id)
    assert (kept.task, kept.company, kept.note) == (TASK, "peers", "Lancar.")


@pytest.mark.parametrize(("given", "refusal"), [
    ({"done_on": dt.date(2026, 11, 3)}, NotYetHappened), ({"company": "ibu ani"}, UnknownCompany),
])
def test_what_cannot_be_is_refused(session, cast, given, refusal):
    with pytest.raises(refusal):
        note(session, cast.made, publish_module(session), **given)
