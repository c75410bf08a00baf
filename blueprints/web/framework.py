"""The competency framework of this installation, read from courses/competencies whenever that file changes."""

from flask import current_app

from training.framework.framework import Framework
from training.framework.read import read_framework

_kept: dict = {}


def framework() -> Framework | None:
    """The framework, or None when its file cannot be used."""
    path = current_app.config["COURSES_DIR"] / "competencies" / "framework.yml"
    key = (path, path.stat().st_mtime_ns if path.exists() else 0)
    if _kept.get("key") != key:
        _kept.update(key=key, framework=read_framework(path)[0])
    return _kept["framework"]
