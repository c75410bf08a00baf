"""A certificate on paper: one A4 page on its side, with a QR code to the page where anybody can check it."""

import datetime as dt

import segno

from training.core.typesetting import ROOT, typeset

TEMPLATE = ROOT / "templates" / "credentials" / "certificate.typ"
INK = "#17302C"


def paper(facts: dict, *, address: str, made_at: dt.datetime) -> bytes:
    """The PDF of what `facts` says (texts already in one language; see the template for their names), with a QR code
    to `address`."""
    return typeset(TEMPLATE, {**facts, "address": address, "qr": qr(address, dark=INK)}, made_at=made_at)


def qr(address: str, **look) -> str:
    """A QR code as SVG text, with medium error correction: it survives a crease."""
    return segno.make(address, error="m", micro=False).svg_inline(border=0, omitsize=True, **look)
