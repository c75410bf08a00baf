"""A request as the ledger knows it. Asking is an entry: it commits to the row of the request and to the evidence that
was frozen with it, so that neither can be changed, closed or reopened by hand before it is decided."""

import datetime as dt

from sqlalchemy.orm import Session

from training.signoffs import kept_store, requests_store
from training.signoffs.entry import ASKED, canonical, commitment
from training.signoffs.refusals import DiffersFromLedger


def hash_of_request(salt: str, row) -> str:
    """A commitment to what stands in a request besides what decisions change: whose it is, for which release, when it
    was asked, its note and how lists show and sort it."""
    told = [
        row.person_id, row.module_id, row.release_id, row.version, row.requested_at, row.renewed_at, row.course,
        row.note, row.summary, row.needs_two, row.is_back, row.is_clear, row.client_key,
    ]
    return commitment(salt, "request", canonical(told).decode())


def deed(session: Session, actor: str, subject: str, request_id: int) -> dict:
    """The entry of a request at the version it is at, not yet written."""
    row = requests_store.by_id(session, request_id)
    frozen = requests_store.frozen(session, request_id, row.version)
    module, release = frozen.evidence["module"], frozen.evidence["release"]
    salt = kept_store.salts(session, [row.person_id])[row.person_id]
    return {
        "actor": actor, "subject": subject, "deed": ASKED, "module": f"{module['course']}/{module['slug']}",
        "module_id": module["id"], "release_id": release["id"], "release_hash": release["hash"],
        "served_hash": release.get("served", ""), "evidence_hash": frozen.evidence_hash, "request_id": request_id,
        "request_version": row.version, "texts_hash": hash_of_request(salt, row), "about": moment(frozen.at),
    }


def moment(at: dt.datetime) -> str:
    """When evidence was frozen, as its entry says it."""
    return at.astimezone(dt.UTC).isoformat(timespec="microseconds")


def insist_as_asked(session: Session, row) -> None:
    """Refuse to build on a request or on evidence that was changed behind the ledger's back. `row` is the request's.
    One from before asking was entered passes."""
    entered = requests_store.asked(session, row.person_id, row.id)
    if entered is None:
        return
    salt = kept_store.salts(session, [row.person_id])[row.person_id]
    frozen = requests_store.frozen_hashes(session, row.id, row.version)
    is_there = entered.request_version == row.version and entered.texts_hash == hash_of_request(salt, row)
    if not is_there or frozen != (entered.evidence_hash, entered.evidence_hash):
        raise DiffersFromLedger()
