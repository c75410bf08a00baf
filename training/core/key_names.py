"""How a public key is written: as the ledger does, and as a did:key name that holds the key itself."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_ED25519 = b"\xed\x01"  # multicodec for an Ed25519 public key


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
