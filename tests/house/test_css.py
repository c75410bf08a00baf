"""The look has one source for each thing: colours in tokens.css, classes that exist and are used, a limit of weight."""

import pathlib
import re

import pytest

from blueprints.web.static_files import Shelf

ROOT = pathlib.Path(__file__).parents[2]
STATIC, TEMPLATES = ROOT / "static", ROOT / "templates"
SHEETS = sorted((STATIC / "css").rglob("*.css"))
SCRIPTS = sorted((STATIC / "js").rglob("*.js"))
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(")
SELECTOR_CLASS = re.compile(r"\.([a-zA-Z][\w-]*)")
CLASS_ATTRIBUTE = re.compile(r"""class="((?:[^"{]|\{\{.*?\}\}|\{%.*?%\})*)\"""", re.DOTALL)
COMPARED = re.compile(r"""[=!]=\s*["'][^"']*["']|\bin\s*\([^)]*\)""")
# Put together in macros: petals by tenths, glyph sizes, motifs, kinds of a component.
COMPOSED = re.compile(r"[rqps]\d+|kw-\d+|m-[a-z-]+|[a-z_]+--[a-z]+")


def shelf() -> Shelf:
    return Shelf(STATIC)


def plain(path: pathlib.Path) -> str:
    return re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)


def sheet_classes() -> set[str]:
    found = set()
    for path in SHEETS:
        for selector in re.findall(r"([^{}]+)\{", re.sub(r'url\([^)]*\)|"[^"]*"', "", plain(path))):
            found |= set(SELECTOR_CLASS.findall(selector))
    return found


def words(attribute: str) -> set[str]:
    """The class names of an attribute that are written out; a name glued to an expression is left to the macros."""
    expressions = COMPARED.sub(" ", " ".join(re.findall(r"\{\{.*?\}\}", attribute)))
    inside = {word for text in re.findall(r'["\']([^"\']*)["\']', expressions) for word in text.split()}
    outside = re.sub(r"\{\{.*?\}\}", "{", re.sub(r"\{%.*?%\}", " ", attribute, flags=re.DOTALL), flags=re.DOTALL)
    return {word for word in set(outside.split()) | inside if re.fullmatch(r"[a-z][\w-]*\w", word)}


def template_classes() -> dict[str, str]:
    return {
        name: path.relative_to(ROOT).as_posix()
        for path in sorted(TEMPLATES.rglob("*.html"))
        for attribute in CLASS_ATTRIBUTE.findall(path.read_text())
        for name in words(attribute)
    }


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_colours_stand_only_in_the_tokens(path):
    if path.name != "tokens.css":
        assert not COLOUR.findall(plain(path)), f"use a token of tokens.css in {path.name}"


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_a_style_sheet_stays_short(path):
    assert len(path.read_text().splitlines()) <= 200


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_stays_short(path):
    assert len(path.read_text().splitlines()) <= 80


def test_every_class_in_a_template_has_a_rule():
    known = sheet_classes()
    missing = {f"{name} ({where})" for name, where in template_classes().items() if name not in known}
    assert not missing


COMPOSED_BY_MACROS = {"button": "btn", "link_button": "btn", "note": "note", "status": "st", "confirm": "btn"}


def test_every_kind_given_to_a_macro_has_a_rule():
    """Macros put such a class together from a word, so it never stands whole in a template."""
    asked = {"notice--look", "notice--give"}
    for path in TEMPLATES.rglob("*.html"):
        for macro, kind in re.findall(r'\b(\w+)\([^{}]*?\bkind="(\w+)"', path.read_text()):
            if macro in COMPOSED_BY_MACROS:
                asked.add(f"{COMPOSED_BY_MACROS[macro]}--{kind}")
    assert "btn--sun" in asked
    assert not asked - sheet_classes()


def test_every_rule_is_used():
    everything = "\n".join(path.read_text() for folder, kind in ((TEMPLATES, "*.html"), (STATIC / "js", "*.js"),
                           (ROOT / "training", "*.py"), (ROOT / "blueprints", "*.py")) for path in folder.rglob(kind))
    used = set(re.findall(r"[a-zA-Z][\w-]*", everything))
    assert not {name for name in sheet_classes() if name not in used and not COMPOSED.fullmatch(name)}


def test_no_template_has_inline_style_or_script():
    for path in TEMPLATES.rglob("*.html"):
        if "emails" not in path.parts:
            assert not re.search(r"\sstyle=|\son[a-z]+=|<style|<script(?![^>]*\ssrc=)", path.read_text()), path


def test_style_sheets_are_light():
    built = shelf()
    names = ("learner", "public", "paper", "work")
    sizes = {name: len(built.bodies[built.urls[f"css/{name}.css"]][1]) for name in names}
    assert sizes["learner"] <= 11 * 1024
    assert sizes["public"] + sizes["paper"] <= 4 * 1024
    assert sizes["work"] <= 6 * 1024


def test_all_scripts_together_are_light():
    built = shelf()
    assert len(built.bodies[built.urls["js/main.js"]][1]) <= 7 * 1024, "as they are served: one file"


def test_every_address_inside_a_sheet_or_script_is_hashed():
    for body, _small, kind in shelf().bodies.values():
        if kind in ("text/css", "text/javascript"):
            assert not re.search(rb'url\("\.|@import|import\("\./', body)


def test_every_token_is_used():
    sheets = "\n".join(plain(path) for path in SHEETS)
    users = sheets + (STATIC / "images" / "kawung.svg").read_text()
    made = set(re.findall(r"(?<!\w)(--[\w-]+)\s*:", sheets))
    assert not {name for name in made if not re.search(rf"var\({name}\b", users)}
