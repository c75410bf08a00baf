"""Chromium, the demo world on a real server, and visitors who notice what a page should not do."""

import functools
import os
import shutil
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.places import pages_of
from tests.browser.site import PASSWORD, Site

WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
AWAY = "bmkg.go.id"


@pytest.fixture(scope="session")
def chromium():
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    site = Site(tmp_path_factory.mktemp("site"))
    yield site
    site.close()


@pytest.fixture(scope="session")
def places(site):
    """`places("ratna")`: kind of page → where she finds it by following links; looked up once."""
    return functools.cache(lambda who: pages_of(site.app, who))


@pytest.fixture
def troubles():
    """What went wrong in any page of this test: script errors, refused styles or scripts, requests to another host."""
    return []


@pytest.fixture
def visit(chromium, site, troubles):
    """`visit("ratna", size=PHONE, language="en", script=False)`: a browser of her own, signed in, on her home page."""
    contexts = []

    def come(email="", *, size=WIDE, language="id", script=True, dark=False):
        context = chromium.new_context(
            base_url=site.url, viewport=size, java_script_enabled=script, locale=language, reduced_motion="reduce",
            color_scheme="dark" if dark else "light", accept_downloads=True,
        )
        contexts.append(context)
        context.set_default_timeout(8000)
        watch(context, site, troubles)
        page = context.new_page()
        sign_in(page, email, language)
        return page

    yield come
    for context in contexts:
        context.close()
    assert not troubles


def sign_in(page, email: str, language: str = "id") -> None:
    page.goto(f"/sign-in?lang={language}")
    if email:
        page.fill("#email", email if "@" in email else f"{email}@example.org")
        page.fill("#password", PASSWORD)
        page.click("form.signin button")
        page.wait_for_url("/")


def watch(context, site, troubles) -> None:
    home = urlsplit(site.url).netloc

    def look(request):
        address = urlsplit(request.url)
        if address.scheme.startswith("http") and address.netloc != home and AWAY not in address.netloc:
            troubles.append(f"a request to {address.netloc}")

    def listen(message):
        if message.type == "error" and "Failed to load resource" not in message.text:
            troubles.append(message.text)

    context.on("request", look)
    context.on("console", listen)
    context.on("weberror", lambda error: troubles.append(str(error.error)))
