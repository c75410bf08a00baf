"""Quizzes: an attempt and its result."""

from blueprints.quizzes.attempts import blueprint

__all__ = ["blueprint"]
