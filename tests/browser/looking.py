"""Judging a page as it stands in the browser."""

from axe_playwright_python.sync_playwright import Axe

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
OPTIONS = {"runOnly": {"type": "tag", "values": list(WCAG)}, "resultTypes": ["violations"]}
WIDTHS = (320, 360, 390, 600, 768, 1024, 1280, 1920)

_axe = Axe()


def barriers(page) -> list[str]:
    """What axe finds in the page, in words; empty when nothing."""
    found = _axe.run(page, options=OPTIONS).response["violations"]
    return [f"{page.url}: {one['id']} ({one['impact']}) {node['target']} {node['failureSummary']}"
            for one in found for node in one["nodes"]]


def too_wide(page, widths=WIDTHS) -> list[str]:
    """At which widths the page scrolls sideways, and what sticks out."""
    before, found = page.viewport_size, []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{page.url} at {width}: {page.evaluate(STICKING_OUT)}")
    page.set_viewport_size(before)
    return found


STICKING_OUT = """[...document.querySelectorAll("body *")]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
  .slice(-3).map((one) => `${one.tagName}.${one.className}`).join(", ")"""
