"""The competencies of one person on paper, for her to keep or to give away: A4, as many pages as it takes."""

import datetime as dt

from training.core.typesetting import ROOT, typeset

TEMPLATE = ROOT / "templates" / "competencies" / "summary.typ"


def paper(facts: dict, *, made_at: dt.datetime) -> bytes:
    """The PDF of what `facts` says (texts already in one language; see the template for their names)."""
    return typeset(TEMPLATE, facts, made_at=made_at)
