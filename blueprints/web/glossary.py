"""The glossary in pages: the same words and meanings that lessons explain, for the page of all terms and for hints."""

from flask import url_for

from blueprints.web.languages import language
from blueprints.web.shared import shared
from training.core.language import pick
from training.curriculum.glossary import Term


def in_words(term: Term, spoken: str) -> dict:
    """One term for a template."""
    return {
        "key": term.key, "name": pick(term.name, spoken)[0] or term.key, "means": pick(term.means, spoken)[0] or "",
        "url": f"{url_for('glossary.every')}#istilah-{term.key}",
    }


def every() -> list[dict]:
    """All terms in the order of the reader's alphabet."""
    spoken = language()
    found = [in_words(term, spoken) for term in shared().glossary.by_key.values()]
    return sorted(found, key=lambda one: one["name"].casefold())


def some(*keys: str) -> list[dict]:
    """Those of these terms that this installation's glossary has, in the order asked for."""
    spoken, glossary = language(), shared().glossary
    return [in_words(glossary.get(key), spoken) for key in keys if glossary.get(key)]
