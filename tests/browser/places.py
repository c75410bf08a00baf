"""Which kinds of pages there are, and where each person of the demo world finds them by following links."""

import re

from tests.browser.windows import Window

NO_PAGES = {
    "authoring.archive": "a zip file", "authoring.take_out": "a GIFT file", "competencies.summary": "a PDF",
    "credentials.open_badge": "a badge as JSON", "credentials.pdf": "a PDF", "favicon": "a picture",
    "home.health": "one word for a machine", "lessons.medium": "a picture or a sound",
    "lessons.take_along": "a file to keep",
    "me.download": "one's data as JSON", "roster.links": "a CSV file", "roster.take_out": "a CSV file",
    "signoffs.chosen": "leads on to the page of those chosen", "static_file": "a file",
}
PEOPLE = ("", "ratna", "made", "yohana", "sari", "budi", "wayan", "dewi", "andreas", "admin")
BEGIN = ("/", "/courses", "/me", "/verify", "/safety")
LINK = re.compile(r'<a [^>]*?href="(/[^"#]*)')


def kinds_of_pages(app) -> set[str]:
    """Every view that draws a page when it is read."""
    return {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in rule.methods} - set(NO_PAGES)


def kind_of(app, path: str) -> str | None:
    """The view behind an address, unless it draws no page."""
    routes, plain = app.url_map.bind("localhost"), path.partition("?")[0]
    kind = routes.match(plain, method="GET")[0] if routes.test(plain, "GET") else None
    return None if kind in NO_PAGES else kind


def pages_of(app, who: str) -> dict[str, str]:
    """Kind → the first address of that kind to which links lead `who`, beginning at home."""
    window, found, refused, waiting = Window(app, who), {}, set(), list(BEGIN)
    while waiting:
        path = waiting.pop(0).replace("&amp;", "&")
        kind = kind_of(app, path)
        if kind is None or kind in found or path in refused:
            continue
        answer = window.get(path)
        if answer.status_code != 200:
            refused.add(path)
            continue
        found[kind] = path
        waiting += LINK.findall(answer.text)
    return found
