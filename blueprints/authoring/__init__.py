"""The authors' room: drafts, the editor, pictures, review and publishing."""

from blueprints.authoring import archive, desk, editor, exchange, history, order, pictures, review, shelf  # noqa: F401 - each hangs its pages on the door
from blueprints.authoring.door import blueprint

__all__ = ["blueprint"]
