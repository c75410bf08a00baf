"""Every file of the rules opens with what it is for, and everything others may call says what it answers."""

import ast
import pathlib

import pytest

ROOT = pathlib.Path(__file__).parents[2]
RULES = sorted((ROOT / "training").rglob("*.py"))
# A library calls these by name, and its own pages say what they do.
A_LIBRARY_ASKS = {
    "process_bind_param", "process_result_value", "handleMatch", "extendMarkdown", "handle_starttag", "run", "test",
}


def name_of(path):
    return path.relative_to(ROOT).as_posix()


def offered(tree):
    """The functions of a file and the methods of its classes that do not keep to themselves."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node
        elif isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from (one for one in node.body if isinstance(one, ast.FunctionDef))


@pytest.mark.parametrize("path", [path for path in RULES if path.read_text("utf-8").strip()], ids=name_of)
def test_a_file_says_what_it_is_for_and_each_function_what_it_answers(path):
    tree = ast.parse(path.read_text("utf-8"))
    silent = [one.name for one in offered(tree)
              if not one.name.startswith("_") and one.name not in A_LIBRARY_ASKS and not ast.get_docstring(one)]
    assert ast.get_docstring(tree), f"{name_of(path)} opens with one to three sentences: what it answers"
    assert not silent, f"{name_of(path)}: say what {', '.join(silent)} answers"
