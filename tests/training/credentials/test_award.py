"""A certificate is made when, and only when, every module stands certified; and it is made once."""

import dataclasses
import datetime as dt

import pytest
import sqlalchemy as sa

from tests.cast import AT
from tests.training.credentials.earning import LATER, certified, certified_again, course_of_two, earned, published
from training.core.refusal import NotFound
from training.credentials.award import (
    UnknownChoice,
    award_if_complete,
    choose_name,
    credential_by_code,
    credentials_of,
)
from training.credentials.code import ALPHABET, new_code, read_code
from training.credentials.credential import FIRST, FULL, INITIALS, NOTHING, name_as
from training.credentials.standing import ERASED, EXPIRED, RENEWED, VALID, WITHDRAWN, ends_soon, standing
from training.credentials.store import CredentialRow
from training.privacy import erase
from training.signoffs.ledger import Words, withdraw


def test_half_a_course_earns_nothing(session, cast):
    first, _second = course_of_two(session)
    certified(session, cast.ratna, cast.sari, first)
    assert award_if_complete(session, cast.ratna.id, "contoh", at=AT) is None


def test_an_unknown_course_or_person_earns_nothing(session, cast):
    assert award_if_complete(session, cast.ratna.id, "tidak-ada", at=AT) is None
    course_of_two(session)
    assert award_if_complete(session, 99_999, "contoh", at=AT) is None


def test_a_whole_course_earns_a_certificate_that_names_release_hash_and_signer(session, cast):
    made = earned(session, cast.ratna, cast.sari)
    assert (made.holder, made.titles["id"]) == ("Ratna Wulandari", "Kursus contoh")
    assert made.expires_on == dt.date(2028, 11, 2)
    assert [(one.slug, one.release, len(one.content_hash), one.signer) for one in made.modules] == [
        ("pw-1", 1, 64, "Sari Kusumaningtyas"), ("pw-2", 1, 64, "Sari Kusumaningtyas"),
    ]
    assert made.witness["seq"] == 5 and (len(made.witness["hash"]), len(made.witness["signature"])) == (64, 128)


def test_asking_again_makes_no_second_certificate(session, cast):
    made = earned(session, cast.ratna, cast.sari)
    again = award_if_complete(session, cast.ratna.id, "contoh", at=LATER)
    assert again == made and session.scalar(sa.select(sa.func.count()).select_from(CredentialRow)) == 1


def test_a_renewed_sign_off_makes_a_new_certificate_and_keeps_the_old(session, cast):
    old = earned(session, cast.ratna, cast.sari)
    withdraw(session, cast.sari, cast.ratna.id, _module_id(session, "pw-1"), words=Words("Keliru", "Ulangi", "none"),
             client_key="withdraw-1", at=LATER)
    assert award_if_complete(session, cast.ratna.id, "contoh", at=LATER) is None
    again = LATER + dt.timedelta(days=1)
    certified_again(session, cast.ratna, cast.sari, published(session, "pw-1"), again)
    new = award_if_complete(session, cast.ratna.id, "contoh", at=again)
    assert [one.code for one in credentials_of(session, cast.ratna.id)] == [new.code, old.code]
    assert standing(new, at=again) == VALID
    assert standing(credential_by_code(session, old.code), at=again) == WITHDRAWN


def _module_id(session, slug):
    return published(session, slug).id


def test_a_withdrawal_is_told_even_after_the_holder_was_erased(session, cast):
    made = earned(session, cast.ratna, cast.sari)
    withdraw(session, cast.sari, cast.ratna.id, _module_id(session, "pw-2"), words=Words("Keliru", "Ulangi", "none"),
             client_key="withdraw-2", at=LATER)
    erase(session, cast.ratna, at=LATER)
    assert standing(credential_by_code(session, made.code), at=LATER) == WITHDRAWN


def test_an_erased_holder_leaves_a_certificate_without_a_name(session, cast):
    made = earned(session, cast.ratna, cast.sari)
    erase(session, cast.ratna, at=LATER)
    left = credential_by_code(session, made.code)
    assert (left.holder, left.name, standing(left, at=LATER)) == ("", "", ERASED)
    assert "Ratna" not in repr(left)


def test_only_the_holder_chooses_how_much_of_her_name_is_shown(session, cast):
    made = earned(session, cast.ratna, cast.sari)
    assert made.name == "R. W."
    assert choose_name(session, cast.ratna, made.code, FIRST).name == "Ratna"
    with pytest.raises(NotFound):
        choose_name(session, cast.sari, made.code, FULL)
    with pytest.raises(UnknownChoice):
        choose_name(session, cast.ratna, made.code, "semua")


@pytest.mark.parametrize(("choice", "shown"), [
    (FULL, "Ni Made Artini"), (FIRST, "Ni"), (INITIALS, "N. M. A."), (NOTHING, ""), ("strange", ""),
])
def test_a_name_is_cut_to_the_choice(choice, shown):
    assert name_as("Ni Made Artini", choice) == shown


def test_it_is_valid_through_its_last_day_on_the_holders_calendar(session, cast):
    made = dataclasses.replace(earned(session, cast.ratna, cast.sari), zone="WIT")
    last_second = dt.datetime(2028, 11, 2, 14, 59, 59, tzinfo=dt.UTC)
    assert standing(made, at=last_second) == VALID
    assert standing(made, at=last_second + dt.timedelta(seconds=1)) == EXPIRED


@pytest.mark.parametrize(("facts", "state"), [
    ({}, VALID), ({"is_renewed": True}, RENEWED), ({"is_renewed": True, "is_erased": True}, ERASED),
    ({"is_erased": True, "withdrawn_at": AT}, WITHDRAWN), ({"expires_on": dt.date(2026, 11, 1)}, EXPIRED),
    ({"expires_on": None}, VALID),
])
def test_the_weightiest_word_wins(session, cast, facts, state):
    assert standing(dataclasses.replace(earned(session, cast.ratna, cast.sari), **facts), at=AT) == state


@pytest.mark.parametrize(("day", "soon"), [((2028, 8, 1), False), ((2028, 8, 3), True), ((2028, 11, 9), False)])
def test_the_end_is_near_for_three_months(session, cast, day, soon):
    assert ends_soon(earned(session, cast.ratna, cast.sari), at=dt.datetime(*day, 5, tzinfo=dt.UTC)) is soon


def test_codes_are_long_random_and_forgiving():
    codes = {new_code() for _ in range(2_000)}
    assert len(codes) == 2_000 and len(ALPHABET) == 32
    code = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV"
    assert read_code(code.lower().replace("-", " ")) == code
    assert read_code("OI23-4567-89AB-CDEF-GHJK-MNPQ-RSTV".replace("I", "l")) == code
    assert read_code("0123") is None and read_code("U" * 28) is None and read_code("1" * 9_000) is None
