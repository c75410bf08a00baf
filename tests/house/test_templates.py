"""A template takes in no macro that it does not call, and no macro waits for a caller."""

import pathlib
import re

import pytest

ROOT = pathlib.Path(__file__).parents[2] / "templates"
PAGES = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in sorted(ROOT.rglob("*.html"))}
TAKEN = re.compile(r'{%-?\s*from "[^"]+" import (.+?)(?: with context)?\s*-?%}')
IMPORTED = re.compile(r'{%-?\s*(?:from|import) "([^"]+)"')
WORDS_SET = re.compile(r"{%-?\s*set\b[^%]*\b(?:_|ngettext)\(")
MACRO = re.compile(r"{%-?\s*macro\b.*?{%-?\s*endmacro", re.DOTALL)
MADE = re.compile(r"{%-?\s*macro (\w+)")


def without_remarks(source):
    return re.sub(r"{#.*?#}", "", source, flags=re.DOTALL)


def count(name, source):
    return len(re.findall(rf"\b{name}\b", source))


@pytest.mark.parametrize("page", PAGES)
def test_every_macro_taken_in_is_called(page):
    source = without_remarks(PAGES[page])
    taken = [name.split(" as ")[-1].strip() for line in TAKEN.findall(source) for name in line.split(",")]
    idle = [name for name in taken if count(name, source) == 1]
    assert not idle, f"take {', '.join(idle)} out of the import in templates/{page}"


def test_every_macro_has_a_caller():
    everything = "\n".join(map(without_remarks, PAGES.values()))
    idle = [name for name in MADE.findall(everything) if count(name, everything) == 1]
    assert not idle, f"nothing calls {', '.join(idle)}"


@pytest.mark.parametrize("page", PAGES)
def test_a_template_stays_short(page):
    assert len(PAGES[page].splitlines()) <= 150


def test_imported_templates_say_nothing_before_they_are_called():
    """What an imported file sets at its top is worked out once for everybody, in the language of whoever came first."""
    imported = {name for source in PAGES.values() for name in IMPORTED.findall(source)}
    early = [name for name in sorted(imported) if WORDS_SET.search(MACRO.sub("", without_remarks(PAGES[name])))]
    assert not early, f"turn what is set at the top of {', '.join(early)} into a macro"
