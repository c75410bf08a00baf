"""Whoever can write the whole database still cannot change what was certified without its being found."""

import pytest
import sqlalchemy as sa

from tests.cast import AT
from tests.published import publish_module
from tests.training.signoffs.asking import asked
from tests.training.signoffs.breaking import drop_foreign_keys, drop_guard
from training.privacy import erase
from training.signoffs import kept_store
from training.signoffs.book import forget
from training.signoffs.count import count
from training.signoffs.cross_check import verify_everything
from training.signoffs.ledger import Words, certify


@pytest.fixture
def signed(session, cast):
    """Made asks and is certified in entries 1 and 2, Ratna in 3 and 4."""
    module = publish_module(session)
    for person in (cast.made, cast.ratna):
        request = asked(session, person, module)
        words = Words("Terima kasih.", "", "none")
        certify(session, cast.sari, request, version=1, words=words, client_key=f"key-{person.id:05}", at=AT)
    return module


def test_what_was_not_touched_fits(session, signed):
    found = verify_everything(session)
    assert (found.count, found.misfit) == (4, None)


@pytest.mark.parametrize(("statement", "entry", "reason"), [
    ("UPDATE decision_texts SET message = 'Lain' WHERE seq = 4", 4, "words"),
    ("UPDATE decision_texts SET next_step = 'Lain' WHERE seq = 2", 2, "words"),
    ("DELETE FROM decision_texts WHERE seq = 4", 4, "words"),
    ("UPDATE signoff_requests SET person_id = :ratna, client_key = 'x' WHERE person_id = :made", 1, "person"),
    ("UPDATE ledger_commitments SET salt = 'aabb' WHERE person_id = :made", 1, "person"),
    ("UPDATE ledger_commitments SET salt = upper(salt) WHERE person_id = :made", 1, "person"),
    ("UPDATE ledger_commitments SET person_id = :yohana WHERE person_id = :made", 1, "person"),
    ("UPDATE signoff_request_versions SET evidence = '{\"module\": {}}' WHERE request_id = 2", 3, "evidence"),
    ("UPDATE releases SET content_hash = 'x'", 1, "release"),
    ("UPDATE release_lessons SET html = '<p>lain</p>' WHERE id = 2", 1, "served"),
    ("UPDATE release_lessons SET short_html = 'x' WHERE id = 1", 1, "served"),
    ("UPDATE release_lessons SET title = 'Lain' WHERE language = 'en'", 1, "served"),
    ("UPDATE release_lessons SET note = 'x' WHERE id = 3", 1, "served"),
    ("UPDATE release_lessons SET extras = '{\"toc\": 1}' WHERE id = 3", 1, "served"),
    ("UPDATE release_lessons SET slug = 'lain' WHERE id = 3", 1, "served"),
    ("DELETE FROM release_lessons WHERE id = 4", 1, "served"),
    ("UPDATE releases SET outline = '{}'", 1, "served"),
    ("UPDATE releases SET paper = NULL", 1, "served"),
    ("UPDATE releases SET source = '{\"pw-1/module.id.md\": \"lain\"}'", 1, "release"),
])
def test_a_change_beside_the_ledger_is_found(session, cast, signed, statement, entry, reason):
    for one in ("made", "ratna", "yohana"):
        statement = statement.replace(f":{one}", str(getattr(cast, one).id))
    session.execute(sa.text(statement))
    found = verify_everything(session)
    assert (found.misfit, found.reason) == (entry, reason)


def test_two_names_exchanged_are_found_where_they_stand(session, cast, signed):
    """Everybody is counted, and yet whoever lost her name is not taken for a stranger, whom no entry knows."""
    assert count(session, at=AT)
    change = "UPDATE ledger_commitments SET salt = :salt WHERE person_id = :who"
    salts = kept_store.salts(session, [cast.made.id, cast.ratna.id])
    for who, other in ((cast.made.id, cast.ratna.id), (cast.ratna.id, cast.made.id)):
        session.execute(sa.text(change), {"who": who, "salt": salts[other]})
    found = verify_everything(session)
    assert found.misfit == 1 and found.reason == "person"


def test_words_without_an_entry_say_that_the_end_may_be_cut(session, signed):
    drop_guard(session)
    drop_foreign_keys(session)
    session.execute(sa.text("DELETE FROM ledger_entries WHERE seq = 4"))
    found = verify_everything(session)
    assert (found.count, found.misfit, found.reason) == (3, 0, "unsaid")


@pytest.mark.parametrize(("statement", "found"), [
    ("UPDATE decision_texts SET salt = 'xyz' WHERE seq = 4", (4, "words")),
    ("UPDATE ledger_commitments SET salt = 'xyz' WHERE person_id = 2", (1, "person")),
    ("UPDATE decision_texts SET message = x'ff' WHERE seq = 2", (2, "words")),
    ("UPDATE releases SET outline = '{'", (0, "unreadable")),
    ("UPDATE releases SET published_at = 'kemarin'", (0, "unreadable")),
])
def test_what_nobody_can_read_any_more_is_found_too(session, signed, statement, found):
    """SQLite takes anything in any column."""
    if session.get_bind().dialect.name == "sqlite":
        session.execute(sa.text(statement))
        verdict = verify_everything(session)
        assert (verdict.misfit, verdict.reason) == found


@pytest.mark.parametrize(("who", "entries"), [("made", 5), ("sari", 7)])
def test_an_erased_person_is_not_missed(session, cast, signed, who, entries):
    """A supervisor leaves two facilitators behind, who are supervised by one less."""
    erase(session, getattr(cast, who), at=AT)
    assert (verify_everything(session).count, verify_everything(session).misfit) == (entries, None)


@pytest.mark.parametrize(("who", "entry"), [("made", 1), ("sari", 2)])
def test_an_erasure_that_nobody_entered_is_found(session, cast, signed, who, entry):
    """Taking away what tells who it was would hide that evidence was taken away too."""
    forget(session, getattr(cast, who).id)
    assert (verify_everything(session).misfit, verify_everything(session).reason) == (entry, "forgotten")


@pytest.mark.parametrize("statement", [
    "UPDATE ledger_entries SET deed = 'returned' WHERE seq = 1", "DELETE FROM ledger_entries WHERE seq = 1",
    "UPDATE ledger_entries SET release_hash = 'x' WHERE seq = 1", "UPDATE ledger_entries SET seq = 9 WHERE seq = 1",
    "UPDATE ledger_entries SET expires_on = '2099-01-01' WHERE seq = 1",
])
def test_an_entry_changed_without_the_guard_is_found(session, signed, statement):
    session.execute(sa.text("DELETE FROM decision_texts"))
    drop_guard(session)
    session.execute(sa.text(statement))
    assert verify_everything(session).misfit is not None
