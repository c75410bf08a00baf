"""bin/sebaya: our command line around the application, with refusals told as sentences in the operator's language."""

import sys

from flask.cli import FlaskGroup
from sqlalchemy.exc import OperationalError, ProgrammingError

from app import create_app
from blueprints.web.languages import in_terminal_language, said_to_operator
from blueprints.web.migrations import is_at_head
from training.core.refusal import Refusal

group = FlaskGroup(
    name="sebaya", create_app=create_app, add_default_commands=False, add_version_option=False,
    help="Sebaya: courses, people, supervision, the ledger, backups.",
)


NOT_MIGRATED = """\
The database is not at this version, so the command stopped before changing anything.
Next: bin/sebaya database upgrade"""


def main() -> None:
    try:
        group(prog_name="sebaya")
    except Refusal as refusal:
        with create_app().app_context(), in_terminal_language():
            sys.exit(said_to_operator(refusal))
    except (OperationalError, ProgrammingError):
        with create_app().app_context():
            if is_at_head():
                raise
        sys.exit(NOT_MIGRATED)


if __name__ == "__main__":
    main()
