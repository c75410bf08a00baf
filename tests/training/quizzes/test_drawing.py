"""What an attempt is given, and in which order."""

from hypothesis import given
from hypothesis import strategies as st

from tests.training.quizzes.samples import every_kind, quiz_of
from training.quizzes.drawing import draw_questions, shown_order

ALL = every_kind()
SEEDS = st.integers(0, 2**31)
BANK = quiz_of(
    "## Kuis\n\nAmbil: 3\n\n"
    + "".join(f"### s{n}?\n<!-- id: s{n} -->\nKompetensi: {'D1' if n < 6 else 'D2'}\n" for n in range(9))
    + "### Lembut?\n<!-- id: lembut -->\nPengganti untuk: s0\n"
).questions


@given(SEEDS)
def test_the_same_seed_gives_the_same(seed):
    assert draw_questions(BANK, seed, 3) == draw_questions(BANK, seed, 3)
    assert all(shown_order(question, seed) == shown_order(question, seed) for question in ALL.values())


@given(SEEDS, st.integers(1, 12))
def test_a_draw_takes_as_many_as_asked_each_once_in_the_authors_order(seed, count):
    drawn = draw_questions(BANK, seed, count)
    assert len(drawn) == min(count, 9)
    assert list(drawn) == sorted(set(drawn))


@given(SEEDS)
def test_a_draw_is_spread_over_the_skills(seed):
    skills = [next(q.skill for q in BANK if q.slug == slug) for slug in draw_questions(BANK, seed, 4)]
    assert sorted(skills) == ["D1", "D1", "D2", "D2"]


def test_every_question_of_a_bank_is_drawn_sometimes():
    drawn = {slug for seed in range(200) for slug in draw_questions(BANK, seed, 2)}
    assert drawn == {f"s{n}" for n in range(9)}


def test_the_gentle_path_replaces_and_the_other_never_asks_the_alternative():
    assert draw_questions(BANK, 1, gentle=True)[0] == "lembut"
    assert "lembut" not in draw_questions(BANK, 1)
    assert len(draw_questions(BANK, 1, gentle=True)) == len(draw_questions(BANK, 1))


def test_the_alternative_counts_as_the_question_it_replaces_in_the_draw():
    for seed in range(50):
        plain, gentle = draw_questions(BANK, seed, 3), draw_questions(BANK, seed, 3, gentle=True)
        assert [slug.replace("lembut", "s0") for slug in gentle] == list(plain)


@given(SEEDS)
def test_items_to_order_never_stand_in_their_right_order(seed):
    order = shown_order(ALL["urut"], seed)
    assert sorted(order) == [0, 1, 2, 3]
    assert order != (0, 1, 2, 3)


@given(SEEDS)
def test_true_false_and_stories_keep_their_order(seed):
    assert shown_order(ALL["mitos"], seed) == (0, 1)
    assert shown_order(ALL["cerita"], seed) == (0, 1)


def test_shuffling_reaches_every_order_and_can_be_switched_off():
    assert len({shown_order(ALL["satu"], seed) for seed in range(200)}) == 6
    fixed = quiz_of("## Kuis\n### a\n- [x] a\n- [ ] b\n- [ ] c\n\nAcak: tidak\n").questions[0]
    assert {shown_order(fixed, seed) for seed in range(50)} == {(0, 1, 2)}


def test_choices_that_are_not_shuffled_stand_by_the_alphabet_not_by_the_key():
    fixed = quiz_of("## Kuis\n### a\n- a -> z\n- b -> y\n- c -> x\n\nAcak: tidak\n").questions[0]
    assert shown_order(fixed, 1) == (2, 1, 0)


def test_an_order_is_the_same_on_every_machine():
    assert [shown_order(ALL["semua"], seed) for seed in (1, 2)] == [(0, 2, 3, 1), (1, 3, 0, 2)]
