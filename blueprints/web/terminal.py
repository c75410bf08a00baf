"""bin/sebaya: Flask's command line around our application, with refusals told as sentences."""

import sys

from flask.cli import FlaskGroup, ScriptInfo

from app import create_app
from blueprints.web.languages import terminal_language
from training.core.refusal import Refusal

group = FlaskGroup(
    name="sebaya", create_app=create_app, add_default_commands=False, add_version_option=False,
    help="Sebaya: courses, people, supervision, ledger, backup.",
)


def main() -> None:
    try:
        group(prog_name="sebaya", obj=ScriptInfo(create_app=create_app), standalone_mode=True)
    except Refusal as refusal:
        print(str(refusal), file=sys.stderr)
        sys.exit(1)


__all__ = ["main", "terminal_language"]

if __name__ == "__main__":
    main()
