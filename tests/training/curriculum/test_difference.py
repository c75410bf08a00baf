"""Two texts side by side: what is marked, and that no text can keep the comparison busy."""

import random

import pytest

from tests.timing import seconds
from training.curriculum.difference import LINE_PAIRS, differences, woven


def texts_of(passages, *kinds):
    return ["".join(text for side, text in one.parts if side in ("same", *kinds)) for one in passages
            if any(side in ("same", *kinds) for side, _ in one.parts)]


def test_a_reworded_line_is_told_once_with_what_went_and_came():
    [_, mixed, last] = woven(["Satu.", "Tanyakan dulu, lalu tunggu.", "Tiga."],
                             ["Satu.", "Tanyakan pelan, lalu tunggu sebentar.", "Tiga."])
    assert mixed.parts == (
        ("same", "Tanyakan "), ("del", "dulu"), ("add", "pelan"), ("same", ", lalu "), ("del", "tunggu"),
        ("add", "tunggu sebentar"), ("same", "."),
    )
    assert last.kind == "same"


def test_lines_that_share_few_words_stay_whole_and_far_lines_are_counted():
    same = [f"Baris {n} tetap." for n in range(5)]
    found = woven([*same, "Duduk di dekat pintu."], [*same, "Beri tahu lebih dulu bila kita berhenti."])
    assert [one.kind for one in found] == ["gap", "same", "del", "add"] and found[0].left_out == 4
    assert woven(same, same) == []


def test_both_texts_can_be_read_from_the_passages():
    dice = random.Random(4)
    for _ in range(60):
        old, new = ([" ".join(dice.choices("abcde", k=dice.randint(1, 6))) for _ in range(dice.randint(0, 9))]
                    for _ in range(2))
        found = woven(old, new)
        if not any(one.kind in ("gap", "same") for one in found):
            assert (texts_of(found, "del"), texts_of(found, "add")) == (old, new)


def hostile(mark):
    """Every second line the same, the others never: the most work for the least text."""
    return [f"{mark}{n}" if n % 2 else "x" for n in range(2 * int(LINE_PAIRS ** 0.5) + 200)]


@pytest.mark.parametrize("compare", [woven, lambda old, new: differences("\n".join(old), "\n".join(new))])
@pytest.mark.parametrize(("old", "new"), [
    (hostile("a"), hostile("b")), ([" ".join(hostile("a"))] * 40, [" ".join(hostile("b"))] * 40),
    (["a b"] * 4000, ["b a"] * 4000),
])
def test_a_hostile_text_is_compared_coarsely_and_soon(compare, old, new):
    found = []
    assert seconds(lambda: found.extend(compare(old, new))) < 5 and found


def test_a_difference_marks_the_words_that_changed():
    lines = differences("satu\ndua tiga\nempat\n" + "sama\n" * 9, "satu\ndua lima\nempat\n" + "sama\n" * 9)
    assert [line.kind for line in lines] == ["same", "del", "add", "same", "same", "gap"]
    assert lines[1].parts == ((False, "dua "), (True, "tiga")) and lines[2].parts[-1] == (True, "lima")
    assert differences("sama", "sama") == []
