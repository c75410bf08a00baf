"""What is asked again is known from person and week, comes from the whole bank, and spares nobody's peace."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from tests.training.quizzes.samples import quiz_of
from training.quizzes.paper import merge
from training.quizzes.recall import COUNT, to_recall

BANK = merge({"id": quiz_of(
    "## Kuis\n\nAmbil: 2\n\n" + "".join(f"### {n}?\n<!-- id: q-{n} -->\n- [x] a\n- [ ] b\n\n" for n in range(8))
    + "### Berat?\n<!-- id: q-berat -->\n- [x] a\n- [ ] b\n\nCatatan isi: menyebut kehilangan\n\n"
    + "### Lembut?\n<!-- id: q-lembut -->\n- [x] a\n- [ ] b\n\nPengganti untuk: q-berat\n\n"
    + "### Ceritakan.\n<!-- id: q-tulis -->\n"
)})
MONDAY = dt.datetime(2026, 11, 16, 8)


@given(st.integers(1, 10_000), st.integers(0, 6))
def test_a_week_asks_the_same_few_questions(person, day):
    asked = to_recall(BANK, person, MONDAY + dt.timedelta(days=day))
    assert asked == to_recall(BANK, person, MONDAY) and len(set(asked)) == COUNT


def test_other_weeks_ask_others_and_reach_the_whole_bank():
    asked = {slug for week in range(40) for slug in to_recall(BANK, 1, MONDAY + dt.timedelta(weeks=week))}
    assert asked == {f"q-{n}" for n in range(8)}
