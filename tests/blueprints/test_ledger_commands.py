"""bin/sebaya ledger verify, as the terminal sees it."""

import sqlalchemy as sa

from tests.cast import AT
from tests.published import publish_module
from tests.training.signoffs.asking import asked
from training.signoffs.ledger import Words, certify


def certified(session, cast):
    request = asked(session, cast.made, publish_module(session))
    words = Words("Terima kasih.", "", "none")
    return certify(session, cast.sari, request, version=1, words=words, client_key="key-12345", at=AT)


def verify(app):
    return app.test_cli_runner().invoke(args=["ledger", "verify"])


def test_a_whole_ledger_tells_its_head(app, session, cast):
    entry = certified(session, cast)
    session.commit()
    told = verify(app)
    assert told.exit_code == 0 and told.output == f"1 entries fit. Head: {entry.hash}\n"


def test_the_first_entry_that_does_not_fit_is_named(app, session, cast):
    certified(session, cast)
    session.execute(sa.text("UPDATE decision_texts SET message = 'Lain'"))
    session.commit()
    told = verify(app)
    assert told.exit_code == 1 and told.output.startswith("Entry 1 does not fit: ")
