"""Questions from other programs on their way into a draft's quiz, and a draft's quiz on its way out. All of a text's
questions come in, or none."""

import dataclasses
import datetime as dt

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.core.language import N_
from training.core.problem import Problem
from training.core.refusal import NotFound, NotUnderstood
from training.curriculum import drafts_saving
from training.curriculum import drafts_store as store
from training.curriculum.drafts import Draft, held
from training.quizzes.exchange import join, read_foreign
from training.quizzes.gift_writing import print_gift
from training.quizzes.markup import read_quiz
from training.quizzes.printing import print_question

QUIZ_FILES = ("quiz.id.md", "quiz.en.md")
PASTED = "soal"
"""How a text without a file name is called in its problems."""


class QuestionsUnreadable(NotUnderstood):
    """Something in the text cannot be carried; nothing of it came in."""

    sentence = N_("Ada yang belum bisa dibaca, jadi belum ada soal yang masuk. Perbaiki dulu, lalu lihat lagi.")


@dataclasses.dataclass(frozen=True)
class Arrival:
    """What a text would bring into a quiz: `count` questions, each as Markdown, and `whole`, the file with them in."""

    count: int
    questions: tuple[str, ...]
    whole: str
    problems: tuple[Problem, ...]

    @property
    def may_come_in(self) -> bool:
        """Whether there is a question and nothing that stops it."""
        return bool(self.count) and not any(one.is_error for one in self.problems)


def look_at(mine: Draft, name: str, text: str) -> Arrival:
    """What `text` (GIFT or Aiken) would bring into the draft's quiz `name`. Refuses NotFound for any other file."""
    if name not in QUIZ_FILES or name not in mine.files:
        raise NotFound()
    quiz, problems = read_foreign(text, PASTED, name.split(".")[1])
    whole, joined = join(mine.files[name].text or "", quiz, PASTED) if quiz.questions else ("", ())
    shown = tuple(print_question(one, f"### {at}.", quiz.language) for at, one in enumerate(quiz.questions, 1))
    return Arrival(len(shown), shown, whole, (*problems, *joined))


def take_in(session: Session, actor: Person, draft_id: int, name: str, text: str, *, seen: int, client_key: str,
            at: dt.datetime) -> int:
    """Add the questions of `text` to a quiz file of a draft as it stands now: how many came in. `seen` is the version
    that the form was made from: the same form again adds nothing. Refuses QuestionsUnreadable, and what
    `drafts_saving.save` refuses."""
    mine = held(session, draft_id)
    arrival = look_at(mine, name, text)
    if not arrival.may_come_in:
        raise QuestionsUnreadable()
    later = store.saved_after(session, draft_id, name, seen)
    if not any((one.saved_by_id, one.client_key) == (actor.id, client_key) for one in later):
        version = mine.files[name].version
        drafts_saving.save(session, actor, draft_id, name, arrival.whole, seen=version, client_key=client_key, at=at)
    return arrival.count


def take_out(mine: Draft, name: str) -> tuple[str, tuple[Problem, ...]]:
    """A quiz file of the draft as GIFT, and what could not go along. Refuses NotFound where there is no quiz."""
    text = mine.texts.get(name) if name in QUIZ_FILES else None
    quiz, _problems = read_quiz(text or "", name, name.split(".")[1])
    if quiz is None:
        raise NotFound()
    return print_gift(quiz, f"{mine.module}/{name}")
