"""Indonesian lessons are written in short sentences: half of them have at most sixteen words.

A sentence ends in a full stop, a question mark or an exclamation mark, in prose, in lists and in call-outs. Headings,
tables, pictures and lines that end in none of these (so most items of lists) are not counted, for they would only
make the median look better.
"""

import itertools
import re
import statistics

import pytest

from tests import shipped
from training.curriculum.reading_time import count_words
from training.curriculum.sections import prose_lines

WORDS = 16
_END = re.compile(r"(?<=[.!?…])[”\"’)*_]*(?:\s|$)")
_LEAD = re.compile(r"^[\s>]*(?P<item>(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?)?")
_NO_PROSE = ("#", "!", "|", "<!--", "[!")


def sentence_lengths(body: str) -> list[int]:
    """The number of words of each sentence in a Markdown body."""
    lengths, paragraph = [], []
    for _, line in [*prose_lines(body), (0, "")]:
        lead = _LEAD.match(line)
        text = line[lead.end():].strip()
        is_prose = bool(text) and not text.startswith(_NO_PROSE)
        if lead["item"] or not is_prose:
            lengths += [count_words(one) for one in _END.split(" ".join(paragraph))[:-1]]
            paragraph = []
        paragraph += [text] if is_prose else []
    return [length for length in lengths if length]


def lengths_of(lesson) -> list[int]:
    text = lesson.texts["id"]
    return sentence_lengths(text.body) + sentence_lengths(text.short_version)


@pytest.mark.parametrize("course", sorted(shipped.courses()))
def test_sentences_are_short(course):
    lessons = {f"{module.id}/{lesson.slug}": lengths_of(lesson)
               for module in shipped.courses()[course].modules for lesson in module.lessons}
    medians = {name: statistics.median(lengths or [0]) for name, lengths in lessons.items()}
    medians["the whole course"] = statistics.median([*itertools.chain(*lessons.values())] or [0])
    long = {name: median for name, median in medians.items() if median > WORDS}
    assert not long, f"half of the sentences have more than {WORDS} words: {long}"


def test_sentences_are_counted_as_they_are_read():
    body = "# Judul sekali.\n\nSatu dua\ntiga. Empat “lima.” Enam\n\n- tujuh delapan\n- Sembilan *sepuluh*!\n> Sebelas?"
    assert sentence_lengths(body) == [3, 2, 2, 1]
