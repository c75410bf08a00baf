"""Words that the courses never use for people: nobody fails, and nobody is a victim where a survivor is meant.

The law's own name, Pendamping Korban, stays. Lessons about choosing words, and the framework where it describes harm,
quote the hurtful ones; they are named here.
"""

import re

import pytest

from blueprints.web.settings import ROOT

COURSES = ROOT / "courses"
QUOTED = ("trauma-informed/tic-5/", "group-facilitation/gf-1/3-mengundang")
TEXTS = [path for path in sorted(COURSES.rglob("*.md")) if path.parent != COURSES]
NEVER = re.compile(r"\b(?:gagal|kegagalan|fail(?:s|ed|ure|ing)?|committed suicide)\b", re.IGNORECASE)
VICTIM = re.compile(r"\b(?:korban|victims?)\b", re.IGNORECASE)
BY_LAW = re.compile(r"pendamping[- ]korban|victim's legal companion", re.IGNORECASE)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.relative_to(COURSES)))
def test_nobody_fails_and_nobody_is_a_victim(path):
    text = BY_LAW.sub("", path.read_text(encoding="utf-8"))
    assert not NEVER.findall(text)
    if not str(path.relative_to(COURSES)).startswith(QUOTED):
        assert not VICTIM.findall(text)
