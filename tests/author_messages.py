"""The page docs/author-messages.md, made from the words themselves and the small broken courses. Write it anew with
`python -m tests.author_messages`."""

import pathlib
import tempfile

from tests.broken_courses import codes, report_of
from training.core.language import LANGUAGES
from training.curriculum.report import tell
from training.curriculum.words import TOPICS

PAGE = pathlib.Path(__file__).parent.parent / "docs" / "author-messages.md"
HEADINGS = {
    "files": "Files and folders",
    "front": "Front matter, languages and ids",
    "lessons": "Lessons and practice",
    "texts": "Inside a text",
    "links": "Links, pictures, recordings, HTML and codes",
    "role-plays": "Role plays",
    "shared": "Contacts, glossary, sources and the framework",
    "quizzes": "Quizzes",
    "exchange": "Bringing in questions from other formats, and taking them out",
}
INTRODUCTION = """# Messages to authors

Every message that `bin/sebaya courses check` and the web editor can give, in both languages, as it looks for a small
course that is wrong in just this. The order is always the same: where it is, your own line, what was seen, what would
be right, a guess, and the name to look up here.

**Errors** stop a release; **warnings** do not. All problems of all courses come at once, and one broken file never
hides the rest. A problem that only follows from another one is left out until that one is mended.

This page is made from the words in `training/curriculum/words*.py` and `training/quizzes/words*.py` and from the
courses in `tests/courses/broken/`. After changing a word, run `python -m tests.author_messages`; the suite fails when
they differ.
"""


def page() -> str:
    """The whole page as it should be."""
    parts = [INTRODUCTION]
    for topic, words in TOPICS.items():
        parts.append(f"## {HEADINGS[topic]}\n")
        parts += [_entry(code, words[code]) for code in sorted(words)]
    return "\n".join(parts)


def _entry(code, words):
    if code not in codes():
        return _plainly(code, words)
    with tempfile.TemporaryDirectory() as folder:
        problem = next(one for one in report_of(code, pathlib.Path(folder)).problems if one.code == code)
    told = "\n\n".join(f"````text\n{tell(problem, language)}\n````" for language in LANGUAGES)
    return f"### {code}\n\n{'Error' if problem.is_error else 'Warning'}.\n\n{told}\n"


def _plainly(code, words):
    """A problem of a single text that was brought in: no course holds it, so its facts stand as their names."""
    told = [f"````text\n{one.title}\n\n{one.says}\n{one.expected}\n````" for one in words.values()]
    return f"### {code}\n\n" + "\n\n".join(told).replace("{{", "{").replace("}}", "}") + "\n"


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page())
