"""A critical module needs two supervisors; and a request may be handed to another."""

import datetime as dt

import pytest

from tests.cast import AT
from tests.published import begin_supervision, end_supervision, publish_module
from tests.training.signoffs.asking import asked, make_critical, more_evidence, ready
from training.framework.settings import Settings
from training.signoffs import book, ledger
from training.signoffs.cross_check import verify_everything
from training.signoffs.inbox import BACK, SECOND, inbox, review, waiting_count
from training.signoffs.ledger import Words, certify, give_back, hand
from training.signoffs.requests import ask, has_news
from training.signoffs.steps import module_states, standings

GOOD, STEP = Words("Terima kasih.", "", "none"), Words("Hampir.", "Tambah satu contoh.", "none")
PASS_ON = Words("Ia sepupu saya; mohon Mas Budi yang melihat.", "", "declared")
LATER = AT + dt.timedelta(days=2)


@pytest.fixture
def module(session):
    module = publish_module(session)
    make_critical(session, module)
    return module


@pytest.fixture
def request_(session, cast, module):
    begin_supervision(session, cast.budi, cast.made)
    return asked(session, cast.made, module)


@pytest.fixture
def plain(session, cast):
    begin_supervision(session, cast.budi, cast.made)
    return asked(session, cast.made, publish_module(session, "pw-2"))


def sign(session, actor, request, key=None, deed=certify, words=GOOD, version=1):
    return deed(session, actor, request, version=version, words=words, client_key=key or f"key-{actor.id:06}", at=LATER)


def give_to(session, actor, request, to, words=PASS_ON, key="key-handing"):
    return hand(session, actor, request, to.id, version=1, words=words, client_key=key, at=LATER)


def where(session, cast, request):
    module_id = review(session, cast.sari.id, request).module_id
    return (standings(session, cast.made, [module_id], at=LATER)[module_id],
            module_states(session, cast.made, [module_id], at=LATER)[module_id])


@pytest.mark.parametrize(("critical", "two"), [((), False), (("D1",), False), (("D1", "C1"), True)])
def test_a_module_mapped_to_a_critical_competency_takes_two(session, cast, critical, two):
    settings = Settings(critical=critical)
    module = publish_module(session, "pw-2", competencies=("B1", "C1"))
    ready(session, cast.made, module)
    request = ask(session, cast.made, module.id, client_key="key-mapped", at=AT, settings=settings)
    assert review(session, cast.sari.id, request).needs_two is two
    assert review(session, cast.sari.id, request).evidence["module"]["critical"] is two
    assert not has_news(session, cast.made.id, module.id, settings)
    assert sign(session, cast.sari, request).deed == ("first_signed" if two else "certified")


def test_a_framework_that_changes_later_asks_no_less_of_an_open_request(session, cast):
    begin_supervision(session, cast.budi, cast.made)
    module = publish_module(session, "pw-2", competencies=("D1",))
    ready(session, cast.made, module)
    request = ask(session, cast.made, module.id, client_key="key-before", at=AT, settings=Settings(critical=("D1",)))
    assert sign(session, cast.sari, request).deed == "first_signed"
    assert ask(session, cast.made, module.id, client_key="key-after1", at=LATER, settings=Settings()) == request
    assert review(session, cast.budi.id, request).needs_two and sign(session, cast.budi, request).deed == "certified"


def test_the_first_signature_certifies_nothing_yet(session, cast, request_):
    entry = sign(session, cast.sari, request_)
    standing, state = where(session, cast, request_)
    assert (entry.deed, entry.expires_on) == ("first_signed", None)
    assert (standing.state, standing.first, standing.certificate) == ("first_signed", entry, None)
    assert (state.signed, state.half_signed, state.certified) == (0.5, True, False)


def test_the_second_supervisor_certifies(session, cast, request_):
    sign(session, cast.sari, request_)
    entry = sign(session, cast.budi, request_)
    standing, state = where(session, cast, request_)
    assert (entry.deed, standing.state, standing.first, state.certified) == ("certified", "certified", None, True)
    assert len({one.actor_id for one in book.decisions_of(session, cast.made.id)}) == 2
    assert verify_everything(session).misfit is None


def test_the_same_supervisor_twice_is_refused_by_name(session, cast, request_):
    sign(session, cast.sari, request_)
    with pytest.raises(ledger.SameSupervisorTwice) as refused:
        sign(session, cast.sari, request_, key="key-again1")
    assert refused.value.facts["name"] == cast.sari.name
    assert sign(session, cast.sari, request_).deed == "first_signed" and len(book.decisions_on(session, request_)) == 1


def test_the_second_may_return_it_and_then_two_are_needed_again(session, cast, request_):
    sign(session, cast.sari, request_)
    sign(session, cast.budi, request_, deed=give_back, words=STEP)
    standing, state = where(session, cast, request_)
    assert (standing.state, standing.first, state.half_signed) == ("returned", None, False)
    again = ask(session, cast.made, standing.last.module_id, client_key="key-again", at=LATER)
    assert sign(session, cast.sari, again, key="key-fresh1").deed == "first_signed"


def test_what_was_signed_once_is_not_renewed(session, cast, module, request_):
    before = review(session, cast.budi.id, request_).evidence
    sign(session, cast.sari, request_)
    assert more_evidence(session, cast.made, module, LATER) == request_
    assert not has_news(session, cast.made.id, module.id)
    assert review(session, cast.budi.id, request_).evidence == before


def test_it_waits_for_the_other_supervisor_only(session, cast, request_):
    assert inbox(session, cast.budi.id).shown == {SECOND: 0, BACK: 0}
    sign(session, cast.sari, request_)
    assert waiting_count(session, cast.sari.id) == 0 and not review(session, cast.sari.id, request_).is_hers
    found = inbox(session, cast.budi.id, show=SECOND)
    assert [row.id for row in found.rows] == [request_] and found.rows[0].is_second and found.shown[SECOND] == 1
    assert review(session, cast.budi.id, request_).first.actor_name == cast.sari.name


def test_what_came_back_can_be_filtered(session, cast, plain):
    sign(session, cast.sari, plain, deed=give_back, words=STEP)
    module_id = review(session, cast.sari.id, plain).module_id
    again = ask(session, cast.made, module_id, client_key="key-again", at=LATER)
    assert [row.id for row in inbox(session, cast.sari.id, show=BACK).rows] == [again]
    assert inbox(session, cast.sari.id, show="nonsense").count == 1
    assert inbox(session, cast.sari.id, show=SECOND).rows == ()


def test_a_handed_request_waits_for_whom_it_was_handed_to(session, cast, plain):
    entry = give_to(session, cast.sari, plain, cast.budi)
    assert (entry.deed, entry.conflict, bool(entry.other)) == ("handed", "declared", True)
    assert (waiting_count(session, cast.sari.id), waiting_count(session, cast.budi.id)) == (0, 1)
    seen = review(session, cast.budi.id, plain)
    assert (seen.handed.message, seen.waits_for.id, seen.is_hers) == (PASS_ON.message, cast.budi.id, True)
    with pytest.raises(ledger.HandedOn) as refused:
        sign(session, cast.sari, plain)
    assert refused.value.facts["to"] == cast.budi.name
    assert sign(session, cast.budi, plain).deed == "certified" and verify_everything(session).misfit is None


def test_what_supervisors_tell_each_other_is_not_shown_to_the_learner(session, cast, plain):
    give_to(session, cast.sari, plain, cast.budi)
    assert book.decisions_of(session, cast.made.id) == ()


@pytest.mark.parametrize(("to", "words", "refusal"), [
    ("budi", Words("", "", "none"), ledger.SentenceMissing), ("sari", PASS_ON, ledger.NotHerSupervisor),
    ("wayan", PASS_ON, ledger.NotHerSupervisor), ("made", PASS_ON, ledger.NotHerSupervisor),
])
def test_it_is_handed_with_a_sentence_to_another_supervisor_of_hers(session, cast, plain, to, words, refusal):
    with pytest.raises(refusal):
        give_to(session, cast.sari, plain, getattr(cast, to), words)
    assert book.head(session).deed == "asked" and waiting_count(session, cast.sari.id) == 1


def test_it_comes_back_to_all_when_that_supervisor_leaves(session, cast, plain):
    give_to(session, cast.sari, plain, cast.budi)
    end_supervision(session, cast.budi, cast.made)
    assert waiting_count(session, cast.sari.id) == 1 and review(session, cast.sari.id, plain).is_hers
    assert sign(session, cast.sari, plain).deed == "certified"


def test_only_a_supervisor_of_hers_hands_on(session, cast, plain):
    end_supervision(session, cast.sari, cast.made)
    with pytest.raises(ledger.NotYourLearner):
        give_to(session, cast.sari, plain, cast.budi)


def test_the_first_signer_is_not_handed_the_second(session, cast, request_):
    sign(session, cast.sari, request_)
    with pytest.raises(ledger.NotHerSupervisor):
        give_to(session, cast.budi, request_, cast.sari)


def test_changed_evidence_is_not_handed_unseen(session, cast, plain):
    with pytest.raises(ledger.EvidenceChanged):
        hand(session, cast.sari, plain, cast.budi.id, version=7, words=PASS_ON, client_key="key-handing", at=LATER)
