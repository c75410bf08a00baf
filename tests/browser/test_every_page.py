"""Every kind of page, as each person of the demo world finds it by following links: no barrier, nothing sticks out."""

from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import PHONE, WIDE
from tests.browser.looking import barriers, too_wide

NO_PAGES = {"credentials.pdf", "credentials.open_badge", "competencies.summary", "me.download",
            "roster.take_out", "roster.links", "lessons.medium", "authoring.file",
            "authoring.archive", "authoring.take_out", "static_file"}
PEOPLE = ["", "ratna", "made", "yohana", "sari", "budi", "wayan", "dewi", "andreas", "admin"]
LINKS = "[...document.querySelectorAll('a[href]')].map((link) => link.href)"


def kinds_of_pages(site, page):
    """One address of each kind that links lead to, beginning at home."""
    seen, waiting = {}, ["/", "/courses", "/me", "/verify", "/safety"]
    routes = site.app.url_map.bind(urlsplit(site.url).netloc)
    while waiting:
        path = waiting.pop(0)
        kind = kind_of(routes, path)
        if kind is None or kind in seen:
            continue
        answer = page.goto(path)
        if answer.status != 200:
            seen[kind] = None
            continue
        seen[kind] = path
        yield path
        waiting += [urlsplit(link).path for link in page.evaluate(LINKS) if link.startswith(site.url)]


def kind_of(routes, path):
    if not routes.test(path, method="GET"):
        return None
    endpoint, _ = routes.match(path, method="GET")
    return None if endpoint in NO_PAGES else endpoint


@pytest.mark.browser
@pytest.mark.parametrize("who", PEOPLE, ids=lambda who: who or "guest")
def test_nobody_meets_a_barrier_by_day(site, visit, who):
    page = visit(who, size=WIDE)
    found = [fault for path in kinds_of_pages(site, page) for fault in barriers(page) + too_wide(page)]
    assert not found, "\n".join(found)


@pytest.mark.browser
@pytest.mark.parametrize("who", PEOPLE, ids=lambda who: who or "guest")
def test_nobody_meets_a_barrier_on_a_phone_at_night_in_english(site, visit, who):
    page = visit(who, size=PHONE, dark=True, language="en")
    found = [fault for path in kinds_of_pages(site, page) for fault in barriers(page) + too_wide(page, (320, 390))]
    assert not found, "\n".join(found)
