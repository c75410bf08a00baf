"""Evidence of a quiz tells how far an answer was right, and never whether somebody chose the gentle path."""

import dataclasses

import pytest

from tests.cast import AT
from tests.published import PAPER
from tests.training.quizzes.samples import quiz_of
from training.curriculum.store import ReleaseRow
from training.quizzes import attempts
from training.quizzes.frozen import to_data
from training.quizzes.paper import PaperQuestion, merge, present_paper
from training.signoffs.evidence import gather


def softer(question: PaperQuestion) -> PaperQuestion:
    once = {"slug": "q-lembut", "alternative_to": question.key.slug}
    return PaperQuestion({language: dataclasses.replace(one, **once) for language, one in question.languages.items()})


@pytest.fixture
def paper(session, module):
    paper = dataclasses.replace(PAPER, questions=(*PAPER.questions, softer(PAPER.questions[0])))
    session.get(ReleaseRow, module.release_id).paper = to_data(paper)
    session.flush()
    return paper


def evidence_of(session, person, module, paper, given, *, gentle, before=None):
    """The quiz's part of the evidence after one attempt; `before` was answered before the path was chosen."""
    attempt = attempts.begin(session, person.id, module.release_id, "one-attempt", at=AT)
    attempts.save_answers(session, attempt, paper, before or {}, at=AT)
    attempts.choose_path(session, attempt, gentle=gentle)
    attempts.submit(session, attempt, paper, given, at=AT)
    evidence = gather(session, person.id, module.release_id)
    answers = [{**one} for one in evidence["attempts"][0]["answers"]]
    return evidence["questions"], sorted(answers, key=lambda one: one["question"])


def test_the_evidence_is_the_same_on_both_paths(session, cast, module, paper):
    plain = evidence_of(session, cast.ratna, module, paper, {"q-jeda": 0, "q-nasihat": 0}, gentle=False)
    gentle = evidence_of(session, cast.made, module, paper, {"q-lembut": 0, "q-nasihat": 0}, gentle=True)
    assert plain == gentle
    assert "lembut" not in str(gentle)


def test_an_answer_given_before_the_path_was_left_is_not_told(session, cast, module, paper):
    told = evidence_of(session, cast.ratna, module, paper, {"q-lembut": 1}, gentle=True, before={"q-jeda": 0})
    assert [(one["question"], one["score"]) for one in told[1]] == [("q-jeda", 0.0)]


@pytest.fixture
def open_paper(session, module):
    text = "## Kuis\n\n### Ceritakan *satu* saat.\n<!-- id: q-saat -->\n\n"
    text += "### Apa?\n<!-- id: q-apa -->\n- [x] a\n- [ ] b\n"
    paper = present_paper(merge({"id": quiz_of(text)}), lambda text, language: f"<p>{text}</p>")
    session.get(ReleaseRow, module.release_id).paper = to_data(paper)
    session.flush()
    return paper


def written(session, person, module, paper, words):
    attempt = attempts.begin(session, person.id, module.release_id, "open-attempt", at=AT)
    attempts.submit(session, attempt, paper, {"q-saat": words, "q-apa": 0}, at=AT)
    return gather(session, person.id, module.release_id)


def test_what_is_written_in_a_quiz_stays_private(session, cast, module, open_paper):
    evidence = written(session, cast.ratna, module, open_paper, "Saya menangis.")
    assert "menangis" not in str(evidence)
    assert [one["slug"] for one in evidence["questions"]] == ["q-apa"]
    assert [one["question"] for one in evidence["attempts"][0]["answers"]] == ["q-apa"]


def test_what_is_shared_stands_among_the_reflections(session, cast, module, open_paper):
    evidence = written(session, cast.ratna, module, open_paper, {"text": "Saya diam.", "shared": True})
    (shared,) = evidence["reflections"]
    assert (shared["titles"], shared["text"]) == ({"id": "Ceritakan *satu* saat."}, "Saya diam.")


def test_an_answer_taken_back_is_no_answer(session, cast, module, open_paper):
    attempt = attempts.begin(session, cast.ratna.id, module.release_id, "taken-back", at=AT)
    attempts.save_answers(session, attempt, open_paper, {"q-apa": 0}, at=AT)
    done = attempts.submit(session, attempt, open_paper, {"q-apa": None}, at=AT)
    assert done.score == 0 and attempts.responses(session, done) == {}
    assert gather(session, cast.ratna.id, module.release_id)["attempts"][0]["answers"] == []
