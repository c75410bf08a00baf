"""The terminal's doors: bin/sebaya courses, people, supervision, ledger, backup."""

from flask import Blueprint

blueprint = Blueprint("commands", __name__, cli_group=None)
