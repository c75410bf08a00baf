"""The filter of the inbox goes along: through it, past a decision, and back."""

import datetime as dt

import pytest

from tests.blueprints.test_signoffs import GOOD, STEP, decide
from tests.blueprints.test_signoffs_together import group_of
from tests.cast import AT
from tests.published import begin_supervision, publish_module
from tests.training.signoffs.asking import asked


@pytest.fixture
def waiting(session, cast):
    """Three requests for Sari: the first and the last of one course, one of another between them."""
    begin_supervision(session, cast.budi, cast.made)
    wanted = ((cast.made, "pw-1", "satu"), (cast.made, "pw-2", "dua"), (cast.ratna, "pw-3", "satu"))
    found = [asked(session, person, publish_module(session, slug, course), AT + dt.timedelta(days=number))
             for number, (person, slug, course) in enumerate(wanted)]
    session.commit()
    return found


def test_next_and_previous_stay_in_the_chosen_course(as_person, waiting):
    first, between, last = waiting
    sari = as_person("sari")
    page = sari.get("/signoffs?course=satu").text
    assert f'href="/signoffs/{first}?course=satu"' in page and f"/signoffs/{between}" not in page
    page = sari.get(f"/signoffs/{first}?course=satu").text
    assert f'href="/signoffs/{last}?course=satu" rel="next"' in page and "1 dari 2 di saringan ini" in page
    assert 'href="/signoffs?course=satu"' in page
    assert f'href="/signoffs/{between}" rel="next"' in sari.get(f"/signoffs/{first}").text


def test_a_group_is_kept_too(as_person, session, cast, waiting):
    lentera = group_of(session, cast.sari, "Lentera", cast.made)
    page = as_person("sari").get(f"/signoffs/{waiting[0]}?group={lentera}").text
    assert f'href="/signoffs/{waiting[1]}?group={lentera}" rel="next"' in page and "1 dari 2" in page


def test_a_decision_leads_back_to_the_filtered_inbox(as_person, waiting):
    sari = as_person("sari")
    page = sari.get(f"/signoffs/{waiting[0]}?course=satu").text
    assert f'action="/signoffs/{waiting[0]}/decisions?course=satu"' in page
    answer = sari.post(f"/signoffs/{waiting[0]}/decisions?course=satu", data=GOOD)
    assert answer.location == "/signoffs?course=satu"
    page = decide(sari, waiting[2], {**STEP, "next_step": ""}, 422).text
    assert f'action="/signoffs/{waiting[2]}/decisions"' in page


def test_an_incomplete_decision_keeps_the_filter(as_person, waiting):
    page = as_person("sari").post(
        f"/signoffs/{waiting[0]}/decisions?course=satu", data={**GOOD, "decision": ""}, expect=422,
    ).text
    assert f'action="/signoffs/{waiting[0]}/decisions?course=satu"' in page and "?course=satu\" rel=\"next\"" in page


@pytest.mark.parametrize("address", ["course=dua", "show=second", "course=tiada"])
def test_a_request_outside_the_filter_has_no_place_in_it(as_person, waiting, address):
    page = as_person("sari").get(f"/signoffs/{waiting[0]}?{address}").text
    assert 'rel="next"' not in page and f'href="/signoffs?{address}"' in page


@pytest.mark.parametrize("address", ["show=lain", "group=99", "group=x", "course=", "kode=%3Cb%3E"])
def test_what_is_no_filter_is_dropped(as_person, waiting, address):
    page = as_person("sari").get(f"/signoffs/{waiting[0]}?{address}").text
    assert f'href="/signoffs/{waiting[1]}" rel="next"' in page
