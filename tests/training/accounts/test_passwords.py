import statistics
import time

import pytest

from training.accounts import passwords
from training.accounts.person import Person

RATNA = Person(1, "Ratna Wulandari", "ratna@example.org")


GOOD = ["rangkul-bersama", "kopi meja hujan", "ñandú volando", "kopi" * 40, "Ratna suka hujan pagi"]


@pytest.mark.parametrize("password", GOOD)
def test_a_good_password_is_taken_and_opens(password):
    kept = passwords.new_hash(password, RATNA)
    assert passwords.matches(kept, password)
    assert not passwords.matches(kept, password + " ")


@pytest.mark.parametrize(("password", "refusal"), [
    ("tujuh77", passwords.TooShort), ("", passwords.TooShort), ("a" * 257, passwords.TooLong),
    ("password1", passwords.TooCommon), ("Bismillah123", passwords.TooCommon), ("SAYANGKU1", passwords.TooCommon),
    ("12345678", passwords.TooCommon), ("aaaaaaaa", passwords.TooCommon), ("87654321", passwords.TooCommon),
    ("qwertyuiop", passwords.TooCommon), ("ratnawulandari", passwords.TooPersonal),
    ("Ratna2024", passwords.TooPersonal), ("ratna@example.org", passwords.TooPersonal),
    ("wulandari1", passwords.TooPersonal),
])
def test_a_weak_password_is_refused_by_name(password, refusal):
    with pytest.raises(refusal):
        passwords.new_hash(password, RATNA)


def test_the_list_of_common_passwords_is_long_and_lower_case():
    assert len(passwords.COMMON) >= 1000
    assert all(word == word.casefold() for word in passwords.COMMON)


def test_what_is_kept_names_owasps_setting():
    kept = passwords.hashed("kopi meja hujan")
    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert not passwords.is_outdated(kept)
    assert passwords.is_outdated(kept.replace("t=2", "t=1"))


def test_a_person_without_a_password_is_opened_by_nothing():
    assert not passwords.matches(None, "a name that nobody has")


def test_an_overlong_password_is_never_hashed():
    assert not passwords.matches(passwords.hashed("kopi meja hujan"), "x" * 10_000_000)


def test_an_unknown_name_takes_as_long_as_a_wrong_password():
    kept = passwords.hashed("kopi meja hujan")

    def median(of):
        times = []
        for _ in range(9):
            began = time.process_time()
            passwords.matches(of, "bukan yang ini")
            times.append(time.process_time() - began)
        return statistics.median(times)

    assert median(None) == pytest.approx(median(kept), rel=0.5)
