"""Where to go next. An address that came with a request is followed only within this site."""

import re
from urllib.parse import urlsplit

from flask import current_app, request

OWN = re.compile(r"/(?![/\\])[^\\\x00-\x20]*\Z")


def own_path(address: str | None, otherwise: str = "/") -> str:
    """The path and query of `address` when it lies on this site, else `otherwise`. Also drops `lang=`, which would
    undo a switch of language."""
    if not address:
        return otherwise
    parts = urlsplit(address)
    if parts.netloc and parts.netloc != request.host:
        return otherwise
    path = parts.path + (f"?{parts.query}" if parts.query and "lang=" not in parts.query else "")
    return path if OWN.match(path) else otherwise


def public_url(path: str) -> str:
    """The full address of `path` as others reach it: PUBLIC_URL, else the address this request came to."""
    return (current_app.config["PUBLIC_URL"] or request.url_root.rstrip("/")) + path
