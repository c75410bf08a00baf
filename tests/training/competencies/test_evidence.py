"""All evidence of a competency, with its release; and what never turns into a level."""

import datetime as dt
import pathlib

from tests.cast import AT
from tests.published import TASK, publish_module, read_all, try_quiz
from tests.training.credentials.earning import certified
from training.competencies.evidence import KNOWLEDGE, PRACTICE, REFLECTION, gather
from training.framework.read import read_framework
from training.practice.records import record_practice
from training.practice.store import ObservationRow, TickRow

FRAMEWORK, _ = read_framework(pathlib.Path("courses/competencies/framework.yml"))


def observed(session, learner, observer, code, day=2, harm=False):
    """Everything basic and nothing advanced seen of one competency."""
    row = ObservationRow(
        observer_id=observer.id, learner_id=learner.id, competency=code, mode="roleplay_live", scene="Dewi yang diam",
        language="Indonesia", framework_version=1, observed_on=dt.date(2026, 11, day), recorded_at=AT,
        client_key=f"seen-{code}-{day}",
    )
    session.add(row)
    session.flush()
    for one in FRAMEWORK.competency(code).behaviours:
        is_seen = one.kind == "basic" or (harm and one.kind == "harmful")
        session.add(TickRow(observation_id=row.id, behaviour=one.code, kind=one.kind,
                            state="seen" if is_seen else "not_seen", note="menit 3" if one.kind == "harmful" else ""))
    session.flush()


def test_a_perfect_quiz_leaves_the_level_open(session, cast):
    module = publish_module(session)
    read_all(session, cast.ratna, module)
    try_quiz(session, cast.ratna, module)
    found = gather(session, cast.ratna, FRAMEWORK, at=AT)["B1"]
    assert found.status.level is None and found.seen == ()
    assert [(one.kind, one.release) for one in found.knowledge] == [(KNOWLEDGE, 1)]


def test_a_failed_quiz_is_no_knowledge(session, cast):
    try_quiz(session, cast.ratna, publish_module(session), passed=False)
    assert gather(session, cast.ratna, FRAMEWORK, at=AT)["B1"].knowledge == ()


def test_every_kind_of_evidence_is_found_where_it_is_mapped_and_nowhere_else(session, cast):
    module = publish_module(session)
    certified(session, cast.ratna, cast.sari, module)
    record_practice(session, cast.ratna, module.id, TASK, release_id=module.release_id, company="peers",
                    done_on=AT.date(), note="", client_key="practised", at=AT)
    observed(session, cast.ratna, cast.sari, "B1")
    found = gather(session, cast.ratna, FRAMEWORK, at=AT)
    one = found["B1"]
    assert one.status.level == 3 and one.seen[0].observer == "Sari Kusumaningtyas"
    assert [(piece.release, piece.by, piece.words) for piece in one.signed] == [(1, "Sari Kusumaningtyas", "disahkan")]
    assert {piece.kind for piece in one.practised} == {PRACTICE, REFLECTION} and len(one.knowledge) == 1
    assert found["C1"].seen == () and found["C1"].signed == one.signed
    other = found["D3"]
    assert other.status.level is None and not (other.signed or other.knowledge or other.practised)


def test_nothing_of_somebody_else_is_gathered(session, cast):
    module = publish_module(session)
    certified(session, cast.ratna, cast.sari, module)
    observed(session, cast.ratna, cast.sari, "B1")
    for one in gather(session, cast.made, FRAMEWORK, at=AT).values():
        assert not (one.seen or one.signed or one.knowledge or one.practised)
