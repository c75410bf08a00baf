"""The files of a hostile course with a place for a payload wherever their author writes words."""

OPEN = [
    *("title", "textarea", "style", "script", "xmp", "noscript", "noembed", "noframes", "iframe", "select", "table"),
    *("svg", "math", "template", "object", "video", "audio", "button", "form", "a", "label", "details", "dialog"),
]
FORMATTING = ("b", "i", "u", "s", "em", "strong", "font", "code", "small", "big", "strike", "tt", "nobr")
CLOSE = "\"'>-->" + "".join(f"</{one}>" for one in [*OPEN, *FORMATTING])
"""What any payload may leave open, closed again."""
CLOSE_IN_GAP = "\"'>--></textarea></title></style></script></select></svg></math></template>"

COURSE = """---
id: {name}
title: {words}
summary: {words}
modules: [{modules}]
motif: kawung
order: 9
author: {words}
reviewer: {words}
license: {words}
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

![{p}](figures/kursi.svg "{p}")

![x](figures/{file})

- [x] Satu {p}
  > {p}
- [ ] Dua {p}
  > {p}

> {p}

Petunjuk: {p}
Catatan isi: {p}
Baca lagi: isi # {p}
Kompetensi: {p}

### Singkat {n}
<!-- id: k-{n} -->

Baca lagi: {p}

Jawaban: {answer}
  > {p}

Jawaban: 0%: x
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

{remarks}

### Cerita {n}
<!-- id: c-{n} -->

{steps}

{scenes}
"""
