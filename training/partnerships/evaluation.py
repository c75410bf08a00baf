"""Step five: how meetings are felt, as counts. Answers come on cards without names and are entered as counts for a
week. Below ten answers nothing is shown, a small count is told as "fewer than ten" in a way that cannot be subtracted
back, and no mean is ever made of a group (facts.md §7.3)."""

import dataclasses
import datetime as dt

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.core.language import N_
from training.core.refusal import NotUnderstood
from training.partnerships import groups

KIND = "pulse"
THRESHOLD = 10
MOST_CARDS = 200
QUESTIONS = {
    "heard": N_("Saya merasa didengar."), "useful": N_("Pertemuan ini berguna bagi saya."),
    "safe": N_("Saya merasa aman di sini."), "again": N_("Saya ingin datang lagi."),
}
ANSWERS = {"yes": N_("Ya"), "partly": N_("Sebagian"), "no": N_("Belum")}


class CountsDiffer(NotUnderstood):
    sentence = N_("Jumlah jawaban tiap pertanyaan paling banyak sama dengan jumlah kartu.")


class NoCards(NotUnderstood):
    sentence = N_("Isi jumlah kartu yang terkumpul, 1 sampai 200.")


@dataclasses.dataclass(frozen=True)
class Pulse:
    """What may be shown of all cards together. `counts` is None below the threshold; in it a hidden count is None."""

    is_shown: bool
    has_any: bool
    total: int | None = None
    counts: dict[str, dict[str, int | None]] | None = None


def collect(session: Session, actor: Person, group_id: int, *, cards: int, counts: dict[str, dict[str, int]],
            client_key: str, at: dt.datetime) -> None:
    """Add the cards of a meeting; kept with the week, no finer. Refuses no cards, and more answers than cards."""
    if not 1 <= cards <= MOST_CARDS:
        raise NoCards()
    kept = {question: {answer: counts.get(question, {}).get(answer, 0) for answer in ANSWERS} for question in QUESTIONS}
    if any(min(one.values()) < 0 or sum(one.values()) > cards for one in kept.values()):
        raise CountsDiffer()
    year, week, _day = at.isocalendar()
    facts = {"week": f"{year}-W{week:02}", "cards": cards, "counts": kept}
    monday = dt.datetime.combine(dt.date.fromisocalendar(year, week, 1), dt.time(), dt.UTC)
    groups.write(session, actor, group_id, KIND, facts, client_key=client_key, at=monday)


def pulse(every: list[groups.Record]) -> Pulse:
    """All cards of a group together, as far as they may be shown; `every` are their records, newest first."""
    found = in_tens(every)
    if not found:
        return Pulse(False, bool(every))
    total = sum(record.facts["cards"] for record in found)
    counts = {
        question: without_small({answer: sum(record.facts["counts"][question][answer] for record in found)
                                 for answer in ANSWERS})
        for question in QUESTIONS
    }
    return Pulse(True, True, total, counts)


def in_tens(every: list[groups.Record]) -> list[groups.Record]:
    """The records that may be counted together. Later cards join only ten or more at a time, so that nobody learns
    what a few people answered by looking before and after."""
    shown, waiting = [], []
    for record in reversed(every):
        waiting.append(record)
        if sum(one.facts["cards"] for one in waiting) >= THRESHOLD:
            shown, waiting = shown + waiting, []
    return shown


def without_small(counts: dict[str, int]) -> dict[str, int | None]:
    """The counts of one question with those from 1 to 9 hidden; when that hides just one, the smallest other is
    hidden too, so that it cannot be worked out from the sum. A question with fewer than ten answers is hidden whole."""
    if sum(counts.values()) < THRESHOLD:
        return dict.fromkeys(counts)
    hidden = {name for name, count in counts.items() if 0 < count < THRESHOLD}
    if len(hidden) == 1:
        others = [name for name in counts if name not in hidden]
        hidden.add(min(others, key=lambda name: (counts[name] == 0, counts[name])))
    return {name: None if name in hidden else count for name, count in counts.items()}
