"""Rules and queries do not stand in one file: what asks the database lives where the tables are."""

import ast
import pathlib

import pytest

ROOT = pathlib.Path(__file__).parents[2]
# Words that write a statement, a table or a condition. The session is handed on, so its type may be named anywhere.
HARMLESS = {"Session", "Column", "Table"}
# The ground floor sets up connections, types and ways to ask for everybody; it knows no table.
EXCEPT = {"training/core/database.py", "training/core/often.py", "training/tables.py"}
RULES = [
    path for path in sorted((ROOT / "training").rglob("*.py"))
    if not path.stem.endswith("store") and path.relative_to(ROOT).as_posix() not in EXCEPT
]


def borrowed(tree):
    """What a file takes from SQLAlchemy; the whole of it is named by its alias."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.asname or alias.name for alias in node.names if alias.name.startswith("sqlalchemy"))
        elif isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "sqlalchemy":
            yield from (alias.name for alias in node.names if node.module != "sqlalchemy.exc")


@pytest.mark.parametrize("path", RULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_rules_write_no_query(path):
    taken = set(borrowed(ast.parse(path.read_text("utf-8")))) - HARMLESS
    assert not taken, (
        f"{path.relative_to(ROOT)} takes {', '.join(sorted(taken))} from SQLAlchemy. Move the statement into a "
        f"function of a file whose name ends in store.py (here: {path.stem}_store.py) and call that."
    )


def test_no_rule_reaches_for_a_table_itself():
    """`session.execute` outside a store would be a query by another door."""
    direct = [
        f"{path.relative_to(ROOT)}:{number}" for path in RULES
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if "session.execute(" in line or "session.scalar" in line or "__table__" in line or ".c." in line
    ]
    assert not direct, f"move these into a store: {', '.join(direct)}"
