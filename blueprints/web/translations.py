"""The English words of the interface, read straight from translations/en/LC_MESSAGES/messages.po: what a translator
edits is what runs, with nothing to compile."""

import functools
import io
import pathlib

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from flask_babel import Domain, get_locale

from blueprints.web.settings import ROOT


@functools.cache
def translations(language: str) -> NullTranslations:
    """The words of one language; none for Indonesian, which the code itself is written in."""
    file = pathlib.Path(ROOT, "translations", language, "LC_MESSAGES", "messages.po")
    if not file.exists():
        return NullTranslations()
    compiled = io.BytesIO()
    with file.open("rb") as opened:
        write_mo(compiled, read_po(opened, locale=language))
    compiled.seek(0)
    return Translations(compiled)


class Words(Domain):
    """Flask-Babel's way to our words."""

    def get_translations(self) -> NullTranslations:
        locale = get_locale()
        return translations(locale.language) if locale else NullTranslations()
