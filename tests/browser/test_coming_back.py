"""Nothing typed is lost, and one goes on where one stopped."""

import pytest

from blueprints.web.database import db
from tests import salam
from tests.browser.conftest import PASSWORD, PHONE
from training.accounts import store as accounts
from training.core.clock import now
from training.core.database import intending

LESSON = "/courses/trauma-informed/tic-1/mengenal"


@pytest.fixture
def learner(site, visit):
    page = visit(site.newcomer(), size=PHONE)
    return page


def end_sessions(site) -> None:
    """As if twelve hours had gone by."""
    with site.app.app_context(), intending(to_write=True):
        db.session.execute(accounts.sign_ins.update().values(ended_at=now()))
        db.session.commit()


def come_in_again(page, email) -> None:
    page.fill("#email", email)
    page.fill("#password", PASSWORD)
    page.click("form.signin button")


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
    page.goto(f"{salam.PATH}/quiz")
    with page.expect_response("**/quiz/attempts"):
        page.get_by_label("Menyapa dengan").check()
    end_sessions(site)
    page.locator("form[data-behaviour] .quiz__nav .btn").last.click()
    page.wait_for_url("**/sign-in**")
    come_in_again(page, email)
    page.wait_for_url(lambda url: "/sign-in" not in url)
    page.goto(f"{salam.PATH}/quiz")
    assert page.get_by_label("Menyapa dengan").is_checked()


@pytest.mark.browser
def test_a_reflection_saves_itself(learner):
    learner.goto(f"{salam.PATH}/practice")
    with learner.expect_response("**/reflections/r-kata"):
        learner.locator("#r-kata-text").type("Saya menunggu.")
    learner.reload()
    assert learner.locator("#r-kata-text").input_value() == "Saya menunggu."


@pytest.mark.browser
def test_words_typed_without_signal_wait_and_arrive(learner):
    learner.goto(f"{salam.PATH}/practice")
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
