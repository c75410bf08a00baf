"""Telephone numbers written into a text. Numbers change; they belong in courses/contacts.yml and nowhere else."""

import re

from training.curriculum.contacts import Contacts

_DIGIT = re.compile(r"\d")
_ADDRESS = re.compile(r"https?://(?!wa\.me|api\.whatsapp)[^\s)>\"]+")
_DAY_OR_HOUR = re.compile(r"\b\d{4}-\d{2}-\d{2}\b|(?<![\d.])\d{1,2}[.:]\d{2}(?!\d|[.-]\d{3})")
_LONG = re.compile(r"(?<![\w/.-])(?:\+\d{2}|62|\(0|0)[\d ().-]{6,18}\d(?![\w-])")
_SERVICE = re.compile(r"(?<![\w.,-])1500[ -]?\d{3}(?![\d-])")
_LINKED = re.compile(r"\b(?:tel:|wa\.me/|api\.whatsapp\.com/\S*phone=)[+\d]{3,}", re.IGNORECASE)
_CALLING = r"telepon|telpon|hubungi|nomor|no\.|panggil|call|phone|dial|ring|hotline|whatsapp|wa|sms|ext"
DIGITS_AT_LEAST = 8


def bare_numbers(line: str, short_numbers: re.Pattern) -> list[str]:
    """The telephone numbers in a line of text: long ones, tel: and WhatsApp links, and the short service numbers that
    `short_numbers` finds."""
    if not _DIGIT.search(line):
        return []
    bare = _DAY_OR_HOUR.sub(" ", _ADDRESS.sub(" ", line))
    found = [one[0] for one in _LINKED.finditer(bare)]
    bare = _LINKED.sub(" ", bare)
    found += [one[0] for one in _LONG.finditer(bare) if sum(c.isdigit() for c in one[0]) >= DIGITS_AT_LEAST]
    found += [one[0] for one in _SERVICE.finditer(bare)]
    return found + [one[1] for one in short_numbers.finditer(bare)]


def short_numbers(contacts: Contacts) -> re.Pattern:
    """What finds a service's short number after a word for calling or after the service's own name."""
    numbers, names = {"110", "112", "119", "129"}, set()
    for contact in contacts.by_key.values():
        values = {one.value for one in contact.channels if one.kind == "phone" and len(one.value) <= 4}
        numbers |= {one for one in values if one.isdigit()}
        names |= {word for name in contact.name.values() for word in name.split() if word.isupper() and values}
    words = "|".join([_CALLING, *(re.escape(one) for one in sorted(names) if not one.isdigit())])
    return re.compile(
        rf"\b(?:{words})\b[ :*_(]{{1,4}}(?:\w+ ){{0,1}}({'|'.join(sorted(numbers))})(?![\w.,]*\d|\w)", re.IGNORECASE
    )
