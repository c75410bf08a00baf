"""The `Key: value` lines of a quiz: their names in both languages and what their values mean."""

import difflib
import functools
import re

from training.quizzes.question import Kind

QUESTION_KEYS = {
    "answer": ("Jawaban", "Answer"),
    "points": ("Poin", "Points"),
    "skill": ("Kompetensi", "Skill"),
    "kind": ("Jenis", "Type"),
    "shuffle": ("Acak", "Shuffle"),
    "hint": ("Petunjuk", "Hint"),
    "grading": ("Nilai", "Grading"),
    "unit": ("Satuan", "Unit"),
    "alternative_to": ("Pengganti untuk", "Alternative to"),
    "content_note": ("Catatan isi", "Content note"),
    "passage": ("Baca lagi", "Read again"),
    "id": ("id", "id"),
}
QUIZ_KEYS = {
    "mastery": ("Lulus", "Mastery"),
    "draw": ("Ambil", "Draw"),
    "keep_right": ("Yang benar tetap", "Keep right"),
}
KIND_NAMES = {
    Kind.SINGLE: ("pilih satu", "choose one", "pilihan ganda", "single choice", "single"),
    Kind.MULTIPLE: ("pilih semua", "choose all", "multiple choice", "multiple", "pilihan ganda kompleks", "checkbox"),
    Kind.TRUE_FALSE: (
        "benar atau salah", "true or false", "benar/salah", "true/false", "benar salah", "true false", "b/s",
    ),
    Kind.NUMBER: ("angka", "number"),
    Kind.SHORT: ("isian singkat", "short answer", "jawaban singkat", "short", "jawaban pendek"),
    Kind.MATCHING: ("menjodohkan", "matching", "jodohkan", "pasangkan"),
    Kind.ORDERING: ("mengurutkan", "ordering", "urutkan", "urutan"),
    Kind.CLOZE: ("rumpang", "fill in", "isian", "fill-in", "cloze"),
    Kind.JUDGEMENT: ("pilih yang terbaik", "choose the best", "penilaian situasi", "judgement", "judgment"),
    Kind.RATED: ("nilai tiap tanggapan", "rate each response"),
    Kind.STORY: ("cerita bercabang", "branching story", "story", "cerita"),
    Kind.REFLECTION: ("refleksi", "reflection", "esai", "essay", "uraian"),
}
TRUE_WORDS = frozenset({"benar", "betul", "ya", "true", "yes"})
FALSE_WORDS = frozenset({"salah", "tidak", "false", "no"})
GRADING_NAMES = {"all": ("semua atau tidak", "all or nothing"), "partial": ("sebagian", "partial")}
SWITCH_WORDS = {True: ("ya", "yes"), False: ("tidak", "no")}

KEY_OF = {
    name.casefold(): key for table in (QUESTION_KEYS, QUIZ_KEYS) for key, names in table.items() for name in names
}
KIND_OF = {name: kind for kind, names in KIND_NAMES.items() for name in names}
GRADING_OF = {name: grading for grading, names in GRADING_NAMES.items() for name in names}
GRADING_CHOICES = tuple(", ".join(names) for names in zip(*GRADING_NAMES.values(), strict=True))
SWITCH_CHOICES = tuple(", ".join(names) for names in zip(*SWITCH_WORDS.values(), strict=True))
"""What may be written there, in Indonesian and in English."""
SWITCH_OF = {name: on for on, names in SWITCH_WORDS.items() for name in names}

_OTHER_NAMES = {
    **dict.fromkeys(("kkm", "nilai lulus", "batas lulus"), "Lulus"),
    **dict.fromkeys(("passing grade", "pass mark", "passing score"), "Mastery"),
    **dict.fromkeys(("kunci", "kunci jawaban", "jawaban benar", "jawaban yang benar"), "Jawaban"),
    **dict.fromkeys(("correct answer", "right answer", "answer key"), "Answer"),
    **dict.fromkeys(("skor", "bobot"), "Poin"),
    **dict.fromkeys(("tipe", "tipe soal", "jenis soal"), "Jenis"),
    "jawaban salah": "Jawaban: 0%",
    "wrong answer": "Answer: 0%",
    "pengganti": "Pengganti untuk",
}
"""What keys are called elsewhere: a guess that no likeness of letters would find."""
_LONG_KEYS = tuple(known for known in KEY_OF if len(known) > 3)
_PLAIN = re.compile(r"([A-Za-z][A-Za-z ]{1,25}):(?!//)(.*)$", re.DOTALL)
_BOLD = re.compile(r"(\*\*|__)([A-Za-z][A-Za-z ]{1,25})(?:\1 {0,3}:|: {0,3}\1)(.*)$", re.DOTALL)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SCORE = re.compile(r"[+-]?\d{1,4}(?:[.,]\d{1,7})?%?")


def read_key(text: str) -> tuple[str, str, str] | None:
    """(key, the name as written, value) of a `Key: value` line; key is "" when the name is unknown."""
    bold = _BOLD.match(text)
    if bold:
        name, value = bold.group(2).strip(), bold.group(3).strip()
    else:
        plain = _PLAIN.match(text)
        if not plain:
            return None
        name, value = plain.group(1).strip(), plain.group(2).strip()
    return KEY_OF.get(name.casefold(), ""), name, value


def read_comment(text: str) -> list[tuple[str, str, str]]:
    """The keys inside `<!-- id: q-beku; skill: aman-2 -->`; empty for an author's own note."""
    inside = text.strip().removeprefix("<!--").split("-->")[0]
    found = [read_key(piece.strip()) for piece in inside.replace("\n", ";").split(";") if piece.strip()]
    keys = [key for key in found if key]
    return keys if any(key for key, _, _ in keys) else []


def read_passage(text: str) -> tuple[str, str]:
    """The lesson's id and the heading in it that `mengenal # Tiga bagian` names; "" for a heading that is not named."""
    lesson, _, heading = text.partition("#")
    return lesson.strip(), " ".join(heading.split())


def print_passage(lesson: str, heading: str) -> str:
    """The same two as an author writes them."""
    return f"{lesson} # {heading}" if heading else lesson


@functools.lru_cache(maxsize=512)
def near_key(name: str) -> str:
    """The key that a misspelt name may have meant, else ""."""
    written = name.casefold()
    if written in _OTHER_NAMES:
        return _OTHER_NAMES[written]
    ends = {written[:1], written[-1:]}
    known = [one for one in _LONG_KEYS if abs(len(one) - len(written)) < 3 and ends & {one[0], one[-1]}]
    near = difflib.get_close_matches(written, known, 1, 0.8)
    return near[0].capitalize() if near else ""


def near_kind(name: str) -> str:
    """The kind that a misspelt `Jenis` may have meant, else ""."""
    near = difflib.get_close_matches(name.casefold(), KIND_OF, 1, 0.6)
    return near[0] if near else ""


def near_word(written: str, known: list[str]) -> str:
    """The known word that a misspelt one may have meant, else ""."""
    near = difflib.get_close_matches(written[:60], known, 1, 0.6)
    return near[0] if near else ""


def read_score(text: str) -> float | None:
    """Points as an author writes them (3, -1, 0,5, 50%); None when it is no number of at most four digits."""
    if not _SCORE.fullmatch(text):
        return None
    return float(text.rstrip("%").replace(",", "."))


def tell_score(score: float) -> str:
    """The number as an author would write it, without a needless fraction."""
    return f"{score:.7f}".rstrip("0").rstrip(".")


def is_slug(text: str) -> bool:
    """Whether a text can name a question or a step: small letters, digits, single hyphens, at most 64."""
    return len(text) <= 64 and _SLUG.fullmatch(text) is not None
