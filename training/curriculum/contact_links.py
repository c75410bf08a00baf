"""Contacts in stored HTML, filled in when a page is served, so that a corrected number reaches releases that were
published long ago."""

import functools
import html as escaping
import re

from training.core.language import pick
from training.curriculum.contacts import Contact, Contacts

_TOKEN = re.compile(r'<span class="contact">\{\{kontak:([\w.-]+)\}\}</span>')


def resolve_contacts(html: str, contacts: Contacts, language: str) -> str:
    """`html` with each contact token replaced by the service's name and the address a phone opens. A contact that is
    no longer known leaves its key as plain text."""
    if "{{kontak:" not in html:
        return html
    return _TOKEN.sub(functools.partial(_link, contacts, language), html)


def contact_link(contact: Contact, language: str) -> str:
    """One contact as HTML: a link when there is something to open, else its name."""
    name = escaping.escape(pick(contact.name, language)[0] or contact.key)
    channel = next((one for one in contact.channels if one.href), None)
    if channel is None:
        return f'<span class="contact">{name}</span>'
    if channel.kind == "phone" and channel.value not in name:
        name = f"{name} ({escaping.escape(channel.value)})"
    rel = ' rel="noreferrer"' if channel.kind in ("web", "whatsapp") else ""
    return f'<a class="contact" href="{escaping.escape(channel.href)}"{rel}>{name}</a>'


def _link(contacts, language, found):
    contact = contacts.get(found[1])
    return contact_link(contact, language) if contact else f'<span class="contact">{found[1]}</span>'
