"""The second pair of eyes: asking for it, and what it says. An approval is of the very text that was read; whoever
wrote any of it cannot give it."""

import datetime as dt

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.core.language import LANGUAGES, N_
from training.core.refusal import NotUnderstood, Refusal
from training.curriculum import drafts_store as store
from training.curriculum.drafts import IN_REVIEW, Draft, held
from training.curriculum.drafts_front import with_key
from training.permissions import REVIEW_DRAFT, WRITE_DRAFTS, insist

CHANGES = ("editorial", "substantial")
LONGEST = 4000


class NothingToReview(Refusal):
    """Nobody asked for a review, or it was answered already."""

    sentence = N_("Naskah ini tidak sedang menunggu tinjauan.")


class TextChanged(Refusal):
    """It was saved again after the reviewer opened it."""

    sentence = N_("Naskah ini berubah setelah Anda membukanya. Baca lagi bagian yang berubah, lalu putuskan.")


class SayWhatChanged(NotUnderstood):
    sentence = N_("Tulis satu kalimat tentang apa yang berubah, dalam kedua bahasa. Kalimat ini dibaca peserta.")


class SayHowMuch(NotUnderstood):
    sentence = N_("Pilih dulu seberapa besar perubahannya.")


class SayWhatIsMissing(NotUnderstood):
    sentence = N_("Tulis apa yang perlu diubah, supaya penulisnya tahu langkah berikutnya.")


def ask_review(session: Session, actor: Person, draft_id: int, *, change: str, sentences: dict[str, str],
               client_key: str, at: dt.datetime) -> None:
    """Ask another therapist to read the draft as it stands. `change` (editorial or substantial) and one sentence in
    each language go into the module's front matter, so that the reviewer approves them too. Readers of a course's own
    page begin nothing on a release of it, so nothing is announced there."""
    insist(actor, WRITE_DRAFTS)
    mine = held(session, draft_id)
    if not mine.is_course_page:
        if change not in CHANGES:
            raise SayHowMuch()
        if not all(sentences.get(language, "").strip() for language in LANGUAGES):
            raise SayWhatChanged()
        announce(session, actor, mine, change, sentences, client_key, at)
    _note(session, actor, held(session, draft_id), "asked", "", client_key, at)


def announce(session, actor, mine: Draft, change, sentences, client_key, at) -> None:
    """Write what changed into the module's two files."""
    for language in LANGUAGES:
        file = mine.files.get(f"module.{language}.md")
        if file is None or file.text is None:
            continue
        text = with_key(file.text, "changes", " ".join(sentences[language].split()))
        text = with_key(text, "change", change) if language == "id" else text
        if text != file.text:
            store.write(session, mine.id, file.name, text, file.version + 1, person_id=actor.id,
                        client_key=client_key, at=at)


def approve(session: Session, actor: Person, draft_id: int, *, fingerprint: str, note: str, client_key: str,
            at: dt.datetime) -> None:
    """Approve the text under `fingerprint`, the one that was read. Refuses a writer of the draft and a text that
    changed meanwhile."""
    mine = _to_answer(session, actor, draft_id, fingerprint)
    _note(session, actor, mine, "approved", note, client_key, at)


def ask_for_changes(session: Session, actor: Person, draft_id: int, *, fingerprint: str, note: str, client_key: str,
                    at: dt.datetime) -> None:
    """Give the draft back with a note. Refuses an empty note, and what `approve` refuses."""
    if not note.strip():
        raise SayWhatIsMissing()
    mine = _to_answer(session, actor, draft_id, fingerprint)
    _note(session, actor, mine, "changes", note, client_key, at)


def _to_answer(session, actor, draft_id, fingerprint) -> Draft:
    mine = held(session, draft_id)
    insist(actor, REVIEW_DRAFT, mine)
    if mine.state != IN_REVIEW:
        raise NothingToReview()
    if mine.fingerprint != fingerprint:
        raise TextChanged()
    return mine


def _note(session, actor, mine: Draft, verdict, note, client_key, at) -> None:
    store.add_review(
        session, draft_id=mine.id, person_id=actor.id, verdict=verdict, note=note[:LONGEST],
        fingerprint=mine.fingerprint, at=at, client_key=client_key,
    )
