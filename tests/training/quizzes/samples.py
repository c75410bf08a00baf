"""Quizzes that the tests of this area share. KEY_WORDS are canaries: no browser may see one before the answer is in."""

from training.quizzes.markup import read_quiz
from training.quizzes.paper import merge, present_paper
from training.quizzes.question import Question, Quiz

EVERY_KIND = """## Kuis: semua jenis

Lulus: 75%

Pengantar kuis.

### 1. Satu pilihan?

<!-- id: satu -->

- [ ] Pilihan A
  > KENARI-umpan-1
- [x] Pilihan B
  > KENARI-umpan-2
- [ ] Pilihan C
  > KENARI-umpan-3

> KENARI-penjelasan

### 2. Semua yang benar?

<!-- id: semua -->

- [x] Benar satu
  > KENARI-a
- [x] Benar dua
  > KENARI-b
- [ ] Salah satu
  > KENARI-c
- [ ] Salah dua
  > KENARI-d

### 3. Bertanya menanamkan niat.

<!-- id: mitos -->

- [ ] Benar
  > KENARI-benar
- [x] Salah
  > KENARI-salah

### 4. Berapa menit?

<!-- id: menit -->

Jawaban: 77,25 ± 0,5 | 50%: 70..90
  > KENARI-angka
Satuan: menit|mnt

### 5. Apa namanya?

<!-- id: nama -->

Jawaban: kenari-kunci | 50%: kenari separuh
  > KENARI-singkat

Jawaban: 0%: kenari keliru
  > KENARI-keliru

### 6. Jodohkan.

<!-- id: jodoh -->

- Napas cepat -> Ajak napas pelan
  > KENARI-pasangan
- Menangis -> Beri waktu
- Membeku -> Sebut namanya
- -> Suruh diam
  > KENARI-pengecoh

### 7. Urutkan.

<!-- id: urut -->

1. Sambut
  > KENARI-urut
2. Baca kesepakatan
3. Napas
4. Mulai

### 8. Isi yang rumpang.

<!-- id: rumpang -->

Yang pertama [[kenari-aman|rasa aman]], lalu [[kenari-bicara]].

- [[kenari-aman]]
  > KENARI-isian
- [[kenari-aman]]: kenari tenang
  > KENARI-isian-tenang

### 9. Apa yang terbaik?

<!-- id: nilai -->

- [3] Tanya langsung
  > KENARI-sjt
- [1,5] Temani
- [-97,5] Menghakimi

### 10. Nilai tiap tanggapan.

<!-- id: tanggapan -->

- [91 0 1 5] Cerita saja
  > KENARI-panel
- [0 0 92 5] Berhenti dulu

Jenis: nilai tiap tanggapan

### 11. Ia menangis di pintu.

<!-- id: cerita -->

- [2] Menyambut → [Di pintu](#di-pintu)
  > KENARI-cerita
- [0] Menyuruh duduk → [Keluar](#keluar)

#### Di pintu {#di-pintu}

KENARI-adegan

- [2] Ajak duduk
- [-96] Nanti saja

#### Keluar {#keluar}

- [1] Susul → [Di pintu](#di-pintu)
- [0] Biarkan

### 12. Ceritakan satu momen.

<!-- id: renung -->
"""

OFTEN = ("quiz.no-feedback", "quiz.no-explanation", "quiz.no-id")
CANARY = "kenari"
RIGHT = {
    "satu": 1,
    "semua": [0, 1],
    "mitos": 1,
    "menit": "77,5 menit",
    "nama": "Kenari Kunci",
    "jodoh": [0, 1, 2],
    "urut": [1, 2, 3, 4],
    "rumpang": ["Rasa aman", "KENARI bicara"],
    "nilai": 0,
    "tanggapan": [0, 2],
    "cerita": [0, 0],
    "renung": "Saya diam.",
}


def quiz_of(text: str, language: str = "id") -> Quiz:
    """The quiz in a text that has no errors."""
    quiz, problems = read_quiz(text, "quiz.id.md", language)
    assert quiz is not None
    assert not [problem for problem in problems if problem.is_error], problems
    return quiz


def question_of(body: str, language: str = "id") -> Question:
    """One question from what stands below its heading."""
    quiz, _ = read_quiz(f"## Kuis\n\n### 1. Soal?\n\n<!-- id: s -->\n\n{body}\n", "quiz.id.md", language)
    return quiz.questions[0]


def codes_of(text: str) -> list[str]:
    """The codes of the problems in a quiz, those about explanations and ids left out."""
    _, problems = read_quiz(text, "quiz.id.md", "id")
    return [problem.code for problem in problems if problem.code not in OFTEN]


def every_kind() -> dict[str, Question]:
    return {question.slug: question for question in quiz_of(EVERY_KIND).questions}


def paper_of(*languages: str):
    quizzes = {language: quiz_of(EVERY_KIND, language) for language in languages or ("id",)}
    return present_paper(merge(quizzes), lambda text, language: f"<p>{text}</p>")
