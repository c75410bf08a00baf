"""What waits, for whom, in which order, in how many statements."""

import datetime as dt

import sqlalchemy as sa

from blueprints.web.database import db
from tests.cast import AT
from tests.published import begin_supervision, end_supervision, publish_module
from tests.training.signoffs.asking import asked
from training.accounts.store import PersonRow
from training.signoffs.book import forget
from training.signoffs.inbox import PAGE, counts_by_person, inbox, place_of, review, waiting_count
from training.signoffs.ledger import Words, certify, hand
from training.signoffs.store import RequestRow
from training.supervision.store import SupervisionRow


def crowd(session, supervisor, module, count):
    """`count` facilitators of this supervisor who wait, the first the longest."""
    people = [PersonRow(name=f"Peserta {n}", email=f"p{n}@example.org", created_at=AT) for n in range(count)]
    session.add_all(people)
    session.flush()
    for number, person in enumerate(people):
        session.add(SupervisionRow(supervisor_id=supervisor.id, facilitator_id=person.id, since=AT))
        session.add(RequestRow(
            person_id=person.id, module_id=module.id, release_id=module.release_id, version=1, course=module.course,
            requested_at=AT + dt.timedelta(minutes=number), renewed_at=AT, client_key="key-12345",
            summary={"titles": {"id": "Modul"}, "course_titles": {"id": "Kursus"}, "quiz": [8, 8]},
        ))
    session.flush()


def statements(session, work):
    """What `work` gives, and how many statements reach the database, also those that go straight to the driver."""
    seen, driver = [], session.connection().connection.driver_connection
    if hasattr(driver, "set_trace_callback"):
        driver.set_trace_callback(seen.append)
        result = work()
        driver.set_trace_callback(None)
    else:
        sa.event.listen(db.engine, "before_cursor_execute", lambda *given: seen.append(given[2]))
        result = work()
    return result, sum("SELECT" in statement for statement in seen)


def test_the_oldest_stands_first_and_only_hers(session, cast):
    one, two = publish_module(session), publish_module(session, "pw-2")
    later = asked(session, cast.made, two, AT + dt.timedelta(days=1))
    first = asked(session, cast.ratna, one)
    asked(session, cast.yohana, one)
    found = inbox(session, cast.sari.id)
    assert [row.id for row in found.rows] == [first, later] and found.total == waiting_count(session, cast.sari.id) == 2
    assert found.rows[0].summary["quiz"] == [2, 2] and not found.rows[0].is_back


def test_what_was_handed_on_names_who_did_it(session, cast):
    begin_supervision(session, cast.budi, cast.made)
    request = asked(session, cast.made, publish_module(session))
    [row] = inbox(session, cast.budi.id).rows
    assert row.handed_by is None
    for giver, taker in ((cast.sari, cast.budi), (cast.budi, cast.sari)):
        hand(session, giver, request, taker.id, version=1, words=Words("Mohon dilihat."), client_key=f"hand-{giver.id}",
             at=AT)
        [row] = inbox(session, taker.id).rows
        assert (row.id, row.handed_by, inbox(session, giver.id).rows) == (request, giver.name, ())
    forget(session, cast.budi.id)
    [row] = inbox(session, cast.sari.id).rows
    assert row.handed_by == ""


def test_a_course_can_be_chosen(session, cast):
    asked(session, cast.made, publish_module(session))
    other = asked(session, cast.made, publish_module(session, "x-1", "lain"))
    found = inbox(session, cast.sari.id, course="lain")
    assert [row.id for row in found.rows] == [other] and found.counts == {"contoh": 1, "lain": 1}
    assert found.course_titles["contoh"]["id"] == "Kursus contoh"
    assert inbox(session, cast.sari.id, course="tidak-ada").rows == ()


def test_a_thousand_waiting_are_read_in_two_statements(session, cast):
    crowd(session, cast.sari, publish_module(session), 1000)
    found, count = statements(session, lambda: inbox(session, cast.sari.id, page=2))
    assert (count, len(found.rows), found.count, found.page_count) == (2, PAGE, 1000, 20)
    assert found.rows[0].name == "Peserta 50"
    assert inbox(session, cast.sari.id, page=99).page == 20


def test_some_people_can_be_chosen_and_counted(session, cast):
    module = publish_module(session)
    asked(session, cast.ratna, module)
    two = [asked(session, cast.made, publish_module(session, slug)) for slug in ("pw-2", "pw-3")]
    people = frozenset({cast.made.id, cast.yohana.id})
    found = inbox(session, cast.sari.id, people=people)
    assert ([row.id for row in found.rows], found.count, found.total) == (two, 2, 3)
    assert counts_by_person(session, cast.sari.id, people) == {cast.made.id: 2}
    assert inbox(session, cast.sari.id, people=frozenset()).rows == ()


def test_a_place_in_the_inbox_knows_its_neighbours(session, cast):
    crowd(session, cast.sari, publish_module(session, "q-1"), 3)
    last = asked(session, cast.made, publish_module(session), AT + dt.timedelta(days=1))
    place = place_of(session, cast.sari.id, review(session, cast.sari.id, last))
    assert (place.number, place.count, place.after) == (4, 4, None)
    assert place.before == inbox(session, cast.sari.id).rows[2].id


def test_a_stranger_sees_no_request(session, cast):
    request = asked(session, cast.made, publish_module(session))
    assert review(session, cast.budi.id, request) is None and inbox(session, cast.budi.id).rows == ()
    end_supervision(session, cast.sari, cast.made)
    assert review(session, cast.sari.id, request) is None and waiting_count(session, cast.sari.id) == 0


def test_what_was_decided_waits_no_more(session, cast):
    request = asked(session, cast.made, publish_module(session))
    certify(session, cast.sari, request, version=1, words=Words(conflict="none"), client_key="key-12345", at=AT)
    assert waiting_count(session, cast.sari.id) == 0
    assert review(session, cast.sari.id, request).decision.entry.deed == "certified"


def test_a_place_in_a_narrowed_inbox_knows_the_neighbours_there(session, cast):
    others = [asked(session, cast.made, publish_module(session, f"pw-{n}", course), AT + dt.timedelta(hours=n))
              for n, course in enumerate(("satu", "dua", "satu"))]
    asked(session, cast.ratna, publish_module(session, "pw-9", "satu"), AT + dt.timedelta(days=1))
    first, between, third = (review(session, cast.sari.id, one) for one in others)
    place = place_of(session, cast.sari.id, third, course="satu", people=None)
    assert (place.number, place.count, place.before) == (2, 3, first.id)
    place = place_of(session, cast.sari.id, between, people={cast.made.id})
    assert (place.number, place.count, place.before, place.after) == (2, 3, first.id, third.id)
    for left_out in ({"course": "satu"}, {"show": "second"}, {"people": {cast.ratna.id}}):
        assert place_of(session, cast.sari.id, between, **left_out) is None
