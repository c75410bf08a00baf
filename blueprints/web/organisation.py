"""The organisation's own texts in pages, and whether somebody still has to adapt them."""

import zlib

from blueprints.web import contacts
from blueprints.web.database import db
from blueprints.web.shared import shared
from blueprints.web.shared import version as shared_version
from training.curriculum import organisation_texts
from training.curriculum.contact_links import resolve_contacts
from training.curriculum.organisation_links import resolve_organisation, text_html


def filled(html: str, spoken: str) -> str:
    """`html` with the organisation's texts in it; the database is asked only when there is a place for one."""
    return resolve_organisation(html, lambda key: shown(key, spoken))


def served(html: str, spoken: str) -> str:
    """`html` as it is sent: the organisation's texts in it, and the services it names."""
    return resolve_contacts(filled(html, spoken), contacts.directory(), spoken)


def shown(key: str, spoken: str) -> str:
    """One text as lessons show it; nothing for a text that is no longer kept."""
    everything = shared()
    text = organisation_texts.texts_now(db.session, everything.organisation).get(key)
    return resolve_contacts(text_html(text, spoken, everything), contacts.directory(), spoken) if text else ""


def version() -> str:
    """Changes whenever such a text does; part of what a cached page that shows one depends on."""
    return f"{organisation_texts.version(db.session)}-{zlib.crc32(repr(shared_version()).encode()):x}"


def waits() -> bool:
    """Whether a text waits for a professional of the organisation."""
    return bool(organisation_texts.waiting(db.session, shared().organisation))
