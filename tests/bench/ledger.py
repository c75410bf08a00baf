"""How long it takes to verify a ledger of 100,000 entries with all that they commit to, against a bare loop that hashes
the same rows with SHA-256 and verifies their Ed25519 signatures."""

import datetime as dt
import hashlib
import json
import pathlib
import subprocess
import sys
import time

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from blueprints.web.database import db
from blueprints.web.settings import ROOT
from tests.cast import AT, cast_of
from training.core.signing_key import installation_key
from training.credentials import cross_check as certificates
from training.curriculum.catalogue_store import find_module
from training.curriculum.releases_store import served_now
from training.curriculum.store import ReleaseRow
from training.signoffs import book, book_store, export
from training.signoffs.cross_check import verify_everything
from training.signoffs.entry import Entry, canonical, commitment, signed_text
from training.signoffs.store import RequestRow, RequestVersionRow

COUNT, PORTION = 100_000, 5_000
requests, versions = RequestRow.__table__, RequestVersionRow.__table__
WORDS = "Terima kasih. Contoh dari pertemuan kelompok terakhir sangat jelas, dan langkah berikutnya sudah disepakati."


def fill(session) -> None:
    """COUNT decisions, each with its own request, frozen evidence of two kilobytes, and words."""
    key, people = installation_key(session), cast_of(session)
    learners = list(session.scalars(sa.select(requests.c.person_id).distinct()))
    names = book.names_in_ledger(session, [people.sari.id, *learners])
    module = find_module(session, "trauma-informed", "tic-1")
    release = session.get(ReleaseRow, module.current_release_id)
    served, base, last = served_now(session, [release.id])[release.id], COUNT, book.head(session)
    for start in range(0, COUNT, PORTION):
        made, words, asked, frozen = [], [], [], []
        for number in range(start, start + PORTION):
            person, at, salt = learners[number % len(learners)], AT + dt.timedelta(seconds=number), f"{number:064x}"
            evidence = {"module": {"id": module.id}, "number": number, "reflection": WORDS * 18}
            evidence_hash = hashlib.sha256(canonical(evidence)).hexdigest()
            last = Entry(
                seq=number + 1, at=at, deed="returned", actor=names[people.sari.id], subject=names[person],
                module="trauma-informed/tic-1", client_key=f"bench-{number}", previous="",
                module_id=module.id, release_id=release.id, release_hash=release.content_hash, served_hash=served,
                evidence_hash=evidence_hash, request_id=base + number, request_version=1, conflict="none",
                texts_hash=commitment(salt, WORDS, ""),
            ).following(last, key)
            made.append(last)
            words.append({"seq": last.seq, "salt": salt, "message": WORDS, "next_step": ""})
            asked.append({
                "id": base + number, "person_id": person, "module_id": module.id, "release_id": release.id,
                "version": 1, "requested_at": at, "renewed_at": at, "course": "trauma-informed", "note": "",
                "summary": {}, "closed_at": at, "client_key": f"ledger-{number}", "needs_two": False,
                "is_back": False, "is_clear": False,
            })
            frozen.append({"request_id": base + number, "version": 1, "at": at, "evidence": evidence,
                           "evidence_hash": evidence_hash})
        session.execute(sa.insert(requests), asked)
        session.execute(sa.insert(versions), frozen)
        book_store.append_all(session, made, words)
        session.commit()


def bare_loop(session) -> float:
    """Seconds to read the rows, hash each as JSON and verify each signature, and nothing else."""
    key = Ed25519PublicKey.from_public_bytes(installation_key(session).public_key().public_bytes_raw())
    started = time.perf_counter()
    for one in book.all_entries(session):
        hashlib.sha256(json.dumps(one.plain()).encode()).digest()
        key.verify(bytes.fromhex(one.signature), signed_text(one.algorithm, one.hash))
    return time.perf_counter() - started


def verified(session) -> tuple[float, float]:
    """Seconds that `bin/sebaya ledger verify` takes inside the process: on the clock, and of the processor alone."""
    started, worked = time.perf_counter(), time.process_time()
    found = verify_everything(session, also=[certificates.misfits])
    if (found.count, found.misfit) != (COUNT, None):
        raise SystemExit(f"the ledger of the benchmark does not fit: {found}")
    return time.perf_counter() - started, time.process_time() - worked


def verified_alone(session, folder: pathlib.Path) -> float:
    """Seconds that bin/verify-ledger takes for an export, its own start included."""
    file = folder / "ledger.jsonl"
    with file.open("w", encoding="utf-8") as target:
        target.writelines(export.lines(session, at=AT))
    started = time.perf_counter()
    subprocess.run([sys.executable, ROOT / "bin" / "verify-ledger", file], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def measure(app, folder: pathlib.Path) -> tuple[list[tuple[float, float]], float, float]:
    """Seconds of two verifications, of the bare loop between them, and of the verifier that stands alone."""
    with app.app_context():
        fill(db.session)
        before, bare, behind = verified(db.session), bare_loop(db.session), verified(db.session)
        return [before, behind], bare, verified_alone(db.session, folder)
