"""The larger constructs of a lesson, made while Markdown is still a tree: call-outs, figures, sound, tables that stack
on a phone, ticked lists, links to other lessons, and the places that questions and reflections were cut from.

Class names for the style sheets: `callout callout--group | --try | --example | --care | --step | --summary | --note`
(an `aside` whose first line is `p.callout__title`), `details.callout.callout--transcript`, `figure` with `figcaption`,
`figure.audio`, `div.tablewrap > table.data.data--flow`, `ul.tasks`, `a.term` (`abbr.term` outside the
text of a lesson), `a.source`, `span.contact` (`a.contact` once it is served), `span.nb`, `section.terms`,
`section.sources`."""

import re
import xml.etree.ElementTree as etree

from markdown.blockprocessors import BlockProcessor
from markdown.treeprocessors import Treeprocessor

from training.curriculum import addresses

CALLOUTS = {
    "kelompok": "group",
    "group": "group",
    "coba": "try",
    "try": "try",
    "contoh": "example",
    "example": "example",
    "hati-hati": "care",
    "care": "care",
    "langkah": "step",
    "step": "step",
    "ringkasan": "summary",
    "summary": "summary",
    "catatan": "note",
    "note": "note",
    "transkrip": "transcript",
    "transcript": "transcript",
}
TITLES = {
    "group": {"id": "Di dalam kelompok", "en": "In the group"},
    "try": {"id": "Coba sebentar", "en": "Try it now"},
    "example": {"id": "Kalimat yang bisa dipakai", "en": "Sentences you can use"},
    "care": {"id": "Hati-hati", "en": "Take care"},
    "step": {"id": "Satu langkah minggu ini", "en": "One step this week"},
    "summary": {"id": "Ringkasan", "en": "Summary"},
    "note": {"id": "Catatan", "en": "Note"},
    "transcript": {"id": "Transkrip", "en": "Transcript"},
}
CUT = re.compile(r"(?:^|\n)\{\{%(check|reflection) ([^\s%]+)%\}\}(?:\n|$)")
_TICK = re.compile(r"\[([ xX])\][ ]+")


class CutProcessor(BlockProcessor):
    """The marker that `sections.py` left becomes the placeholder that the page fills."""

    def test(self, parent, block):
        found = CUT.search(block)
        return bool(found) and found.groups() in self.parser.md.page.cuts

    def run(self, parent, blocks):
        block = blocks.pop(0)
        found = CUT.search(block)
        if before := block[: found.start()].strip("\n"):
            self.parser.parseBlocks(parent, [before])
        etree.SubElement(parent, "div", {f"data-{found[1]}": found[2]})
        if after := block[found.end() :].strip("\n"):
            blocks.insert(0, after)


class Callouts(Treeprocessor):
    """Quotes that begin with `[!kind]`, as pymdownx.quotes marks them."""

    def run(self, root):
        for quote in root.iter("blockquote"):
            written = quote.attrib.pop("data-alert", "").split(" ")[0]
            quote.attrib.pop("data-alert-collapse", None)
            if written in CALLOUTS:
                self._make(quote, written, CALLOUTS[written])

    def _make(self, quote, written, kind):
        is_transcript = kind == "transcript"
        quote.tag = "details" if is_transcript else "aside"
        quote.set("class", f"callout callout--{kind}")
        title = quote[0]
        title.tag = "summary" if is_transcript else "p"
        if not is_transcript:
            title.set("class", "callout__title")
        if "".join(title.itertext()) == written.title():
            title[:] = []
            title.text = TITLES[kind][self.md.page.language]


class Figures(Treeprocessor):
    """A picture alone in its paragraph becomes a figure, a recording a player; other pictures stay in their line."""

    def run(self, root):
        for paragraph in root.iter("p"):
            if len(paragraph) == 1 and paragraph[0].tag == "img" and _is_alone(paragraph):
                self._figure(paragraph, paragraph[0])
        for image in root.iter("img"):
            self._own_file(image)

    def _figure(self, paragraph, image):
        caption = image.attrib.pop("title", None)
        asset = self._asset(image)
        if asset is not None and not asset.is_image:
            paragraph.set("class", "audio")
            caption = image.attrib.pop("alt", "") or caption
            image.tag = "audio"
            image.attrib = {"src": asset.url, "controls": "controls", "preload": "none"}
        paragraph.tag, paragraph.text, image.tail = "figure", "\n", "\n"
        if caption:
            etree.SubElement(paragraph, "figcaption").text = caption

    def _own_file(self, image):
        asset = self._asset(image)
        if asset is not None and asset.is_image:
            image.attrib |= {
                "src": asset.url,
                "width": str(asset.width),
                "height": str(asset.height),
                "loading": "lazy",
                "decoding": "async",
            }

    def _asset(self, image):
        return self.md.page.scope.assets.get(addresses.file_of(image.get("src", "")).removeprefix("./"))


class Tables(Treeprocessor):
    """Each cell carries the name of its column, so that the table can stack on a phone."""

    def run(self, root):
        for parent in list(root.iter()):
            for place, table in enumerate(parent):
                if table.tag == "table":
                    self._label(table)
                    wrap = etree.Element("div", {"class": "tablewrap"})
                    wrap.tail, table.tail = table.tail, None
                    wrap.append(table)
                    parent[place] = wrap

    def _label(self, table):
        table.set("class", "data data--flow")
        names = []
        for head in table.iterfind("thead/tr/th"):
            names.append("".join(head.itertext()).strip())
            if names[-1]:
                head.set("scope", "col")
            else:
                head.tag = "td"
        for row in table.iterfind("tbody/tr"):
            for name, cell in zip(names, row, strict=False):
                if name:
                    cell.set("data-l", name)


class Ticks(Treeprocessor):
    """`- [ ]` and `- [x]` in prose: a box as text, because nobody can tick it."""

    def run(self, root):
        for group in root.iter("ul"):
            for item in group:
                holder = item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item
                found = _TICK.match(holder.text or "")
                if found:
                    group.set("class", "tasks")
                    holder.text = ("☐ " if found[1] == " " else "☑ ") + holder.text[found.end() :]


class Links(Treeprocessor):
    """Links to course files lead to their pages; links to other sites do not say where the reader came from."""

    def run(self, root):
        for link in root.iter("a"):
            address = link.get("href", "")
            if addresses.is_outside(address):
                if address.startswith("http"):
                    link.set("rel", "noreferrer")
            elif page := addresses.page_address(self.md.page.scope, address):
                link.set("href", page)


def _is_alone(paragraph):
    return not (paragraph.text or "").strip() and not (paragraph[0].tail or "").strip()
