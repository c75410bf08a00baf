"""Telephone numbers are found, other numbers are left alone."""

import pytest

from tests.broken_courses import HERE
from training.curriculum.contacts import read_contacts
from training.curriculum.phones import bare_numbers, short_numbers

SERVICES = short_numbers(read_contacts(HERE / "good" / "contacts.yml")[0])


@pytest.mark.parametrize(
    "text",
    [
        "Telepon 0812-3456-7890.", "(021) 7918 1234", "+62 812 3456 7890", "62812345678", "WA 08111129129",
        "hubungi 129",
        "SAPA 129", "call 112 now", "1500-771", "0800 1500 119",
        "[WA](https://wa.me/628111129129)", "<a href='tel:129'>",
        "Hotline: 119", "nomor 110", "021-79181234",
    ],
)  # fmt: skip
def test_a_number_one_could_call_is_found(text):
    assert bare_numbers(text, SERVICES)


@pytest.mark.parametrize(
    "text",
    [
        "Sekitar 129 orang hadir.", "2026-11-20", "Rp1.500.000", "0,5 sampai 0,75", "UU 12/2022",
        "https://a.example/0812345678901",
        "ISBN 978-602-1234-56-7", "08.00-16.30", "jam 08.00 sampai 16.30", "S129", "halaman 110-119",
        "90 menit, 8-12 orang",
        "10.1234/0812.3456", "{{kontak:sapa}}", "hubungi 12 orang", "reviewed_on: 2026-11-20", "telepon 2 kali",
    ],
)  # fmt: skip
def test_other_numbers_are_left_alone(text):
    assert bare_numbers(text, SERVICES) == []
