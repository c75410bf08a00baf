"""What somebody is called on a page."""

import pytest

from training.accounts.person import Person, initials_of


@pytest.mark.parametrize(("name", "letters"), [
    ("Ratna Wulandari", "RW"), ("Sari", "S"), ("ibu ani wati", "IW"), ("Lestari Manurung, M.Psi., Psikolog", "LM"),
    ("", ""), (", M.Psi.", ""),
])
def test_the_letters_come_from_the_name_without_its_titles(name, letters):
    assert initials_of(name) == Person(1, name).initials == letters
