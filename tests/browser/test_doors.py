"""The doors in the top bar stand in one line, whoever looks and however narrow the bar may get."""

import pytest

from tests.browser.looking import too_wide

BROKEN = """doors => doors.filter(door => {
  const words = document.createRange();
  words.selectNodeContents(door);
  return new Set([...words.getClientRects()].map(one => Math.round(one.bottom / 12))).size > 1;
}).map(door => door.textContent)"""


@pytest.mark.browser
@pytest.mark.parametrize("width", [960, 1152, 1280])
@pytest.mark.parametrize("who", ["ratna", "sari", "admin"])
def test_every_door_is_one_line(visit, who, width):
    page = visit(who, size={"width": width, "height": 600})
    assert page.locator(".top .nav a").count() >= 4
    assert page.locator(".top .nav a").evaluate_all(BROKEN) == []
    assert not too_wide(page, [width])
