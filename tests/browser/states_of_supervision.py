"""States of a supervisor, of groups in partnership, and of a certificate that is withdrawn."""

import datetime as dt
import re

from tests import salam
from tests.browser.states import forms, state
from training.accounts.store import person_by_email
from training.core.clock import now
from training.curriculum.store import ModuleRow, ReleaseRow
from training.demo_story import Scene, finish, practise, reflect
from training.signoffs import requests
from training.supervision.pairs import pair

WORDS = "Saya menyapa dengan nama, lalu menunggu sampai ia siap bercerita."
GOOD = {"decision": "certify", "version": "1", "conflict": "none", "message": "Terima kasih, ini hangat sekali."}
SEEN = {"competency": "B1", "observed_on": "2026-11-01", "mode": "roleplay_live", "scene": "Dewi yang diam"}
PERSONAL = "Hubungi 0812-3456-7890 bila perlu"

forms(
    ("group_without_a_name", "andreas", "/partnerships", {"professional": "Lestari, psikolog"}, 422),
    ("group_without_a_professional", "andreas", "/partnerships", {"name": "Lentera"}, 422),
    ("assessment_that_names_somebody", "andreas", "/partnerships/1/assessments",
     {"strengths": "Saling menjemput", "safety": PERSONAL}, 422),
    ("assessment_empty", "andreas", "/partnerships/1/assessments", {}, 422),
    ("plan_with_one_goal", "andreas", "/partnerships/1/plans",
     {"what-1": "Perjanjian rujukan", "who-1": "Andreas", "review_on": "2999-01-01"}, 422),
    ("support_incomplete", "andreas", "/partnerships/1/support",
     {"held_on": "2999-01-01", "themes": "Beban pekan ini", "action": "Tiga napas."}, 422),
    ("pulse_that_does_not_add_up", "andreas", "/partnerships/1/pulses", {"cards": "3", "safe-yes": "9"}, 422),
    ("person_of_group_missing", "andreas", "/partnerships/1/people", {"who": ""}, 422),
    ("group_opened", "andreas", "/partnerships", {"name": "Melati", "professional": "Lestari, psikolog"}, 200),
)


@state()
def groups_of_somebody_who_has_none(world):
    return world.budi.get("/partnerships")


@state()
def inbox_with_nothing_waiting(world):
    return world.budi.get("/signoffs?show=second")


def asked(world, also: str = "") -> tuple[str, str]:
    """A newcomer whose request waits for Sari, and for `also`; the request's address and hers."""
    email = world.site.newcomer()

    def arrange(session):
        person, at = person_by_email(session, email), now() - dt.timedelta(days=2)
        if also:
            pair(session, person_by_email(session, f"{also}@example.org"), person, at=at)
        return finish(Scene(session, person, salam.COURSE, salam.MODULE, at), WORDS)

    return f"/signoffs/{world.do(arrange)}", email


def decision(name, status, **changed) -> None:
    """Enter the state after Sari sent this decision."""

    def come(world):
        request, _email = asked(world, also="budi")
        return world.sari.send(f"{request}/decisions", GOOD | changed)

    come.__name__ = name
    state(status)(come)


decision("decision_not_chosen", 422, decision="")
decision("decision_without_a_word_on_closeness", 422, conflict="")
decision("decision_of_somebody_close", 422, conflict="declared")
decision("return_without_a_step", 422, decision="return", next_step="")
decision("handed_to_nobody", 422, decision="hand", to="")
decision("handed_without_a_sentence", 422, decision="hand", message="")
decision("decided_and_on_to_the_next", 200)
decision("returned_and_on_to_the_next", 200, decision="return", next_step="Tambah satu contoh.")


@state(409)
def evidence_that_changed_meanwhile(world):
    request, email = asked(world)

    def more(session):
        scene = Scene(session, person_by_email(session, email), salam.COURSE, salam.MODULE, now())
        reflect(scene, WORDS + " Lalu saya bertanya.")
        practise(scene)
        requests.ask(session, scene.person, scene.mine.id, client_key=f"again-{email}", at=now())

    world.do(more)
    return world.sari.send(f"{request}/decisions", GOOD)


@state(409)
def decided_by_another_meanwhile(world):
    request, _email = asked(world, also="budi")
    world.budi.send(f"{request}/decisions", GOOD, follow=False)
    return world.sari.send(f"{request}/decisions", GOOD, decision="return", next_step="Tambah satu contoh.")


def certified(world):
    request, email = asked(world)
    world.sari.send(f"{request}/decisions", GOOD, follow=False)
    return request, email


@state()
def request_decided(world):
    return world.sari.get(certified(world)[0])


@state(422)
def withdrawal_without_a_reason(world):
    return world.sari.send(f"{certified(world)[0]}/withdrawals", reason="", after="Tulis sendiri, pelan-pelan.")


@state(422)
def withdrawal_without_a_step(world):
    return world.sari.send(f"{certified(world)[0]}/withdrawals", reason="Salinan dari rekan.", after="")


def reworded(session):
    """A later release of the course's module, as a row that new readers do not get."""
    module = session.query(ModuleRow).filter_by(course=salam.COURSE, slug=salam.MODULE).one()
    judged = session.get(ReleaseRow, module.current_release_id)
    source = {path: text.replace("satu menit", "dua menit").replace("one minute", "two minutes") + "\nBaru.\n"
              for path, text in judged.source.items()}
    kept = {name: getattr(judged, name) for name in ("module_id", "outline", "paper", "author", "reviewer")}
    session.add(ReleaseRow(**kept, number=judged.number + 1, content_hash="e" * 64, change="editorial", source=source,
                           published_at=now()))


@state(page="signoffs.changes")
def difference_to_a_later_release(world):
    request, _email = asked(world)
    world.do(reworded)
    return world.sari.get(f"{request}/releases/2")


@state()
def withdrawn(world):
    return world.sari.send(f"{certified(world)[0]}/withdrawals", reason="Salinan dari rekan.", after="Tulis sendiri.")


@state()
def certificate_withdrawn_for_its_holder(world):
    request, email = certified(world)
    world.sari.send(f"{request}/withdrawals", reason="Salinan dari rekan.", after="Tulis sendiri.", follow=False)
    return type(world.guest)(world.app, email, world.language).get("/credentials")


@state()
def certificate_withdrawn_for_everybody(world):
    request, email = certified(world)
    holder = type(world.guest)(world.app, email, world.language)
    code = re.search(r'href="/credentials/([\w-]+)"', holder.get("/credentials").text)[1]
    world.sari.send(f"{request}/withdrawals", reason="Salinan dari rekan.", after="Tulis sendiri.", follow=False)
    return world.guest.get(f"/verify/{code}")


def alike(world) -> str:
    """Where Sari finds requests that are alike."""
    asked(world), asked(world)
    return re.search(r'href="(/signoffs/alike/\d+)"', world.sari.get("/signoffs").text)[1]


@state(page="signoffs.alike")
def requests_alike(world):
    return world.sari.get(alike(world))


@state()
def inbox_with_boxes(world):
    """Equal requests may be ticked in their lines."""
    alike(world)
    return world.sari.get("/signoffs")


@state()
def requests_alike_ticked_in_the_inbox(world):
    there = alike(world)
    ticked = re.findall(r'name="pick" value="(\d+:\d+)"', world.sari.get("/signoffs").text)[:1]
    return world.sari.get(f"{there}?pick={ticked[0]}")


@state(422)
def requests_alike_without_a_word_on_closeness(world):
    return world.sari.send(f"{alike(world)}/decisions", message="Terima kasih, semuanya hangat.")


@state()
def requests_alike_none_picked(world):
    return world.sari.send(f"{alike(world)}/decisions", conflict="none")


@state()
def competencies_to_choose(world):
    return world.sari.get(f"/learners/{world.id_of('ratna')}/observations/new")


@state(422)
def nothing_observed(world):
    return world.sari.send(f"/learners/{world.id_of('ratna')}/observations", SEEN, heard="Mau didengar dulu?")


@state(422)
def harm_observed_without_a_note(world):
    page = world.sari.get(f"/learners/{world.id_of('ratna')}/observations/new?competency=B1").text
    harmful = re.search(r'name="seen-([^"]+)"', page)[1]
    return world.sari.send(f"/learners/{world.id_of('ratna')}/observations", SEEN | {f"seen-{harmful}": "1"})


@state(422)
def observed_on_a_day_to_come(world):
    return world.sari.send(f"/learners/{world.id_of('ratna')}/observations", SEEN | {
        "nothing": "1", "observed_on": "2999-01-01", "heard": "Mau didengar dulu?"})


@state()
def observation_saved(world):
    return world.sari.send(f"/learners/{world.id_of('ratna')}/observations", SEEN, nothing="1")


@state()
def nothing_observed_yet(world):
    return world.sari.get(f"/learners/{world.id_of(world.site.newcomer())}/observations")


@state()
def map_of_somebody_new(world):
    return world.sari.get(f"/learners/{world.id_of(world.site.newcomer())}/competencies")
