"""A module kept as a file is read from the phone, with the net switched off and no script."""

import pytest

from tests.browser.conftest import PHONE
from tests.browser.looking import barriers, too_wide

MODULE = "/courses/trauma-informed/tic-1"


@pytest.mark.browser
@pytest.mark.parametrize("dark", [False, True])
def test_a_module_is_read_without_signal(visit, tmp_path, dark):
    page = visit("ratna", size=PHONE, dark=dark)
    page.goto(MODULE)
    with page.expect_download() as kept:
        page.get_by_role("link", name="Simpan ke ponsel").click()
    file = tmp_path / kept.value.suggested_filename
    kept.value.save_as(file)
    assert file.name == "sebaya-tic-1.html" and file.stat().st_size < 300_000
    page.context.set_offline(True)
    page.goto(file.as_uri())
    assert page.evaluate("document.styleSheets.length") == 1, "its own policy must let its look in"
    assert page.locator("article").count() == 3 and not barriers(page) + too_wide(page, (320, 390, 1280))
    for picture in page.locator("img").all():
        picture.scroll_into_view_if_needed()
        assert picture.evaluate("async (one) => { await one.decode(); return one.naturalWidth }") > 0
