"""Asking for sign-off, a supervisor's inbox, and the pages where she decides."""

from blueprints.signoffs import alike, changes, deciding, waiting  # noqa: F401 - each hangs its pages on the door
from blueprints.signoffs.door import blueprint

__all__ = ["blueprint"]
