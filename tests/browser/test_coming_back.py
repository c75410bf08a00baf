"""Nothing typed is lost, and one goes on where one stopped."""

import re

import pytest
from playwright.sync_api import expect

from blueprints.web.database import db
from tests import salam
from tests.browser.conftest import PASSWORD, PHONE
from training.accounts import store as accounts
from training.core.clock import now
from training.core.database import intending

LESSON = "/courses/trauma-informed/tic-1/mengenal"
QUIZ, PRACTICE = f"{salam.PATH}/quiz", f"{salam.PATH}/practice"
SEND_QUIZ, KEEP_REFLECTION = "form[data-behaviour] .quiz__nav .btn >> nth=-1", "form:has(#r-kata-text) button >> nth=0"


@pytest.fixture
def learner(site, visit):
    page = visit(site.newcomer(), size=PHONE)
    return page


def end_sessions(site) -> None:
    """As if twelve hours had gone by."""
    with site.app.app_context(), intending(to_write=True):
        db.session.execute(accounts.sign_ins.update().values(ended_at=now()))
        db.session.commit()


def without_cookie(page, address):
    """The page with its cookies gone, as if the phone had cleared them while it was open: not even the form's own token
    is left. It has come whole by then, its scripts too: nobody writes quicker than that."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.context.clear_cookies()
    return page


def send_and_come_in(page, button, email) -> None:
    """The server knows nobody here any more: `email` signs in, and is led on."""
    page.click(button)
    page.wait_for_url("**/sign-in**")
    page.fill("#email", email)
    page.fill("#password", PASSWORD)
    page.click("form.signin button")
    page.wait_for_url(lambda url: "/sign-in" not in url)


@pytest.mark.browser
def test_a_lesson_opens_where_she_stopped(site, visit):
    email = site.newcomer()
    first = visit(email, size=PHONE)
    first.goto(LESSON)
    first.evaluate("scrollTo(0, document.body.scrollHeight * 0.5)")
    stopped = first.evaluate("scrollY")
    with first.expect_response("**/place", timeout=9000):
        pass
    second = visit(email, size=PHONE)
    second.goto(LESSON)
    second.wait_for_timeout(600)
    assert abs(second.evaluate("scrollY") - stopped) < 500


@pytest.mark.browser
def test_answers_survive_the_end_of_a_session(site, visit):
    email = site.newcomer()
    page = visit(email, size=PHONE)
    page.goto(QUIZ)
    with page.expect_response("**/quiz/attempts"):
        page.get_by_label("Menyapa dengan").check()
    end_sessions(site)
    send_and_come_in(page, SEND_QUIZ, email)
    page.goto(QUIZ)
    assert page.get_by_label("Menyapa dengan").is_checked()


@pytest.mark.browser
def test_answers_sent_without_signal_are_there_when_the_quiz_is_opened_again(site, visit):
    page = visit(site.newcomer(), size=PHONE)
    page.goto(QUIZ)
    with page.expect_response("**/quiz/attempts"):
        page.get_by_label("Menunggu saja").check()
    page.reload()
    page.route(re.compile("/answers|/submission"), lambda route: route.abort("internetdisconnected"))
    page.get_by_label("Menyapa dengan").check()
    page.click(SEND_QUIZ)
    page.wait_for_url("chrome-error://**")
    page.unroute_all()
    page.goto("/")
    page.goto(QUIZ)
    expect(page.get_by_label("Menyapa dengan")).to_be_checked()


@pytest.mark.browser
@pytest.mark.parametrize("is_sent", [False, True], ids=["loaded anew", "sent"])
def test_answers_given_after_the_signal_went_are_there_beside_those_before(site, visit, is_sent):
    """The first answer began the attempt, so the page that is opened again sends to another address."""
    page = visit(site.newcomer(), size=PHONE)
    page.goto(QUIZ)
    with page.expect_response("**/quiz/attempts"):
        page.get_by_label("Menunggu saja").check()
    page.route(re.compile("/attempts"), lambda route: route.abort("internetdisconnected"))
    page.get_by_label("Menyapa dengan").check()
    page.get_by_text("Tersimpan di ponsel").wait_for()
    if is_sent:
        page.click(SEND_QUIZ)
        page.wait_for_url("chrome-error://**")
    page.unroute_all()
    page.goto(QUIZ)
    expect(page.get_by_label("Menyapa dengan")).to_be_checked()


@pytest.mark.browser
def test_answers_survive_a_lost_cookie(site, visit):
    email = site.newcomer()
    page = without_cookie(visit(email, size=PHONE), QUIZ)
    page.get_by_label("Menyapa dengan").check()
    send_and_come_in(page, SEND_QUIZ, email)
    page.wait_for_url(f"**{QUIZ}")
    page.get_by_text("Jawaban Anda dari").wait_for()
    assert page.get_by_label("Menyapa dengan").is_checked()


@pytest.mark.browser
def test_a_reflection_survives_a_lost_cookie(site, visit):
    email = site.newcomer()
    page = without_cookie(visit(email, size=PHONE), PRACTICE)
    page.locator("#r-kata-text").fill("Saya menunggu.")
    send_and_come_in(page, KEEP_REFLECTION, email)
    page.wait_for_url(f"**{PRACTICE}*")
    expect(page.locator("#r-kata-text")).to_have_value("Saya menunggu.")
    expect(page.locator("form:has(#r-kata-text) [data-state]")).to_contain_text("Tersimpan")
    page.reload()
    assert page.locator("#r-kata-text").input_value() == "Saya menunggu."


@pytest.mark.browser
def test_an_author_s_words_survive_a_lost_cookie(visit):
    page = visit("wayan")
    page.goto("/authoring/1")
    without_cookie(page, page.locator("a[href*='/files/']").first.get_attribute("href"))
    editor = page.url.partition("#")[0]
    page.locator("#text").press("Control+End")
    page.locator("#text").type(" Tidak hilang.")
    send_and_come_in(page, "form[data-behaviour] button >> nth=-1", "wayan@example.org")
    expect(page.locator("#text")).to_have_value(re.compile("Tidak hilang"))
    # Only then is it on the server; whoever leaves the page sooner might be shown the text of before.
    expect(page.locator("form[data-behaviour] [data-state]")).to_have_text(re.compile(r"^Tersimpan \d\d.\d\d$"))
    page.goto(editor)
    expect(page.locator("#text")).to_have_value(re.compile("Tidak hilang"))


@pytest.mark.browser
def test_nothing_waits_for_the_next_person_or_after_signing_out(site, visit):
    page = without_cookie(visit(site.newcomer(), size=PHONE), PRACTICE)
    page.locator("#r-kata-text").fill("Hanya saya.")
    send_and_come_in(page, KEEP_REFLECTION, "made@example.org")
    assert "Hanya saya." not in page.evaluate("JSON.stringify({ ...sessionStorage })")
    page.evaluate("sessionStorage.setItem('kept x', 'y')")
    page.goto("/me")
    with page.expect_navigation():
        page.locator("form[action='/sign-out'] button").first.click()
    assert page.evaluate("Object.keys(sessionStorage).filter((key) => key !== 'left').length") == 0


@pytest.mark.browser
def test_a_reflection_saves_itself(learner):
    learner.goto(PRACTICE)
    with learner.expect_response("**/reflections/r-kata"):
        learner.locator("#r-kata-text").type("Saya menunggu.")
    learner.reload()
    assert learner.locator("#r-kata-text").input_value() == "Saya menunggu."


@pytest.mark.browser
def test_words_typed_without_signal_wait_and_arrive(learner):
    learner.goto(PRACTICE)
    learner.context.set_offline(True)
    learner.locator("#r-kata-text").type("Tanpa sinyal.")
    learner.wait_for_timeout(2200)
    with learner.expect_response("**/reflections/r-kata"):
        learner.context.set_offline(False)
    learner.reload()
    assert learner.locator("#r-kata-text").input_value() == "Tanpa sinyal."


@pytest.mark.browser
def test_the_language_changes_in_place(learner):
    learner.goto(LESSON)
    learner.locator('form[action="/language"] button:visible').first.click()
    learner.wait_for_url("**/mengenal*")
    learner.wait_for_selector("html[lang=en]")
    assert learner.url.split("?")[0].endswith(LESSON)
