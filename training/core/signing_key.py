"""The installation's own key: made when it is first needed and kept in one file that only its owner can read."""

import functools
import os
import pathlib
import secrets

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_ED25519 = b"\xed\x01"  # multicodec for an Ed25519 public key


def signing_key(path: pathlib.Path) -> Ed25519PrivateKey:
    """The key kept at `path` (32 raw bytes, mode 0600), made there if there is none yet. Two processes that make it at
    the same moment end up with the same one."""
    if not path.exists():
        _make(path)
    return Ed25519PrivateKey.from_private_bytes(path.read_bytes())


def give_key(engine, path: pathlib.Path) -> None:
    """Say where the key of the installation is that works on this database."""
    engine.update_execution_options(installation_key=path)


def installation_key(session) -> Ed25519PrivateKey:
    """The key of the installation whose database this session works on. Refuses a database without one: nothing is
    ever signed with a key that nobody kept."""
    path = _path(session)
    found = path.stat() if path.exists() else None
    return _read(path, found and (found.st_mtime_ns, found.st_ino))


@functools.lru_cache(maxsize=8)
def _read(path, version):
    return signing_key(path)


def earlier_keys(session) -> list[Ed25519PublicKey]:
    """The public keys that the installation signed with before, oldest first. They lie beside the key, because whoever
    can write the database must not be able to choose them."""
    file = _earlier(_path(session))
    return [key_of_hex(line) for line in file.read_text().split()] if file.exists() else []


def all_keys(session) -> list[Ed25519PublicKey]:
    """Every public key the installation has signed with, oldest first; the last one is today's."""
    return [*earlier_keys(session), installation_key(session).public_key()]


def change_key(session, fresh: Ed25519PrivateKey) -> None:
    """Put `fresh` in the place of the installation's key. The old one stays aside until `settle_key` says whether the
    change came to pass."""
    path, old = _path(session), installation_key(session)
    os.replace(_written(path, old), _aside(path))
    with _earlier(path).open("a") as file:
        file.write(f"{hex_of(old.public_key())}\n")
        file.flush()
        os.fsync(file.fileno())
    os.replace(_written(path, fresh), path)


def is_changing(session) -> bool:
    """Whether an old key lies aside still."""
    return _aside(_path(session)).exists()


def settle_key(session, in_force: str | None) -> None:
    """After a change of the key, also one that was broken off: where `in_force` (in hexadecimal) is not the new one,
    the old one comes back; else it is deleted. Without a change it does nothing."""
    path = _path(session)
    aside = _aside(path)
    if not aside.exists():
        return
    came_to_pass = in_force == hex_of(signing_key(path).public_key())
    kept, stays = _earlier(path).read_text().split(), signing_key(path if came_to_pass else aside)
    if hex_of(stays.public_key()) in kept:
        kept = kept[:kept.index(hex_of(stays.public_key()))]
        _earlier(path).write_text("".join(f"{one}\n" for one in kept))
    if came_to_pass:
        aside.unlink()
    else:
        os.replace(aside, path)


def _path(session) -> pathlib.Path:
    path = session.get_bind().get_execution_options().get("installation_key")
    if path is None:
        raise LookupError("call give_key for this database before signing")
    return path


def _earlier(path):
    return path.with_name("earlier.keys")


def _aside(path):
    return path.with_name(f"{path.name}.before")


def _make(path: pathlib.Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = _written(path, Ed25519PrivateKey.generate())
    try:
        os.link(fresh, path)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()


def _written(path: pathlib.Path, key: Ed25519PrivateKey) -> pathlib.Path:
    """A file of its own beside `path` that holds the key and has reached the disk."""
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(key.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption()))
        file.flush()
        os.fsync(file.fileno())
    return fresh


def hex_of(key: Ed25519PublicKey) -> str:
    """A public key as the ledger writes it: 32 bytes in hexadecimal."""
    return key.public_bytes_raw().hex()


def key_of_hex(written: str) -> Ed25519PublicKey:
    """The inverse of `hex_of`; raises ValueError for anything else."""
    return Ed25519PublicKey.from_public_bytes(bytes.fromhex(written))


def did_of(key: Ed25519PublicKey) -> str:
    """The did:key name of a public key (W3C did:key): whoever reads it has the key."""
    return "did:key:z" + base58(_ED25519 + key.public_bytes(Encoding.Raw, PublicFormat.Raw))


def key_of(did: str) -> Ed25519PublicKey:
    """The public key in a did:key name. Raises ValueError for anything else."""
    raw = from_base58(did.removeprefix("did:key:z")) if did.startswith("did:key:z") else b""
    if raw[:2] != _ED25519:
        raise ValueError(f"{did} is not an Ed25519 did:key")
    return Ed25519PublicKey.from_public_bytes(raw[2:])


def base58(data: bytes) -> str:
    """Bytes in Bitcoin's base 58, which has no letters that look alike."""
    number, letters = int.from_bytes(data), ""
    while number:
        number, left = divmod(number, 58)
        letters = _ALPHABET[left] + letters
    return "1" * (len(data) - len(data.lstrip(b"\0"))) + letters


def from_base58(letters: str) -> bytes:
    """The inverse of `base58`; raises ValueError for a letter it does not have."""
    number = 0
    for letter in letters:
        number = number * 58 + _ALPHABET.index(letter)
    zeros = len(letters) - len(letters.lstrip("1"))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8)
