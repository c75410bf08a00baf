"""A certificate on paper: one A4 page on its side, as a tagged PDF (PDF/UA-1) with selectable text.

Names and texts reach the typesetter as one JSON value, never as markup: what somebody is called is not a program.
"""

import datetime as dt
import json
import pathlib

import segno
import typst

ROOT = pathlib.Path(__file__).parents[2]
TEMPLATE = ROOT / "templates" / "credentials" / "certificate.typ"
FONTS = ROOT / "static" / "fonts"


def paper(facts: dict, *, address: str, made_at: dt.datetime, template: pathlib.Path = TEMPLATE) -> bytes:
    """The PDF of what `facts` says (texts already in one language; see the template for their names), with a QR code
    to `address`. The same facts give the same bytes. A letter that no font here has costs the PDF/UA mark, never the
    certificate."""
    inputs = {"facts": json.dumps({**facts, "address": address, "qr": qr(address)})}
    options = {
        "root": ROOT, "font_paths": [FONTS], "sys_inputs": inputs, "format": "pdf",
        "timestamp": made_at.replace(microsecond=0),
    }
    try:
        return typst.compile(template, ignore_system_fonts=True, pdf_standards="ua-1", **options)
    except typst.TypstError:
        return typst.compile(template, **options)


def qr(address: str, **look) -> str:
    """A QR code as SVG text, with medium error correction: it survives a crease."""
    return segno.make(address, error="m", micro=False).svg_inline(border=0, omitsize=True, **look)
