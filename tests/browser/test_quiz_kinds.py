"""Every kind of question in a real browser: no barrier before or after the answer, large enough to touch, answered with
the keyboard alone, without script, and found again on another device."""

import pytest

from tests import salam
from tests.browser import every_kind
from tests.browser.conftest import PHONE, WIDE
from tests.browser.looking import barriers, too_wide

COUNT = 13
SENDING, NEXT, STORY = "Kirim dan lihat hasilnya", "Soal berikutnya", "Lanjutkan cerita"
CONTROLS = "main :is(input:not([type=hidden]), select, textarea, summary, button, a.btn, a.go)"
SMALL = f"""[...document.querySelectorAll("{CONTROLS}")]""" + """
  .filter((one) => one.offsetParent && !one.classList.contains("vh"))
  .map((one) => [one, (one.closest(".opt, .pick, .scale label") || one).getBoundingClientRect()])
  .filter(([one, box]) => box.height < 44 || box.width < 44)
  .map(([one, box]) => `${one.outerHTML.slice(0, 90)} ${box.width.toFixed()} × ${box.height.toFixed()}`)"""
HERE = """() => { const one = document.activeElement; return {
  tag: one.tagName, type: one.type, name: one.name, text: one.textContent.trim(), value: one.value,
  chosen: one.type === "radio" && !!document.querySelector(`input[name="${one.name}"]:checked`) }; }"""


@pytest.fixture(scope="session")
def world(site, tmp_path_factory):
    every_kind.publish(site, tmp_path_factory.mktemp("kinds"))
    return site


@pytest.fixture
def come(world, visit):
    """A new facilitator at the quiz."""

    def to_quiz(email="", **how):
        page = visit(email or world.newcomer(), **how)
        page.goto(every_kind.QUIZ)
        return page

    return to_quiz


def press(page, words: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=words, exact=True).click()


@pytest.mark.browser
@pytest.mark.parametrize(("size", "dark"), [(WIDE, False), (PHONE, True)], ids=["wide", "phone"])
def test_all_on_one_page_without_a_barrier_before_and_after_the_answers(come, size, dark):
    page = come(size=size, dark=dark)
    faults = faults_of(page)
    while answered_with_keys(page, 200) != SENDING:
        faults += faults_of(page)
    page.wait_for_url("**/attempts/*")
    assert page.locator("h1#result").is_visible()
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    faults += faults_of(page)
    assert not faults, "\n".join(faults)


def faults_of(page) -> list[str]:
    return barriers(page) + too_wide(page, (320, 390, 768, 1280)) + page.evaluate(SMALL)


@pytest.mark.browser
@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_every_kind_by_keyboard_alone_one_question_a_page(come, script):
    page = come(size=PHONE, script=script)
    press(page, "Satu soal tiap halaman")
    faults = []
    for _ in range(COUNT + 3):
        faults += barriers(page) + page.evaluate(SMALL) if script else []
        if answered_with_keys(page) == SENDING:
            break
    page.wait_for_url(lambda address: "question" not in address)
    assert page.locator("h1#result").is_visible()
    faults += barriers(page) if script else []
    assert not faults, "\n".join(faults)
    assert page.get_by_text("Belum dijawab.").count() == 0


def answered_with_keys(page, most=60) -> str:
    """Answer what the page asks by Tab, Space, arrows and letters, and press the button that leads on: its words."""
    page.locator("h1").click()
    for _ in range(most):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        story_goes_on = page.get_by_role("button", name=STORY).count() > 0
        if here["text"] == STORY or (here["text"] in (NEXT, SENDING) and not story_goes_on):
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return here["text"]
        answer_here(page, here)
    raise AssertionError(f"no way on from {page.url}")


def answer_here(page, here) -> None:
    if here["type"] == "radio" and not here["chosen"]:
        page.keyboard.press("Space")
    elif here["tag"] == "SELECT":
        page.keyboard.press("ArrowDown")
    elif here["type"] in ("text", "textarea") and not here["value"]:
        page.keyboard.type("satu")
    elif here["type"] == "checkbox":
        page.keyboard.press("Space")


@pytest.mark.browser
def test_answers_given_on_one_device_are_there_on_the_other(come, world):
    email = world.newcomer()
    first = come(email, size=PHONE)
    first.get_by_label("Pilihan B").check()
    first.get_by_label("Tulis di sini").fill("Saya menunggu.")
    first.get_by_text("Jawaban tersimpan").wait_for()
    second = come(email, size=WIDE, script=False)
    assert second.get_by_label("Pilihan B").is_checked()
    assert second.get_by_label("Tulis di sini").input_value() == "Saya menunggu."


@pytest.mark.browser
def test_a_page_left_open_on_one_device_takes_nothing_from_the_other(come, world):
    email = world.newcomer()
    phone, laptop = come(email, size=PHONE), come(email, size=WIDE)
    laptop.get_by_label("Pilihan B").check()
    laptop.get_by_text("Jawaban tersimpan").wait_for()
    phone.get_by_label("Tulis di sini").fill("Saya menunggu.")
    phone.get_by_text("Jawaban tersimpan").wait_for()
    laptop.reload()
    assert laptop.get_by_label("Pilihan B").is_checked()
    assert laptop.get_by_label("Tulis di sini").input_value() == "Saya menunggu."
    laptop.get_by_label("Menangis").select_option(label="Beri waktu")
    laptop.get_by_text("Jawaban tersimpan").wait_for()
    with phone.expect_response("**/quiz/attempts"):
        phone.get_by_label("Tulis di sini").fill("")
    phone.reload()
    assert phone.get_by_label("Menangis").locator("option:checked").inner_text() == "Beri waktu"
    assert phone.get_by_label("Tulis di sini").input_value() == ""


@pytest.mark.browser
def test_the_gentle_path_without_script(come):
    page = come(size=PHONE, script=False)
    press(page, "Ganti soal itu")
    assert page.get_by_text("Soal yang lebih lembut?").is_visible()
    assert barriers_free(page)
    press(page, "Kembali ke soal semula")
    assert page.get_by_text("Soal yang berat?").is_visible()


def barriers_free(page) -> bool:
    """As far as can be told without script: every field has a name."""
    fields = page.locator("main form :is(input:not([type=hidden]), select, textarea)")
    return all(fields.nth(at).evaluate("one => one.labels.length || !!one.ariaLabel") for at in range(fields.count()))


@pytest.mark.browser
def test_choices_made_without_signal_come_through_later(come):
    page = come(size=PHONE)
    page.context.set_offline(True)
    page.get_by_label("Pilihan B").check()
    page.get_by_label("Menangis").select_option(label="Beri waktu")
    page.get_by_text("Tersimpan di ponsel").wait_for()
    page.context.set_offline(False)
    page.get_by_text("Jawaban tersimpan").wait_for()
    page.reload()
    assert page.get_by_label("Pilihan B").is_checked()


@pytest.mark.browser
def test_choices_survive_a_page_that_was_loaded_anew(come):
    page = come(size=PHONE)
    page.route("**/attempts", lambda route: route.abort())
    page.get_by_label("Pilihan B").check()
    page.get_by_label("Menangis").select_option(label="Beri waktu")
    page.get_by_text("Tersimpan di ponsel").wait_for()
    page.unroute("**/attempts")
    with page.expect_navigation():
        page.reload()
    page.get_by_text("Jawaban Anda dari").wait_for()
    assert page.get_by_label("Pilihan B").is_checked()
    assert page.get_by_label("Menangis").locator("option:checked").inner_text() == "Beri waktu"


@pytest.mark.browser
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_an_author_brings_questions_in_without_a_barrier(world, visit, size):
    page = visit("wayan", size=size)
    page.goto("/authoring")
    with page.expect_navigation():
        opening = page.locator(f'form:has([value="{every_kind.COURSE}"]) [name="module"]')
        opening.first.evaluate("one => one.form.submit()")
    page.goto(f"{page.url.split('#')[0]}/exchange/quiz.id.md")
    faults = faults_of(page)
    for text in ("Hanya keterangan.", "Apa langkah pertama? {=Menyapa ~Menunggu}"):
        page.get_by_label("Soal dalam GIFT atau Aiken").fill(text)
        press(page, "Lihat dulu")
        faults += faults_of(page)
    press(page, "Masukkan satu soal ke kuis")
    assert page.get_by_text("Satu soal masuk ke kuis.").is_visible()
    assert not faults, "\n".join(faults)


@pytest.mark.browser
def test_a_passed_quiz_is_recalled_without_a_barrier(world, visit):
    page = visit(world.newcomer(), size=PHONE)
    page.goto(f"{salam.PATH}/quiz")
    page.get_by_label("Menyapa dengan").check()
    press(page, SENDING)
    page.goto(salam.PATH)
    page.get_by_role("link", name="Segarkan ingatan").click()
    faults = barriers(page) + too_wide(page)
    page.get_by_label("Menunggu saja").check()
    page.get_by_role("button", name="Lihat penjelasannya").click()
    page.get_by_text("Ia bisa merasa tidak dilihat").wait_for()
    assert not faults + barriers(page)
