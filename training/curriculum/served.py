"""The fingerprint of what readers of a release are served: its rendered lessons, its outline and its quiz. The content
hash covers what the author wrote; this one covers what became of it, so that neither can be changed alone."""

import hashlib
import json
from collections.abc import Iterable


def served_hash(outline: dict, paper: dict | None, lessons: Iterable) -> str:
    """SHA-256 (64 hex digits) over outline, paper and lessons as one JSON text with sorted keys; `lessons` have slug,
    language, title, html, short_html, note and extras, in any order."""
    pages = sorted(
        [one.slug, one.language, one.title, one.html, one.short_html, one.note, _spelled(one.extras)]
        for one in lessons
    )
    return hashlib.sha256(_spelled([outline, paper, pages]).encode()).hexdigest()


def _spelled(value) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
