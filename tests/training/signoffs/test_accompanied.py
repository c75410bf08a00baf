"""Whom a supervisor accompanies now, and nobody else."""

import pytest

from tests.cast import AT
from tests.published import begin_supervision, end_supervision, publish_module, read_all
from tests.training.signoffs.asking import asked
from training.accounts.people import disable
from training.signoffs import accompanied as these
from training.signoffs.accompanied import accompanied, some_accompanied


@pytest.fixture
def modules(session):
    return [publish_module(session, slug) for slug in ("pw-1", "pw-2")]


def names(page):
    return [one.person.first_name for one in page.people]


def shown_to(session, person, modules, **narrowed):
    return accompanied(session, person, [one.id for one in modules], at=AT, **narrowed)


def test_a_supervisor_sees_hers_by_name_and_nobody_elses(session, cast, modules):
    assert names(shown_to(session, cast.sari, modules)) == ["Made", "Ratna"]
    assert names(shown_to(session, cast.budi, modules)) == ["Yohana"]
    for other in (cast.ratna, cast.wayan, cast.andreas, cast.agnes):
        assert not shown_to(session, other, modules).people


def test_whom_she_supervises_no_longer_and_closed_accounts_are_gone(session, cast, modules):
    end_supervision(session, cast.sari, cast.made)
    disable(session, cast.ratna, at=AT)
    assert shown_to(session, cast.sari, modules).count == 0


def test_each_row_tells_what_was_begun_and_which_request_waits(session, cast, modules):
    request = asked(session, cast.made, modules[1])
    read_all(session, cast.ratna, modules[0])
    made, ratna = shown_to(session, cast.sari, modules).people
    assert made.begun == [modules[1].id] and made.waiting == {modules[1].id: request}
    assert ratna.begun == [modules[0].id] and not ratna.waiting and ratna.certified_count == 0


def test_many_come_in_pages(session, cast, modules, monkeypatch):
    monkeypatch.setattr(these, "PAGE", 1)
    begin_supervision(session, cast.sari, cast.yohana)
    for number, name in enumerate(("Made", "Ratna", "Yohana"), 1):
        page = shown_to(session, cast.sari, modules, page=number)
        assert names(page) == [name] and (page.page, page.page_count) == (number, 3)
    assert shown_to(session, cast.sari, modules, page=99).page == 3


def test_of_a_few_those_who_wait_come_first(session, cast, modules):
    asked(session, cast.ratna, modules[0])
    few = some_accompanied(session, cast.sari, [one.id for one in modules], at=AT, most=1)
    assert names(few) == ["Ratna"] and few.count == 2
