"""Two languages become one paper, and a paper survives being frozen."""

import dataclasses
import json

import pytest

from tests.training.quizzes.samples import EVERY_KIND, RIGHT, paper_of, quiz_of
from training.quizzes.frozen import UnreadablePaper, from_data, to_data
from training.quizzes.grading import grade_attempt
from training.quizzes.language_pair import compare
from training.quizzes.markup import read_quiz
from training.quizzes.paper import PaperQuestion, merge
from training.quizzes.reviews import review_view

ID = quiz_of(EVERY_KIND, "id")
EN = quiz_of(EVERY_KIND, "en")


def test_equal_versions_have_no_problems():
    assert compare(ID, EN, "quiz.en.md") == ()


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        ("- [ ] Pilihan C\n  > KENARI-umpan-3\n", "", "number of options"),
        ("- [ ] Pilihan A", "- [x] Pilihan A", "kind of question"),
        ("- [x] Benar dua", "- [ ] Benar dua", "kind of question"),
        ("- [x] Salah\n", "- [ ] Salah\n", "right marks"),
        ("- [1,5] Temani", "- [2] Temani", "points of the options"),
        ("- [91 0 1 5]", "- [90 0 1 5]", "panel's ratings"),
        ("50%: 70..90", "50%: 70..91", "accepted numbers"),
        ("- Membeku -> Sebut namanya\n", "", "pairs"),
        ("4. Mulai\n", "", "number of items"),
        (", lalu [[kenari-bicara]]", "", "number of gaps"),
        ("→ [Keluar](#keluar)", "→ [Keluar](#di-pintu)", "where the options lead"),
        ("{#keluar}", "{#keluar-2}", "steps of the story"),
        ("Lulus: 75%", "Lulus: 70%", "mastery mark"),
    ],
)
def test_whatever_scores_must_be_equal_in_both_languages(before, after, what):
    other, _ = read_quiz(EVERY_KIND.replace(before, after), "quiz.en.md", "en")
    problems = compare(ID, other, "quiz.en.md")
    assert [problem.facts["what_en"] for problem in problems] == [what]
    assert problems[0].code == "quiz.languages-differ"
    assert (problems[0].facts["whose_en"] == "this quiz") == (what == "mastery mark")


def test_missing_and_extra_questions_are_named():
    other, _ = read_quiz(EVERY_KIND.replace("id: satu", "id: lain"), "quiz.en.md", "en")
    codes = {(problem.code, problem.facts["slug"]) for problem in compare(ID, other, "quiz.en.md")}
    assert codes == {("quiz.question-missing", "satu"), ("quiz.question-extra", "lain")}


def test_typed_answers_are_accepted_in_every_language():
    one = quiz_of("## Kuis\n### a\n<!-- id: a -->\nJawaban: aman\n### b [[satu]]\n<!-- id: b -->\n", "id")
    two = quiz_of("## Quiz\n### a\n<!-- id: a -->\nAnswer: safe\n### b [[one]]\n<!-- id: b -->\n", "en")
    keys = merge({"id": one, "en": two}).keys
    assert grade_attempt(keys, {"a": "SAFE", "b": ["one"]}).score == 1
    assert grade_attempt(keys, {"a": "aman", "b": ["satu"]}).score == 1


def test_a_version_that_would_score_differently_is_left_out():
    other, _ = read_quiz(EVERY_KIND.replace("- [x] Salah\n", "- [ ] Salah\n"), "quiz.en.md", "en")
    paper = merge({"id": ID, "en": other})
    assert list(paper.by_slug["mitos"].languages) == ["id"]
    assert list(paper.by_slug["satu"].languages) == ["id", "en"]


def test_settings_are_the_source_languages():
    other = dataclasses.replace(EN, questions=tuple(dataclasses.replace(q, skill="x") for q in EN.questions))
    assert merge({"id": ID, "en": other}).by_slug["satu"].languages["en"].skill == ""


def test_a_frozen_paper_is_read_back_the_same():
    paper = paper_of("id", "en")
    data = json.loads(json.dumps(to_data(paper)))
    again = from_data(data)
    assert to_data(again) == data
    assert again.keys == paper.keys
    assert again.source.mastery == 0.75
    assert grade_attempt(again.keys, RIGHT).score == 1


def test_each_language_keeps_its_own_heading_to_read_again():
    headings = {"id": "Tiga tanda", "en": "Three signs"}
    versions = {language: quiz_of(EVERY_KIND, language) for language in headings}
    for language, heading in headings.items():
        questions = [dataclasses.replace(one, passage="jeda", heading=heading) for one in versions[language].questions]
        versions[language] = dataclasses.replace(versions[language], questions=tuple(questions))
    paper = from_data(json.loads(json.dumps(to_data(merge(versions)))))
    question = paper.questions[0]
    views = {language: review_view(question, None, language, 1) for language in headings}
    assert {language: (view["passage"], view["heading"]) for language, view in views.items()} == {
        language: ("jeda", heading) for language, heading in headings.items()
    }
    only = PaperQuestion({"id": question.languages["id"]})
    assert review_view(only, None, "en", 1)["heading"] == "", "the English lesson has no such heading"


def test_a_paper_frozen_before_there_were_headings_stays_as_it_was():
    data = to_data(paper_of(EVERY_KIND))
    versions = [(entry["slug"], texts) for entry in data["questions"] for texts in entry["texts"].values()]
    assert not [texts for _slug, texts in versions if "heading" in texts]
    assert {slug for slug, texts in versions if "remarks" in texts} == {"rumpang"}
    assert {one.key.heading for one in from_data(data).questions} == {""}


def test_the_same_quiz_always_freezes_to_the_same_json():
    assert json.dumps(to_data(paper_of("id"))) == json.dumps(to_data(paper_of("id")))


def test_frozen_data_of_another_form_is_refused():
    with pytest.raises(UnreadablePaper):
        from_data({"format": 99})
