"""Many problems of one sort in one file: the first of them, and how many more there are. A page of thousands helps
nobody and takes long to draw. It never hides a sort of problem, only its repetition."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable

from training.core.problem import Problem
from training.curriculum.words import WORDS

MOST = 50
"""So many problems of one sort are told one by one in one file."""


def counted(problems: Iterable[Problem]) -> list[Problem]:
    """The problems, with those of one sort in one file beyond MOST as one that counts them, at the line where they
    begin."""
    sorts: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in sorted(problems, key=lambda one: one.line or 0):
        sorts[problem.path, problem.code].append(problem)
    kept = []
    for alike in sorts.values():
        kept += alike[:MOST]
        if len(alike) > MOST:
            kept.append(_the_rest(alike[MOST], len(alike) - MOST))
    return kept


def _the_rest(first: Problem, count: int) -> Problem:
    titles = {language: told.title.format(**first.facts) for language, told in WORDS[first.code].items()}
    facts = {"count": count, "what_id": titles["id"], "what_en": titles["en"]}
    return dataclasses.replace(first, code="check.more-alike", facts=facts, mark=None)
