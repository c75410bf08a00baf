"""How long grading ten thousand attempts of ten questions takes, all in memory, against a bare loop over the same data:
the least that any grader could do."""

import random
import time

from tests.training.quizzes.samples import RIGHT, every_kind
from training.quizzes.grading import grade_attempt

ATTEMPTS = 10_000
KINDS = ("satu", "semua", "mitos", "menit", "nama", "jodoh", "urut", "rumpang", "nilai", "tanggapan")
"""Ten questions, each of another kind."""

OTHER = {
    "satu": 0, "semua": [0, 2], "mitos": 0, "menit": "80", "nama": "kenari separuh", "jodoh": [1, 0, 2],
    "urut": [2, 1, 3, 4], "rumpang": ["rasa aman", ""], "nilai": 1, "tanggapan": [1, 1],
}


def attempts() -> list[dict]:
    """Ten thousand attempts: each answer right, partly right or wrong, as chance will have it."""
    chance = random.Random(2026)
    return [{slug: chance.choice((RIGHT, OTHER))[slug] for slug in KINDS} for _ in range(ATTEMPTS)]


def measure() -> tuple[float, float]:
    """CPU seconds for grading all, and for a loop that only compares each answer with the right one."""
    questions, given = [every_kind()[slug] for slug in KINDS], attempts()
    for one in given[:100]:
        grade_attempt(questions, one, 0.8)
    started = time.process_time()
    for one in given:
        grade_attempt(questions, one, 0.8)
    graded = time.process_time() - started
    started = time.process_time()
    for one in given:
        sum(one[slug] == RIGHT[slug] for slug in KINDS) / len(KINDS)
    return graded, time.process_time() - started
