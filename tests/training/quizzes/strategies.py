"""Questions that Hypothesis can make: every kind, any words."""

import dataclasses

from hypothesis import strategies as st

from training.quizzes.answers import number_range
from training.quizzes.kinds import CHOICE_WORDS, is_truth_pair, truth_of
from training.quizzes.question import Answer, Item, Kind, Option, Pair, Question, Remark, Scene

WORDS = st.text("abcdefghij ÄéΩжあ,.?!'\"~=#:%*_\\&", min_size=1, max_size=30)
# Other signs in front and # at the end may be marks of the grammar, so no text that was read has them there.
WORDS = WORDS.map(lambda text: " ".join(text.split()).rstrip("# "))
WORDS = WORDS.map(lambda text: text if text[:1].isalpha() else f"a{text}")
WORDS = WORDS.filter(lambda text: truth_of(text) is None)
MAYBE = st.just("") | WORDS
HEADINGS = MAYBE.map(lambda words: " ".join(words.split()))
SLUGS = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4})?", fullmatch=True)
POINTS = st.integers(-999, 999).map(lambda n: n / 4)
COUNTS = st.tuples(*[st.integers(0, 9)] * 4).filter(any)


def options(**marks):
    built = st.builds(Option, text=WORDS, feedback=MAYBE, **marks)
    return st.lists(built, min_size=2, max_size=5).map(tuple).filter(lambda found: not is_truth_pair(found))


def of_kind(kind, **parts):
    return st.builds(
        Question,
        slug=SLUGS,
        kind=st.just(kind),
        stem=WORDS.map(lambda text: f"s {text}") | st.tuples(WORDS, WORDS).map(lambda two: f"s {two[0]}\n\ns {two[1]}"),
        explanation=MAYBE,
        hint=MAYBE,
        skill=st.sampled_from(["", "D1", "aman-2"]),
        points=st.sampled_from([1.0, 2.0, 0.5]),
        shuffle=st.booleans(),
        grading=st.sampled_from(["partial", "all"]),
        alternative_to=st.just("") | SLUGS,
        content_note=MAYBE,
        passage=MAYBE.filter(lambda words: "#" not in words),
        heading=HEADINGS,
        **parts,
    ).map(lambda question: question if question.passage else dataclasses.replace(question, heading=""))


def one_right(found):
    return tuple(Option(o.text, at == 0, feedback=o.feedback) for at, o in enumerate(found))


def number(text, percent):
    low, high = number_range(text)
    return Answer(text, percent, low, high)


def truth(language, right, feedback):
    options = zip(CHOICE_WORDS[language], (right, not right), feedback, strict=True)
    return tuple(Option(word, is_right, feedback=said) for word, is_right, said in options)


def cloze(question, gaps, told):
    """The question with gaps behind its text, and explanations of some of them."""
    words = " ".join(f"lalu [[{'|'.join(accepted)}]]" for accepted in gaps)
    remarks = tuple(Remark("|".join(gaps[at % len(gaps)][:few]), words, said) for at, few, words, said in told)
    return dataclasses.replace(question, stem=f"{question.stem} {words}.", blanks=tuple(gaps), remarks=remarks)


POINTS_AND_RANGES = st.one_of(
    st.integers(-99, 99).map(str),
    st.tuples(st.integers(0, 99), st.integers(0, 9)).map(lambda two: f"{two[0]} ± {two[1]}"),
    st.tuples(st.integers(0, 99), st.integers(0, 50)).map(lambda two: f"{two[0]},5 ± {two[1]}%"),
    st.tuples(st.integers(0, 49), st.integers(50, 99)).map(lambda two: f"{two[0]}..{two[1]}"),
)
NUMBERS = st.builds(number, POINTS_AND_RANGES, st.sampled_from([100.0, 50.0]))
GAPS = st.lists(st.lists(st.from_regex(r"[a-zé]{1,8}( [a-z]{1,5})?", fullmatch=True), min_size=1, max_size=3)
                .map(tuple), min_size=1, max_size=4)
TOLD = st.lists(st.tuples(st.integers(0, 9), st.integers(1, 3), MAYBE, WORDS), max_size=4)
TEXTS = st.builds(Answer, text=WORDS.map(lambda text: f"x|{text}"), percent=st.sampled_from([100.0, 50.0, 33.33333]))
LINKED = st.builds(Option, text=WORDS, points=POINTS, goto=st.just("b"), goto_label=WORDS)
STORIES = of_kind(
    Kind.STORY,
    options=st.lists(LINKED, min_size=1, max_size=3).map(tuple),
    scenes=st.tuples(st.builds(Scene, st.just("b"), WORDS, MAYBE, options(points=POINTS))),
)
TYPED = st.one_of(
    of_kind(Kind.NUMBER, answers=st.lists(NUMBERS, min_size=1, max_size=3).map(tuple), unit=MAYBE),
    of_kind(Kind.SHORT, answers=st.lists(TEXTS, min_size=1, max_size=3).map(tuple)),
)
CHOSEN = st.one_of(
    of_kind(Kind.SINGLE, options=options().map(one_right)),
    of_kind(
        Kind.TRUE_FALSE,
        options=st.builds(truth, st.sampled_from(["id", "en"]), st.booleans(), st.tuples(MAYBE, MAYBE)),
    ),
    of_kind(Kind.MULTIPLE, options=options(right=st.booleans())),
    of_kind(Kind.JUDGEMENT, options=options(points=POINTS)),
    of_kind(Kind.RATED, options=options(panel=COUNTS)),
)
QUESTIONS = st.one_of(
    CHOSEN,
    TYPED,
    STORIES,
    st.builds(cloze, of_kind(Kind.CLOZE), GAPS, TOLD),
    of_kind(Kind.MATCHING, pairs=st.lists(st.builds(Pair, MAYBE, WORDS, MAYBE), min_size=1, max_size=4).map(tuple)),
    of_kind(Kind.ORDERING, items=st.lists(st.builds(Item, WORDS, MAYBE), min_size=1, max_size=4).map(tuple)),
    of_kind(Kind.REFLECTION),
)
