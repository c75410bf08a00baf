"""Doors call deeds and questions: a page cannot go round a rule to the table beneath it."""

import ast
import pathlib

import pytest

ROOT = pathlib.Path(__file__).parents[2]
DOORS = sorted((ROOT / "blueprints").rglob("*.py"))


def stores(tree):
    """Every store a file imports, whole or in part."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("training"):
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            yield from (name for name in names if name.endswith("store"))
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.endswith("store"))


def statements(source):
    """The lines that ask the database something themselves."""
    return [
        number for number, line in enumerate(source.splitlines(), 1)
        if "db.session.execute(" in line or "db.session.scalar" in line or "import sqlalchemy" in line
    ]


@pytest.mark.parametrize("path", DOORS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_door_calls_no_store(path):
    source = path.read_text("utf-8")
    called = sorted(set(stores(ast.parse(source))))
    assert not called, (
        f"{path.relative_to(ROOT)} imports {', '.join(called)}. Ask a deed or a question of that area instead, such as "
        "training.curriculum.catalogue; where there is none, write one beside the store."
    )
    assert not statements(source), f"{path.relative_to(ROOT)} asks the database itself; a store does"


@pytest.mark.parametrize("line", [
    "from training.curriculum import catalogue_store as catalogue", "from training.accounts.store import people",
    "import training.practice.lesson_store",
])
def test_a_store_is_noticed_however_it_is_imported(line):
    assert list(stores(ast.parse(line)))
