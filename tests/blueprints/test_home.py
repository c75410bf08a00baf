"""What the home page tells a facilitator: what ends soon, once; and the next step after a return or a withdrawal."""

import datetime as dt

import pytest
import time_machine

from tests.cast import AT
from tests.forms import form_in
from tests.training.credentials.earning import LATER, certified, course_of_two, earned
from training.signoffs.ledger import Words, give_back, withdraw
from training.signoffs.requests import ask

SOON = "2028-08-10T05:00:00+00:00"


@pytest.fixture
def credential(session, cast):
    made = earned(session, cast.ratna, cast.sari)
    session.commit()
    return made


def test_three_months_before_the_end_home_says_so_once(credential, as_person):
    with time_machine.travel(SOON, tick=False):
        ratna = as_person("ratna")
        page = ratna.get("/").text
        assert "Menjelang berakhir" in page and page.count("berlaku sampai 2 November 2028") == 3
        assert f"/credentials/{credential.code}" in page and "/courses/contoh/pw-1/practice#signoff" in page
        form = form_in(page, "/reminders/readings")
        ratna.post("/reminders/readings", data=form | {"about": ["signoff:2", "signoff:4", "credential:1"]})
        assert "Menjelang berakhir" not in ratna.get("/").text
    with time_machine.travel("2028-10-30T05:00:00+00:00", tick=False):
        assert "Menjelang berakhir" not in as_person("ratna").get("/").text


def test_before_and_after_those_months_nothing_is_said(credential, as_person):
    for day in ("2028-07-20", "2028-11-05"):
        with time_machine.travel(f"{day}T05:00:00+00:00", tick=False):
            assert "Menjelang berakhir" not in as_person("ratna").get("/").text


def test_others_are_not_reminded_of_hers(credential, as_person):
    with time_machine.travel(SOON, tick=False):
        for other in ("made", "sari"):
            assert "Menjelang berakhir" not in as_person(other).get("/").text


def test_a_withdrawal_tells_what_to_do_next(session, cast, as_person):
    module, _second = course_of_two(session)
    certified(session, cast.ratna, cast.sari, module, AT)
    withdraw(session, cast.sari, cast.ratna.id, module.id, client_key="withdraw-1", at=LATER,
             words=Words("Keliru dicatat.", "Ulangi praktiknya bersama dua rekan."))
    session.commit()
    ratna = as_person("ratna")
    page = ratna.get("/").text
    assert "pengesahan dicabut; ini langkah berikutnya" in page and "Keliru dicatat." in page
    assert "Ulangi praktiknya bersama dua rekan." in page and f"{module.path}/practice" in page
    assert "Ulangi praktiknya" in ratna.get(f"{module.path}/practice").text


def test_what_was_certified_is_told_for_two_weeks(credential, as_person):
    for day, is_told in (("2026-11-03", True), ("2026-12-30", False)):
        with time_machine.travel(f"{day}T05:00:00+00:00", tick=False):
            page = as_person("ratna").get("/").text
            assert ("disahkan, berlaku sampai" in page) is ("Terlihat jelas." in page) is is_told
            assert "disahkan, berlaku sampai" not in as_person("made").get("/").text


def test_a_returned_renewal_tells_its_step_while_the_certificate_is_valid(session, cast, as_person):
    module, _second = course_of_two(session)
    certified(session, cast.ratna, cast.sari, module, AT)
    soon = dt.datetime.fromisoformat(SOON)
    again = ask(session, cast.ratna, module.id, client_key="again-for-ratna", at=soon)
    give_back(session, cast.sari, again, version=1, words=Words("", "Satu pertemuan lagi.", "none"),
              client_key="return-to-ratna", at=soon)
    session.commit()
    with time_machine.travel(SOON, tick=False):
        assert "Satu pertemuan lagi." in as_person("ratna").get("/").text
