"""What is documented is there, and what is there is documented."""

import re

import pytest

from app import create_app
from blueprints.web.settings import ROOT
from training.permissions import TABLE

OPERATING = (ROOT / "docs" / "operating.md").read_text()
SOURCES = "\n".join(path.read_text() for folder in ("blueprints", "bin") for path in (ROOT / folder).rglob("*")
                    if path.is_file() and path.suffix in (".py", ""))
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def commands():
    """Every command of bin/sebaya as words, "courses check", with its options."""
    cli = create_app({"SECRET_KEY": "for tests only", "DATA_DIR": "/tmp"}).cli
    for name, command in cli.commands.items():
        if name != "db":  # Flask-Migrate's, which bin/sebaya does not show
            below = {f"{name} {sub}": one for sub, one in getattr(command, "commands", {}).items()} or {name: command}
            yield from ((words, [param.opts[0] for param in one.params if param.opts[0].startswith("--")])
                        for words, one in below.items())


@pytest.mark.parametrize(("command", "options"), sorted(commands()))
def test_every_command_has_its_heading_and_tells_its_options(command, options):
    section = re.search(rf"^### bin/sebaya {command}\b.*?(?=^##)", OPERATING, re.MULTILINE | re.DOTALL)
    assert section, f"docs/operating.md lacks {command}"
    untold = [one for one in options if one not in section[0]]
    assert not untold, f"docs/operating.md, {command}: tell {', '.join(untold)}"


@pytest.mark.parametrize("setting", sorted(set(re.findall(r'environ(?:ment)?(?:\.get\(|\[)"([A-Z_]+)"', SOURCES))))
def test_every_setting_is_described(setting):
    known = {"FLASK_DEBUG", "LC_ALL", "LD_LIBRARY_PATH", "CHROMIUM", "TEST_DATABASE_URL"}
    assert setting in known or f"`{setting}`" in OPERATING, f"describe it in docs/operating.md: {setting}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_named_files_are_there(document):
    folders = "training|blueprints|bin|courses|docs|tests|templates|translations|static"
    named = set(re.findall(rf"`((?:{folders})/[\w./-]+)`", document.read_text()))
    missing = [name for name in named if not (ROOT / name).exists() and not (document.parent / name).exists()]
    assert not missing


def test_the_permission_table_is_written_down():
    written = (ROOT / "docs" / "permissions.md").read_text()
    for name, rule in TABLE.items():
        assert f"| `{name}` | {rule.allows} |" in written, f"docs/permissions.md lacks {name} as it stands in the table"
