"""What the demo people did so far, told through the same deeds as real life. The story is made up; no member of any
group is in it."""

import dataclasses
import datetime as dt
import itertools

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.core.language import SOURCE
from training.credentials.award import award_if_complete
from training.curriculum import catalogue_store as catalogue
from training.curriculum import progress
from training.demo_answers import beginners_answer, best_answer
from training.framework.framework import Framework
from training.framework.settings import DEFAULTS, Settings
from training.practice import records, reflections
from training.practice.observations import NOT_SEEN, SEEN, Setting, Tick
from training.quizzes import attempts
from training.signoffs import inbox, ledger, requests
from training.signoffs.ledger import Words
from training.signoffs.observed import observe
from training.supervision.learner import learner

HELPED = "Terima kasih, ini jelas dan hangat."


@dataclasses.dataclass(frozen=True)
class Scene:
    """One person at work in one module at one time."""

    session: Session
    person: Person
    course: str
    module: str
    at: dt.datetime
    settings: Settings = DEFAULTS
    keys: itertools.count = dataclasses.field(default_factory=itertools.count)

    @property
    def mine(self):
        """The module as this person has it."""
        return progress.learners_module(self.session, self.person.id, self.course, self.module)

    def key(self) -> str:
        """A client key as a browser would send one."""
        return f"demo-{self.person.id}-{self.module}-{next(self.keys)}"


def tell(session: Session, cast: dict[str, Person], framework: Framework, at: dt.datetime) -> None:
    """The stories of the contract: Ratna in the middle, Made waiting for sign-off, Yohana out of Sari's sight."""
    def days_ago(days: float) -> dt.datetime:
        return at - dt.timedelta(days=days)

    ratna, made, yohana, sari = (cast[name] for name in ("ratna", "made", "yohana", "sari"))
    settings = framework.settings
    made_gets_a_certificate(session, made, sari, settings, days_ago(50))
    ratna_is_asked_for_more(session, ratna, sari, settings, days_ago(20))
    watch(session, sari, made, framework, {"A1": 4, "B1": 3, "D1": 3}, days_ago(12))
    watch(session, sari, ratna, framework, {"B1": 2, "C1": 3}, days_ago(11))
    watch(session, sari, ratna, framework, {"B1": 3}, days_ago(5))
    finish(Scene(session, ratna, "getting-to-know-sebaya", "sebaya-1", days_ago(6), settings), RATNA_ON_LEARNING)
    finish(Scene(session, made, "peer-support", "ps-1", days_ago(4), settings), MADE_AT_THE_DOOR)
    ratna_reads_on(session, ratna, days_ago(2))
    finish(Scene(session, yohana, "trauma-informed", "tic-1", days_ago(3), settings), YOHANA_ON_HELPING)
    read(Scene(session, yohana, "trauma-informed", "tic-2", days_ago(1)), 2)


def made_gets_a_certificate(
    session: Session, made: Person, sari: Person, settings: Settings, at: dt.datetime,
) -> None:
    """Made finishes the first course and Sari certifies each module."""
    course = catalogue.published_course(session, "getting-to-know-sebaya")
    for days, module in enumerate(course.modules):
        scene = Scene(session, made, course.slug, module.slug, at + dt.timedelta(days=days), settings)
        request_id = finish(scene, MADE_ON_LEARNING)
        decide(scene, sari, request_id, ledger.certify, Words(HELPED, "", "none"))
    award_if_complete(session, made.id, course.slug, at=at + dt.timedelta(days=len(course.modules)))


def ratna_is_asked_for_more(
    session: Session, ratna: Person, sari: Person, settings: Settings, at: dt.datetime,
) -> None:
    """Ratna finishes a module and Sari returns it with one step."""
    scene = Scene(session, ratna, "trauma-informed", "tic-1", at, settings)
    request_id = finish(scene, RATNA_ON_HELPING, first_try=True)
    later = dataclasses.replace(scene, at=at + dt.timedelta(days=2))
    decide(later, sari, request_id, ledger.give_back, SARI_ASKS)


def ratna_reads_on(session: Session, ratna: Person, at: dt.datetime) -> None:
    """The second module read with its quiz to take; the third begun, the lesson half read."""
    read(Scene(session, ratna, "trauma-informed", "tic-2", at))
    third = Scene(session, ratna, "trauma-informed", "tic-3", at + dt.timedelta(days=1))
    read(third, 1)
    lesson = third.mine.release.lessons[1]
    page = catalogue.lesson(session, third.mine.release.id, lesson.slug, SOURCE)
    headings = [one["id"] for one in page.extras["toc"]]
    middle = headings[len(headings) // 2] if headings else ""
    progress.keep_place(session, ratna.id, third.mine, lesson.slug, middle, 480, at=third.at)


def finish(scene: Scene, words: str, *, first_try: bool = False) -> int:
    """Read, pass the quiz, share a reflection, practise, ask for sign-off; the request's id."""
    read(scene)
    if first_try:
        answer(scene, beginners_answer, scene.at)
    answer(scene, best_answer, scene.at + dt.timedelta(hours=2))
    reflect(scene, words)
    practise(scene)
    asked_at = scene.at + dt.timedelta(hours=5)
    return requests.ask(scene.session, scene.person, scene.mine.id, client_key=scene.key(), at=asked_at,
                        settings=scene.settings)


def read(scene: Scene, count: int | None = None) -> None:
    """Read the first `count` lessons of the module, or all."""
    mine = scene.mine
    for number, line in enumerate(mine.release.lessons[:count]):
        at = scene.at + dt.timedelta(minutes=11 * number)
        progress.mark_read(scene.session, scene.person.id, mine, mine.release.id, line.slug, SOURCE, at=at)


def answer(scene: Scene, answers, at: dt.datetime) -> None:
    """Take the quiz as `answers` says, in nine minutes."""
    release = scene.mine.release
    paper = catalogue.paper(scene.session, release.id)
    attempt = attempts.begin(scene.session, scene.person.id, release.id, scene.key(), at=at)
    asked = attempts.asked(paper, attempt.seed)
    given = {slug: answers(paper.by_slug[slug].key) for slug in asked}
    given = {slug: response for slug, response in given.items() if response is not None}
    attempts.submit(scene.session, attempt, paper, given, at=at + dt.timedelta(minutes=9))


def reflect(scene: Scene, words: str) -> None:
    """Write the reflection and share it."""
    mine, at = scene.mine, scene.at + dt.timedelta(hours=3)
    prompt = next(task for task in mine.release.tasks if task.kind == "reflection" and not task.lesson)
    reflections.write(scene.session, scene.person, mine.id, prompt.id, words, release_id=mine.release.id, at=at)
    reflections.share(scene.session, scene.person, mine.id, prompt.id, release_id=mine.release.id,
                      client_key=scene.key(), at=at)


def practise(scene: Scene) -> None:
    """Record the practice task, if the module has one."""
    mine, at = scene.mine, scene.at + dt.timedelta(hours=4)
    task = next((task for task in mine.release.tasks if task.kind == "practice"), None)
    if task:
        records.record_practice(
            scene.session, scene.person, mine.id, task.id, release_id=mine.release.id, company="peers",
            done_on=scene.at.date(), note="Bertiga, masing-masing satu giliran.", client_key=scene.key(), at=at,
        )


def decide(scene: Scene, sari: Person, request_id: int, deed, words: Words) -> None:
    """Let Sari decide a request a day later."""
    version = inbox.review(scene.session, sari.id, request_id).version
    deed(scene.session, sari, request_id, version=version, words=words, client_key=scene.key(),
         at=scene.at + dt.timedelta(days=1))


def watch(session: Session, observer: Person, person: Person, framework: Framework, levels: dict[str, int],
          at: dt.datetime) -> None:
    """A role play seen by a supervisor, ticked so that each competency comes to the level given (2 to 4)."""
    given = {code: ticks_for(framework.competency(code), wanted) for code, wanted in levels.items()}
    setting = Setting("roleplay_live", at.date(), scene="Dewi yang diam", heard="Mau didengar, atau jalan bersama?")
    observe(session, observer, learner(session, person.id), framework, given, setting,
            client_key=f"demo-watch-{person.id}-{at:%m%d}", at=at)


def ticks_for(competency, wanted: int) -> tuple[Tick, ...]:
    """Ticks that make the level `wanted`: 2, 3 or 4."""
    basics = [one.code for one in competency.behaviours if one.kind == "basic"]
    left_out = {basics[-1]} if wanted == 2 else set()
    seen = {"harmful": False, "basic": True, "advanced": wanted == 4}
    return tuple(
        Tick(one.code, one.kind, SEEN if seen[one.kind] and one.code not in left_out else NOT_SEEN)
        for one in competency.behaviours
    )


SARI_ASKS = Words(
    "Refleksinya sudah hangat, Bu Ratna, dan bagian tentang peran Anda jelas sekali.",
    "Tambahkan satu contoh saat Ibu menahan diri untuk tidak memberi nasihat.", "none",
)

RATNA_ON_HELPING = (
    "Biasanya saya langsung memberi nasihat. Kalau ada yang bercerita, kepala saya sudah sibuk mencari jalan.\n\n"
    "Yang ingin saya jaga adalah mendengar. Yang ingin saya kurangi adalah kalimat “coba begini saja”. Minggu ini "
    "saya mau bertanya dulu: ingin didengar, atau ingin dicarikan jalan bersama.\n\n"
    "Bagian yang sulit: diam terasa seperti tidak menolong."
)

RATNA_ON_LEARNING = (
    "Saya paling tenang belajar pagi-pagi, sebelum anak-anak bangun, di meja dapur.\n\n"
    "Ponsel ini dipakai bersama adik saya. Jadi saya selalu keluar setelah selesai dan tidak menyimpan kata sandi."
)

MADE_ON_LEARNING = (
    "Saya belajar di teras balai banjar setelah latihan menari. Sinyalnya baik di sana dan orang sudah biasa melihat "
    "saya membaca.\n\n"
    "Saya memasang kunci layar dan memilih bahasa Indonesia."
)

MADE_AT_THE_DOOR = (
    "Saya ingin orang baru merasa: tidak ada yang menunggu jawaban dari saya. Boleh duduk, boleh minum teh dulu.\n\n"
    "Kata yang biasa saya pakai: “Tenang, di sini semua aman.” Sekarang saya dengar sendiri bahwa itu janji yang "
    "terlalu besar. Saya ganti menjadi: “Di sini kita saling menjaga. Batasnya saya ceritakan sebentar, ya.”\n\n"
    "Satu menit pertama itu urusan kursi dan nada suara, bukan urusan kata yang hebat."
)

YOHANA_ON_HELPING = (
    "Di kampung saya orang menolong dengan ramai-ramai. Semua datang, semua bicara. Baru sekarang saya melihat bahwa "
    "ada yang jadi makin diam.\n\n"
    "Saya mau belajar menjaga satu kursi kosong: tempat untuk orang yang belum mau bicara."
)
