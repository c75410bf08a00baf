"""What each route answers to those who may, and to those who may not. A row is a list of cases: one for each object
that an address can name. Who may is not written here: it is asked of the permission table.

`at` fills the address with names of world.py; `about` is what the table is asked about ("" for nothing in particular);
`asks` names another permission than the route's own; `ok` is the answer to those who may; `no` the one to those who
may in general but not to this object: 404 where its being there is nobody else's business, else 403; `inside` what a
page for anyone answers to the signed-in; `first` a deed that comes before: who, and the route."""

import dataclasses

from tests.published import TASK
from training import permissions as p

JSON = {"Accept": "application/json"}


@dataclasses.dataclass(frozen=True)
class Case:
    at: dict = dataclasses.field(default_factory=dict)
    about: str = ""
    asks: str = ""
    form: dict = dataclasses.field(default_factory=dict)
    ok: int = 0
    no: int = 404
    inside: int = 0
    first: tuple = ()


def case(about="", *, asks="", form=None, ok=0, no=404, inside=0, first=(), **at) -> Case:
    return Case(at, about, asks, form or {}, ok, no, inside, first)


KEY = {"client_key": "a key of a form"}
SAL, CONTOH = {"course": "salam", "module": "sal-1"}, {"course": "contoh", "module": "pw-3"}
LESSON = {**SAL, "lesson": "menyapa"}
PLACE = {"heading": "", "permille": "10"}
NAME = {"name": "2-jeda.id.md"}
DRAFT = {"draft_id": "{draft}"}
WORDS = {"decision": "certify", "version": "1", "conflict": "none", "message": "Terima kasih.", **KEY}
SEEN = {"competency": ["B1"], "observed_on": "2026-11-01", "mode": "roleplay_live", "language": "x", "nothing": "1"}
PERSON = {"email": "satu@example.org", "name": "Satu", "role": "facilitator", "language": "id", "zone": "WIB", **KEY}
ROSTER = {"roster": "email,name,role\nsatu@example.org,Satu,facilitator\n"}
PASSWORD = {"present": "rangkul-bersama", "password": "bunga-sepatu-merah-9"}
PLAN = {"what-1": "Rujukan", "who-1": "Andreas", "what-2": "Latihan", "who-2": "Sari", "review_on": "2999-01-01", **KEY}
TALK = {"held_on": "2026-10-01", "form": "supervision", "themes": "Istirahat", "action": "Jeda", **KEY}
PROFILE = {"strengths": "Saling menjemput", "needs": "Jalur rujukan", "size": "6-8", **KEY}
DONE = {"task": TASK, "done_on": "2026-11-01", "company": "peers", "note": "Lebih lama diam.", **KEY}
AWAY = {"reason": "Keliru.", "after": "Ulangi.", **KEY}
APPROVED = {"verdict": "approve", "fingerprint": "{fingerprint}", **KEY}
PLAY = {"slug": "rp-tic4"}


def about_learner(**more) -> list[Case]:
    """Ratna, whom Sari supervises, and Yohana, whom Budi does."""
    return [case(f"learner {who}", **{"learner_id": f"{{{who}}}", **more}) for who in ("ratna", "yohana")]


def about_group(**more) -> list[Case]:
    """The group of Sari and Ratna."""
    return [case("group", group_id="{group}", **more)]


def about_person(*who, no=403, **more) -> list[Case]:
    return [case(f"self {one}", person_id=f"{{{one}}}", no=no, **more) for one in who]


DRAFT_PAGES = ("authoring.draft", "authoring.archive", "authoring.pictures", "authoring.review")
FILE_PAGES = ("authoring.file", "authoring.history", "authoring.preview")
GROUP_FORMS = ("assessment_form", "people_form", "plan_form", "pulse_form", "support_form")

ROWS: dict[str, list[Case]] = {
    **{name: [case(**DRAFT)] for name in DRAFT_PAGES},
    **{name: [case(**DRAFT, **NAME)] for name in FILE_PAGES},
    **{f"partnerships.{name}": about_group() for name in GROUP_FORMS},
    "authoring.add_lesson": [case(**DRAFT, form={"slug": "baru", "title_id": "Baru", "title_en": "New", **KEY})],
    "authoring.add_picture": [case(**DRAFT, ok=422)],
    "authoring.answer": [case("draft", **DRAFT, no=403, form=APPROVED)],
    "authoring.ask_review": [case(**DRAFT, form={"change": "editorial", "changes_id": "x", "changes_en": "x", **KEY})],
    "authoring.bring_in": [case(**DRAFT, name="quiz.id.md", ok=200, form=KEY)],
    "authoring.conflict": [case(**DRAFT, save_id="{aside}")],
    "authoring.drafts": [case()],
    "authoring.exchange": [case(**DRAFT, name="quiz.id.md")],
    "authoring.move": [case(**DRAFT, form={"order": "menyapa jeda", "move": "later:menyapa", **KEY})],
    "authoring.open_course": [case(form={"course": "salam", **KEY})],
    "authoring.open_module": [case(form={**SAL, **KEY})],
    "authoring.open_new": [case(form={"course": "salam", "code": "sal-9", "title": "Baru", **KEY})],
    "authoring.order": [case(**DRAFT)],
    "authoring.publish": [case("draft", **DRAFT, no=403, form=KEY),
                          # She may, once it is approved; but this draft leans on files that are not there.
                          case("draft", **DRAFT, no=403, form=KEY, first=("dewi", "authoring.answer"), ok=409)],
    "authoring.put_away": [case("draft", **DRAFT, no=403, form=KEY)],
    "authoring.reopen": [case("draft", **DRAFT, no=403, form=KEY)],
    "authoring.remove": [case(**DRAFT, form={"name": "2-jeda.id.md", **KEY})],
    "authoring.remove_picture": [case(**DRAFT, form={"path": "figures/x.svg", **KEY})],
    "authoring.restore": [case(**DRAFT, form={"save": "{aside}", **KEY})],
    "authoring.save": [case(**DRAFT, **NAME, form={"text": "x", "seen": "2", **KEY})],
    "authoring.take_in": [case(**DRAFT, ok=422, form={"back": "2-jeda.id.md", **KEY})],
    "authoring.take_out": [case(**DRAFT, name="quiz.id.md")],
    "authoring.take_up": [case(**DRAFT, form=KEY)],
    "competencies.mine": [case()],
    "competencies.of_learner": about_learner(),
    "competencies.summary": [case()],
    "credentials.ask": [case()],
    "credentials.choose_name": [case("self made", code="{code}", form={"name_shown": "full"})],
    "credentials.mine": [case()],
    "credentials.open_badge": [case("self made", code="{code}")],
    "credentials.pdf": [case("self made", code="{code}")],
    "credentials.show": [case("self made", code="{code}")],
    "credentials.verify": [case(code="{code}")],
    "favicon": [case()],
    "glossary.every": [case()],
    "home.health": [case()],
    "home.read_reminders": [case(ok=303)],
    "home.safety": [case()],
    "home.show": [case()],
    "home.switch_language": [case(form={"language": "en", "back": "/"})],
    "invitations.accept": [case(token="{no_token}", ok=404)],
    "invitations.ask_again": [case(token="{no_token}", ok=404)],
    "invitations.show": [case(token="{no_token}", ok=404)],
    "kept_forms.show": [case("self ratna", form_id="{kept_form}")],
    "learners.everyone": [case()],
    "lessons.course": [case(course="salam")],
    "lessons.courses": [case()],
    "lessons.go_over": [case(**SAL)],
    "lessons.keep_place": [case(**LESSON, form=PLACE, ok=204)],
    "lessons.lesson": [case(**LESSON)],
    "lessons.mark_read": [case(**LESSON, form={"release": "{sal_release}"})],
    "lessons.medium": [case(digest="0" * 16, name="x.svg", ok=404)],
    "lessons.module": [case(**SAL)],
    "lessons.take_along": [case(**SAL)],
    "me.change_password": [case(form=PASSWORD)],
    "me.change_profile": [case(form={"name": "Nama Lain", "language": "id", "zone": "WIB"})],
    "me.download": [case()],
    "me.end_other_sign_ins": [case()],
    "me.end_sign_in": [case("self ratna", asks=p.OWN_WORK, sign_in_id="{sign_in}")],
    "me.erase": [case(form={"present": "x"}, ok=422)],
    "me.show": [case()],
    "me.show_privacy": [case()],
    "organisation.adapt": [case(key="siapa-melapor", ok=422)],
    "organisation.choose": [case(form={"template": "netral"})],
    "organisation.edit": [case(key="siapa-melapor")],
    "organisation.texts": [case()],
    "partnerships.add_person": about_group(form={"who": "facilitator-{made}"}),
    "partnerships.agree": about_group(form=PLAN),
    "partnerships.assess": about_group(form=PROFILE),
    "partnerships.collect": about_group(ok=422, form=KEY),
    "partnerships.end_person": about_group(form={"person": "{ratna}"}),
    "partnerships.group": about_group(),
    "partnerships.groups": [case()],
    "partnerships.log_support": about_group(form=TALK),
    "partnerships.open_group": [case(form={"name": "Melati", "professional": "Lestari", "since": "2026-01-05", **KEY})],
    "people.add": [case(form=PERSON), case("self andreas", form={**PERSON, "role": "coordinator"}, no=403)],
    "people.close": about_person("ratna", "andreas", "agnes"),
    "people.end_pair": [case(person_id="{ratna}", pair_id="{pair}")],
    "people.everyone": [case()],
    "people.give_role": about_person("ratna", "agnes", form={"role": "therapist"}),
    "people.invite_again": about_person("andreas", ok=409),
    "people.pair": [case(person_id="{made}", form={"supervisor": "{budi}"})],
    "people.reopen": about_person("ratna", "agnes"),
    "people.show": [case(person_id="{ratna}")],
    "people.take_role": about_person("made", "agnes", role="facilitator"),
    "practice.observation_form": about_learner(),
    "practice.observations": about_learner(),
    "practice.observe": about_learner(form={**SEEN, **KEY}),
    "practice.practice": [case(**CONTOH)],
    "practice.record": [case(**CONTOH, form=DONE)],
    "practice.share": [case(**CONTOH, prompt="{prompt}", form={"text": "Tenang.", **KEY})],
    "practice.take_back": [case(**CONTOH, prompt="{prompt}")],
    "practice.write": [case(**CONTOH, prompt="{prompt}", form={"text": "Tenang.", **KEY})],
    "quizzes.attempt": [case("self ratna", attempt_id="{attempt}")],
    "quizzes.begin": [case(**CONTOH, form={"release": "{release}", **KEY})],
    "quizzes.quiz": [case(**CONTOH)],
    "quizzes.save": [case("self ratna", attempt_id="{attempt}")],
    "quizzes.submit": [case("self ratna", attempt_id="{attempt}")],
    "recall.recall": [case("self made", asks=p.OWN_WORK, course="contoh", module="pw-1")],
    "reset_links.make": [case(f"learner {who}", person_id=f"{{{who}}}", form=KEY) for who in ("ratna", "yohana")],
    "reset_links.show": [case(f"learner {who}", person_id=f"{{{who}}}") for who in ("ratna", "yohana")],
    "role_plays.actor": [case(**PLAY, number=1)],
    "role_plays.card": [case(**PLAY)],
    "role_plays.every_sheet": [case(**PLAY, number=1)],
    "role_plays.library": [case()],
    "role_plays.observer": [case(**PLAY)],
    "roster.bring_in": [case(form=ROSTER)],
    "roster.links": [case()],
    "roster.preview": [case(form=ROSTER, ok=200)],
    "roster.show": [case()],
    "roster.take_out": [case()],
    "sign_in.enter": [case(form={"email": "x@example.org", "password": "x"}, ok=422)],
    "sign_in.leave": [case()],
    "sign_in.show": [case(inside=303)],
    "signoffs.alike": [case(release_id="{release}"), case(release_id="{sal_release}", ok=404)],
    "signoffs.ask": [case(**CONTOH, form=KEY)],
    "signoffs.changes": [case("learner ratna", asks=p.SIGN_OFF, request_id="{waits_for_sari}", number="2")],
    "signoffs.decide": [case("learner ratna", request_id="{waits_for_sari}", form=WORDS),
                        case("learner yohana", request_id="{waits_for_budi}", form=WORDS)],
    "signoffs.chosen": [case(ok=303)],
    "signoffs.decide_alike": [case(release_id="{release}", form={"pick": "{waits_for_sari}:1", **WORDS})],
    "signoffs.inbox": [case()],
    "signoffs.review": [case("learner ratna", asks=p.SIGN_OFF, request_id="{waits_for_sari}"),
                        case("learner yohana", asks=p.SIGN_OFF, request_id="{waits_for_budi}")],
    "signoffs.withdraw": [case("learner made", request_id="{certified}", form=AWAY)],
    "static_file": [case(name="x", ok=404)],
}
