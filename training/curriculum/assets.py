"""The pictures and recordings of a module, as values, each checked to be what its name says."""

import hashlib
import posixpath

from training.core.problem import Problem
from training.curriculum.course import Asset
from training.curriculum.files import ASSET_TYPES
from training.curriculum.pictures import NotAPicture, measure

FIGURE_LIMIT = 12_000


def is_asset(path: str) -> bool:
    """Whether a file of this name is a picture or a recording that a lesson may show."""
    return posixpath.splitext(path)[1].lower() in ASSET_TYPES


def read_asset(path: str, data: bytes, shown: str) -> tuple[Asset | None, list[Problem]]:
    """The asset at `path` (inside the module), or None when a browser could not or should not show it."""
    content_type = ASSET_TYPES[posixpath.splitext(path)[1].lower()]
    width = height = None
    try:
        if content_type.startswith("image/"):
            width, height = measure(data, content_type)
        elif not data.startswith((b"ID3", b"\xff", b"OggS")):
            raise NotAPicture("unreadable")
    except NotAPicture as wrong:
        return None, [Problem(f"asset.{wrong.reason}", "error", shown, facts={"name": posixpath.basename(path)})]
    asset = Asset(path, content_type, data, hashlib.sha256(data).hexdigest(), width, height)
    return asset, _heavy(asset, shown)


def _heavy(asset, shown):
    if asset.content_type != "image/svg+xml" or len(asset.data) <= FIGURE_LIMIT:
        return []
    facts = {"name": asset.name, "size": f"{len(asset.data) / 1000:.0f}", "limit": f"{FIGURE_LIMIT / 1000:.0f}"}
    return [Problem("asset.heavy", "warning", shown, facts=facts)]
