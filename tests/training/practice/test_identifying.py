"""What looks like somebody's number or address is named; ordinary numbers are not."""

import pytest

from training.practice.identifying import identifying


@pytest.mark.parametrize(("text", "kinds"), [
    ("Nomornya 0812-3456-7890 ya", ["phone"]), ("WA +62 812 3456 7890", ["phone"]), ("(021) 5550123 rumah", []),
    ("telepon 021 5550 1234", ["phone"]), ("NIK 3404 1234 5678 9012", ["nik"]),
    ("tulis ke ibu.ani@example.org", ["email"]),
    ("Kami bertemu 2 kali, 14.30 sampai 15.00", []), ("pada 12-08-2026 dan 2026-08-12", []),
    ("harga 150.000 rupiah", []),
    ("1.250.000.000 langkah", []), ("a@b.co lalu 081234567890", ["email", "phone"]), ("", []),
])
def test_what_is_seen(text, kinds):
    assert [one.kind for one in identifying(text)] == kinds
