"""States of a facilitator: reading, quizzes, reflections, practice, asking for sign-off, a newer release."""

import shutil

from tests import salam
from tests.browser import every_kind
from tests.browser.states import state
from tests.training.quizzes.samples import RIGHT
from training.accounts.store import person_by_email
from training.core.clock import now
from training.curriculum import catalogue
from training.quizzes import attempts

WRONG = {"satu": 0, "semua": [2, 3], "mitos": 0, "menit": "200", "nama": "lain", "jodoh": [3, 2, 1],
         "urut": [4, 3, 2, 1], "rumpang": ["x", "y"], "nilai": 2, "tanggapan": [3, 0], "cerita": [1, 1],
         "renung": "Saya diam dulu."}
HALF = WRONG | {"satu": 1, "semua": [0], "menit": "85", "nama": "kenari separuh", "jodoh": [0, 2, 1],
                "rumpang": ["Rasa aman", "y"], "nilai": 1, "urut": [1, 2, 4, 3]}
PRACTICE = f"{salam.PATH}/practice"
WORDS = "Hari ini saya menyapa tiga orang baru dengan nama mereka, lalu menunggu."
PERSONAL = "Ia menelepon dari 0812-3456-7890 dan bercerita lama."
DONE = {"task": "p-sapa", "done_on": "2026-11-01", "company": "peers", "note": "Lebih lama diam dan mendengar."}


@state()
def content_note_closed(world):
    return world.newcomer().get(f"{salam.PATH}/menyapa")


@state()
def content_note_passed_over(world):
    return world.newcomer().get("/courses/trauma-informed/tic-3/setelahnya?note=later")


@state()
def every_part_read(world):
    one = world.newcomer()
    one.send(f"{salam.PATH}/menyapa/readings")
    return one.send(f"{salam.PATH}/jeda/readings")


def answered(world, given, deed=attempts.submit, **query):
    """A newcomer who began the quiz of every kind, and what `deed` makes of these answers."""
    email = world.site.newcomer()

    def write(session):
        person = person_by_email(session, email).id
        release = catalogue.published_module(session, every_kind.COURSE, salam.MODULE).release.id
        attempt = attempts.begin(session, person, release, f"state-{email}", at=now())
        deed(session, attempt, catalogue.paper(session, release), given, at=now())
        return attempt.id

    attempt = world.do(write)
    return type(world.guest)(world.app, email, world.language), f"/attempts/{attempt}"


@state(page="quizzes.attempt")
def quiz_all_firm(world):
    one, attempt = answered(world, RIGHT)
    return one.get(attempt)


@state()
def quiz_half_firm(world):
    one, attempt = answered(world, HALF)
    return one.get(attempt)


@state()
def quiz_to_look_at_again(world):
    one, attempt = answered(world, WRONG)
    return one.get(attempt)


@state()
def quiz_left_empty(world):
    one, attempt = answered(world, {})
    return one.get(attempt)


@state()
def quiz_after_a_first_attempt(world):
    one, _attempt = answered(world, HALF)
    return one.get(every_kind.QUIZ)


@state()
def quiz_in_the_middle_of_its_story(world):
    one, attempt = answered(world, {"cerita": [0], "satu": 1}, attempts.save_answers)
    return one.get(attempt)


@state()
def quiz_one_question_at_a_time(world):
    one, attempt = answered(world, {"satu": 1}, attempts.save_answers)
    return one.get(f"{attempt}?question=6")


@state()
def quiz_on_its_gentle_path(world):
    one, attempt = answered(world, {"satu": 1}, attempts.save_answers)
    return one.send(f"{attempt}/answers", do="gentle")


@state()
def quiz_sent_without_an_answer(world):
    return world.newcomer().send(f"{salam.PATH}/quiz/attempts")


@state()
def reflection_saved(world):
    return world.newcomer().send(f"{salam.PATH}/reflections/r-kata", text=WORDS)


@state()
def reflection_shared(world):
    return world.newcomer().send(f"{salam.PATH}/reflections/r-kata/shares", text=WORDS)


@state()
def reflection_taken_back(world):
    one = world.newcomer()
    one.send(f"{salam.PATH}/reflections/r-kata/shares", text=WORDS)
    return one.send(f"{salam.PATH}/reflections/r-kata/take-backs")


@state()
def reflection_that_names_somebody(world):
    return world.newcomer().send(f"{salam.PATH}/reflections/r-kata/shares", text=PERSONAL)


@state()
def reflection_shared_empty(world):
    return world.newcomer().send(f"{salam.PATH}/reflections/r-kata/shares", text="")


@state(422)
def reflection_too_long(world):
    return world.newcomer().send(f"{salam.PATH}/reflections/r-kata", text="Saya diam dulu. " * 2000)


@state(422)
def practice_on_a_day_to_come(world):
    return world.newcomer().send(f"{salam.PATH}/practice-records", DONE, done_on="2999-01-01")


@state(422)
def practice_that_names_somebody(world):
    return world.newcomer().send(f"{salam.PATH}/practice-records", DONE, note=PERSONAL)


@state()
def practice_recorded(world):
    return world.newcomer().send(f"{salam.PATH}/practice-records", DONE)


@state()
def asked_too_early(world):
    return world.newcomer().send(f"{salam.PATH}/signoff-requests", note="Mohon dilihat.")


def ready(world):
    """A newcomer who did all that a request needs, and her address."""
    email = world.site.newcomer()
    one = type(world.guest)(world.app, email, world.language)
    one.send(f"{salam.PATH}/menyapa/readings", follow=False)
    one.send(f"{salam.PATH}/jeda/readings", follow=False)
    for place in ("0", "1"):
        one.send(f"{salam.PATH}/quiz/attempts", {"q-q-dani": place}, follow=False)
    one.send(f"{salam.PATH}/reflections/r-kata/shares", text=WORDS, follow=False)
    return one


@state()
def ready_to_ask(world):
    return ready(world).get(PRACTICE)


@state()
def sign_off_asked(world):
    return ready(world).send(f"{salam.PATH}/signoff-requests", note="Mohon dilihat.")


def reader_of_a_newer_release(world):
    """Somebody who began a course of which a newer release, to be read again, has been published since; and the
    numbers of its two releases."""
    folder = world.folder / f"newer-{next(world.numbers)}"
    course, one = folder.name, world.newcomer()
    shutil.copytree(salam.GOOD, folder)
    salam.renamed(folder, course)
    first = world.do(lambda session: released(session, folder, course))
    one.send(f"/courses/{course}/sal-1/menyapa/readings", follow=False)
    for file in (folder / course / "sal-1").glob("module.*.md"):
        file.write_text(file.read_text().replace("change: editorial", "change: substantial"))
    for file in (folder / course / "sal-1").glob("2-jeda.*.md"):
        file.write_text(file.read_text() + "\nSatu kalimat lagi, untuk diingat.\n")
    world.do(lambda session: released(session, folder, course))
    return one, f"/courses/{course}/sal-1", first


def released(session, folder, course) -> int:
    salam.publish(session, folder, course=course)
    return catalogue.published_module(session, course, "sal-1").release.id


@state()
def newer_release_beside_a_lesson(world):
    one, module, _first = reader_of_a_newer_release(world)
    return one.get(f"{module}/jeda")


@state()
def newer_release_of_a_module(world):
    one, module, _first = reader_of_a_newer_release(world)
    return one.get(module)


@state()
def newer_release_taken_up(world):
    one, module, _first = reader_of_a_newer_release(world)
    return one.send(f"{module}/enrolments")


@state()
def quiz_sent_from_a_release_replaced_meanwhile(world):
    _one, module, first = reader_of_a_newer_release(world)
    return world.newcomer().send(f"{module}/quiz/attempts", {"release": str(first), "q-q-dani": "0"})
