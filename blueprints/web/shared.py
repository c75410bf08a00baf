"""What all courses of this installation lean on, read again whenever one of those files changes."""

from flask import current_app

from training.curriculum.shared import Shared, read_shared

_kept: dict = {}


def shared() -> Shared:
    """The framework, contacts, glossary, sources and the organisation's texts as they stand now."""
    version()
    return _kept["shared"]


def version() -> tuple:
    """Changes whenever one of them does."""
    root = current_app.config["COURSES_DIR"]
    files = sorted([*root.glob("*.yml"), *root.glob("competencies/*.yml")])
    key = (root, tuple((path, path.stat().st_mtime_ns) for path in files))
    if _kept.get("key") != key:
        _kept.update(key=key, shared=read_shared(root)[0])
    return key
