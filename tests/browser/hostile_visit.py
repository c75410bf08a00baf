"""A visitor who touches everything on a page and notes what ran."""

import contextlib
import pathlib
import re
from urllib.parse import urlsplit

from playwright.sync_api import Error, TimeoutError

from tests.browser.conftest import sign_in
from tests.browser.payloads import WORKED_OUT

SMALL = {"width": 390, "height": 300}
LOADING = 10_000
"""Milliseconds: some pictures and frames that a payload asks for neither come nor stay away."""
FIRE = pathlib.Path(__file__).with_name("firing.js").read_text()


class Visit:
    """`ran` holds (number of the payload, address of the page), `left` the addresses elsewhere that a page asked for,
    `reckoned` the pages on which a template engine did a payload's sum, `shown` how often a payload stood on a page,
    `refused` the pages that were not drawn."""

    def __init__(self, chromium, url: str, *, has_policy: bool):
        self.ran, self.left, self.reckoned, self.moved, self.fired, self.shown = set(), set(), set(), set(), 0, 0
        self.refused = set()
        self.context = chromium.new_context(base_url=url, bypass_csp=not has_policy, viewport=SMALL)
        self.context.set_default_timeout(90_000)
        self.context.expose_binding("ran", self.note)
        self.context.route(re.compile(f"^https?://(?!{re.escape(urlsplit(url).netloc)})"), self.refuse)
        self.page = self.context.new_page()

    def note(self, source, number) -> None:
        self.ran.add((number, urlsplit(source["page"].url).path))

    def refuse(self, route) -> None:
        self.left.add(route.request.url)
        route.abort()

    def enter(self, who: str) -> None:
        if who:
            sign_in(self.page, who)

    def look(self, paths) -> None:
        """Open each page and fire everything on it; `moved` are the pages that led away meanwhile."""
        for path in paths:
            try:
                answer = self.page.goto(path, wait_until="domcontentloaded")
                with contextlib.suppress(TimeoutError):
                    self.page.wait_for_load_state(timeout=LOADING)
                self.refused |= {path} if answer and answer.status > 299 else set()
                self.fire()
            except Error as error:
                if "navigation" not in str(error):
                    raise
                self.moved.add(path)
                self.page.close()
                self.page = self.context.new_page()

    def look_at_files(self, paths, folder: pathlib.Path) -> None:
        """Keep each file that a page offers in `folder`, open it from there and fire everything in it."""
        for number, path in enumerate(paths):
            answer = self.context.request.get(path)
            kept = folder / f"{number}.html"
            kept.write_bytes(answer.body())
            self.look([kept.as_uri()])

    def fire(self) -> None:
        self.fired += self.page.evaluate(FIRE)
        content = self.page.content()
        self.shown += content.count("ran(")
        if WORKED_OUT in content:
            self.reckoned.add(self.page.url)

    @property
    def numbers(self) -> set:
        return {number for number, _page in self.ran}


@contextlib.contextmanager
def visiting(chromium, url: str, who: str, *, has_policy: bool):
    """A visit of `who` ("" for a guest), with the Content-Security-Policy or without it."""
    visit = Visit(chromium, url, has_policy=has_policy)
    visit.enter(who)
    yield visit
    visit.context.close()
