"""A course whose author writes one payload after another in every place that takes words: titles, notes, texts, every
part of every kind of question, reflections, practice tasks, names of pictures."""

import itertools
import json

from training.curriculum.files import Folder

PER_MODULE, TAGS_PER_MODULE, PER_QUESTION = 90, 300, 5
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle r="4"/></svg>'

COURSE = """---
id: {name}
title: {words}
summary: {words}
modules: [{modules}]
motif: kawung
order: 9
author: {words}
reviewer: {words}
license: x
---

{body}
"""
MODULE = """---
id: {name}
title: {words}
objectives: [{words}]
content_note: {words}
competencies: [A1]
changes: {words}
author: {words}
reviewer: {words}
---

{body}
"""
LESSON = """---
id: isi
title: {words}
objectives: [{words}]
content_note: {words}
short_version: {body_in_yaml}
minutes: 1
author: {words}
reviewer: {words}
---

{sections}

## Akhir

![{picture}](figures/{picture} "{picture}")

{body}
"""
CHECK = """
### Soal: {first}
<!-- id: s-{n} -->

- [x] Benar
{options}
"""
SHORT_ENGLISH = {
    "course": "---\ntitle: x\nsummary: x\n---\n\nx\n", "module": "---\ntitle: x\nobjectives: [x]\n---\n\nx\n",
    "1-isi": "---\ntitle: x\n---\n\nx\n",
}
ONE = """
### Soal {n}? {p}
<!-- id: s-{n} -->

Teks {p}

- [x] Satu {p}
  > {p}
- [ ] Dua {p}
  > {p}

> {p}

Petunjuk: {p}
Catatan isi: {p}
Baca lagi: {p}

### Singkat {n}
<!-- id: k-{n} -->

Jawaban: {answer}
  > {p}
Satuan: {p}
"""
SEVERAL = """
### Tulis {n}
<!-- id: t-{n} -->

### Jodohkan {n}
<!-- id: j-{n} -->

{pairs}

### Urutkan {n}
<!-- id: u-{n} -->

{items}

### Nilai {n}
<!-- id: r-{n} -->

Jenis: nilai tiap tanggapan

{rated}

### Isi {n}
<!-- id: i-{n} -->

{gaps}

### Cerita {n}
<!-- id: c-{n} -->

{steps}

#### Lanjut {first} {{#lanjut}}

Teks {first}

{ends}
"""


def hostile_course(name: str, payloads: list[str], between: str, *, only_lessons: bool = False) -> Folder:
    """The course `name` with all `payloads`; `between` closes in plain texts what one of them left open. Quiz and
    practice are in Indonesian only: what is missing in English is shown from there."""
    chunks = in_chunks(payloads)
    modules = [f"{name}-{number}" for number, _ in enumerate(chunks, 1)]
    files = {"course": COURSE.format(
        name=name, words=_yaml(payloads, between), modules=", ".join(modules), body="\n\n".join(chunks[-1]))}
    for module, chunk in zip(modules, chunks, strict=True):
        kinds = set(SHORT_ENGLISH) if only_lessons else {"quiz", "practice", *SHORT_ENGLISH}
        files |= {f"{module}/{path}": text for path, text in _module(module, chunk, between).items() if path in kinds}
    texts = {f"{path}.id.md": text.encode() for path, text in files.items()}
    for path in files:
        if path.rpartition("/")[2] in SHORT_ENGLISH:
            texts[f"{path}.en.md"] = SHORT_ENGLISH[path.rpartition("/")[2]].encode()
    pictures = {f"{module}/figures/{_file_name(chunk[0])}": SVG for module, chunk in zip(modules, chunks, strict=True)}
    return Folder(name, name, texts | pictures)


def in_chunks(payloads: list[str]) -> list[list[str]]:
    """The payloads in groups, each with few enough tags for one text that is still rendered."""
    chunks, tags = [[]], 0
    for one in payloads:
        tags += one.count("<")
        if tags > TAGS_PER_MODULE or len(chunks[-1]) == PER_MODULE:
            chunks, tags = [*chunks, []], one.count("<")
        chunks[-1].append(one)
    return chunks


def _module(name: str, payloads: list[str], between: str) -> dict[str, str]:
    words, body = _yaml(payloads, between), "\n\n".join(payloads)
    written = [f"### Refleksi: {_line(one)}\n<!-- id: r-{number} -->\n\n{one}\n"
               for number, one in enumerate(payloads)]
    tasks = [f"## Latihan: {_line(one)}\n<!-- id: p-{number} -->\n\n{one}\n" for number, one in enumerate(payloads)]
    intro = "\n\n".join(f"Teks {_line(one)}" for one in payloads)
    asked = itertools.chain(_ones(payloads), _severals(payloads))
    return {
        "module": MODULE.format(name=name, words=words, body=body),
        "1-isi": LESSON.format(
            words=words, body=body, body_in_yaml=json.dumps(body, ensure_ascii=False),
            sections="\n".join([*written, *_checks(payloads)]), picture=_file_name(payloads[0])),
        "quiz": f"---\ntitle: {words}\n---\n\n## Kuis: {_line(body)}\n\n{intro}\n{''.join(asked)}",
        "practice": "\n".join(tasks),
    }


def _ones(payloads):
    for number, one in enumerate(payloads):
        line = _line(one)
        yield ONE.format(n=number, p=line, answer=line.replace("|", "\\|"))


def _severals(payloads):
    for at in range(0, len(payloads), PER_QUESTION):
        few = [_line(one) for one in payloads[at:at + PER_QUESTION]]
        yield SEVERAL.format(
            n=at, first=few[0],
            pairs="\n".join(f"- Kiri {one} -> {one}{place}\n  > {one}" for place, one in enumerate(few)),
            items="\n".join(f"{place}. Langkah {one}\n   > {one}" for place, one in enumerate(few, 1)),
            rated="\n".join(f"- [0 1 2 {place}] {one}\n  > {one}" for place, one in enumerate(few)),
            gaps="\n".join(f"Teks {one} [[{one.replace('|', ' ')}]]" for one in few),
            steps="\n".join(f"- [{place}] {one} → [{one}](#lanjut)\n  > {one}" for place, one in enumerate(few)),
            ends="\n".join(f"- [{place}] {one}\n  > {one}" for place, one in enumerate(few)),
        )


def _checks(payloads):
    for at in range(0, len(payloads), PER_QUESTION):
        few = [_line(one) for one in payloads[at:at + PER_QUESTION]]
        yield CHECK.format(n=at, first=few[0], options="\n".join(f"- [ ] Pilih {one}\n  > {one}" for one in few))


def _line(text: str) -> str:
    return " ".join(text.split("\n"))


def _yaml(payloads, between) -> str:
    return json.dumps(between.join(payloads), ensure_ascii=False)


def _file_name(payload: str) -> str:
    """A payload as the name of a file, which holds no slash."""
    return _line(payload).replace("/", "∕") + ".svg"
