"""Which of the two languages this answer speaks, and switching between them."""

from flask import Flask, g, request, session
from flask_babel import Babel, gettext

from blueprints.web.access import the_person
from blueprints.web.catalogue import Words
from training.core.clock import ZONES
from training.core.language import LANGUAGES, SOURCE
from training.core.refusal import Refusal


def speak(app: Flask) -> None:
    babel = Babel(app, locale_selector=language, timezone_selector=zone_place)
    babel.domain_instance = Words()
    app.before_request(keep_choice)


def keep_choice() -> None:
    """`?lang=en` on any page chooses for this browser from now on."""
    chosen = request.args.get("lang")
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


def said(refusal: Refusal) -> str:
    """A refusal's sentence in the reader's language."""
    return gettext(refusal.sentence, **refusal.facts)
