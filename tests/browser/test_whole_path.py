"""The whole path in a browser, on phone and laptop, in both languages, with script and without: a facilitator reads,
answers, reflects and asks; her supervisor certifies; anyone can check."""

import itertools

import pytest

from tests import salam
from tests.browser.conftest import PHONE, WIDE
from tests.browser.looking import barriers

WAYS = [
    pytest.param(size, language, script, id=f"{size['width']}-{language}-{'script' if script else 'plain'}")
    for size, language, script in itertools.product((PHONE, WIDE), ("id", "en"), (True, False))
]
RIGHT = {"id": "Menyapa dengan pertanyaan", "en": "Greet him with"}
WORDS = "Hari ini saya menyapa tiga orang baru dengan nama mereka, lalu menunggu."


def send(page, action: str) -> None:
    """Press the first button of the form whose address ends so."""
    with page.expect_navigation():
        page.locator(f'form[action$="{action}"] button:not([formaction])').first.click()


def read(page) -> None:
    page.goto(f"{salam.PATH}/menyapa")
    send(page, "/menyapa/readings")
    assert page.url.endswith("/jeda")
    send(page, "/jeda/readings")
    assert page.url.endswith(salam.PATH)


def answer(page, language) -> None:
    page.goto(f"{salam.PATH}/quiz")
    page.get_by_label(RIGHT[language]).check()
    page.locator('form[data-behaviour] button:has-text("")').last.click()
    page.wait_for_url("**/attempts/*")
    assert page.locator("h1#result").is_visible()


def reflect_and_ask(page) -> None:
    page.goto(f"{salam.PATH}/practice")
    page.fill("#r-kata-text", WORDS)
    with page.expect_navigation():
        page.locator('button[formaction$="/reflections/r-kata/shares"]').click()
    assert WORDS in page.content()
    send(page, "/signoff-requests")
    assert page.locator("#signoff form").count() == 0


def certify(page, name) -> None:
    page.goto("/signoffs")
    page.locator('a[href^="/signoffs/"]:visible').last.click()
    page.wait_for_url("**/signoffs/*")
    assert WORDS in page.content() and name in page.content()
    page.locator("#decision-certify").check(force=True)
    page.locator("#conflict-none").check(force=True)
    page.fill('textarea[name="message"]', "Terima kasih.")
    send(page, "/decisions")


@pytest.mark.browser
@pytest.mark.parametrize(("size", "language", "script"), WAYS)
def test_from_the_first_lesson_to_a_certificate(site, visit, size, language, script):
    ways = {"size": size, "language": language, "script": script}
    learner = visit(site.newcomer(), **ways)
    read(learner)
    answer(learner, language)
    reflect_and_ask(learner)
    certify(visit("sari", **ways), "Lestari Widodo")
    learner.goto("/competencies")
    assert salam.PATH in learner.content()
    learner.goto("/credentials")
    code = learner.locator('a[href^="/credentials/"]').first.get_attribute("href").rsplit("/", 1)[1]
    learner.goto(f"/credentials/{code}")
    assert not script or not barriers(learner)
    guest = visit("", **ways)
    assert guest.goto(f"/verify/{code}").status == 200
    assert "Lestari" not in guest.content()


@pytest.mark.browser
def test_without_script_a_quiz_takes_three_requests(site, visit):
    page = visit(site.newcomer(), script=False)
    asked = []
    page.on("request", lambda request: asked.append(request.url) if request.resource_type == "document" else None)
    answer(page, "id")
    assert len(asked) <= 3, asked
