"""A request as the ledger knows it. Asking is an entry: it commits to the row of the request and to the evidence that
was frozen with it, so that neither can be changed, closed or reopened by hand before it is decided."""

import datetime as dt
import hashlib
import json
from collections.abc import Sequence

from sqlalchemy.orm import Session

from training.signoffs import kept_store, requests_store
from training.signoffs.entry import ASKED, canonical, commitment
from training.signoffs.refusals import DiffersFromLedger, EvidenceNotAsAsked


def hash_of_request(salt: str, told: Sequence) -> str:
    """A commitment to what stands in a request besides what decisions change: whose it is, for which release, when it
    was asked, its note and how lists show and sort it. `told` are these columns as they lie, in the order of TOLD."""
    *plain, requested_at, renewed_at, needs_two, is_back, is_clear, summary = told
    said = [
        *plain, moment(requested_at), moment(renewed_at), int(needs_two), int(is_back), int(is_clear),
        json.loads(summary) if isinstance(summary, str) else summary,
    ]
    return commitment(salt, "request", canonical(said).decode())


def moment(as_it_lies) -> str:
    """A time as its entry says it: both databases keep UTC, SQLite as text, and none says so."""
    text = as_it_lies.isoformat(" ", "microseconds") if isinstance(as_it_lies, dt.datetime) else str(as_it_lies)
    return f"{text[:26].replace(' ', 'T', 1)}+00:00"


def deed(session: Session, actor: str, subject: str, request_id: int) -> dict:
    """The entry of a request at the version it is at, not yet written."""
    row = requests_store.by_id(session, request_id)
    frozen = requests_store.frozen(session, request_id, row.version)
    [(_, told)] = requests_store.told(session, request_id)
    module, release = frozen.evidence["module"], frozen.evidence["release"]
    salt = kept_store.salts(session, [row.person_id])[row.person_id]
    return {
        "actor": actor, "subject": subject, "deed": ASKED, "module": f"{module['course']}/{module['slug']}",
        "module_id": module["id"], "release_id": release["id"], "release_hash": release["hash"],
        "served_hash": release.get("served", ""), "evidence_hash": frozen.evidence_hash, "request_id": request_id,
        "request_version": row.version, "texts_hash": hash_of_request(salt, told), "about": moment(frozen.at),
    }


def insist_as_asked(session: Session, row) -> None:
    """Refuse to build on a request or on evidence that was changed behind the ledger's back. `row` is the request's.
    One from before asking was entered passes."""
    entered = requests_store.asked(session, row.person_id, row.id)
    if entered is None:
        return
    salt = kept_store.salts(session, [row.person_id])[row.person_id]
    frozen = requests_store.frozen_hashes(session, row.id, row.version)
    [(_, told)] = requests_store.told(session, row.id)
    is_there = entered.request_version == row.version and entered.texts_hash == hash_of_request(salt, told)
    if not is_there or frozen != (entered.evidence_hash, entered.evidence_hash):
        raise DiffersFromLedger()


def evidence_as_asked(session: Session, row) -> dict:
    """The evidence of one version of a request, of which `row` has person_id, id, shown, evidence (text) and
    evidence_hash. Refuses EvidenceNotAsAsked when it is not what its entry, or its own hash, says."""
    entered = requests_store.asked(session, row.person_id, row.id, row.shown)
    kept = hashlib.sha256(row.evidence.encode()).hexdigest()
    if kept != row.evidence_hash or (entered and entered.evidence_hash != kept):
        raise EvidenceNotAsAsked()
    return json.loads(row.evidence)
