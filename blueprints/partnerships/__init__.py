"""Groups in partnership with a professional. A group one does not work with looks like none."""

from blueprints.partnerships import forms, pages  # noqa: F401 - each hangs its pages on the door
from blueprints.partnerships.door import blueprint

__all__ = ["blueprint"]
