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


def base58(data: bytes) -> str:
    """Bytes in Bitcoin's base 58, which has no letters that look alike."""
    number, letters = int.from_bytes(data), ""
    while number:
        number, left = divmod(number, 58)
        letters = _ALPHABET[left] + letters
    return "1" * (len(data) - len(data.lstrip(b"\0"))) + letters
