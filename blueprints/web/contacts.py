"""The numbers to call, read from courses/contacts.yml whenever that file changes: a corrected number is live at once,
also inside lessons published long ago."""

import os

from flask import current_app

from training.core.clock import now
from training.core.language import pick
from training.curriculum.contacts import Contacts, read_contacts, stale

_kept: dict = {}


def directory() -> Contacts:
    """Every contact, from the installation's own file."""
    path = f"{current_app.config['COURSES_DIR']}/contacts.yml"
    try:
        changed = os.stat(path).st_mtime_ns
    except FileNotFoundError:
        changed = 0
    if _kept.get("key") != (path, changed):
        found, _problems = read_contacts(path) if changed else (Contacts(), ())
        _kept.update(key=(path, changed), directory=found, footers={})
    return _kept["directory"]


def version() -> str:
    """Changes whenever the contacts do; part of what a cached page depends on."""
    directory()
    return f"{_kept['key'][1]:x}"


def footer(language: str) -> list[dict]:
    """The few contacts every page shows, in `language`."""
    contacts = directory()
    if language not in _kept["footers"]:
        shown = [contacts.get(key) for key in contacts.footer]
        _kept["footers"][language] = [in_words(contact, language) for contact in shown if contact]
    return _kept["footers"][language]


def in_words(contact, language: str) -> dict:
    """One contact for a template."""
    return {
        "name": pick(contact.name, language)[0],
        "channels": [
            {"kind": one.kind, "value": one.value, "href": one.href, "label": label_of(one, language)}
            for one in contact.channels
        ],
    }


def label_of(channel, language: str) -> str:
    """What to call a channel: its label, with the number unless the label says it already."""
    label = pick(channel.label, language)[0] or ""
    has_number = any(character.isdigit() for character in label)
    return label if has_number or channel.kind not in ("phone", "whatsapp") else f"{label} {channel.value}".strip()


def are_stale() -> bool:
    """Whether somebody should check the numbers again (older than 90 days); reckoned once a day."""
    contacts, today = directory(), now().date()
    if _kept.get("reckoned") != (_kept["key"], today):
        _kept.update(reckoned=(_kept["key"], today), stale=bool(stale(contacts, today)))
    return _kept["stale"]
