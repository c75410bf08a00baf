"""Judging a page as it stands in the browser."""

from axe_playwright_python.sync_playwright import Axe

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
OPTIONS = {"runOnly": {"type": "tag", "values": list(WCAG)}, "resultTypes": ["violations"]}
WIDTHS = (320, 360, 390, 600, 768, 1024, 1280, 1920)
PHONE_WIDTH = 390

_axe = Axe()


def barriers(page) -> list[str]:
    """What axe finds in the page, in words; empty when nothing. The bars at the head and at the foot lie over whatever
    stands there: a target that one covers is looked at again with the page at its beginning and at its end."""
    found = _found(page)
    for place in ("0", "document.documentElement.scrollHeight"):
        if any(name == "target-size" for name, _target in found):
            page.evaluate(f"scrollTo(0, {place})")
            again = _found(page)
            found = {one: words for one, words in found.items() if one[0] != "target-size" or one in again}
    return list(found.values())


def _found(page) -> dict[tuple[str, str], str]:
    """(rule, target) → what axe says of it."""
    return {
        (one["id"], str(node["target"])): f"{page.url}: {one['id']} ({one['impact']}) {node['target']} "
                                          f"{node['failureSummary']}"
        for one in _axe.run(page, options=OPTIONS).response["violations"] for node in one["nodes"]
    }


def too_wide(page, widths=WIDTHS) -> list[str]:
    """At which widths the page scrolls sideways, and what sticks out."""
    before, found = page.viewport_size, []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{page.url} at {width}: {page.evaluate(STICKING_OUT)}")
    page.set_viewport_size(before)
    return found


def hard_to_touch(page) -> list[str]:
    """Buttons, fields and links outside running text that are smaller than a finger, 44 px, on a phone."""
    before = page.viewport_size
    if before["width"] != PHONE_WIDTH:
        page.set_viewport_size({"width": PHONE_WIDTH, "height": 844})
    found = [f"{page.url}: small {one}" for one in page.evaluate(SMALL)]
    if before["width"] != PHONE_WIDTH:
        page.set_viewport_size(before)
    return found


def without_focus_mark(page) -> list[str]:
    """What does not show that the keyboard stands on it."""
    page.keyboard.press("Tab")
    page.evaluate("document.activeElement.blur()")
    return [f"{page.url}: no mark of focus on {one}" for one in page.evaluate(UNMARKED)]


def unannounced(page) -> list[str]:
    """Why somebody who hears the page would not learn what to complete: no alert, or a link of the summary that leads
    to no field, or a field that is not tied to its sentence."""
    return [f"{page.url}: {one}" for one in page.evaluate(UNANNOUNCED)]


STICKING_OUT = """[...document.querySelectorAll("body *")]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
  .slice(-3).map((one) => `${one.tagName}.${one.className}`).join(", ")"""

SMALL = """() => {
  const said = (one) => one.textContent.replace(/\\s+/g, " ").trim();
  const isRunning = (one) => one.tagName === "A" && getComputedStyle(one).display === "inline"
    && said(one.closest("p, li, dd, dt, td, figcaption, small, blockquote, h1, h2, h3, section, div")) !== said(one);
  const target = (one) => one.matches("[type=checkbox], [type=radio]")
    ? one.closest("label") ?? one.labels[0]?.closest(".opt, .pick, .scale label") ?? one.parentElement
    : getComputedStyle(one, "::after").position === "absolute" ? one.offsetParent : one;
  return [...document.querySelectorAll("a[href], button, summary, select, textarea, input:not([type=hidden])")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".vh, .skip, [hidden]")
      && !isRunning(one))
    .map((one) => [one, target(one).getBoundingClientRect()])
    .filter(([, box]) => box.height > 1 && (box.height < 43.5 || box.width < 43.5))
    .map(([one, box]) => `${one.outerHTML.slice(0, 120)} ${box.width.toFixed()} × ${box.height.toFixed()}`);
}"""

UNMARKED = """() => {
  const look = (one) => { const { outlineStyle, outlineWidth, boxShadow, backgroundColor } = getComputedStyle(one);
    return [outlineStyle === "none" ? "0px" : outlineWidth, boxShadow, backgroundColor].join(); };
  return [...document.querySelectorAll("a[href], button, summary, select, textarea, input:not([type=hidden])")]
    .filter((one) => one.checkVisibility() && one.tabIndex >= 0).slice(0, 120)
    .filter((one) => { const before = look(one); one.focus(); const after = look(one);
      const around = one.closest("label") && getComputedStyle(one.closest("label")).outlineStyle !== "none";
      one.blur(); return before === after && !around; })
    .map((one) => one.outerHTML.slice(0, 120));
}"""

UNANNOUNCED = """() => {
  const faults = [];
  const alert = document.querySelector("main [role=alert]"), isTitled = document.title.startsWith(
    document.querySelector("h1").textContent.trim());
  if (!alert && !isTitled) faults.push("nothing says what to complete");
  if (alert && document.activeElement !== alert) faults.push("the keyboard does not stand at what to complete");
  if (alert) {
    const { x, y } = alert.getBoundingClientRect();
    if (!alert.contains(document.elementFromPoint(x + 30, y + 8))) faults.push("something covers what to complete");
  }
  for (const link of document.querySelectorAll("#to-complete a[href^='#']")) {
    const field = document.getElementById(link.hash.slice(1));
    if (!field) faults.push(`${link.hash} leads nowhere`);
    else if (field.matches("input, select, textarea")
      && !(field.getAttribute("aria-describedby") ?? "").match(/error|to-complete/))
      faults.push(`${link.hash} is not tied to its sentence`);
  }
  return faults;
}"""
