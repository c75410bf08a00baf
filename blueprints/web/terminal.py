"""bin/sebaya: the application's own commands, with refusals told as sentences in the operator's language."""

import sys

from sqlalchemy.exc import OperationalError, ProgrammingError

from app import create_app
from blueprints.web.languages import in_terminal_language, said_to_operator
from blueprints.web.migrations import is_at_head
from training.core.refusal import Refusal

NOT_MIGRATED = """\
The database is not at this version, so the command stopped before changing anything.
Next: bin/sebaya database upgrade"""


def main() -> None:
    app = create_app()
    app.cli.help = "Sebaya: courses, quizzes, people, supervision, the ledger, backups. See docs/operating.md."
    # Flask-Migrate's own commands would upgrade without the copy that `database upgrade` takes first.
    app.cli.commands.pop("db")
    with app.app_context():
        try:
            app.cli(prog_name="sebaya")
        except Refusal as refusal:
            with in_terminal_language():
                sys.exit(said_to_operator(refusal))
        except (OperationalError, ProgrammingError):
            if is_at_head():
                raise
            sys.exit(NOT_MIGRATED)


if __name__ == "__main__":
    main()
