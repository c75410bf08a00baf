"""Decisions: who may, once, on the version that was seen; and what they leave in the ledger."""

import datetime as dt

import pytest

from tests.cast import AT
from tests.published import begin_supervision, end_supervision
from tests.training.signoffs.asking import asked, more_evidence
from training.core.refusal import NotAllowed
from training.signoffs import book, ledger
from training.signoffs.chain import verify
from training.signoffs.ledger import Words, certify, give_back, withdraw

GOOD, STEP = Words("Terima kasih.", "", "none"), Words("Hampir.", "Tambah satu contoh.", "none")
LATER = AT + dt.timedelta(days=2)


def sign(session, actor, request, key="key-12345", version=1, words=GOOD, at=LATER):
    return certify(session, actor, request, version=version, words=words, client_key=key, at=at)


def test_certifying_writes_one_entry_that_names_what_was_seen(session, cast, module):
    request = asked(session, cast.made, module)
    entry = sign(session, cast.sari, request)
    assert (entry.seq, entry.deed, entry.module) == (2, "certified", "contoh/pw-1")
    assert entry.release_hash == module.content_hash
    assert (entry.request_id, entry.request_version, entry.expires_on) == (request, 1, dt.date(2028, 11, 4))
    [decision] = book.decisions_of(session, cast.made.id, module.id)
    assert (decision.actor_name, decision.message, decision.entry) == (cast.sari.name, "Terima kasih.", entry)


def test_names_never_enter_the_ledger(session, cast, module):
    entry = sign(session, cast.sari, asked(session, cast.made, module))
    assert str(cast.made.id) not in (entry.subject, entry.actor) and len(entry.subject) == len(entry.actor) == 64
    assert "Terima kasih" not in repr(entry)


def test_the_same_key_decides_once(session, cast, module):
    request = asked(session, cast.made, module)
    assert sign(session, cast.sari, request) == sign(session, cast.sari, request)
    assert verify(session).count == 2


def test_a_second_decision_is_told_who_and_when(session, cast, module):
    begin_supervision(session, cast.budi, cast.made)
    request = asked(session, cast.made, module)
    sign(session, cast.sari, request)
    with pytest.raises(ledger.AlreadyDecided) as refused:
        give_back(session, cast.budi, request, version=1, words=STEP, client_key="key-budi1", at=LATER)
    assert (refused.value.decision.actor_name, refused.value.decision.entry.at) == (cast.sari.name, LATER)


def test_changed_evidence_is_not_signed_unseen(session, cast, module):
    request = asked(session, cast.made, module)
    more_evidence(session, cast.made, module, LATER)
    with pytest.raises(ledger.EvidenceChanged) as refused:
        sign(session, cast.sari, request)
    assert (refused.value.seen, refused.value.current) == (1, 2) and book.head(session).deed == "asked"
    assert sign(session, cast.sari, request, version=2).request_version == 2


@pytest.mark.parametrize(("who", "refusal"), [
    ("budi", ledger.NotYourLearner), ("made", ledger.OwnWork), ("ratna", NotAllowed), ("andreas", NotAllowed),
    ("agnes", NotAllowed), ("wayan", NotAllowed),
])
def test_only_her_supervisor_signs(session, cast, module, who, refusal):
    request = asked(session, cast.made, module)
    with pytest.raises(refusal):
        sign(session, getattr(cast, who), request)
    assert book.head(session).deed == "asked"


def test_a_former_supervisor_cannot_sign_off(session, cast, module):
    request = asked(session, cast.made, module)
    end_supervision(session, cast.sari, cast.made)
    with pytest.raises(ledger.NotYourLearner):
        sign(session, cast.sari, request)


def test_a_return_needs_one_next_step(session, cast, module):
    request = asked(session, cast.made, module)
    with pytest.raises(ledger.NextStepMissing):
        give_back(session, cast.sari, request, version=1, words=GOOD, client_key="key-12345", at=LATER)
    give_back(session, cast.sari, request, version=1, words=STEP, client_key="key-12345", at=LATER)
    assert book.decision_on(session, request).next_step == "Tambah satu contoh."


@pytest.mark.parametrize(("conflict", "refusal"), [
    ("", ledger.ConflictUnanswered), ("declared", ledger.ConflictOfInterest), ("perhaps", ledger.ConflictUnanswered),
])
def test_a_close_tie_is_asked_about(session, cast, module, conflict, refusal):
    with pytest.raises(refusal):
        sign(session, cast.sari, asked(session, cast.made, module), words=Words("Baik.", "", conflict))


def test_a_withdrawal_is_a_new_entry(session, cast, module):
    sign(session, cast.sari, asked(session, cast.made, module))
    words = Words("Refleksinya ternyata milik orang lain.", "Tulis refleksi sendiri.")
    for _ in range(2):
        withdraw(session, cast.sari, cast.made.id, module.id, words=words, client_key="key-away1", at=LATER)
    assert [one.entry.deed for one in book.decisions_of(session, cast.made.id)] == ["certified", "withdrawn"]
    with pytest.raises(ledger.NothingToWithdraw):
        withdraw(session, cast.sari, cast.made.id, module.id, words=words, client_key="key-away2", at=LATER)


@pytest.mark.parametrize(("words", "refusal"), [
    (Words(" ", "Tulis refleksi sendiri."), ledger.ReasonMissing), (Words("Keliru.", " "), ledger.NextStepMissing),
])
def test_a_withdrawal_needs_its_reason_and_one_next_step(session, cast, module, words, refusal):
    sign(session, cast.sari, asked(session, cast.made, module))
    with pytest.raises(refusal):
        withdraw(session, cast.sari, cast.made.id, module.id, words=words, client_key="key-away1", at=LATER)
    assert [one.entry.deed for one in book.decisions_of(session, cast.made.id)] == ["certified"]


def test_a_clock_set_back_does_not_turn_the_ledger_back(session, cast, module):
    sign(session, cast.sari, asked(session, cast.made, module))
    request = asked(session, cast.ratna, module)
    earlier = sign(session, cast.sari, request, key="key-ratna", at=AT - dt.timedelta(days=9))
    assert earlier.at == LATER and verify(session).misfit is None


def test_erasing_a_person_leaves_the_ledger_whole(session, cast, module):
    entry = sign(session, cast.sari, asked(session, cast.made, module))
    book.forget(session, cast.made.id)
    assert book.decisions_of(session, cast.made.id) == () and book.head(session) == entry
    assert verify(session).misfit is None
