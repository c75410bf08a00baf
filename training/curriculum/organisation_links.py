"""The organisation's own texts in stored HTML, filled in when a page is served, so that an adapted text reaches
releases that were published long ago, and no release changes by it."""

import html as escaping
import re
from collections.abc import Callable

from training.core.language import pick
from training.curriculum.markers import ORGANISATION
from training.curriculum.organisation import Organisation
from training.curriculum.organisation_texts import OwnText
from training.curriculum.page import Scope
from training.curriculum.render import render_text
from training.curriculum.shared import Shared

_TOKEN = re.compile(r'<p><span class="organisation">\{\{organisasi:([\w.-]+)\}\}</span></p>')
ADAPTED = {"id": "Disesuaikan oleh {who}.", "en": "Adapted by {who}."}
WAITING = {
    "id": ("Teks ini belum disesuaikan.", "Seorang profesional di organisasi Anda harus menyesuaikannya dengan aturan "
           "organisasi dan hukum setempat. Sampai itu selesai, tanyakan dulu kepada supervisor Anda."),
    "en": ("This text is not adapted yet.", "A professional of your organisation must adapt it to the organisation's "
           "rules and local law. Until that is done, ask your supervisor first."),
}


def resolve_organisation(html: str, shown: Callable[[str], str]) -> str:
    """`html` with each token replaced by what `shown` says for its key. `shown` is not asked when there is none."""
    if ORGANISATION not in html:
        return html
    return _TOKEN.sub(lambda found: shown(found[1]), html)


def text_html(text: OwnText, language: str, shared: Shared) -> str:
    """One text as safe HTML with its name, and who adapted it or that nobody has yet. Contacts in it are still to be
    resolved."""
    said, spoken = pick(text.texts, language)
    scope = Scope("", "", {}, shared.glossary, shared.sources)
    body = render_text(said, spoken, scope, prefix=f"m-{text.key}-")
    return (
        f'<aside class="callout callout--{"note" if text.is_adapted else "care"}">'
        f'<p class="callout__title">{escaping.escape(name_of(text.key, language, shared.organisation))}</p>'
        f"{body}<p><small>{_standing(text, language)}</small></p></aside>"
    )


def name_of(key: str, language: str, organisation: Organisation) -> str:
    """What a text is called; its key when it has no name any more."""
    return pick(organisation.get(key) or {}, language)[0] or key


def _standing(text, language):
    if text.is_adapted:
        return escaping.escape(ADAPTED[language].format(who=text.professional))
    first, rest = WAITING[language]
    return f"<b>{first}</b> {rest}"
