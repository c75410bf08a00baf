"""Which questions of a quiz stand open on the review page, and which are folded away because they went well."""

import pytest

from blueprints.web.evidence import AT_ONCE, shown

DAY = "2026-11-01T08:00:00+00:00"


def evidence(*attempts):
    """Evidence of attempts, each a score for q1, q2 …; None was not asked."""
    return {
        "readings": [], "lessons": [], "observations": [],
        "questions": [{"slug": f"q{n}", "stems": {"id": f"Soal {n}"}} for n in range(1, 10)],
        "attempts": [{"submitted_at": DAY, "answers": [
            {"question": f"q{n}", "score": score} for n, score in enumerate(scores, 1) if score is not None
        ]} for scores in attempts],
    }


@pytest.mark.parametrize(("attempts", "open_ones"), [
    ([[1.0] * 7], [1, 2, 3, 4, 5]),
    ([[1.0] * AT_ONCE], [1, 2, 3, 4, 5]),
    ([[1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.5]], [1, 2, 3, 4, 7]),
    ([[0.0] * 7], [1, 2, 3, 4, 5, 6, 7]),
    ([[1.0] * 6, [None, None, None, None, None, 0.0]], [1, 2, 3, 4, 6]),
])
def test_what_was_looked_at_again_is_never_folded(attempts, open_ones):
    found = shown(evidence(*attempts))
    assert [one.number for one in found.unfolded] == open_ones
    assert sorted(one.number for one in (*found.unfolded, *found.folded)) == [one.number for one in found.questions]
    assert all(one.was_always_right for one in found.folded)
