"""The small marks inside a line: contacts, glossary terms, sources, the organisation's own texts, and reduplicated
words that must not break."""

import re
import xml.etree.ElementTree as etree

from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from training.core.language import pick

MARKER = re.compile(r"\{\{[ ]*([A-Za-z]+)[ ]*:[ ]*([\w.-]+)[ ]*(?:\\?\|[ ]*([^{}\n]{1,200}?)[ ]*)?\}\}")
ORGANISATION = "{{organisasi:"
KINDS = {
    "kontak": "contact",
    "contact": "contact",
    "istilah": "term",
    "term": "term",
    "sumber": "source",
    "source": "source",
    "organisasi": "organisation",
    "organisation": "organisation",
}
REDUPLICATED = r"(?<![\w-])([^\W\d_]{2,14})-(?i:\1)(?![\w-])"


class MarkerProcessor(InlineProcessor):
    """`{{kontak:x}}`, `{{istilah:x|word}}`, `{{sumber:x}}`. An unknown one stays as written; the check says so."""

    def handleMatch(self, m, data):
        kind = KINDS.get(m[1].lower())
        made = _MAKERS[kind](self.md.page, m[2], m[3]) if kind else None
        return (None, None, None) if made is None else (made, m.start(0), m.end(0))


class ReduplicationProcessor(InlineProcessor):
    """ "pelan-pelan" stays on one line."""

    def handleMatch(self, m, data):
        made = etree.Element("span", {"class": "nb"})
        made.text = AtomicString(m[0])
        return made, m.start(0), m.end(0)


def contact_token(key: str) -> str:
    """What stands in stored HTML for a contact until it is served."""
    return f"{{{{kontak:{key}}}}}"


def organisation_token(key: str) -> str:
    """The same for a text that the organisation decides for itself."""
    return f"{ORGANISATION}{key}}}}}"


def _contact(page, key, label):
    made = etree.Element("span", {"class": "contact"})
    made.text = AtomicString(contact_token(key))
    return made


def _organisation(page, key, label):
    made = etree.Element("span", {"class": "organisation"})
    made.text = AtomicString(organisation_token(key))
    return made


def _term(page, key, label):
    term = page.scope.glossary.get(key)
    if term is None:
        return _plain(label or key)
    page.terms.setdefault(key, term)
    if page.has_lists:
        made = etree.Element("a", {"class": "term", "href": f"#istilah-{key}"})
    else:
        made = etree.Element("abbr", {"class": "term", "title": pick(term.means, page.language)[0] or ""})
    made.text = label or pick(term.name, page.language)[0] or key
    return made


def _source(page, key, label):
    source = page.scope.sources.get(key)
    if source is None or not (page.has_lists or source.url):
        return _plain(f"[{key}]")
    number = page.number_of(key)
    address = {"href": f"#sumber-{key.lower()}"} if page.has_lists else {"href": source.url, "rel": "noreferrer"}
    made = etree.Element("a", {"class": "source", "title": source.title} | address)
    made.text = AtomicString(f"[{number}]" if page.has_lists else f"[{key}]")
    return made


def _plain(text):
    made = etree.Element("span")
    made.text = AtomicString(text)
    return made


_MAKERS = {"contact": _contact, "term": _term, "source": _source, "organisation": _organisation}
