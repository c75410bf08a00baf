"""States of the authors' room."""

import io
import re

from tests.browser import every_kind
from tests.browser.states import state
from training.accounts.store import person_by_email
from training.core.clock import now
from training.curriculum import drafts_opening
from training.curriculum.drafts import draft

LESSON = "1-menyapa.id.md"


def begun(world) -> int:
    """A draft of Wayan's, of a module in which he may do anything."""

    def open_one(session):
        wayan = person_by_email(session, "wayan@example.org")
        return drafts_opening.open_module(session, wayan, every_kind.COURSE, "sal-1", at=now(),
                                          client_key=f"state-draft-{next(world.numbers)}")

    return world.do(open_one)


def sent(world, where: str, **fields):
    return world.wayan.send(f"/authoring/{begun(world)}/{where}", fields)


def form(called: str, status: int, where: str, **fields) -> None:
    """Enter the state after Wayan sent this form of a draft."""

    def come(world):
        return sent(world, where, **fields)

    come.__name__ = called
    state(status)(come)


form("lesson_without_a_title", 422, "lessons", slug="pelan", title_id="", title_en="Slowly now", back=LESSON)
form("lesson_under_a_name_taken", 422, "lessons", slug="menyapa", title_id="Menyapa", title_en="Greeting", back=LESSON)
form("lesson_added", 200, "lessons", slug="pelan", title_id="Pelan-pelan", title_en="Slowly now", back=LESSON)
form("review_asked_without_saying_how_much", 422, "review-requests", changes_id="Contoh baru.", changes_en="Another.")
form("review_asked_in_one_language", 422, "review-requests", change="editorial", changes_id="Contoh baru.")
form("text_saved", 200, f"files/{LESSON}", seen="1", text="---\nid: menyapa\ntitle: Kalimat\n---\n\nSapa dulu.")
form("front_matter_that_is_none", 200, f"files/{LESSON}", seen="1", text="---\nid: [menyapa\ntitle: x\n---\n\nSapa.")
form("text_too_long", 422, f"files/{LESSON}", text="Sapa dulu. " * 6000, seen="1")
form("file_taken_out", 200, "removals", name="quiz.en.md")
form("questions_looked_at", 200, "exchange/quiz.id.md", text="Apa langkah pertama? {=Menyapa ~Menunggu}", do="look")
form("questions_not_understood", 422, "exchange/quiz.id.md", text="Hanya keterangan.", do="look")
form("questions_brought_in", 200, "exchange/quiz.id.md", text="Apa langkah pertama? {=Menyapa ~Menunggu}", do="take",
     seen="1")
form("nothing_to_publish", 403, "publications")


@state(page="authoring.exchange")
def questions_in_and_out(world):
    return world.wayan.get(f"/authoring/{begun(world)}/exchange/quiz.id.md")


@state(422)
def new_module_without_a_code(world):
    return world.wayan.send("/authoring/modules", code="", title="Menyapa lagi", course=every_kind.COURSE)


@state(422)
def new_module_without_a_title(world):
    return world.wayan.send("/authoring/modules", code="sal-9", title="", course=every_kind.COURSE)


@state(422)
def picture_that_is_none(world):
    return sent(world, "pictures", picture=(io.BytesIO(b"halo"), "lingkaran.png"))


@state(422)
def archive_that_is_none(world):
    return sent(world, "archives", archive=(io.BytesIO(b"halo"), "naskah.zip"), back=LESSON)


@state(page="authoring.conflict")
def two_texts_that_met(world):
    number = begun(world)
    for text in ("Sapa dulu.", "Tunggu dulu."):
        answer = world.wayan.send(f"/authoring/{number}/files/{LESSON}", text=text, seen="1")
    return answer


@state()
def change_seen_in_the_history(world):
    number = begun(world)
    world.wayan.send(f"/authoring/{number}/files/{LESSON}", text="Sapa dulu.", seen="1", follow=False)
    page = world.wayan.get(f"/authoring/{number}/history/{LESSON}").text
    return world.wayan.get(f"/authoring/{number}/history/{LESSON}?save=" + re.findall(r"save=(\d+)", page)[-1])


@state()
def lesson_seen_as_a_learner_sees_it(world):
    return world.wayan.get(f"/authoring/{begun(world)}/preview/{LESSON}")


@state()
def quiz_seen_with_its_answers(world):
    return world.wayan.get(f"/authoring/{begun(world)}/preview/quiz.id.md?look=1")


@state(422)
def review_without_an_opinion(world):
    return world.dewi.send("/authoring/1/reviews", note="Bagian kedua lebih jelas.")


@state(422)
def changes_asked_without_a_note(world):
    return world.dewi.send("/authoring/1/reviews", verdict="changes", note="", fingerprint=fingerprint(world))


@state(409)
def review_of_a_text_that_changed(world):
    return world.dewi.send("/authoring/1/reviews", verdict="approve", note="Bagian kedua jelas.", fingerprint="x")


def fingerprint(world) -> str:
    return world.do(lambda session: draft(session, 1).fingerprint)


@state()
def draft_put_away(world):
    return sent(world, "put-aways")


@state()
def draft_in_order(world):
    return world.wayan.get(f"/authoring/{begun(world)}/order")


@state(409)
def order_that_changed_meanwhile(world):
    return sent(world, "moves", order="lain menyapa", move="later:menyapa")
