"""Every problem an author can meet has its words in both languages, its heading in docs/author-messages.md and a small
course that shows it, and that course shows nothing else."""

import re
import string

import pytest

from tests import author_messages, broken_courses
from training.core.language import LANGUAGES
from training.curriculum.report import as_json, tell
from training.curriculum.words import TOPICS, WORDS

QUIETLY = ("Error", "error:", "None", "KeyError", "null", "node", "Traceback")


def test_the_page_says_exactly_what_the_words_say():
    assert author_messages.PAGE.read_text() == author_messages.page(), "run python -m tests.author_messages"


def test_no_code_stands_in_two_topics():
    assert sum(len(words) for words in TOPICS.values()) == len(WORDS)


def test_every_code_has_its_broken_course():
    assert set(WORDS) - set(TOPICS["exchange"]) == set(broken_courses.codes())


def test_every_heading_of_the_page_is_a_code():
    headings = re.findall(r"^### (.+)$", author_messages.PAGE.read_text(), re.MULTILINE)
    assert sorted(headings) == sorted(WORDS)


@pytest.mark.parametrize("code", sorted(WORDS))
def test_both_languages_use_the_same_facts_and_say_something_in_every_part(code):
    names = {}
    for language in LANGUAGES:
        telling = WORDS[code][language]
        assert telling.title and telling.says and telling.expected
        assert telling.says[-1] in ".?!:”" and not telling.title.endswith(".")
        pieces = string.Formatter().parse("".join(telling))
        names[language] = {name.removesuffix(f"_{language}") for _, name, _, _ in pieces if name}
    assert names["id"] == names["en"]


@pytest.mark.parametrize("code", broken_courses.codes())
def test_a_broken_course_yields_exactly_its_problem_told_in_both_languages(code, tmp_path):
    report = broken_courses.report_of(code, tmp_path)
    assert {one.code for one in report.problems} == broken_courses.expected(code)
    for problem in report.problems:
        for language in LANGUAGES:
            told = tell(problem, language)
            assert told.startswith(problem.path) and told.endswith(f"{problem.code} · docs/author-messages.md")
            assert not [word for word in QUIETLY if word in told.replace(problem.path, "")]
            assert max(map(len, told.splitlines())) <= 120
        assert set(as_json(problem)) == {"code", "severity", "path", "line", "says", "expected", "hint"}
