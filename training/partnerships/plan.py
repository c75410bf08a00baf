"""Step two: what group and professional want to do together. Two to five goals, each with who looks after it."""

import datetime as dt

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.core.clock import local_day
from training.core.language import N_
from training.core.refusal import NotUnderstood
from training.partnerships import groups

KIND = "plan"
FEWEST, MOST = 2, 5
LONGEST = 300
STATES = {"open": N_("Belum mulai"), "underway": N_("Berjalan"), "done": N_("Selesai")}


class HowManyGoals(NotUnderstood):
    sentence = N_("Tulis dua sampai lima tujuan, masing-masing dengan siapa yang memegangnya.")


class NoReviewDay(NotUnderstood):
    sentence = N_("Pilih hari untuk melihat rencana ini lagi bersama-sama, hari ini atau sesudahnya.")


def agree(session: Session, actor: Person, group_id: int, goals: list[dict[str, str]], review_on: dt.date | None, *,
          client_key: str, at: dt.datetime) -> None:
    """Write a plan; the one before stays readable. `goals` are {"what", "who", "state"}; empty ones are left out.
    Refuses fewer than two, more than five, one nobody looks after, and a review day that has passed."""
    kept = [{"what": goal["what"].strip()[:LONGEST], "who": goal["who"].strip()[:LONGEST],
             "state": goal["state"] if goal["state"] in STATES else "open"} for goal in goals if goal["what"].strip()]
    if not FEWEST <= len(kept) <= MOST or not all(goal["who"] for goal in kept):
        raise HowManyGoals()
    if review_on is None or review_on < local_day(at, actor.zone):
        raise NoReviewDay()
    facts = {"goals": kept, "review_on": review_on.isoformat()}
    groups.write(session, actor, group_id, KIND, facts, client_key=client_key, at=at)
