"""What the README names is there: commands, files and pictures."""

import pathlib
import re

import pytest

from training.demo import PASSWORD, PEOPLE

ROOT = pathlib.Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
COMMAND = re.compile(r"(?<![\w/.])bin/([\w-]+)")
EXAMPLE = re.compile(r"```.*?```|`[^`\n]*`|^    .*?$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


@pytest.mark.parametrize("page", [page for page in PAGES if page.exists()], ids=lambda page: page.name)
def test_commands_and_links_exist(page):
    text = page.read_text()
    missing = {name for name in COMMAND.findall(text) if not (ROOT / "bin" / name).exists()}
    missing |= {target for target in LINK.findall(EXAMPLE.sub("", text)) if not (page.parent / target).exists()}
    assert not missing


def test_the_readme_tells_both_commands_and_they_can_be_run():
    text = (ROOT / "README.md").read_text()
    for name in ("serve", "test"):
        assert f"bin/{name}" in text and (ROOT / "bin" / name).stat().st_mode & 0o111


def test_the_readme_tells_of_the_same_people_as_the_start_does():
    text = (ROOT / "README.md").read_text()
    rows = re.findall(r"^\| `(\S+@example\.org)` \| (\w+) \| (.+) \|$", text, re.MULTILINE)
    assert rows == [(one.email, str(one.role), one.waits["en"]) for one in PEOPLE] and f"`{PASSWORD}`" in text


def test_ci_runs_what_people_run():
    assert "bin/test" in (ROOT / ".ci" / "run").read_text()
