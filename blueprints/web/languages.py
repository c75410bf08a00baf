"""Which of the two languages this answer speaks, and switching between them."""

import locale
import os

from flask import Flask, g, request, session
from flask_babel import Babel, force_locale, gettext

from blueprints.web.access import the_person
from blueprints.web.translations import Words
from training.core.clock import ZONES
from training.core.language import LANGUAGES, SOURCE
from training.core.refusal import Refusal


def speak(app: Flask) -> None:
    babel = Babel(app, locale_selector=language, timezone_selector=zone_place)
    babel.domain_instance = Words()
    app.before_request(keep_choice)


def keep_choice() -> None:
    """`?lang=en` on any page chooses for this browser from now on."""
    chosen = request.query_string and request.args.get("lang")
    if chosen in LANGUAGES:
        session["language"] = chosen


def language() -> str:
    """The reader's language: chosen in this browser, else of the account, else of the browser, else Indonesian."""
    if "language" not in g:
        chosen = session.get("language")
        if chosen not in LANGUAGES:
            person = the_person()
            chosen = person.language if person else request.accept_languages.best_match(LANGUAGES, SOURCE)
        g.language = chosen
    return g.language


def zone() -> str:
    """The reader's zone: WIB, WITA or WIT."""
    person = the_person()
    return person.zone if person else "WIB"


def zone_place() -> str:
    return ZONES[zone()]


def terminal_language(chosen: str | None = None) -> str:
    """The language to tell things in: the one asked for, else Indonesian where the terminal speaks it, else English."""
    wanted = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    spoken = next(filter(None, wanted), None) or locale.getlocale()[0]
    return chosen or ("id" if (spoken or "").startswith("id") else "en")


def in_terminal_language():
    """A block whose sentences are the terminal's: nobody has chosen a language for a page there."""
    return force_locale(terminal_language())


def said(refusal: Refusal) -> str:
    """A refusal's sentence in the reader's language."""
    return gettext(refusal.sentence, **refusal.facts)


def said_to_operator(refusal: Refusal) -> str:
    """The same in the terminal, where some refusals say more."""
    return gettext(getattr(refusal, "to_operator", "") or refusal.sentence, **refusal.facts)
