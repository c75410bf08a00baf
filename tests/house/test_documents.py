"""What is documented is there, and what is there is documented."""

import re

import pytest

from app import create_app
from blueprints.web.settings import ROOT
from training.permissions import TABLE

OPERATING = (ROOT / "docs" / "operating.md").read_text()
SOURCES = "\n".join(path.read_text() for folder in ("blueprints", "bin") for path in (ROOT / folder).rglob("*")
                    if path.is_file() and path.suffix in (".py", ""))
OURS = {"organisation", "courses", "quizzes", "people", "supervision", "ledger", "backup", "restore", "database"}


def commands():
    """Every command of bin/sebaya as words, "courses check", with its options."""
    cli = create_app({"SECRET_KEY": "for tests only", "DATA_DIR": "/tmp"}).cli
    for name, command in cli.commands.items():
        if name in OURS:
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


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "docs/where-things-live.md"])
def test_named_files_are_there(document):
    text = (ROOT / document).read_text()
    named = set(re.findall(r"`((?:training|blueprints|bin|tests|translations|static)/[\w./-]+)`", text))
    folder = (ROOT / document).parent
    missing = [name for name in named if not (ROOT / name).exists() and not (folder / name).exists()]
    assert not missing


def test_the_permission_table_is_written_down():
    written = (ROOT / "docs" / "permissions.md").read_text()
    for name, rule in TABLE.items():
        assert f"| `{name}` | {rule.allows} |" in written, f"docs/permissions.md lacks {name} as it stands in the table"
