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
from training.signoffs import book, book_store, count, export, kept_store
from training.signoffs.asked import hash_of_request, moment
from training.signoffs.cross_check import verify_everything
from training.signoffs.entry import Entry, canonical, commitment, signed_text
from training.signoffs.ledger import append_all
from training.signoffs.requests_store import TIMES, TOLD
from training.signoffs.store import RequestRow, RequestVersionRow

COUNT, PORTION = 100_000, 2_500
requests, versions = RequestRow.__table__, RequestVersionRow.__table__
SUMMARY = {"titles": {"id": "Mendengar dulu"}, "number": 1, "critical": False, "read": [4, 4], "quiz": [5, 5],
           "reflections": 1, "practice": 1, "level": 3, "harm": False, "returned": 0}
WORDS = "Terima kasih. Contoh dari pertemuan kelompok terakhir sangat jelas, dan langkah berikutnya sudah disepakati."


def fill(session) -> None:
    """COUNT entries: who is here, then requests with frozen evidence of two kilobytes, each asked and decided with
    words."""
    learners = list(session.scalars(sa.select(requests.c.person_id).distinct()))
    session.execute(sa.delete(requests))  # those of the other benchmarks have no evidence
    count.count(session, at=AT)
    session.commit()
    scene, last = Scene(session, learners), book.head(session)
    total = (COUNT - last.seq) // 2
    for start in range(0, total, PORTION):
        made, words, asked, frozen = [], [], [], []
        for number in range(start, min(start + PORTION, total)):
            first, last, row, evidence = scene.request(number, last)
            made += [first, last]
            words.append({"seq": last.seq, "salt": f"{number:064x}", "message": WORDS, "next_step": ""})
            asked.append(row)
            frozen.append({"request_id": row["id"], "version": 1, "at": row["requested_at"], "evidence": evidence,
                           "evidence_hash": last.evidence_hash})
        session.execute(sa.insert(requests), asked)
        session.execute(sa.insert(versions), frozen)
        book_store.append_all(session, made, words)
        session.commit()
    if last.seq < COUNT:
        append_all(session, [{"deed": "expired"}], at=last.at)
        session.commit()


class Scene:
    """The same learners asking and the same supervisor returning, again and again."""

    def __init__(self, session, learners: list[int]):
        self.key, self.learners, sari = installation_key(session), learners, cast_of(session).sari
        self.names = book.names_in_ledger(session, [sari.id, *learners])
        self.salts = kept_store.salts(session, learners)
        self.sari = self.names[sari.id]
        module = find_module(session, "trauma-informed", "tic-1")
        release = session.get(ReleaseRow, module.current_release_id)
        self.about = {"module": "trauma-informed/tic-1", "previous": "", "module_id": module.id, "request_version": 1,
                      "release_id": release.id, "release_hash": release.content_hash,
                      "served_hash": served_now(session, [release.id])[release.id]}

    def request(self, number: int, last: Entry) -> tuple[Entry, Entry, dict, dict]:
        """The two entries after `last`, the request's row and its evidence."""
        person, at = self.learners[number % len(self.learners)], AT + dt.timedelta(seconds=number)
        evidence = {"module": {"id": self.about["module_id"]}, "number": number, "reflection": WORDS * 18}
        row = {
            "id": COUNT + number, "person_id": person, "module_id": self.about["module_id"],
            "release_id": self.about["release_id"], "version": 1, "requested_at": at, "renewed_at": at,
            "course": "trauma-informed", "note": "", "summary": SUMMARY, "closed_at": at,
            "client_key": f"ledger-{number}", "needs_two": False, "is_back": False, "is_clear": False,
        }
        about = {**self.about, "at": at, "subject": self.names[person], "request_id": row["id"],
                 "evidence_hash": hashlib.sha256(canonical(evidence)).hexdigest()}
        told = [row[name].replace(tzinfo=None) if name in TIMES else row[name] for name in TOLD]
        first = Entry(
            seq=last.seq + 1, deed="asked", actor=self.names[person], client_key=f"asked-{number}",
            texts_hash=hash_of_request(self.salts[person], told), about=moment(at.replace(tzinfo=None)), **about,
        ).following(last, self.key)
        second = Entry(
            seq=first.seq + 1, deed="returned", actor=self.sari, client_key=f"bench-{number}", conflict="none",
            texts_hash=commitment(f"{number:064x}", WORDS, ""), **about,
        ).following(first, self.key)
        return first, second, row, evidence


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
