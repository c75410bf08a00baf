"""Each one's home tells of her own work, and of no other."""

import pytest

from tests.cast import AT
from tests.published import publish_module, read_all
from tests.training.credentials.earning import earned
from tests.training.signoffs.asking import asked, ready
from training.accounts.person import FACILITATOR
from training.accounts.store import RoleRow
from training.signoffs.ledger import Words, give_back


@pytest.fixture
def module(session):
    module = publish_module(session)
    publish_module(session, "lain-1", "lain")
    session.commit()
    return module


def home(as_person, who):
    return as_person(who).get("/").text


def test_only_courses_that_were_begun_are_told_and_the_others_are_one_door(session, cast, module, as_person):
    first = home(as_person, "ratna")
    assert first.count('class="leaf m-') == 1 and "Satu kursus lain terbuka untuk Anda" in first
    read_all(session, cast.ratna, module)
    session.commit()
    page = home(as_person, "ratna")
    assert "Satu modul sudah Anda mulai." in page and 'href="/courses/lain"' not in page
    assert "Satu kursus lain terbuka untuk Anda" in page


def test_a_course_says_what_waits_for_whom(session, cast, module, as_person):
    request = asked(session, cast.ratna, module)
    session.commit()
    assert "Modul 1 sedang dibaca supervisor." in home(as_person, "ratna")
    give_back(session, cast.sari, request, version=1, words=Words("", "Satu contoh lagi.", "none"),
              client_key="return-to-ratna", at=AT)
    session.commit()
    assert "Modul 1 menunggu satu tambahan dari Anda." in home(as_person, "ratna")


def test_a_course_that_is_complete_leads_to_its_certificate(session, cast, as_person):
    earned(session, cast.ratna, cast.sari)
    session.commit()
    page = home(as_person, "ratna")
    assert "Tuntas." in page and 'href="/credentials"' in page


def test_a_quiz_that_was_passed_may_be_recalled(session, cast, module, as_person):
    assert "Segarkan ingatan" not in home(as_person, "ratna")
    ready(session, cast.ratna, module)
    session.commit()
    ratna = as_person("ratna")
    assert f"{module.path}/recall" in ratna.get("/").text
    ratna.get(f"{module.path}/recall")


def test_a_supervisor_sees_whom_she_accompanies(session, cast, module, as_person):
    asked(session, cast.made, module)
    session.commit()
    page = home(as_person, "sari")
    assert f'href="/learners/{cast.made.id}/competencies"' in page and "satu menunggu Anda" in page
    assert "belum mulai" in page and 'href="/learners"' in page and "Yohana" not in page
    assert "Jalur saya" not in page and 'href="/courses/contoh"' not in page


def test_an_author_goes_on_writing(wayan, room, as_person):
    page = wayan.get("/").text
    assert "Lanjut menulis" in page and page.count(f'href="{room}"') == 1
    assert "Lanjut menulis" not in home(as_person, "dewi") and room not in home(as_person, "dewi")


def test_a_coordinator_and_an_administrator_see_people_by_role(module, as_person):
    for who in ("andreas", "agnes"):
        assert 'href="/people?role=facilitator"' in home(as_person, who)
    assert "Belum ada kelompok" in home(as_person, "andreas") and "Belum ada kelompok" not in home(as_person, "agnes")
    assert "/people?role" not in home(as_person, "sari")


def test_who_learns_and_accompanies_has_both(session, cast, module, as_person):
    session.add(RoleRow(person_id=cast.sari.id, role=FACILITATOR, since=AT))
    session.commit()
    page = home(as_person, "sari")
    assert "Jalur saya" in page and "Yang Anda dampingi" in page and "Tidak ada yang menunggu." in page
