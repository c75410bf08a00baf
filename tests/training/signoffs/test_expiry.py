"""What has run out is entered once, whoever looks and how often; the fold says so without waiting for it."""

import datetime as dt

import pytest
import sqlalchemy as sa

from tests.cast import AT
from tests.training.credentials.earning import certified, certified_again, course_of_two, earned, published
from training import privacy
from training.credentials.award import award_if_complete, credential_by_code
from training.credentials.standing import EXPIRED, standing
from training.signoffs import book
from training.signoffs.cross_check import verify_everything
from training.signoffs.expiry import due, expire
from training.signoffs.ledger import Words, withdraw
from training.signoffs.steps import standings

LAST_DAY = dt.datetime(2028, 11, 2, tzinfo=dt.UTC)
AFTER = LAST_DAY + dt.timedelta(days=2)


def entered(session):
    return [(one.module, one.earlier) for one in book.all_entries(session) if one.deed == "expired"]


def test_sign_offs_and_certificates_are_entered_once(session, cast):
    made = earned(session, cast.ratna, cast.sari)
    assert expire(session, at=LAST_DAY) == 0
    assert expire(session, at=AFTER) == 3 and expire(session, at=AFTER) == 0
    assert entered(session) == [("contoh/pw-1", 2), ("contoh/pw-2", 4), ("contoh", 5)]
    assert standing(credential_by_code(session, made.code), at=AT) == EXPIRED
    assert verify_everything(session).misfit is None


@pytest.mark.parametrize(("zone", "over"), [("WIB", False), ("WITA", True), ("WIT", True)])
def test_the_day_ends_on_the_persons_own_calendar(session, cast, zone, over):
    module, _ = course_of_two(session)
    certified(session, cast.ratna, cast.sari, module)
    session.execute(sa.text("UPDATE people SET zone = :zone WHERE id = :id"), {"zone": zone, "id": cast.ratna.id})
    assert bool(due(session, at=dt.datetime(2028, 11, 2, 16, 30, tzinfo=dt.UTC))) is over


def test_what_was_renewed_or_withdrawn_before_does_not_expire(session, cast):
    earned(session, cast.ratna, cast.sari)
    earlier = AFTER - dt.timedelta(days=60)
    for slug in ("pw-1", "pw-2"):
        certified_again(session, cast.ratna, cast.sari, published(session, slug), earlier)
    award_if_complete(session, cast.ratna.id, "contoh", at=earlier)
    assert [one.deed for one in book.all_entries(session)][5:] == ["asked", "renewed", "asked", "renewed", "awarded"]
    assert expire(session, at=AFTER) == 0


def test_a_withdrawn_sign_off_takes_its_certificate_out_of_the_calendar(session, cast):
    earned(session, cast.ratna, cast.sari)
    withdraw(session, cast.sari, cast.ratna.id, published(session, "pw-1").id, words=Words("Keliru", "Ulangi", "none"),
             client_key="withdraw-1", at=AT)
    expire(session, at=AFTER)
    assert entered(session) == [("contoh/pw-2", 4)]


def test_the_expiry_of_an_erased_persons_sign_off_is_entered_too(session, cast):
    earned(session, cast.ratna, cast.sari)
    privacy.erase(session, cast.ratna, at=AT)
    assert expire(session, at=AFTER) == 3 and verify_everything(session).misfit is None


def test_the_old_record_stays_behind_a_renewal(session, cast):
    module, _ = course_of_two(session)
    old = certified(session, cast.ratna, cast.sari, module)
    expire(session, at=AFTER)
    now = standings(session, cast.ratna, [module.id], at=AFTER)[module.id]
    assert (now.state, now.certificate, now.last) == ("expired", old, old)
    new = certified_again(session, cast.ratna, cast.sari, module, AFTER)
    assert (new.deed, new.earlier) == ("renewed", old.seq)
    assert standings(session, cast.ratna, [module.id], at=AFTER)[module.id].certificate == new
    assert [one.entry.seq for one in book.decisions_of(session, cast.ratna.id)] == [old.seq, new.seq]
