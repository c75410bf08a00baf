"""A course whose author writes one payload after another in every place that takes words: titles, notes, texts, every
part of every kind of question, reflections, practice tasks, names of pictures."""

import itertools
import json
import urllib.parse

from tests.browser.hostile_templates import (
    CHECK,
    CLOSE_IN_GAP,
    COURSE,
    LESSON,
    MODULE,
    ONE,
    SEVERAL,
    SHORT_ENGLISH,
)
from tests.browser.payloads import closed
from training.curriculum.files import Folder

PER_MODULE, TAGS_PER_MODULE, PER_QUESTION, SPREAD = 90, 300, 5, 6
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle r="4"/></svg>'


def hostile_course(name: str, payloads: list[str], *, finish=str) -> Folder:
    """The course `name` with all `payloads`, each as `finish` makes it. Quiz and practice are in Indonesian only: what
    is missing in English is shown from there."""
    chunks = [list(map(finish, chunk)) for chunk in in_chunks(payloads)]
    modules = [f"{name}-{number}" for number, _ in enumerate(chunks, 1)]
    words = json.dumps(" ".join(map(closed, payloads)), ensure_ascii=False)
    files = {"course": COURSE.format(
        name=name, words=words, modules=", ".join(modules), body="\n\n".join(chunks[-1]))}
    for module, chunk in zip(modules, chunks, strict=True):
        files |= {f"{module}/{path}": text for path, text in _module(module, chunk).items()}
    texts = {f"{path}.id.md": text.encode() for path, text in files.items()}
    for path in files:
        if path.rpartition("/")[2] in SHORT_ENGLISH:
            texts[f"{path}.en.md"] = SHORT_ENGLISH[path.rpartition("/")[2]].encode()
    pictures = {f"{module}/figures/{file}": SVG for module, chunk in zip(modules, chunks, strict=True)
                for file in ["kursi.svg", *map(_file_name, chunk)]}
    return Folder(name, name, texts | pictures)


def course_pages(name: str, payloads: list[str], *, finish=str) -> list[Folder]:
    """Small courses whose own page holds the payloads, as many on each as are still rendered."""
    folders = []
    for number, chunk in enumerate(in_chunks(payloads)):
        text = COURSE.format(name=f"{name}-{number}", words='"x"', modules="", body="\n\n".join(map(finish, chunk)))
        texts = {"course.id.md": text.encode(), "course.en.md": SHORT_ENGLISH["course"].encode()}
        folders.append(Folder(f"{name}-{number}", f"{name}-{number}", texts))
    return folders


def in_chunks(payloads: list[str]) -> list[list[str]]:
    """The payloads in groups, each with few enough tags for one text that is still rendered, and a few of each sort."""
    chunks, tags = [[]], 0
    for one in itertools.chain(*(payloads[at::SPREAD] for at in range(SPREAD))):
        tags += one.count("<")
        if tags > TAGS_PER_MODULE or len(chunks[-1]) == PER_MODULE:
            chunks, tags = [*chunks, []], one.count("<")
        chunks[-1].append(one)
    return chunks


def _module(name: str, payloads: list[str]) -> dict[str, str]:
    all_of_them, body = " ".join(map(closed, payloads)), "\n\n".join(payloads)
    words = json.dumps(all_of_them, ensure_ascii=False)
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
        "quiz": f"---\ntitle: {words}\n---\n\n## Kuis: {_line(all_of_them)}\n\n{intro}\n{''.join(asked)}",
        "practice": "\n".join(tasks),
    }


def _ones(payloads):
    for number, one in enumerate(payloads):
        line = _line(one)
        file = urllib.parse.quote(_file_name(one))
        yield ONE.format(n=number, p=line, file=file, answer=line.replace("|", "\\|"))


def _severals(payloads):
    for at in range(0, len(payloads), PER_QUESTION):
        few = [_line(one) for one in payloads[at:at + PER_QUESTION]]
        yield SEVERAL.format(
            n=at, first=few[0],
            pairs="\n".join(f"- Kiri {one} -> {one}{place}\n  > {one}\n- -> Lain {one}\n  > {one}"
                            for place, one in enumerate(few)),
            items="\n".join(f"{place}. Langkah {one}\n   > {one}" for place, one in enumerate(few, 1)),
            remarks="\n".join(f"- [[Isi {place}]]\n  > {one}\n- [[Isi {place}]]: 1 | {one}\n  > {one}"
                              for place, one in enumerate(few)),
            rated="\n".join(f"- [0 1 2 {place}] {one}\n  > {one}" for place, one in enumerate(few)),
            gaps="\n".join(f"Teks {one} [[Isi {place}|{in_gap(one)}]]" for place, one in enumerate(few)),
            steps="\n".join(f"- [{place}] {one} → [{one}](#lanjut-{place})\n  > {one}"
                            for place, one in enumerate(few)),
            scenes="\n\n".join(f"#### Lanjut {one} {{#lanjut-{place}}}\n\nTeks {one}\n\n- [1] {one}\n  > {one}"
                               for place, one in enumerate(few)),
        )


def _checks(payloads):
    for at in range(0, len(payloads), PER_QUESTION):
        few = [_line(one) for one in payloads[at:at + PER_QUESTION]]
        yield CHECK.format(n=at, first=few[0], options="\n".join(f"- [ ] Pilih {one}\n  > {one}" for one in few))


def in_gap(text: str) -> str:
    """A payload as an accepted word: brackets cannot stand inside a gap."""
    return _line(text).replace("|", " ").replace("[", "(").replace("]", ")")[:300] + CLOSE_IN_GAP


def _line(text: str) -> str:
    return " ".join(text.split("\n"))


def _file_name(payload: str) -> str:
    """A payload as the name of a file, which holds no slash."""
    return _line(payload).replace("/", "∕") + ".svg"
