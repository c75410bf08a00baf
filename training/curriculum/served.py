"""The fingerprint of what readers of a release are served: its rendered lessons, its outline, its quiz, and who stands
behind it. The content hash covers what the author wrote; this one covers what became of it, so that neither can be
changed alone."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping

NAMED = ("number", "change", "author", "reviewer", "outline", "paper")


def served_hash(release: Mapping, lessons: Iterable) -> str:
    """SHA-256 (64 hex digits) over one JSON text with sorted keys: of the release what NAMED lists and `published_at`,
    of each of its lessons slug, language, title, html, short_html, note and extras."""
    pages = sorted(
        [one.slug, one.language, one.title, one.html, one.short_html, one.note, _spelled(one.extras)]
        for one in lessons
    )
    named = {name: release[name] for name in NAMED}
    named["published_at"] = release["published_at"].astimezone(dt.UTC).isoformat()
    return hashlib.sha256(_spelled([named, pages]).encode()).hexdigest()


def _spelled(value) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
