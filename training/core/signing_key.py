"""The installation's own key, kept in one file that only its owner can read, and beside it the public keys of before.
What happened to the keys is known from these files alone: whoever can write the database must not be able to say it."""

import functools
import os
import pathlib
import secrets

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from training.core.key_names import hex_of, key_of_hex
from training.core.language import N_
from training.core.refusal import ForTheAdministrator

FILE_NAME = "installation.key"


class KeyMissing(ForTheAdministrator):
    sentence = N_("Belum ada yang disimpan, dan ini bukan karena Anda: buku pengesahan tidak bisa ditandatangani, "
                  "karena kunci pemasangan ini tidak ada. Beri tahu administrator; langkah berikutnya tertulis di "
                  "bin/sebaya ledger verify.")
    to_operator = N_("Kunci pemasangan ini tidak ada, atau tidak terbaca, di %(path)s. Yang sudah tertulis tetap bisa "
                     "dibaca, tetapi tidak ada yang bisa disahkan atau diperiksa.\n"
                     "Berikutnya: kembalikan kuncinya dari cadangan: bin/sebaya ledger key restore --from CADANGAN\n"
                     "Bila kunci itu hilang untuk selamanya: bin/sebaya ledger key lost")


def signing_key(path: pathlib.Path) -> Ed25519PrivateKey:
    """The key kept at `path` (32 raw bytes, mode 0600), made there if there is none yet. Two processes that make it at
    the same moment end up with the same one."""
    if not path.exists():
        _make(path)
    return _load(path)


def give_key(engine, path: pathlib.Path) -> None:
    """Say where the key of the installation is that works on this database."""
    engine.update_execution_options(installation_key=path)


def make_key(session) -> Ed25519PrivateKey:
    """The key of the installation, made if there is none. Only for a ledger without entries."""
    return signing_key(_path(session))


def installation_key(session) -> Ed25519PrivateKey:
    """The key of the installation whose database this session works on. Refuses KeyMissing where it is not there or
    cannot be read as one: a new one in its place would sign what nobody could check."""
    path = _path(session)
    try:
        found = path.stat()
        return _read(path, (found.st_mtime_ns, found.st_ino))
    except (FileNotFoundError, ValueError):
        raise KeyMissing(path=path) from None


@functools.lru_cache(maxsize=8)
def _read(path, version):
    return _load(path)


def _load(path: pathlib.Path) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(path.read_bytes())


def earlier_keys(session) -> list[Ed25519PublicKey]:
    """The public keys that the installation signed with before, oldest first, as far as they are known."""
    return [key_of_hex(line) for line in _lines(_earlier(_path(session)))]


def all_keys(session) -> list[Ed25519PublicKey]:
    """Every public key the installation has signed with, oldest first; the last one is today's, where it is there."""
    try:
        return [*earlier_keys(session), installation_key(session).public_key()]
    except KeyMissing:
        return earlier_keys(session)


def key_runs(session) -> list[list[Ed25519PublicKey]]:
    """The same keys in runs: within a run each named the next one, between two runs the last one was lost. A run is
    empty where nobody knows any more what was signed with. Refuses KeyMissing."""
    return in_runs([*earlier_keys(session), installation_key(session).public_key()], keys_after_loss(session))


def in_runs(keys: list[Ed25519PublicKey], after_loss: list[str]) -> list[list[Ed25519PublicKey]]:
    """Keys, oldest first, in runs as `key_runs` gives them."""
    runs: list[list[Ed25519PublicKey]] = [[]]
    for key in keys:
        if hex_of(key) in after_loss:
            runs.append([])
        runs[-1].append(key)
    return runs


def keys_after_loss(session) -> list[str]:
    """The public keys, in hexadecimal, that began without the signature of the one before."""
    return _lines(_after_loss(_path(session)))


def change_key(session, fresh: Ed25519PrivateKey) -> None:
    """Put `fresh` in the place of the installation's key. The old one stays aside until `settle_key` says whether the
    change came to pass."""
    path, old = _path(session), installation_key(session)
    os.replace(_written(path, _raw(old)), _aside(path))
    with _earlier(path).open("a") as file:
        file.write(f"{hex_of(old.public_key())}\n")
        file.flush()
        os.fsync(file.fileno())
    os.replace(_written(path, _raw(fresh)), path)


def begin_key(session, fresh: Ed25519PrivateKey, earlier: list[str]) -> None:
    """Keep `fresh` ready for the place of a key that was lost, which signed last of `earlier` (in hexadecimal, oldest
    first; empty where nobody knows). It comes there when `settle_key` says that the change came to pass."""
    path = _path(session)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    began = [*keys_after_loss(session), hex_of(fresh.public_key())]
    staged = {_earlier(path): _text(earlier), _after_loss(path): _text(began), path: _raw(fresh)}
    for file, content in staged.items():
        os.replace(_written(file, content), _next(file))


def is_changing(session) -> bool:
    """Whether an old key lies aside still, or a new one waits."""
    path = _path(session)
    return _aside(path).exists() or _next(path).exists()


def settle_key(session, in_force: str | None) -> None:
    """After a change of the key, also one that was broken off: where `in_force` (in hexadecimal) is not the new one,
    it is as before; else the old one is deleted. Without a change it does nothing."""
    path = _path(session)
    _settle_begun(path, in_force)
    aside = _aside(path)
    if not aside.exists():
        return
    came_to_pass = in_force == hex_of(_load(path).public_key())
    kept, stays = _lines(_earlier(path)), hex_of(_load(path if came_to_pass else aside).public_key())
    if stays in kept:
        _earlier(path).write_bytes(_text(kept[:kept.index(stays)]))
    if came_to_pass:
        aside.unlink()
    else:
        os.replace(aside, path)


def _settle_begun(path, in_force):
    """The key comes last: where a crash comes between, the next time goes on with what is still waiting."""
    if not _next(path).exists():
        return
    came_to_pass = in_force == hex_of(_load(_next(path)).public_key())
    for file in (_earlier(path), _after_loss(path), path):
        if came_to_pass and _next(file).exists():
            os.replace(_next(file), file)
        _next(file).unlink(missing_ok=True)


def _path(session) -> pathlib.Path:
    path = session.get_bind().get_execution_options().get("installation_key")
    if path is None:
        raise LookupError("call give_key for this database before signing")
    return path


def _earlier(path):
    return path.with_name("earlier.keys")


def _after_loss(path):
    return path.with_name("after-loss.keys")


def _aside(path):
    return path.with_name(f"{path.name}.before")


def _next(path):
    return path.with_name(f"{path.name}.next")


def _lines(file: pathlib.Path) -> list[str]:
    return file.read_text().split() if file.exists() else []


def _text(lines: list[str]) -> bytes:
    return "".join(f"{one}\n" for one in lines).encode()


def _raw(key: Ed25519PrivateKey) -> bytes:
    return key.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())


def _make(path: pathlib.Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = _written(path, _raw(Ed25519PrivateKey.generate()))
    try:
        os.link(fresh, path)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()


def _written(path: pathlib.Path, content: bytes) -> pathlib.Path:
    """A file of its own beside `path` that holds this and has reached the disk."""
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return fresh
