"""What a first lesson costs somebody who pays for every kilobyte."""

import collections

import pytest

from tests.browser.conftest import PHONE, sign_in

LESSON = "/courses/trauma-informed/tic-1/mengenal"
KILOBYTE = 1024
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 400_000 / 8, "uploadThroughput": 400_000 / 8}
FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"


class Scale:
    """Weighs what comes over the line, as it comes (compressed, with heads)."""

    def __init__(self, page):
        self.kinds, self.bytes, self.asked = {}, collections.Counter(), []
        self.line = page.context.new_cdp_session(page)
        self.line.send("Network.enable")
        self.line.on("Network.responseReceived", self.arrive)
        self.line.on("Network.loadingFinished", self.finish)

    def arrive(self, event):
        kept = event["response"].get("fromDiskCache") or event["response"].get("fromServiceWorker")
        self.kinds[event["requestId"]] = "Cached" if kept else event["type"]
        if not kept:
            self.asked.append(event["response"]["url"])

    def finish(self, event):
        kind = self.kinds.get(event["requestId"], "Other")
        self.bytes[kind] += 0 if kind == "Cached" else int(event["encodedDataLength"])

    def clear(self):
        self.bytes.clear()
        self.asked.clear()

    def kilobytes(self, *kinds) -> float:
        return sum(self.bytes[kind] for kind in kinds or self.bytes) / KILOBYTE


def settle(page) -> None:
    page.wait_for_load_state("networkidle")


@pytest.fixture
def reader(visit):
    """Signed in, with nothing in the cache."""
    page = visit("yohana", size=PHONE)
    page.scale = Scale(page)
    page.scale.line.send("Network.clearBrowserCache")
    return page


@pytest.mark.browser
def test_a_first_lesson_is_light(reader):
    reader.goto(LESSON)
    settle(reader)
    scale = reader.scale
    assert len(scale.asked) <= 10, scale.asked
    assert scale.kilobytes("Document", "Stylesheet", "Script", "Fetch", "XHR", "Other") <= 60, scale.bytes
    assert scale.kilobytes() <= 100, scale.bytes
    assert scale.kilobytes("Script") <= 8, scale.bytes


@pytest.mark.browser
def test_a_second_lesson_is_lighter(reader):
    reader.goto(LESSON)
    settle(reader)
    reader.scale.clear()
    reader.goto("/courses/trauma-informed/tic-1/tubuh-berjaga")
    settle(reader)
    assert reader.scale.kilobytes("Document", "Stylesheet", "Script", "Font", "Fetch") <= 12, reader.scale.bytes


@pytest.mark.browser
def test_an_unchanged_lesson_costs_next_to_nothing(reader):
    reader.goto(LESSON)
    settle(reader)
    reader.scale.clear()
    answer = reader.goto(LESSON)
    settle(reader)
    assert reader.scale.kilobytes() <= 2 and answer.ok, reader.scale.bytes


@pytest.mark.browser
def test_on_a_slow_line_words_are_there_within_three_seconds(reader):
    reader.scale.line.send("Network.emulateNetworkConditions", SLOW)
    reader.goto(LESSON, wait_until="commit", timeout=20000)
    reader.wait_for_selector("h1", timeout=20000)
    for _ in range(100):
        if painted := reader.evaluate(FIRST_PAINT):
            break
        reader.wait_for_timeout(100)
    assert 0 < painted <= 3000, painted


@pytest.mark.browser
def test_signing_in_asks_nothing_of_elsewhere(visit, site):
    page = visit("")
    sign_in(page, "budi")
    assert page.url == f"{site.url}/"
