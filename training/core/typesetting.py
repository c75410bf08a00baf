"""Paper: a page description (Typst) and values go in, a tagged PDF (PDF/UA-1) with selectable text comes out.

Names and texts reach the typesetter as one JSON value, never as markup: what somebody is called is not a program.
"""

import datetime as dt
import json
import pathlib

import typst

ROOT = pathlib.Path(__file__).parents[2]
FONTS = ROOT / "static" / "fonts"


def typeset(template: pathlib.Path, facts: dict, *, made_at: dt.datetime) -> bytes:
    """The PDF that `template` makes of `facts`. The same facts give the same bytes. A letter that no font here has
    costs the PDF/UA mark, never the paper."""
    options = {
        "root": ROOT, "font_paths": [FONTS], "sys_inputs": {"facts": json.dumps(facts)}, "format": "pdf",
        "timestamp": made_at.replace(microsecond=0),
    }
    try:
        return typst.compile(template, ignore_system_fonts=True, pdf_standards="ua-1", **options)
    except typst.TypstError:
        return typst.compile(template, **options)
