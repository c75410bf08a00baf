"""Two drafts on their way, told through the same deeds as real life: one of Wayan's with one thing to fix, and one that
waits for Dewi to read it."""

import datetime as dt

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.curriculum import drafts, drafts_opening, drafts_review, drafts_saving

COURSE = "trauma-informed"

MENDED = """\

> [!kelompok]
> Tanyakan satu hal saja: “Mau ditemani, atau cukup tahu bahwa saya di sini?”
"""
IN_ENGLISH = """\

> [!group]
> Ask one thing only: “Would you like company, or is it enough to know that I am here?”
"""
UNFINISHED = """\

## Kursi dekat pintu

Ada yang selalu memilih kursi dekat pintu. Biarkan kursi itu kosong untuknya, tanpa komentar.

![](figures/enam-kursi.id.svg "Gambar. Lingkaran dengan satu kursi dekat pintu.")
"""
CHANGED = {
    "id": "Satu kotak kalimat untuk pertemuan ditambahkan.",
    "en": "A box with a sentence for the meeting was added.",
}


def tell_drafts(session: Session, cast: dict[str, Person], at: dt.datetime) -> None:
    """Wayan works on the second module; what he did to the first waits for Dewi. The course must be published."""
    wayan = cast["wayan"]
    waits = begin(session, wayan, "tic-1", at - dt.timedelta(days=3))
    add(session, wayan, waits, "3-peran-kita.id.md", MENDED, at - dt.timedelta(days=2))
    add(session, wayan, waits, "3-peran-kita.en.md", IN_ENGLISH, at - dt.timedelta(days=2))
    drafts_review.ask_review(
        session, wayan, waits, change="editorial", sentences=CHANGED, client_key="demo-draft-asked",
        at=at - dt.timedelta(days=1),
    )
    unfinished = begin(session, wayan, "tic-2", at - dt.timedelta(hours=20))
    add(session, wayan, unfinished, "2-setara-bersama.id.md", UNFINISHED, at - dt.timedelta(hours=19))


def begin(session: Session, wayan: Person, module: str, at: dt.datetime) -> int:
    """Open a draft of a module as Wayan would."""
    return drafts_opening.open_module(session, wayan, COURSE, module, client_key=f"demo-draft-{module}", at=at)


def add(session: Session, wayan: Person, draft_id: int, name: str, words: str, at: dt.datetime) -> None:
    """Put `words` at the end of a file of the draft."""
    file = drafts.draft(session, draft_id).files[name]
    drafts_saving.save(
        session, wayan, draft_id, name, file.text.rstrip("\n") + "\n" + words, seen=file.version,
        client_key=f"demo-{draft_id}-{file.version}-{name[-5:-3]}", at=at,
    )
