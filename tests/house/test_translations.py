"""What a person reads is said in both languages, with the same facts, and in words this house uses."""

import html.parser
import itertools
import re

import jinja2
import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_keywords, parse_mapping_cfg
from babel.messages.pofile import read_po

from blueprints.web.settings import ROOT

CATALOGUE = ROOT / "translations" / "en" / "LC_MESSAGES" / "messages.po"
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
JINJA = jinja2.Environment()
# What stands between no tags: notes, expressions, and the blocks that fill an attribute.
UNSAID = re.compile(r"\{#.*?#\}|\{% block \w+_(?:class|data) %\}.*?\{% endblock %\}|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%|\{\w+\}|</?\w+[^>]*>")
WORDS_WE_DO_NOT_USE = {
    "Indonesian": re.compile(r"\b(gagal|salah|nilai merah|hangus|wajib lulus)\b", re.IGNORECASE),
    "English": re.compile(r"\b(fail(s|ed|ure)?|wrong(ly)?|streaks?|deadline passed|overdue)\b", re.IGNORECASE),
}
# "One of them" holds a word we do not use, and means nothing by it.
MAY_STAND = re.compile(r"\bsalah satu", re.IGNORECASE)
# The brand, the languages by their own names, columns of a file, and the name of a checksum.
SAME_IN_BOTH = {"sebaya", "Sebaya", "Indonesia", "Bahasa Indonesia", "English", "email", "name", "role", "SHA-256"}
SPOKEN_ATTRIBUTES = {"alt", "aria-label", "aria-description", "placeholder", "title", "label"}


def catalogue():
    with CATALOGUE.open("rb") as opened:
        return read_po(opened, locale="en")


def messages() -> list:
    return [message for message in catalogue() if message.id]


def forms(message) -> list[tuple[str, str]]:
    """Each Indonesian form beside its English one."""
    if isinstance(message.id, tuple):
        return list(zip(message.id, message.string, strict=True))
    return [(message.id, message.string)]


def translated() -> list[tuple[str, str]]:
    return [pair for message in messages() for pair in forms(message) if pair[1]]


def gathered() -> set:
    """What bin/translate would gather now, by the keywords that stand in it."""
    said = (ROOT / "bin" / "translate").read_text()
    keywords = {**DEFAULT_KEYWORDS, **parse_keywords(re.findall(r"-k (\S+)", said))}
    with (ROOT / "babel.cfg").open() as opened:
        methods, options = parse_mapping_cfg(opened, "babel.cfg")
    found = extract_from_dir(ROOT, methods, options, keywords=keywords)
    return {said for _, _, said, _, _ in found}


class Spoken(html.parser.HTMLParser):
    """The text of a page as it is written in a template: between the tags, and in attributes that are read aloud."""

    def __init__(self):
        super().__init__()
        self.said = []

    def handle_data(self, data):
        self.said.append(data)

    def handle_starttag(self, tag, attrs):
        self.said += [value for name, value in attrs if name in SPOKEN_ATTRIBUTES and value]


def bare_text(source: str) -> list[str]:
    """Words that stand in a template outside every expression; an example of an address, and what a macro
    puts inside a tag, are none."""
    page = Spoken()
    page.feed(UNSAID.sub("", source.replace("<{{", "<x{{").replace("</{{", "</x{{")))
    page.close()
    pieces = [piece.strip(" \n.,:;·&#()/") for said in page.said for piece in said.split("\n")]
    return [piece for piece in pieces if re.search(r"[^\W\d_]{2}", piece) and not re.search(r'@|="|btn--', piece)]


def bare_literals(source: str) -> list[str]:
    """Texts in an expression that nobody translates: a literal that begins like a sentence, outside `_()`."""
    found, spoken, depth = [], [], 0
    tokens = [(kind, text) for _, kind, text in JINJA.lex(source) if kind != "whitespace"]
    for (_, before), (kind, text) in itertools.pairwise(tokens):
        if text == "(":
            depth += 1
            spoken += [depth] if before in ("_", "ngettext") else []
        elif text == ")":
            spoken = [each for each in spoken if each != depth]
            depth -= 1
        elif kind == "string" and not spoken and re.match(r"[A-Z][a-z]+", text[1:-1]):
            found.append(text[1:-1])
    return found


def test_every_sentence_of_the_code_is_in_the_catalogue_and_no_other():
    known = {message.id for message in messages()}
    assert gathered() == known, "run bin/translate, then translate what is new in translations/en"


def test_every_sentence_is_translated():
    untranslated = [message.id for message in messages() if not all(english for _, english in forms(message))]
    assert not untranslated


def test_no_translation_is_a_guess_or_left_over():
    loaded = catalogue()
    assert not loaded.fuzzy and not [message.id for message in messages() if message.fuzzy]
    assert not loaded.obsolete


def test_the_catalogue_says_whose_it_is():
    opening = CATALOGUE.read_text()[:1000]
    assert "Project-Id-Version: Sebaya" in opening and "nplurals=2" in opening
    assert not re.search(r"FIRST AUTHOR|FULL NAME|EMAIL@ADDRESS|PROJECT|ORGANIZATION|LL@li.org|YEAR-MO-DA", opening)


def test_a_translation_holds_the_same_facts():
    for message in messages():
        for indonesian, english in forms(message):
            facts = set(PLACEHOLDER.findall(english))
            # One of a thing may be said in words in one language and counted in the other.
            may_miss = {"%(num)s"} if isinstance(message.id, tuple) and english == message.string[0] else set()
            assert facts ^ set(PLACEHOLDER.findall(indonesian)) <= may_miss, (indonesian, english)


def test_a_translation_begins_and_ends_like_its_sentence():
    for indonesian, english in translated():
        assert english[0].isspace() == indonesian[0].isspace(), english
        assert english[-1].isspace() == indonesian[-1].isspace(), english
        assert (english[-1] in ".:?") == (indonesian[-1] in ".:?"), english


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(ROOT / "templates").as_posix())
def test_a_template_says_everything_through_the_catalogue(path):
    source = path.read_text()
    said = [text for text in bare_text(source) + bare_literals(source) if text not in SAME_IN_BOTH]
    assert not said, f'write {{{{ _("…") }}}} around {said}'


def test_a_bare_word_is_noticed():
    assert bare_text('<p title="Simpan">{{ _("Ya") }} <b>tutup</b></p>{# catatan #}') == ["Simpan", "tutup"]
    assert bare_literals('{{ button("Simpan", f(_("Ya", name="Ratna")), kind="line") }}') == ["Simpan"]


def test_no_sentence_uses_words_we_do_not_use():
    for pair in translated():
        for language, sentence in zip(WORDS_WE_DO_NOT_USE, pair, strict=True):
            assert not WORDS_WE_DO_NOT_USE[language].search(MAY_STAND.sub("", sentence)), sentence
