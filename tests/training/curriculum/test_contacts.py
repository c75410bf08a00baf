"""Contacts, glossary and sources become values that answer by key."""

import datetime as dt

import pytest

from tests.broken_courses import HERE
from training.curriculum.contacts import Channel, read_contacts, stale
from training.curriculum.glossary import read_glossary
from training.curriculum.sources import read_sources

CONTACTS, PROBLEMS = read_contacts(HERE / "good" / "contacts.yml")


def test_a_contact_knows_its_channels_and_the_next_rung():
    assert PROBLEMS == []
    helper = CONTACTS.get("pendamping")
    assert helper.name == {"id": "Supervisor Anda", "en": "Your supervisor"}
    assert helper.if_no_answer == "sapa" and helper.sources == ("S1",)
    assert [one.key for one in CONTACTS.ladder("not_now")] == ["pendamping", "sapa"]
    assert CONTACTS.footer == ("sapa",) and CONTACTS.ladder("tidak-ada") == ()
    assert CONTACTS.get("tidak-ada") is None and CONTACTS.near("pendampng") == "pendamping"


@pytest.mark.parametrize(
    ("channel", "href"),
    [
        (Channel("phone", "129", {}), "tel:129"),
        (Channel("phone", "119 ext. 8", {}), "tel:119"),
        (Channel("phone", "+62 21 1234", {}), "tel:+62211234"),
        (Channel("whatsapp", "0811-1129-129", {}), "https://wa.me/628111129129"),
        (Channel("web", "https://a.example", {}), "https://a.example"),
        (Channel("place", "-", {}), None),
    ],
)
def test_what_a_phone_opens(channel, href):
    assert channel.href == href


def test_a_contact_is_stale_after_ninety_days():
    checked = dt.date(2026, 11, 1)
    assert stale(CONTACTS, checked + dt.timedelta(days=90)) == ()
    assert len(stale(CONTACTS, checked + dt.timedelta(days=91))) == 2


def test_terms_and_sources_answer_by_key():
    glossary, first = read_glossary(HERE / "good" / "glossary.yml")
    sources, second = read_sources(HERE / "good" / "sources.yml")
    assert first == second == []
    assert glossary.get("jeda").name["en"] == "pause" and glossary.near("jedah") == "jeda"
    assert sources.get("S1").url == "https://example.org/listening" and sources.get("S9") is None


NONSENSE = ["", "[]", "contacts: 1", "contacts:\n  a: 1", "contacts:\n  a: {name: 1}", "\x00", "a: ["]


@pytest.mark.parametrize("text", NONSENSE)
def test_a_file_of_nonsense_gives_problems_and_no_error(tmp_path, text):
    (tmp_path / "contacts.yml").write_text(text)
    _, problems = read_contacts(tmp_path / "contacts.yml")
    assert problems and all(one.is_error for one in problems)
