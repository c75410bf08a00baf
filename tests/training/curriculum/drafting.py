"""A published course to write drafts of, and the steps of a draft on its way."""

import dataclasses
import itertools
import pathlib

from tests.cast import AT
from training.curriculum import drafts, drafts_opening, drafts_review, drafts_saving, releases
from training.curriculum.checks import check_folder
from training.curriculum.files import read_folder
from training.curriculum.shared import read_shared

GOOD = pathlib.Path(__file__).parents[2] / "courses" / "good"
LESSON, MODULE = "2-jeda.id.md", "module.id.md"
SAID = {"id": "Contoh diganti.", "en": "Example replaced."}
keys = itertools.count()


def key():
    return f"key-{next(keys):08}"


def shared():
    return read_shared(GOOD)[0]


def publish_course(session):
    """The course salam of tests/courses/good, published."""
    folder = dataclasses.replace(read_folder(GOOD / "salam")[0], shown="courses/salam")
    report = check_folder(folder, shared())
    return releases.publish(session, report.courses[0], shared(), at=AT)


def opened(session, actor, module="sal-1"):
    draft_id = drafts_opening.open_module(session, actor, "salam", module, client_key=key(), at=AT)
    return drafts.draft(session, draft_id)


def again(session, draft):
    """The draft as it is now."""
    return drafts.draft(session, draft.id)


def typed(session, actor, draft, extra, name=LESSON, form=None, seen=None):
    """Save the file's present text with `extra` at its end."""
    file = drafts.draft(session, draft.id).files[name]
    return drafts_saving.save(
        session, actor, draft.id, name, file.text + extra, seen=file.version if seen is None else seen,
        client_key=form or key(), at=AT,
    )


def asked(session, actor, draft, change="editorial"):
    drafts_review.ask_review(session, actor, draft.id, change=change, sentences=SAID, client_key=key(), at=AT)
    return drafts.draft(session, draft.id)


def approved(session, reviewer, draft):
    drafts_review.approve(session, reviewer, draft.id, fingerprint=draft.fingerprint, note="", client_key=key(), at=AT)
    return drafts.draft(session, draft.id)
