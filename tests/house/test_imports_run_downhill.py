"""The one wall of the house: which floor may look at which."""

import ast
import pathlib

import pytest

ROOT = pathlib.Path(__file__).parents[2]
FLOORS = (
    "core", "accounts", "supervision", "permissions", "framework", "quizzes", "curriculum", "practice", "signoffs",
    "competencies", "credentials", "partnerships", "tables", "privacy",
    "backup", "demo",
)
OUTSIDE = ("flask", "werkzeug", "jinja2", "blueprints", "app", "flask_babel", "flask_login", "flask_sqlalchemy")
RULES = sorted((ROOT / "training").rglob("*.py"))
DOORS = sorted((ROOT / "blueprints").rglob("*.py"))


def name_of(path):
    return str(path.relative_to(ROOT))


def tree_of(path):
    return ast.parse(path.read_text("utf-8"))


def imported(tree):
    """Full names of everything a file imports: `from training import privacy` is training.privacy."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def floor(module):
    """The number of the floor that `training.<area>…` belongs to, else None; demo_story stands with demo."""
    parts = module.split(".")
    area = parts[1].split("_")[0] if parts[0] == "training" and len(parts) > 1 else ""
    return FLOORS.index(area) if area in FLOORS else None


@pytest.mark.parametrize("path", RULES, ids=name_of)
def test_rules_import_only_floors_below(path):
    own = floor(".".join(path.relative_to(ROOT).with_suffix("").parts))
    uphill = [name for name in imported(tree_of(path)) if own is not None and (floor(name) or 0) > own]
    assert not uphill, f"{name_of(path)} looks uphill at {', '.join(uphill)}"


@pytest.mark.parametrize("path", RULES, ids=name_of)
def test_rules_know_no_web(path):
    web = [name for name in imported(tree_of(path)) if name.split(".")[0] in OUTSIDE]
    assert not web, f"{name_of(path)} imports {', '.join(web)}; pass the value as an argument instead"


def test_every_area_has_its_floor():
    areas = {path.stem.split("_")[0] for path in (ROOT / "training").iterdir() if path.suffix == ".py" or path.is_dir()}
    assert areas - {""} <= set(FLOORS)


@pytest.mark.parametrize("path", [path for path in DOORS if path.name != "__init__.py"], ids=name_of)
def test_no_door_leads_through_another(path):
    own = path.relative_to(ROOT).with_suffix("").parts[1]
    others = [
        name for name in imported(tree_of(path))
        if name.startswith("blueprints.") and name.split(".")[1] not in ("web", own)
    ]
    assert not others, f"{name_of(path)} imports {', '.join(others)}; what two doors share goes to blueprints/web/"


@pytest.mark.parametrize("path", RULES + DOORS, ids=name_of)
def test_nothing_is_imported_inside_a_function(path):
    hidden = [
        f"line {node.lineno}"
        for function in ast.walk(tree_of(path)) if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert not hidden, f"{name_of(path)}, {', '.join(hidden)}: an import inside a function hides a circle"


def test_nothing_imports_the_app():
    importers = {name_of(path) for path in RULES + DOORS if "app.create_app" in imported(tree_of(path))}
    assert importers <= {"blueprints/web/terminal.py", "blueprints/web/server.py"}, "only what starts it may"
