"""The texts that benchmarks need: a quiz of ten questions, and a course of a thousand lessons made of the real ones."""

import itertools
import pathlib
import re

from training.curriculum.files import Folder

ID_LINE = re.compile(r"^id: .*$", re.MULTILINE)
LESSON_FILE = re.compile(r"\d+-.*\.id\.md")
LESSONS_PER_MODULE = 20

COURSE = """---
id: bench
title: Ukuran
summary: Dibuat untuk mengukur.
modules: [{modules}]
motif: kawung
order: 9
author: Wayan
reviewer: Dewi
license: CC BY-SA 4.0
---

Dibuat untuk mengukur.
"""
MODULE = """---
id: {name}
title: Ukuran {name}
objectives: [Mengukur]
competencies: []
author: Wayan
reviewer: Dewi
reviewed_on: 2026-11-20
---

Dibuat untuk mengukur.
"""
LESSON = """---
id: isi
title: Isi
minutes: 1
author: Wayan
reviewer: Dewi
---

Satu paragraf.
"""
QUESTION = """
### {number}. Apa yang menolong lebih dulu, nomor {number}?
<!-- id: q-bench-{number} -->

- [x] Diam dan mendengar
  > Ya, itu memberi ruang.
- [ ] Memberi nasihat
  > Nanti, bila diminta.
- [ ] Bertanya rincian kejadian
  > Tidak perlu.
- [ ] Menelepon keluarganya
  > Hanya dengan izinnya.
"""


def ten_questions() -> Folder:
    """A course of one module whose quiz has ten questions of one choice among four."""
    asked = "".join(QUESTION.format(number=number) for number in range(1, 11))
    files = {"b-1/1-isi.id.md": LESSON, "b-1/1-isi.en.md": LESSON}
    for language, head in (("id", "## Kuis: Ukuran\n\nLulus: 80%"), ("en", "## Quiz: Measure\n\nMastery: 80%")):
        files[f"b-1/quiz.{language}.md"] = f"---\ntitle: Ukuran\n---\n\n{head}\n{asked}"
    return folder(["b-1"], files)


def thousand_lessons(courses: pathlib.Path) -> Folder:
    """A thousand lessons in both languages: those in the folder `courses` over and over, each time renamed."""
    found = [path for path in sorted(courses.glob("[a-z]*/*/*.md")) if LESSON_FILE.fullmatch(path.name)]
    texts = {"id": [path.read_text() for path in found],
             "en": [path.with_name(path.name.replace(".id.", ".en.")).read_text() for path in found]}
    modules = [f"m-{number}" for number in range(1, 1000 // LESSONS_PER_MODULE + 1)]
    files = {}
    for number, language in itertools.product(range(1000), texts):
        module, place = modules[number // LESSONS_PER_MODULE], number % LESSONS_PER_MODULE + 1
        text = ID_LINE.sub(f"id: isi-{place}", texts[language][number % len(found)], count=1)
        files[f"{module}/{place}-isi-{place}.{language}.md"] = f"{text}\n{number} / 1000.\n"
    return folder(modules, files)


def folder(modules: list[str], files: dict[str, str]) -> Folder:
    for language in ("id", "en"):
        files[f"course.{language}.md"] = COURSE.format(modules=", ".join(modules))
        files |= {f"{name}/module.{language}.md": MODULE.format(name=name) for name in modules}
    return Folder("bench", "bench", {path: text.encode() for path, text in files.items()})


def body(text: str) -> str:
    """A lesson without its front matter."""
    return text.split("\n---\n", 1)[1]
