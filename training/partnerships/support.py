"""Step four: support that goes on. A log of supervision and consultation: when, in which form, about what, and what
was agreed. Themes are about leading a group, never about a member."""

import datetime as dt

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.core.clock import local_day
from training.core.language import N_
from training.core.refusal import NotUnderstood
from training.partnerships import groups

KIND = "support"
LONGEST = 1200
FORMS = {
    "supervision": N_("Supervisi"), "consultation": N_("Konsultasi"), "training": N_("Latihan tambahan"),
    "after-event": N_("Bicara setelah kejadian berat"),
}


class UnknownForm(NotUnderstood):
    sentence = N_("Pilih bentuk dukungannya.")


class NotYetHeld(NotUnderstood):
    sentence = N_("Tanggalnya belum tiba. Isi dengan hari ini atau sebelumnya.")


class NothingAgreed(NotUnderstood):
    sentence = N_("Tulis satu hal yang disepakati, sekecil apa pun.")


def log(session: Session, actor: Person, group_id: int, *, held_on: dt.date | None, form: str, themes: str, action: str,
        client_key: str, at: dt.datetime) -> None:
    """Note one conversation. Refuses an unknown form, a day to come, and one without an agreed action."""
    if form not in FORMS:
        raise UnknownForm()
    if held_on is None or held_on > local_day(at, actor.zone):
        raise NotYetHeld()
    if not action.strip():
        raise NothingAgreed()
    facts = {"held_on": held_on.isoformat(), "form": form, "themes": themes.strip()[:LONGEST],
             "action": action.strip()[:LONGEST]}
    groups.write(session, actor, group_id, KIND, facts, client_key=client_key, at=at)
