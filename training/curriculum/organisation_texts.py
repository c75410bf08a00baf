"""What this installation says in the texts that an organisation decides for itself: which template was chosen, what a
professional made of it, who did so and when. Nothing is overwritten: each deed is a new row, and the newest one counts.
"""

import dataclasses
import datetime as dt

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.core.language import LANGUAGES, N_
from training.core.refusal import NotFound, NotUnderstood
from training.curriculum import organisation_store as store
from training.curriculum.limits import too_hard
from training.curriculum.markers import KINDS, MARKER
from training.curriculum.organisation import Organisation, Texts
from training.curriculum.shared import Shared
from training.permissions import KEEP_ORGANISATION, insist

LONGEST, NAME_LONGEST, REMEMBERED = 4000, 160, 20


class UnknownTemplate(NotFound):
    sentence = N_("Tidak ada contoh teks bernama “%(template)s”.")


class UnknownText(NotFound):
    sentence = N_("Tidak ada teks organisasi bernama “%(key)s”.")


class TextMissing(NotUnderstood):
    sentence = N_("Teksnya perlu diisi dalam kedua bahasa, masing-masing paling banyak %(most)d huruf.")


class ProfessionalMissing(NotUnderstood):
    sentence = N_("Tulis nama dan profesi yang menyesuaikan teks ini, paling banyak %(most)d huruf.")


class UnknownMark(NotUnderstood):
    sentence = N_("Tanda %(mark)s tidak dikenal. Nomor dan layanan disebut dengan kuncinya di contacts.yml.")


@dataclasses.dataclass(frozen=True)
class OwnText:
    """One text as it is shown now. `at` is None while nobody chose anything: then it is the default template."""

    key: str
    template: str
    texts: Texts
    professional: str = ""
    at: dt.datetime | None = None
    entered_by: str = ""

    @property
    def is_adapted(self) -> bool:
        """Whether a professional made it this organisation's own."""
        return bool(self.professional)


def texts_now(session: Session, organisation: Organisation) -> dict[str, OwnText]:
    """Every text by key, as lessons show it."""
    chosen, default = store.latest(session), organisation.default
    return {
        key: _own(chosen[key]) if key in chosen else OwnText(key, default.key, default.texts[key])
        for key in organisation.names if key in chosen or default
    }


def waiting(session: Session, organisation: Organisation) -> tuple[str, ...]:
    """The keys of the texts that no professional has adapted yet."""
    return tuple(key for key, one in texts_now(session, organisation).items() if not one.is_adapted)


def history(session: Session) -> tuple[OwnText, ...]:
    """What was chosen and adapted, latest first, with the name of who entered it ("" for the terminal)."""
    return tuple(dataclasses.replace(_own(row), entered_by=row.name or "") for row in store.every(session, REMEMBERED))


def version(session: Session) -> int:
    """Changes whenever a text does; part of what a cached page depends on."""
    return store.last_id(session)


def choose(
    session: Session, actor: Person | None, template: str, organisation: Organisation, *, at: dt.datetime
) -> None:
    """Begin from this template; all texts are then to be adapted. `actor` is None for the terminal. Refuses whoever may
    not (the table's sentence) and UnknownTemplate."""
    _insist(actor)
    found = organisation.templates.get(template)
    if found is None:
        raise UnknownTemplate(template=template)
    for key, texts in found.texts.items():
        _write(session, actor, OwnText(key, found.key, texts), at)


def adapt(
    session: Session, actor: Person | None, key: str, texts: Texts, professional: str, shared: Shared, *,
    at: dt.datetime,
) -> None:
    """Make a text this organisation's own, in the words of `professional` (name and profession). The same again changes
    nothing. Refuses whoever may not, UnknownText, TextMissing, ProfessionalMissing and UnknownMark."""
    _insist(actor)
    now = texts_now(session, shared.organisation).get(key)
    if now is None:
        raise UnknownText(key=key)
    texts = {one: texts.get(one, "").strip() for one in LANGUAGES}
    if not all(0 < len(one) <= LONGEST and not too_hard(one) for one in texts.values()):
        raise TextMissing(most=LONGEST)
    professional = " ".join(professional.split())
    if not 0 < len(professional) <= NAME_LONGEST:
        raise ProfessionalMissing(most=NAME_LONGEST)
    # An unknown mark would stand in every lesson as it was typed.
    for text in texts.values():
        _know_marks(text, shared)
    if (now.texts, now.professional) != (texts, professional):
        _write(session, actor, dataclasses.replace(now, texts=texts, professional=professional), at)


def _insist(actor: Person | None) -> None:
    if actor is not None:
        insist(actor, KEEP_ORGANISATION)


def _know_marks(text: str, shared: Shared) -> None:
    known = {"contact": shared.contacts, "term": shared.glossary, "source": shared.sources}
    for found in MARKER.finditer(text):
        kind = KINDS.get(found[1].lower())
        if kind not in known or known[kind].get(found[2]) is None:
            raise UnknownMark(mark=found[0])


def _write(session, actor, one: OwnText, at) -> None:
    store.add(
        session, key=one.key, template=one.template, texts=one.texts, professional=one.professional,
        by_id=actor and actor.id, at=at,
    )


def _own(row) -> OwnText:
    return OwnText(row.key, row.template, row.texts, row.professional, row.at)
