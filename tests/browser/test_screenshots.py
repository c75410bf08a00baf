"""The pictures of the README show the running product. `SCREENSHOTS=1 bin/test tests/browser/test_screenshots.py` takes
them again; otherwise they go to a folder that is thrown away."""

import os
import pathlib

import pytest

from tests.browser.conftest import PHONE

IMAGES = pathlib.Path(__file__).parents[2] / "docs" / "images"
DESK = {"width": 1280, "height": 860}
PICTURES = [
    ("home", "ratna", DESK, "/"),
    ("lesson", "ratna", PHONE, "/courses/trauma-informed/tic-1/mengenal"),
    ("competencies", "made", DESK, "/competencies"),
    ("inbox", "sari", DESK, "/signoffs"),
]


@pytest.mark.browser
@pytest.mark.parametrize(("name", "who", "size", "path"), PICTURES, ids=[one[0] for one in PICTURES])
def test_a_picture_for_the_readme(visit, tmp_path, name, who, size, path):
    page = visit(who, size=size, language="en")
    assert page.goto(path).status == 200
    page.wait_for_load_state("networkidle")
    folder = IMAGES if os.environ.get("SCREENSHOTS") else tmp_path
    page.screenshot(path=folder / f"{name}.png")
    assert (folder / f"{name}.png").stat().st_size > 10_000
