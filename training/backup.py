"""One file that holds an installation: every row and every key, readable on SQLite and PostgreSQL alike.

The file is a gzip-compressed tar followed by the SHA-256 of it: a copy with one changed byte is refused before anything
is restored. It must never write into an installation that holds somebody already.
"""

import base64
import datetime as dt
import hashlib
import io
import json
import os
import pathlib
import tarfile
import tempfile

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Column, Table
from sqlalchemy.orm import Session

from training import backup_store as store
from training.core.database import snapshot
from training.core.language import N_
from training.core.refusal import Refusal
from training.core.signing_key import FILE_NAME
from training.signoffs import book, signing
from training.signoffs.ledger import hold_the_pen
from training.signoffs.refusals import KeyIsHere
from training.tables import metadata

FORMAT = 1
MARK = b"\nsebaya-backup sha256 "
TRAILER = len(MARK) + 64


class Damaged(Refusal):
    sentence = N_("Berkas “%(file)s” bukan cadangan Sebaya yang utuh. Coba salinan yang lain.")


class OtherVersion(Refusal):
    sentence = N_(
        "Cadangan ini dari basis data versi %(theirs)s, pemasangan ini versi %(ours)s. Pulihkan dengan versi itu dulu."
    )


class NotEmpty(Refusal):
    sentence = N_("Pemasangan ini sudah berisi orang. Pulihkan ke DATA_DIR atau basis data yang kosong.")


def write(session: Session, file: pathlib.Path, keys: pathlib.Path, revision: str, *, at: dt.datetime) -> int:
    """Write everything as it is at one moment, also while others write, and return the number of rows. `file` is
    there whole or not at all."""
    snapshot(session)
    with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as target:
        with tarfile.open(fileobj=target, mode="w:gz") as tar:
            counts = {table.name: add_table(tar, session, table) for table in metadata.sorted_tables}
            for key in sorted(keys.glob("*")) if keys.is_dir() else ():
                add(tar, f"keys/{key.name}", key.read_bytes())
            manifest = {"format": FORMAT, "revision": revision, "at": at.isoformat(), "rows": counts}
            add(tar, "manifest.json", json.dumps(manifest).encode())
        target.flush()
        target.write(MARK + digest_of(pathlib.Path(target.name)).encode())
        target.flush()
        os.fsync(target.fileno())
    os.replace(target.name, file)
    return sum(counts.values())


def add_table(tar: tarfile.TarFile, session: Session, table: Table) -> int:
    """Add one table as JSON lines; how many rows it has."""
    count = 0
    with tempfile.TemporaryFile() as lines:
        for row in store.rows_of(session, table):
            lines.write(json.dumps([plain(value) for value in row], ensure_ascii=False).encode() + b"\n")
            count += 1
        entry = tarfile.TarInfo(f"tables/{table.name}.jsonl")
        entry.size = lines.tell()
        lines.seek(0)
        tar.addfile(entry, lines)
    return count


def add(tar: tarfile.TarFile, name: str, data: bytes) -> None:
    """Add one file that only its owner may read."""
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = len(data), 0o600
    tar.addfile(entry, io.BytesIO(data))


def plain(value):
    """A value as JSON can hold it: days as text, bytes in base64."""
    if isinstance(value, dt.date):
        return value.isoformat()
    return {"base64": base64.b64encode(value).decode()} if isinstance(value, bytes | memoryview) else value


def digest_of(file: pathlib.Path, size: int | None = None) -> str:
    """SHA-256 of the first `size` bytes of a file (all of it without)."""
    digest, left = hashlib.sha256(), size if size is not None else file.stat().st_size
    with file.open("rb") as opened:
        while left:
            digest.update(portion := opened.read(min(left, 1 << 20)))
            left -= len(portion)
    return digest.hexdigest()


def insist_on_whole(file: pathlib.Path) -> None:
    """Refuse a file whose end does not name the digest of what stands before it."""
    size = file.stat().st_size - TRAILER
    if size > 0:
        with file.open("rb") as opened:
            opened.seek(size)
            if opened.read() == MARK + digest_of(file, size).encode():
                return
    raise Damaged(file=file.name)


def restore(session: Session, file: pathlib.Path, keys: pathlib.Path, revision: str) -> int:
    """Put everything in `file` into an empty installation of the same version; the number of rows. Refuses Damaged,
    OtherVersion and NotEmpty, and then nothing was changed."""
    insist_on_whole(file)
    with tarfile.open(file, "r:gz") as tar:
        manifest = json.load(tar.extractfile("manifest.json"))
        if manifest["revision"] != revision or manifest["format"] != FORMAT:
            raise OtherVersion(theirs=manifest["revision"], ours=revision)
        if store.has_people(session):
            raise NotEmpty()
        later = [put_back(session, tar, table) for table in metadata.sorted_tables]
        for pointers in later:
            for pointer in pointers:
                store.point(session, *pointer)
        session.flush()
        store.continue_numbers(session)
        bring_keys(tar, keys)
    return sum(manifest["rows"].values())


def put_back(session: Session, tar: tarfile.TarFile, table: Table) -> list[tuple]:
    """Insert a table's rows; what points in a circle is left empty and returned as pointers to set later."""
    circular = [fk.parent for fk in table.foreign_keys if fk.use_alter]
    later, portion = [], []
    for line in tar.extractfile(f"tables/{table.name}.jsonl"):
        row = dict(zip(table.columns.keys(), json.loads(line), strict=True))
        row = {name: typed(table.columns[name], value) for name, value in row.items()}
        for column in circular:
            if row[column.name] is not None:
                later.append((table, row["id"], column.name, row[column.name]))
                row[column.name] = None
        portion.append(row)
        if len(portion) == store.PORTION:
            store.put(session, table, portion)
            portion = []
    store.put(session, table, portion)
    return later


def typed(column: Column, value):
    """A JSON value as the column holds it."""
    if value is None:
        return None
    kind = store.typed(column)
    if kind is bytes:
        return base64.b64decode(value["base64"])
    if kind in (dt.datetime, dt.date):
        return kind.fromisoformat(value)
    return value


def restore_keys(session: Session, file: pathlib.Path, keys: pathlib.Path) -> None:
    """Bring the lost keys of this installation back from a backup of it. Refuses KeyIsHere, Damaged, and NotSignedHere
    when the ledger went on with another key since that backup."""
    hold_the_pen(session, None)
    insist_on_whole(file)
    if signing.trouble(session) is None:
        raise KeyIsHere()
    with tarfile.open(file, "r:gz") as tar:
        try:
            raw = tar.extractfile(f"keys/{FILE_NAME}").read()
        except KeyError:
            raise Damaged(file=file.name) from None
        signing.insist_on_signer(book.head(session), Ed25519PrivateKey.from_private_bytes(raw).public_key())
        bring_keys(tar, keys)


def bring_keys(tar: tarfile.TarFile, keys: pathlib.Path) -> None:
    """Put the keys of a backup where the installation looks for them; names that lead elsewhere are passed over."""
    for entry in tar.getmembers():
        folder, _, name = entry.name.partition("/")
        if folder == "keys" and name and "/" not in name:
            keys.mkdir(parents=True, exist_ok=True)
            with os.fdopen(os.open(keys / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as target:
                target.write(tar.extractfile(entry).read())
