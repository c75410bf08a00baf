"""The numbers to call, read from courses/contacts.yml whenever that file changes: a corrected number is live at once,
also inside lessons published long ago."""

from flask import current_app

from training.core.clock import now
from training.core.language import pick
from training.curriculum.contacts import Contacts, read_contacts, stale

_kept: dict = {}


def directory() -> Contacts:
    """Every contact, from the installation's own file."""
    folder = current_app.config["COURSES_DIR"]
    path = folder / "contacts.yml"
    changed = path.stat().st_mtime_ns if path.exists() else 0
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
            {"kind": one.kind, "value": one.value, "href": one.href, "label": pick(one.label, language)[0]}
            for one in contact.channels
        ],
    }


def are_stale() -> bool:
    """Whether somebody should check the numbers again (older than 90 days)."""
    return bool(stale(directory(), now().date()))
