"""The code of a certificate: impossible to guess, easy to read aloud and to type from paper."""

import re
import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U
LENGTH, GROUP = 28, 4
_MISREAD = str.maketrans("OIL", "011")


def new_code() -> str:
    """A fresh code of 140 random bits, in seven groups of four."""
    return grouped("".join(secrets.choice(ALPHABET) for _ in range(LENGTH)))


def grouped(letters: str) -> str:
    """The letters in groups with hyphens, as people read them aloud."""
    return "-".join(letters[start:start + GROUP] for start in range(0, len(letters), GROUP))


def read_code(typed: str) -> str | None:
    """The code as it is kept, from what somebody typed: small letters, spaces and O for 0 are forgiven. None when
    it cannot be one."""
    letters = re.sub(r"[\s-]", "", typed[:80]).upper().translate(_MISREAD)
    if len(letters) != LENGTH or set(letters) - set(ALPHABET):
        return None
    return grouped(letters)
