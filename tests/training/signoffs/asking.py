"""Getting a module to the point where it waits for a decision."""

import datetime as dt

from tests.cast import AT
from tests.published import PROMPT, read_all, try_quiz
from training.curriculum.store import ReleaseRow
from training.practice.reflections import share, write
from training.signoffs.requests import ask


def make_critical(session, module):
    """Let the module need two signatures."""
    release = session.get(ReleaseRow, module.release_id)
    release.outline = {**release.outline, "critical": True}
    session.flush()


def reflect(session, person, module, text="Saya menunggu sampai ia selesai.", at=AT):
    write(session, person, module.id, PROMPT, text, release_id=module.release_id, at=at)
    key = f"share-{module.slug}-{len(text)}-{at.timestamp():.0f}"
    return share(session, person, module.id, PROMPT, release_id=module.release_id, client_key=key, at=at)


def ready(session, person, module, at=AT):
    """Everything done that a request needs."""
    read_all(session, person, module, at)
    try_quiz(session, person, module, at=at)
    reflect(session, person, module, at=at)


def asked(session, person, module, at=AT):
    ready(session, person, module, at)
    return ask(session, person, module.id, client_key=f"ask-{module.slug}-{person.id}", at=at)


def more_evidence(session, person, module, at):
    """Something new to see, and the request renewed with it."""
    reflect(session, person, module, "Saya menambah satu contoh.", at)
    return ask(session, person, module.id, client_key=f"again-{at.timestamp()}", at=at + dt.timedelta(minutes=1))
