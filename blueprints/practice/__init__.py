"""Practising: private reflections and tasks done away from the screen; and what a supervisor observed of a learner."""

from blueprints.practice import observations, tasks  # noqa: F401 - each hangs its pages on the door
from blueprints.practice.door import blueprint

__all__ = ["blueprint"]
