"""What a browser may see: nothing of the key before, everything that teaches after."""

import json

import pytest

from tests.training.quizzes.samples import CANARY, RIGHT, paper_of, question_of
from training.quizzes.gaps import hide_gaps, split_at_gaps
from training.quizzes.paper import PaperQuestion, presented
from training.quizzes.reviews import review_view
from training.quizzes.views import public_view

PAPER = paper_of("id", "en")
SECRET = (CANARY, "77", "97", "96", "91", "92", "1.5", "1,5")
NAMES = {"right", "points", "worth", "feedback", "explanation", "answers", "panel", "goto", "score", "part"}


def keys_in(value):
    if isinstance(value, dict):
        return set(value).union(*map(keys_in, value.values()))
    return set().union(*map(keys_in, value)) if isinstance(value, list) else set()


@pytest.mark.parametrize("slug", RIGHT)
def test_nothing_of_the_key_is_sent_before_the_answer(slug):
    for seed in range(20):
        view = public_view(PAPER.by_slug[slug], "id", seed)
        told = json.dumps(view).casefold()
        assert not [secret for secret in SECRET if secret in told]
        assert not keys_in(view) & NAMES


@pytest.mark.parametrize("slug", RIGHT)
def test_nothing_of_the_key_is_sent_after_no_answer(slug):
    for nothing in (None, [], "", {}, [None], 99):
        view = review_view(PAPER.by_slug[slug], nothing, "id", 3)
        if not view["answered"]:
            assert CANARY not in json.dumps(view).casefold()


def test_markdown_that_was_not_rendered_hides_its_gaps_too():
    question = question_of("Isi [[kenari]] dan [[kenari lain]].")
    assert CANARY not in json.dumps(public_view(PaperQuestion({"id": question}), "id", 1))


def test_views_are_json():
    for slug, response in RIGHT.items():
        json.dumps(public_view(PAPER.by_slug[slug], "en", 1))
        json.dumps(review_view(PAPER.by_slug[slug], response, "en", 1))


@pytest.mark.parametrize("slug", [slug for slug in RIGHT if slug not in ("semua", "renung", "nilai")])
def test_the_review_explains(slug):
    told = json.dumps(review_view(PAPER.by_slug[slug], RIGHT[slug], "id", 1)).casefold()
    assert CANARY in told


EXPLAINED = [
    ("satu", 0, {"KENARI-umpan-1"}), ("semua", [0], {"KENARI-a"}), ("mitos", 0, {"KENARI-benar"}),
    ("menit", "80", {"KENARI-angka"}), ("menit", "77 jam", {"unit", "KENARI-angka"}),
    ("nama", "kenari kunci", {"KENARI-singkat"}), ("nama", "kenari keliru", {"KENARI-keliru", "KENARI-singkat"}),
    ("nama", "kenari kunxi", {"near-miss", "KENARI-singkat"}), ("nama", "entah", {"KENARI-singkat"}),
    ("jodoh", [0, 1, 2], {"KENARI-pasangan"}), ("jodoh", [3, None, None], {"KENARI-pengecoh", "KENARI-pasangan"}),
    ("urut", [2, 1, 3, 4], {"KENARI-urut"}),
    ("rumpang", ["rasa aman", ""], {"KENARI-isian"}), ("rumpang", ["entah", "x"], {"KENARI-isian"}),
    ("rumpang", ["Kenari, tenang!", ""], {"KENARI-isian-tenang", "KENARI-isian"}),
    ("nilai", 0, {"KENARI-sjt"}), ("tanggapan", [0, 1], {"KENARI-panel"}), ("cerita", [0, 0], {"KENARI-cerita"}),
]


@pytest.mark.parametrize(("slug", "response", "expected"), EXPLAINED)
def test_each_answer_of_each_kind_is_explained_where_it_stands(slug, response, expected):
    told = json.dumps(review_view(PAPER.by_slug[slug], response, "id", 1))
    assert all(one in told for one in expected)


def test_an_explanation_for_one_answer_stays_away_from_the_others():
    told = json.dumps(review_view(PAPER.by_slug["rumpang"], ["rasa aman", ""], "id", 1))
    assert "KENARI-isian-tenang" not in told
    assert "KENARI-keliru" not in json.dumps(review_view(PAPER.by_slug["nama"], "entah", "id", 1))


def test_a_gap_is_explained_at_its_place_and_in_the_language_that_has_it():
    one = question_of("Isi [[aman]] dan [[bicara|cerita]].\n\n- [[cerita]]\n  > sesudahnya", "id")
    two = question_of("Fill [[safe]] and [[talk]].", "en")
    gaps = review_view(PaperQuestion({"id": one, "en": two}), ["safe", ""], "en", 1)["gaps"]
    assert [gap["feedback"] for gap in gaps] == [{"html": "", "lang": ""}, {"html": "sesudahnya", "lang": "id"}]


def test_the_review_marks_what_was_chosen_where_it_stood():
    for seed in range(6):
        shown = [option["html"] for option in public_view(PAPER.by_slug["satu"], "id", seed)["options"]]
        review = review_view(PAPER.by_slug["satu"], 0, "id", seed)
        assert [option["html"] for option in review["options"]] == shown
        assert [option["html"] for option in review["options"] if option["chosen"]] == ["Pilihan A"]
        assert [option["html"] for option in review["options"] if option["right"]] == ["Pilihan B"]
        assert (review["verdict"], review["score"]) == ("revisit", 0)


def test_panel_dots_are_shown_after():
    review = review_view(PAPER.by_slug["tanggapan"], [0, 1], "id", 1)
    first = next(option for option in review["options"] if option["html"] == "Cerita saja")
    assert [dot["count"] for dot in first["panel"]] == [91, 0, 1, 5]
    assert (first["chosen"], first["part"], review["raters"], review["verdict"]) == (0, 1.0, 97, "partly")


def test_a_story_shows_one_scene_at_a_time():
    story = PAPER.by_slug["cerita"]
    start, then = public_view(story, "id", 1), public_view(story, "id", 1, [0])
    assert [option["html"] for option in start["options"]] == ["Menyambut", "Menyuruh duduk"]
    assert "Susul" not in json.dumps(then)
    assert then["title"]["html"] == "Di pintu"
    assert "KENARI-cerita" in then["taken"][0]["feedback"]["html"]
    assert (then["step_name"], then["ended"]) == ("q-cerita--2", False)
    assert public_view(story, "id", 1, [0, 0])["ended"]
    assert public_view(story, "id", 1, [7])["step"] == 1


def test_a_story_tells_the_better_choice_of_each_scene_that_was_visited_and_of_no_other():
    review = review_view(PAPER.by_slug["cerita"], [1, 1], "id", 1)
    told = [(step["title"]["html"], step["text"]["html"], step["better"]["text"]["html"]) for step in review["steps"]]
    assert told == [("", "Menyuruh duduk", "Menyambut"), ("Keluar", "Biarkan", "Susul")]
    assert "KENARI-cerita" in review["steps"][0]["better"]["feedback"]["html"]
    assert not [words for words in ("KENARI-adegan", "Ajak duduk") if words in json.dumps(review)]


def test_a_way_back_is_told_as_the_best_of_its_scene():
    steps = review_view(PAPER.by_slug["cerita"], [1, 0, 0], "id", 1)["steps"]
    assert [bool(step["better"]) for step in steps] == [True, False, False]


def test_the_better_choice_leads_to_more_even_where_it_earns_less_at_once():
    body = "- [1] a\n- [0] b → [L](#l)\n\n#### L {#l}\n\n- [3] c\n- [0] d"
    paper = PaperQuestion({"id": question_of(body)})
    assert review_view(paper, [0], "id", 1)["steps"][0]["better"]["text"]["html"] == "b"
    assert [step["better"] for step in review_view(paper, [1, 0], "id", 1)["steps"]] == [None, None]
    assert "steps" not in review_view(paper, [1], "id", 1)


@pytest.mark.parametrize(("response", "verdict"), [
    (None, "unwritten"), ("  ", "unwritten"), ("Saya diam.", "uncounted"),
])
def test_an_open_reflection_is_neither_firm_nor_to_look_at_again(response, verdict):
    assert review_view(PAPER.by_slug["renung"], response, "id", 1)["verdict"] == verdict


def test_an_unfinished_story_does_not_tell_its_explanation():
    assert "explanation" not in review_view(PAPER.by_slug["cerita"], [0], "id", 1)


def test_a_fill_in_has_a_field_at_each_gap():
    view = public_view(PAPER.by_slug["rumpang"], "id", 1)
    assert view["pieces"] == ["<p>Isi yang rumpang.\n\nYang pertama ", ", lalu ", ".</p>"]
    assert view["blanks"] == ["q-rumpang--1", "q-rumpang--2"]


def test_a_gap_inside_a_tag_is_never_cut_open():
    assert split_at_gaps(f'<a href="{hide_gaps("[[x]]")}">a</a>', 1) is None
    assert split_at_gaps("<p>hilang</p>", 1) is None


def test_a_text_missing_in_one_language_is_shown_in_the_other_and_says_so():
    one = question_of("- [x] a\n  > umpan\n- [ ] b\n  > lain", "id")
    two = question_of("- [x] c\n- [ ] d", "en")
    review = review_view(PaperQuestion({"id": one, "en": two}), 0, "en", 1)
    chosen = next(option for option in review["options"] if option["chosen"])
    assert (chosen["html"], chosen["lang"]) == ("c", "")
    assert chosen["feedback"] == {"html": "umpan", "lang": "id"}
    only = public_view(PaperQuestion({"id": one}), "en", 1)
    assert only["lang"] == "id"
    assert only["stem"]["lang"] == "id"


def test_a_single_paragraph_loses_its_wrapper_and_two_keep_theirs():
    question = presented(question_of("- [x] a\n- [ ] b"), lambda text: "<p>a</p>")
    assert question.options[0].text == "a"
    question = presented(question_of("- [x] a\n- [ ] b"), lambda text: "<p>a</p><p>b</p>")
    assert question.options[0].text == "<p>a</p><p>b</p>"
