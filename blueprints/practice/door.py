"""The blueprint itself: a module's practice page, and the observations of a learner."""

from flask import Blueprint

blueprint = Blueprint("practice", __name__)
