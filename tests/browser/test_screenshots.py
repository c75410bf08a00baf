"""The picture of the README shows the running product. `SCREENSHOTS=1 bin/test tests/browser/test_screenshots.py` takes
it again; otherwise it goes to a folder that is thrown away."""

import os
import pathlib

import pytest

IMAGES = pathlib.Path(__file__).parents[2] / "docs" / "images"


@pytest.mark.browser
def test_a_picture_for_the_readme(visit, tmp_path):
    page = visit("ratna", size={"width": 1280, "height": 820})
    page.wait_for_load_state("networkidle")
    folder = IMAGES if os.environ.get("SCREENSHOTS") else tmp_path
    page.screenshot(path=folder / "home.png")
    assert (folder / "home.png").stat().st_size > 10_000
