"""bin/sebaya: our command line around the application, with refusals told as sentences."""

import sys

from flask.cli import FlaskGroup

from app import create_app
from training.core.refusal import Refusal

group = FlaskGroup(
    name="sebaya", create_app=create_app, add_default_commands=False, add_version_option=False,
    help="Sebaya: courses, people, supervision, the ledger, backups.",
)


def main() -> None:
    try:
        group(prog_name="sebaya")
    except Refusal as refusal:
        print(str(refusal), file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
