"""Our Markdown: Python-Markdown with the extensions that lessons may use, and our own constructs. It puts the pieces
together and renders; it does not sanitise."""

import threading

import markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension, slugify
from pymdownx.quotes import QuotesExtension

from training.curriculum import blocks, markers
from training.curriculum.page import Page

BACK = {"id": "Kembali ke catatan {} di teks", "en": "Back to note {} in the text"}
_own = threading.local()


def anchor_of(heading: str) -> str:
    """The id that a heading of a lesson's page gets."""
    return Page.prefix + slugify(heading, "-")


def to_html(text: str, page: Page) -> tuple[str, list[dict]]:
    """`text` as HTML, not yet sanitised, with Python-Markdown's tokens of its headings."""
    converter = _converter(page.language)
    converter.page = page
    html = converter.reset().convert(text)
    return html, converter.toc_tokens


def _converter(language) -> markdown.Markdown:
    """One converter per thread and language: building one costs a millisecond, sharing one is not safe."""
    if not hasattr(_own, "converters"):
        _own.converters = {}
    if language not in _own.converters:
        _own.converters[language] = _build(language)
    return _own.converters[language]


def _build(language):
    converter = markdown.Markdown(
        output_format="html",
        extensions=[
            "attr_list",
            "def_list",
            "md_in_html",
            "sane_lists",
            "abbr",
            TableExtension(use_align_attribute=True),
            FootnoteExtension(UNIQUE_IDS=False, BACKLINK_TITLE=BACK[language]),
            QuotesExtension(callouts=True),
            Constructs(),
        ],
    )
    TocExtension(marker="", slugify=lambda value, sep: converter.page.prefix + slugify(value, sep)).extendMarkdown(
        converter
    )
    return converter


class Constructs(Extension):
    """What Sebaya adds to Markdown. The numbers place each step among Python-Markdown's own: before code spans are
    left (185 < 190), before pymdownx.quotes finishes its quotes (19.99), after attribute lists (8)."""

    def extendMarkdown(self, md):
        md.inlinePatterns.register(markers.MarkerProcessor(markers.MARKER.pattern, md), "sebaya-marker", 185)
        md.inlinePatterns.register(markers.ReduplicationProcessor(markers.REDUPLICATED, md), "sebaya-nb", 35)
        md.parser.blockprocessors.register(blocks.CutProcessor(md.parser), "sebaya-cut", 95)
        md.treeprocessors.register(blocks.Callouts(md), "sebaya-callouts", 19.995)
        for priority, step in enumerate((blocks.Ticks, blocks.Links, blocks.Tables, blocks.Figures)):
            md.treeprocessors.register(step(md), f"sebaya-{step.__name__.lower()}", 7 - priority / 10)
