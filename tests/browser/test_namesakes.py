"""Two people of one name on a shared phone: what one of them typed waits for her, and never for the other."""

import pytest

from tests.browser.conftest import PHONE, sign_in

KEEP = """sessionStorage.setItem("kept x", "Hanya saya.");
          sessionStorage.setItem("whose", document.querySelector(".me").dataset.whose)"""


@pytest.mark.browser
def test_words_wait_for_her_and_not_for_her_namesake(site, visit):
    hers, namesake = site.newcomer(), site.newcomer()
    page = visit(hers, size=PHONE)
    page.evaluate(KEEP)
    for email, waits in ((hers, "Hanya saya."), (namesake, None)):
        page.context.clear_cookies()
        sign_in(page, email)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("sessionStorage.getItem('kept x')") == waits
