"""A quiz in all its languages as one value: the key once, the texts per language. It is what a release freezes."""

import dataclasses
from collections.abc import Callable, Mapping
from functools import cached_property

from training.quizzes.gaps import hide_gaps
from training.quizzes.language_pair import shape_of
from training.quizzes.question import Kind, Option, Question, Quiz, Scene

_ONCE = ("skill", "points", "shuffle", "grading", "alternative_to", "passage")


@dataclasses.dataclass(frozen=True)
class PaperQuestion:
    """One question in every language it was written in, the source language first."""

    languages: Mapping[str, Question]

    @cached_property
    def key(self) -> Question:
        """The question to grade with. Typed answers are accepted in every language, so that no language scores
        differently from another."""
        source, *others = self.languages.values()
        answers = {(answer.text, answer.percent): answer for answer in source.answers}
        blanks = source.blanks
        for other in others:
            for answer in other.answers:
                answers.setdefault((answer.text, answer.percent), answer)
            blanks = tuple(tuple(dict.fromkeys(one + two)) for one, two in zip(blanks, other.blanks, strict=True))
        return dataclasses.replace(source, answers=tuple(answers.values()), blanks=blanks)

    def said(self, language: str) -> tuple[Question, str]:
        """The question in a language, else in the source language, and the language it really is in."""
        found = language if language in self.languages else next(iter(self.languages))
        return self.languages[found], found


@dataclasses.dataclass(frozen=True)
class QuizPaper:
    """A quiz in every language it was written in, with its questions in the author's order."""

    languages: Mapping[str, Quiz]
    questions: tuple[PaperQuestion, ...]

    @property
    def source(self) -> Quiz:
        """The source language's quiz: title, mastery mark, how many to draw."""
        return next(iter(self.languages.values()))

    @cached_property
    def keys(self) -> tuple[Question, ...]:
        """All questions as they are graded."""
        return tuple(question.key for question in self.questions)

    @cached_property
    def by_slug(self) -> dict[str, PaperQuestion]:
        """Each question by its slug."""
        return {question.key.slug: question for question in self.questions}


def merge(versions: Mapping[str, Quiz]) -> QuizPaper:
    """One paper of the versions by language, the source language first; questions are matched by slug. A question
    that is missing in another language, or differs there in what scores, is kept in the source language alone: run
    `compare` before to tell the author. Settings are the source's."""
    source, *others = versions
    found = {language: {question.slug: question for question in versions[language].questions} for language in others}
    questions = []
    for question in versions[source].questions:
        languages = {source: question}
        for language, by_slug in found.items():
            other = by_slug.get(question.slug)
            if other and shape_of(other) == shape_of(question):
                once = {name: getattr(question, name) for name in _ONCE}
                languages[language] = dataclasses.replace(other, **once)
        questions.append(PaperQuestion(languages))
    quizzes = {language: dataclasses.replace(quiz, questions=()) for language, quiz in versions.items()}
    return QuizPaper(quizzes, tuple(questions))


def present_paper(paper: QuizPaper, render: Callable[[str, str], str]) -> QuizPaper:
    """The paper with every text as HTML; `render(markdown, language)` makes it."""

    def rendered(version: Question, language: str) -> Question:
        return presented(version, lambda text: render(text, language))

    return QuizPaper(
        {
            language: dataclasses.replace(quiz, intro=render(quiz.intro, language).strip() if quiz.intro else "")
            for language, quiz in paper.languages.items()
        },
        tuple(
            PaperQuestion({language: rendered(version, language) for language, version in question.languages.items()})
            for question in paper.questions
        ),
    )


def presented(question: Question, render: Callable[[str], str]) -> Question:
    """The question with every text as HTML. Gaps of a fill-in become marks that the rendering leaves alone; options,
    pairs, items and hints lose the paragraph around a single line. Accepted answers and the unit stay plain text."""

    def block(text: str) -> str:
        return render(text).strip() if text else ""

    def line(text: str) -> str:
        html = block(text)
        is_single = html.startswith("<p>") and html.endswith("</p>") and html.count("<p") == 1
        return html[3:-4] if is_single else html

    def option(one: Option) -> Option:
        texts = {"text": line(one.text), "feedback": block(one.feedback), "goto_label": line(one.goto_label)}
        return dataclasses.replace(one, **texts)

    def scene(one: Scene) -> Scene:
        options = tuple(map(option, one.options))
        return dataclasses.replace(one, title=line(one.title), text=block(one.text), options=options)

    return dataclasses.replace(
        question,
        stem=block(hide_gaps(question.stem) if question.kind is Kind.CLOZE else question.stem),
        options=tuple(map(option, question.options)),
        pairs=tuple(
            dataclasses.replace(pair, left=line(pair.left), right=line(pair.right), feedback=block(pair.feedback))
            for pair in question.pairs
        ),
        items=tuple(
            dataclasses.replace(item, text=line(item.text), feedback=block(item.feedback)) for item in question.items
        ),
        answers=tuple(dataclasses.replace(answer, feedback=block(answer.feedback)) for answer in question.answers),
        remarks=tuple(dataclasses.replace(one, feedback=block(one.feedback)) for one in question.remarks),
        scenes=tuple(map(scene, question.scenes)),
        explanation=block(question.explanation),
        hint=line(question.hint),
        content_note=line(question.content_note),
    )
