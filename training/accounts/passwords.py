"""Which passwords may be chosen, what is kept of them, and whether one typed is the right one.

It must never keep, log or return a password, and never be quicker for a name nobody has.
"""

import os
import pathlib
import threading

import argon2

from training.accounts.person import Person
from training.core.language import N_
from training.core.refusal import NotUnderstood

SHORTEST, LONGEST = 8, 256
# OWASP's smallest recommended setting for Argon2id: 19 MiB, two passes, one lane.
HASHER = argon2.PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1, type=argon2.Type.ID)
# A cohort that starts together must not fill the memory: at most this many hashes are computed at once.
AT_ONCE = threading.BoundedSemaphore(max(2, os.cpu_count() or 2))
COMMON = frozenset((pathlib.Path(__file__).parent / "common_passwords.txt").read_text("utf-8").split())
RUNS = ("01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm")


class TooShort(NotUnderstood):
    sentence = N_("Kata sandi ini masih pendek. Pakai paling sedikit %(least)d huruf, misalnya tiga kata biasa.")


class TooLong(NotUnderstood):
    sentence = N_("Kata sandi ini terlalu panjang: paling banyak %(most)d huruf.")


class TooCommon(NotUnderstood):
    sentence = N_("Kata sandi ini dipakai banyak orang, jadi mudah ditebak. Coba tiga kata yang tidak berhubungan.")


class TooPersonal(NotUnderstood):
    sentence = N_("Kata sandi ini mirip nama atau email Anda, jadi mudah ditebak. Coba kata lain.")


def new_hash(password: str, person: Person) -> str:
    """What to keep of a password that `person` chooses. Refuses one that is too short (under 8 characters), too
    long (over 256), among the most common, or made of her own name or address. No other rules, as NIST SP 800-63B."""
    if len(password) < SHORTEST:
        raise TooShort(least=SHORTEST)
    if len(password) > LONGEST:
        raise TooLong(most=LONGEST)
    if is_common(password):
        raise TooCommon()
    if is_personal(password, person):
        raise TooPersonal()
    return hashed(password)


def is_common(password: str) -> bool:
    """Whether many people use it: in the list, one or two characters repeated, or a run along the keyboard."""
    plain = "".join(password.casefold().split())
    run = any(plain in line * 3 or plain in line[::-1] * 3 for line in RUNS)
    return plain in COMMON or len(set(plain)) <= 2 or run


def is_personal(password: str, person: Person) -> bool:
    """Whether little remains of the password once the person's own name and address are taken out."""
    left = "".join(password.casefold().split())
    own = {*person.name.casefold().split(), *person.email.casefold().replace("@", ".").split(".")}
    for word in sorted((word for word in own if len(word) > 2), key=len, reverse=True):
        left = left.replace(word, "")
    return len(left) < min(5, len(password) - 2)


def hashed(password: str) -> str:
    """The Argon2id hash of a password, with its salt and setting inside."""
    with AT_ONCE:
        return HASHER.hash(in_bytes(password))


def matches(kept: str | None, password: str) -> bool:
    """Whether `password` is the one `kept` was made from. Takes as long when nothing is kept."""
    if len(password) > LONGEST:
        password = ""
    with AT_ONCE:
        try:
            return HASHER.verify(kept or NOBODYS, in_bytes(password)) and kept is not None
        except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
            return False


def is_outdated(kept: str) -> bool:
    """Whether `kept` was made with another setting than today's; the next sign-in renews it."""
    return HASHER.check_needs_rehash(kept)


def in_bytes(password: str) -> bytes:
    """A password as bytes, whatever somebody pasted into the field."""
    return password.encode("utf-8", "surrogatepass")


NOBODYS = hashed("a name that nobody has")
