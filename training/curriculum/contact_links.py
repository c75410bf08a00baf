"""Contacts in stored HTML, filled in when a page is served, so that a corrected number reaches releases that were
published long ago."""

import functools
import html as escaping
import re

from training.core.language import pick
from training.curriculum.contacts import Contact, Contacts

_TOKEN = re.compile(r'<span class="contact">\{\{kontak:([\w.-]+)\}\}</span>')
# A letter, a comma or the like just before it, also at the end of a word in bold: the sentence has begun. After a colon
# too, unless it ends a label in bold or italics.
_IN_SENTENCE = re.compile(r"(?:[\w,;)](?:</\w+>)*|(?<!>)[:(])\s*\Z")
_REACH = 60


def resolve_contacts(html: str, contacts: Contacts, language: str) -> str:
    """`html` with each contact token replaced by the service's name and the address a phone opens. A contact that is
    no longer known leaves its key as plain text."""
    if "{{kontak:" not in html:
        return html
    return _TOKEN.sub(functools.partial(_link, contacts, language), html)


def contact_link(contact: Contact, language: str, *, inside: bool = False) -> str:
    """One contact as HTML: a link when there is something to open, else its name; `inside` a sentence that has begun,
    "your supervisor" instead of "Your supervisor"."""
    names = contact.inside if inside and contact.inside else contact.name
    name = escaping.escape(pick(names, language)[0] or contact.key)
    channel = next((one for one in contact.channels if one.href), None)
    if channel is None:
        return f'<span class="contact">{name}</span>'
    if channel.kind == "phone" and channel.value not in name:
        name = f"{name} ({escaping.escape(channel.value)})"
    rel = ' rel="noreferrer"' if channel.kind in ("web", "whatsapp") else ""
    return f'<a class="contact" href="{escaping.escape(channel.href)}"{rel}>{name}</a>'


def _link(contacts, language, found):
    contact, before = contacts.get(found[1]), found.string[max(found.start() - _REACH, 0):found.start()]
    inside = bool(_IN_SENTENCE.search(before))
    return contact_link(contact, language, inside=inside) if contact else f'<span class="contact">{found[1]}</span>'
