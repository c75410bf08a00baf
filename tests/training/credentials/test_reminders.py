"""One reminder in the last three months: for a sign-off and the certificate on it, on the person's own calendar."""

import dataclasses
import datetime as dt

import pytest

from tests.training.credentials.earning import earned
from training.credentials.credential import Credential
from training.credentials.reminders import due, module_ends_soon, read
from training.curriculum.store import ModuleRow
from training.signoffs.requests import ask
from training.signoffs.standing import CERTIFIED, RETURNED, Standing
from training.signoffs.steps import standings

SOON = dt.datetime(2028, 8, 3, 5, tzinfo=dt.UTC)  # the last day is 2 November 2028


@pytest.fixture
def ratna(session, cast):
    earned(session, cast.ratna, cast.sari)
    return cast.ratna


def where(session, person, at):
    return standings(session, person, [row.id for row in session.query(ModuleRow)], at=at)


def kinds(session, person, at):
    return [one.about.partition(":")[0] for one in due(session, person, where(session, person, at), at=at)]


@pytest.mark.parametrize(("day", "count"), [
    ((2028, 7, 31), 0), ((2028, 8, 2), 3), ((2028, 11, 2), 3), ((2028, 11, 3), 0),
])
def test_two_modules_and_their_certificate_are_told_of_in_the_last_three_months(session, ratna, day, count):
    assert len(kinds(session, ratna, dt.datetime(*day, 5, tzinfo=dt.UTC))) == count


def test_what_was_read_is_not_told_again_and_nothing_can_be_read_in_advance(session, ratna):
    read(session, ratna, ["signoff:1", "credential:1"], where(session, ratna, SOON), at=SOON - dt.timedelta(days=30))
    before = where(session, ratna, SOON)
    told = due(session, ratna, before, at=SOON)
    assert len(told) == 3
    read(session, ratna, [told[0].about, "signoff:99"], before, at=SOON)
    read(session, ratna, [told[0].about], before, at=SOON)
    assert due(session, ratna, before, at=SOON + dt.timedelta(days=40)) == told[1:]


def test_who_has_asked_for_the_renewal_is_not_reminded_of_that_module(session, ratna):
    module = session.query(ModuleRow).filter_by(slug="pw-1").one()
    ask(session, ratna, module.id, client_key="renewal-1", at=SOON)
    assert kinds(session, ratna, SOON) == ["credential", "signoff"]


def test_nobody_else_is_reminded(session, cast, ratna):
    assert due(session, cast.made, where(session, cast.made, SOON), at=SOON) == ()


class Entry:
    seq, expires_on = 7, dt.date(2028, 11, 2)


@pytest.mark.parametrize(("zone", "hour", "soon"), [("WIB", 16, False), ("WIT", 16, True), ("WIB", 17, True)])
def test_the_day_is_the_persons_own(zone, hour, soon):
    at = dt.datetime(2028, 8, 1, hour, tzinfo=dt.UTC)  # 92 days before on 2 August
    assert module_ends_soon(Standing(CERTIFIED, Entry), zone, at=at) is soon


@pytest.mark.parametrize("change", [{"state": RETURNED}, {"is_waiting": True}, {"certificate": None}])
def test_only_what_is_in_force_and_not_asked_for_ends(change):
    held = dataclasses.replace(Standing(CERTIFIED, Entry), **change)
    assert not module_ends_soon(held, "WIB", at=SOON)


def test_a_certificate_is_named_with_its_last_day(session, ratna):
    [paper] = [one for one in due(session, ratna, where(session, ratna, SOON), at=SOON) if one.credential]
    assert isinstance(paper.credential, Credential) and paper.expires_on == dt.date(2028, 11, 2)
