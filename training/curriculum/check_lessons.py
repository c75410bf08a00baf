"""What can be wrong with one lesson as a whole: its questions and reflections, its content note, its length."""

from training.core.language import LANGUAGES
from training.core.problem import Problem
from training.curriculum.course import Course, Lesson, LessonText
from training.curriculum.parse_practice import section_faults, unequal_ids
from training.curriculum.reading_time import MINUTES_LIMIT, WORDS_LIMIT, WORDS_WELCOME, count_words
from training.curriculum.render import cut_body
from training.curriculum.source import SourceFile
from training.curriculum.written import Written
from training.quizzes.language_pair import compare
from training.quizzes.question import Quiz


def check_lesson(course: Course, lesson: Lesson, files: dict[str, Written]) -> list:
    """Every such fault of a lesson. `files` are its language files by path as shown."""
    problems, checks, reflections, sources = [], {}, {}, {}
    for language, text in lesson.texts.items():
        source = files[text.path].source
        cut = cut_body(text.body, text.path, language, text.body_line)
        problems += [*cut.problems, *section_faults(source, cut.reflections), *_note(source, text)]
        problems += _length(source, text, count_words(cut.prose), lesson.minutes)
        sources[language] = source
        reflections[language] = {one.id: one for one in cut.reflections if one.id}
        checks[language] = tuple(one.question for one in cut.checks)
    return [*problems, *unequal_ids(sources, reflections), *_unequal_questions(sources, checks)]


def _note(source: SourceFile, text: LessonText) -> list[Problem]:
    if text.content_note and not text.short_version:
        line = source.line_of("content_note:") or 1
        return [source.problem("lesson.note-without-short-version", line, mark="content_note")]
    if text.short_version and not text.content_note:
        line = source.line_of("short_version:") or 1
        return [source.problem("lesson.short-version-without-note", line, mark="short_version", severity="warning")]
    return []


def _length(source, text, words, minutes):
    problems = []
    if words > WORDS_LIMIT:
        problems.append(source.problem("lesson.too-long", text.body_line, words=words, limit=WORDS_LIMIT))
    elif words > WORDS_WELCOME:
        problems.append(
            source.problem("lesson.long", text.body_line, severity="warning", words=words, limit=WORDS_WELCOME)
        )
    if not text.body.strip():
        problems.append(source.problem("lesson.empty", min(text.body_line, len(source.lines))))
    line = source.line_of("minutes:")
    if line and not 1 <= minutes <= MINUTES_LIMIT:
        problems.append(source.problem("lesson.minutes", line, mark=str(minutes), minutes=minutes, limit=MINUTES_LIMIT))
    return problems


def _unequal_questions(sources, checks):
    """The questions of the two languages, compared as if each lesson held a small quiz."""
    if set(checks) != set(LANGUAGES):
        return ()
    first, other = (
        Quiz("", checks[one], language=one, line=checks[one][0].line if checks[one] else 1) for one in LANGUAGES
    )
    source = sources[other.language]
    return compare(first, other, source.path, dict(enumerate(source.lines, 1)))
