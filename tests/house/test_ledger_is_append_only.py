"""The database itself refuses to change or delete what the ledger says, whoever asks."""

import ast
import pathlib
import re

import pytest
import sqlalchemy as sa

from tests.cast import AT
from tests.published import publish_module
from tests.training.signoffs.asking import asked
from training.signoffs import entry as entry_module
from training.signoffs.ledger import Words, certify
from training.signoffs.store import REFUSAL, EntryRow, triggers


@pytest.fixture
def entry(session, cast):
    request = asked(session, cast.made, publish_module(session))
    return certify(session, cast.sari, request, version=1, words=Words(conflict="none"), client_key="key-12345", at=AT)


@pytest.mark.parametrize("statement", [
    "UPDATE ledger_entries SET deed = 'returned'", "UPDATE ledger_entries SET at = at WHERE seq = 2",
    "DELETE FROM ledger_entries", "DELETE FROM ledger_entries WHERE seq = 2",
])
def test_no_statement_changes_an_entry(session, entry, statement):
    with pytest.raises(sa.exc.DBAPIError, match=REFUSAL), session.begin_nested():
        session.execute(sa.text(statement))
    assert session.scalar(sa.select(EntryRow.hash).where(EntryRow.seq == 2)) == entry.hash


def test_sqlite_does_not_replace_an_entry_either(session, entry):
    if session.get_bind().dialect.name == "sqlite":
        replaced = "INSERT OR REPLACE INTO ledger_entries SELECT * FROM ledger_entries"
        with pytest.raises(sa.exc.DBAPIError, match=REFUSAL), session.begin_nested():
            session.execute(sa.text(replaced))
    assert session.scalar(sa.select(EntryRow.hash).where(EntryRow.seq == 2)) == entry.hash


def test_the_guard_may_be_put_up_again(session, entry):
    for statement in triggers(session.get_bind().dialect.name):
        session.execute(sa.text(statement))


def test_only_the_ledger_file_appends():
    """One place writes entries, so that no deed escapes its checks."""
    writers = [
        path.as_posix() for folder in ("training", "blueprints") for path in pathlib.Path(folder).rglob("*.py")
        if "insert(entries)" in path.read_text() or "EntryRow(" in path.read_text().replace("class EntryRow(", "")
    ]
    assert writers == ["training/signoffs/book_store.py"]
    callers = [
        path.as_posix() for folder in ("training", "blueprints") for path in pathlib.Path(folder).rglob("*.py")
        if "store.append_all(" in path.read_text()
    ]
    assert callers == ["training/signoffs/ledger.py"]


LOWER = {"people.add", "people.give_role", "people.take_role", "leaving.take_role", "roster.carry_out",
         "invitations.accept", "people.change_profile", "people.disable", "people.enable", "signing_in.keep_password",
         "pairs.pair", "pairs.end", "pairs.end_all", "observations.observe", "observing.observe"}
ENTERING = {f"training/signoffs/{name}.py" for name in ("role_changes", "account_changes", "pair_changes", "observed")}
# What stands on those lower floors itself, and an erasure, which has its own entry.
BELOW = {"training/supervision/leaving.py", "training/accounts/invitations.py", "training/privacy.py"}


def test_nothing_about_people_changes_beside_the_ledger():
    """The deeds on lower floors are called by the files that enter them, and by what stands on those floors."""
    callers = {
        path.as_posix() for folder in ("training", "blueprints") for path in pathlib.Path(folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in LOWER
    }
    assert callers == ENTERING | BELOW


def test_the_format_names_every_deed_and_field():
    """Whoever writes a verifier from the page alone finds everything that an export may hold."""
    page = pathlib.Path("docs/ledger-format.md").read_text()
    deeds = {value for name, value in vars(entry_module).items()
             if name.isupper() and isinstance(value, str) and re.fullmatch("[a-z_]+", value)}
    unnamed = [word for word in sorted(deeds | set(entry_module.FIELDS)) if f"`{word}`" not in page]
    assert len(deeds) >= 13 and not unnamed
