"""The body of one question or of one step of a story, line by line: text, answers, explanation and keys are sorted,
and nothing the author wrote is dropped without a word."""

from training.quizzes.answers import read_answers
from training.quizzes.bullets import ITEM, Bullet, bullets_of, is_rule
from training.quizzes.findings import Findings
from training.quizzes.keys import QUESTION_KEYS, QUIZ_KEYS, near_key, read_comment, read_key
from training.quizzes.lines import FENCE, Line, outdent, trim, unquoted
from training.quizzes.parts import (
    ONE_LINE,
    Body,
    Part,
    first_of_list,
    looks_explaining,
    note_mixed_points,
    note_on_the_line,
)
from training.quizzes.shown_marks import HEADING_GLUED, note_shown_marks

MAIN_SORTS = ("option", "answer", "pair", "item")


def read_body(
    lines: list[Line], findings: Findings, heading: int, *, in_lesson: bool = False, in_story: bool = False,
) -> Body:
    """Sorts the lines below a question's heading. In a lesson the question ends where the lesson's text goes on. The
    steps of a story have options only; any other list there is text."""
    bullets = bullets_of(lines)
    main, is_mixed = ("option", False) if in_story else _main_sort(lines, bullets)
    if is_mixed:
        findings.add("quiz.mixed-answers", heading, heading=heading)
    reader = _BodyReader(findings, heading, main, in_lesson, in_story)
    begins = first_of_list(bullets, main)
    reader.begins = lines[begins].number if begins < len(lines) else 0
    for line, bullet in zip(lines, bullets, strict=True):
        if not reader.take(line, bullet):
            break
        reader.body.read += 1
    reader.body.shows_marks = note_shown_marks(lines[: reader.body.read], findings, heading, main)
    return reader.close()


def _main_sort(lines: list[Line], bullets: list[Bullet | None]) -> tuple[str, bool]:
    """The one sort of answers that counts, and whether choices and an `Answer:` line both want to be it."""
    found = {bullet.sort for bullet in bullets if bullet}
    margin = [line.text.lstrip(" ") for line in lines if line.sort == "text" and line.indent < 2]
    if any(
        (key := read_key(words)) and key[0] == "answer" and read_answers(key[2])
        for words in margin
        if ":" in words[:34]
    ):
        found.add("answer")
    if any(ITEM.match(words) for words in margin):
        found.add("item")
    sorts = [sort for sort in MAIN_SORTS if sort in found]
    return (sorts[0] if sorts else ""), {"option", "answer"} <= found


class _BodyReader:
    """Reads one body; `sink` is the list that a line without a mark goes on with."""

    def __init__(self, findings: Findings, heading: int, main: str, in_lesson: bool, in_story: bool):
        self.findings, self.heading, self.in_lesson, self.in_story = findings, heading, in_lesson, in_story
        self.begins = self.quote_below_part = self.misspelt = 0
        self.body = Body(main=main)
        self.stem: list[str] = []
        self.explanation: list[str] = []
        self.explanation_line = 0
        self.part: Part | None = None
        self.sink: list[str] | None = self.stem
        self.in_callout = self.gap = self.in_doubt = False

    def take(self, line: Line, bullet: Bullet | None) -> bool:
        """Reads one line; False when the lesson goes on here and the question is over."""
        if line.sort == "code":
            if self.part and self.part.sort not in ONE_LINE and line.level >= 2:
                return self._add(self.part.texts, outdent(line.text))
            return self._text(line)
        if line.is_blank:
            self.gap, self.in_callout = True, False
            return True
        if line.sort == "hidden":
            return self._comment(line)
        return self._indented(line) if line.indent >= 2 else self._at_margin(line, line.text.lstrip(" "), bullet)

    def close(self) -> Body:
        body = self.body
        body.text, body.explanation = trim(self.stem), trim(self.explanation)
        first = next((part.line for part in body.parts if part.sort != "gap"), 0)
        if self.explanation_line and first > self.explanation_line:
            self._note("quiz.explanation-before-answers", self.explanation_line)
        note_on_the_line(body.parts, self.findings, self.heading)
        note_mixed_points(body.parts, self.findings, self.heading)
        return body

    def _indented(self, line: Line) -> bool:
        if self.part is None:
            return self._text(line)
        words = line.text.lstrip(" ")
        if words.startswith(">"):
            return self._add(self.part.feedback, unquoted(words))
        if self.part.sort in ONE_LINE:
            return self._text(line)
        if looks_explaining(words) and not self.in_doubt:
            self.in_doubt = True
            self._note("quiz.explanation-without-mark", line.number)
        return self._add(self.part.texts, outdent(line.text))

    def _at_margin(self, line: Line, words: str, bullet: Bullet | None) -> bool:
        if words.startswith("<!--") and words.rstrip().endswith("-->"):
            return self._comment(line)
        if line.sort == "heading":
            return self._text(line)
        if words.startswith(">"):
            return self._quote(line, words)
        key = read_key(words) if ":" in words[:34] else None
        if key and (key[0] or self._misspelt(line, key[1])):
            return self._key(line, *key)
        if bullet:
            return self._bullet(line, bullet)
        item = ITEM.match(words) if self.body.main == "item" else None
        if item:
            return self._open(Part("item", line.number, Bullet("item", ""), [item.group(1) or ""]))
        if is_rule(words) and self.body.parts:
            return self._rest()
        if self.sink is not None and not self.gap and self.sink is not self.stem:
            return self._add(self.sink, line.text)
        return self._text(line)

    def _bullet(self, line: Line, bullet: Bullet) -> bool:
        main, begun = self.body.main, bool(self.body.parts) or 0 < self.begins <= line.number
        if main == "option" and (bullet.sort == "option" or begun):
            text = bullet.text if bullet.sort == "option" else line.text.lstrip(" ")[1:].strip()
            if bullet.trouble:
                start = line.text.find(bullet.mark) if bullet.mark else 0
                self._note(bullet.trouble, line.number, mark=(start, start + len(bullet.mark)), written=bullet.mark)
            if bullet.sort != "option" or not bullet.marked:
                self._note("quiz.option-without-mark", line.number, option=text[:60])
            return self._open(Part("option", line.number, bullet, [text]))
        if main == "pair" and bullet.sort == "pair":
            return self._open(Part("pair", line.number, bullet, [bullet.text]))
        if not main and bullet.sort == "gap":
            return self._open(Part("gap", line.number, bullet, [bullet.text]))
        if not main and bullet.trouble:
            self._note(bullet.trouble, line.number)
        if main == "pair" and begun and not self.in_lesson:
            self._note("quiz.pair-without-arrow", line.number, option=bullet.text[:60])
        return self._text(line)

    def _quote(self, line: Line, words: str) -> bool:
        going_on = not self.gap
        if (going_on and self.in_callout) or (unquoted(words).startswith("[!") and not self._inside_quote()):
            taken = self._text(line)
            self.in_callout = True
            return taken
        if not self._inside_quote() and self.explanation:
            self.explanation.append("")
        self.explanation_line = self.explanation_line or line.number
        if self.part and going_on:
            self.quote_below_part = self.quote_below_part or line.number
        self.part, self.gap = None, False
        return self._add(self.explanation, unquoted(words))

    def _inside_quote(self) -> bool:
        return self.sink is self.explanation and not self.gap

    def _comment(self, line: Line) -> bool:
        for key, name, value in read_comment(line.text):
            if key:
                self._keep(line, key, value)
            else:
                guess = near_key(name)
                self._note("quiz.unknown-key", line.number, key=name, guess=guess, like=guess or "id")
        return self._rest(keep_part=True)

    def _misspelt(self, line: Line, name: str) -> bool:
        guess = near_key(name)
        if guess:
            self.misspelt = line.number
            self._note("quiz.unknown-key", line.number, key=name, guess=guess, like=guess)
        return False

    def _key(self, line: Line, key: str, name: str, value: str) -> bool:
        if key == "answer":
            if self.in_story:
                self._out_of_place(line, key)
            elif not read_answers(value):
                self._note("quiz.empty-answer", line.number)
            elif self.body.main == "answer":
                return self._open(Part("answer", line.number, Bullet("answer", value), [value]))
            return self._rest()
        self._keep(line, key, value)
        return self._rest()

    def _keep(self, line: Line, key: str, value: str) -> None:
        if key in QUIZ_KEYS:
            self._out_of_place(line, key)
        elif not value:
            self._note("quiz.empty-answer", line.number)
        elif key in self.body.keys:
            self._note("quiz.key-twice", line.number, key=key, first=self.body.keys[key][1])
        else:
            self.body.keys[key] = (value, line.number)

    def _out_of_place(self, line: Line, key: str) -> None:
        key_id, key_en = (QUIZ_KEYS | QUESTION_KEYS)[key]
        self._note("quiz.key-out-of-place", line.number, key_id=key_id, key_en=key_en)

    def _open(self, part: Part) -> bool:
        if self.quote_below_part > 0 and part.sort == self.body.main:
            self._note("quiz.explanation-at-margin", self.quote_below_part)
            self.quote_below_part = -1
        if part.sort not in ONE_LINE and FENCE.match(part.texts[0]):
            part.texts[0] = "\\" + part.texts[0].lstrip()
        self.part, self.gap, self.in_callout = part, False, False
        self.body.parts.append(part)
        self.sink = part.texts if part.sort not in ONE_LINE else None
        return True

    def _rest(self, keep_part: bool = False) -> bool:
        self.sink, self.in_callout = None, False
        if not keep_part:
            self.part = None
        return True

    def _text(self, line: Line) -> bool:
        if self.body.parts and self.sink is not self.stem:
            if self.in_lesson:
                return False
            if self.misspelt != line.number and not HEADING_GLUED.match(line.text):
                self._note("quiz.text-after-answers", line.number)
        if self.sink is not self.stem and self.stem and self.stem[-1]:
            self.stem.append("")
        self.part = None
        return self._add(self.stem, line.text)

    def _add(self, lines: list[str], text: str) -> bool:
        if self.gap and lines and lines[-1]:
            lines.append("")
        lines.append(text)
        self.sink, self.gap = lines, False
        if lines is not self.stem:
            self.in_callout = False
        return True

    def _note(self, code: str, line: int, **facts) -> None:
        self.findings.add(code, line, heading=self.heading, **facts)
