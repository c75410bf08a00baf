"""A world in which everybody writes payloads: the demo world with every column of people's words filled with all of
them, and a course that holds them in every place, once as an author publishes it and once past the sanitiser."""

import contextlib
import json
import pathlib
import re
import tempfile
from unittest import mock

import sqlalchemy as sa

from blueprints.web import skeletons
from blueprints.web.database import db
from tests.browser import hostile_shared
from tests.browser.hostile_course import course_pages, hostile_course, in_chunks
from tests.browser.hostile_templates import CLOSE
from tests.browser.payloads import closed, numbered
from tests.browser.site import Site
from training.accounts.kept_store import KeptFormRow
from training.accounts.store import PersonRow, person_by_email
from training.core.clock import now
from training.core.database import Base, intending
from training.curriculum import catalogue, releases
from training.curriculum import catalogue_store as kept
from training.curriculum.drafts_store import DraftAssetRow, DraftRow
from training.curriculum.files import Folder
from training.curriculum.organisation_store import OrganisationTextRow
from training.curriculum.parse import parse_course
from training.curriculum.parse_role_plays import read_library
from training.curriculum.shared import Shared
from training.curriculum.store import MediaRow
from training.quizzes import attempts

SAFE, RAW = "jahat", "telanjang"
SHIPPED = pathlib.Path(__file__).parents[2] / "courses"
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
WORDS = {
    "decision_texts": ("message", "next_step"),
    "observations": ("scene", "language", "heard"), "partnerships": ("name", "professional"),
    "partnership_records": ("facts",), "places": ("heading",), "drafts": ("title",), "sign_ins": ("device",),
    "practice_records": ("note",), "reflection_shares": ("text",), "reflections": ("text",),
    "signoff_requests": ("note", "summary"), "ticks": ("note",), "draft_files": ("text",), "draft_saves": ("text",),
    "draft_reviews": ("note",), "course_releases": ("author", "reviewer", "texts"), "releases": ("author", "reviewer"),
    "release_lessons": ("title", "note"), "credentials": ("titles",), "answers": ("response",),
    "signoff_request_versions": ("evidence",),
}
DEALT = {"people.name", "kept_forms.fields", "draft_assets.path", "organisation_texts.texts",
         "organisation_texts.professional"}
"""Columns that are filled in a way of their own."""
SHOWN_TOGETHER = {"partnership_records": ("partnership_id", "kind")}
UNWALLED = {"sanitise": lambda html: html + CLOSE, "too_hard": lambda text: None}
"""The renderer without its walls."""
LEARNER = "ratna"


class HostileWorld:
    """A server of this world. `payloads` are all; `closed` are those that stay where they are, with what each
    leaves open closed behind it."""

    def __init__(self, folder: pathlib.Path):
        self.payloads = numbered()
        self.closed = [closed(one) for one in self.payloads if stays(one)]
        self.folder, self.unchecked = folder, contextlib.ExitStack()
        self.site = Site(folder)
        self.url, self.app = self.site.url, self.site.app

    def write_courses(self) -> None:
        """Publish the course, and let Ratna answer all its questions; and all of it once more past the sanitiser: there
        what a payload leaves open is closed behind it, so that none hides the next, and none leads away."""
        authors = [one for one in self.payloads if not CONTROL.search(one)]
        staying = [one for one in authors if stays(one)]
        self.publish(SAFE, authors)
        with mock.patch.multiple("training.curriculum.render", **UNWALLED):
            self.publish(RAW, staying, finish=closed)

    def publish(self, name: str, texts: list[str], *, finish=str) -> None:
        with self.app.app_context(), intending(to_write=True):
            for folder in [hostile_course(name, texts, finish=finish), *course_pages(name, texts, finish=finish)]:
                publish(folder)
            self.answer(name, texts)
            db.session.commit()

    def answer(self, course: str, texts: list[str]) -> None:
        ratna = person_by_email(db.session, f"{LEARNER}@example.org")
        for module in catalogue.published_course(db.session, course).modules:
            release = module.release.id
            paper = catalogue.paper(db.session, release)
            given = {slug: response(one.key, texts) for slug, one in paper.by_slug.items()}
            attempt = attempts.begin(db.session, ratna.id, release, f"hostile-{release}", at=now())
            attempts.submit(db.session, attempt, paper, given, at=now())

    def files_of_course(self, name: str) -> list[str]:
        """Each module of the course `name` as a file to keep on the phone."""
        with self.app.app_context():
            return [f"/courses/{name}/{one.slug}.html" for one in catalogue.published_course(db.session, name).modules]

    def pages_of_course(self, name: str) -> list[str]:
        """Every page of the course `name` that a learner can open, and of the small ones beside it."""
        with self.app.app_context():
            modules = catalogue.published_course(db.session, name).modules
            ratna = person_by_email(db.session, f"{LEARNER}@example.org").id
            sent = [attempts.submitted(db.session, ratna, one.release.id)[0].id for one in modules]
        inside = ("", "/isi", "/quiz", "/practice")
        return [f"/courses/{name}", *(f"/courses/{name}-{number}" for number in range(len(modules))),
                *(f"/courses/{name}/{one.slug}{rest}" for one in modules for rest in inside),
                *(f"/attempts/{one}" for one in sent)]

    @contextlib.contextmanager
    def without_escaping(self):
        """Every page drawn as if nobody had thought of escaping or sanitising."""
        environment = self.app.jinja_env
        usual, environment.autoescape = environment.autoescape, False
        self.forget()
        with (
            mock.patch.multiple("training.curriculum.render", **UNWALLED),
            mock.patch("html.escape", lambda text, quote=True: text),
            mock.patch.multiple("blueprints.web.skeletons", Markup=str, escape=str),
        ):
            try:
                yield
            finally:
                environment.autoescape = usual
                self.forget()

    def write_everywhere(self) -> None:
        """Put all payloads into every column that holds people's words."""
        with self.app.app_context(), intending(to_write=True):
            self.fill_all(self.payloads)
            self.name_people(self.payloads)
            self.keep_files()
            self.adapt_organisation()
            db.session.commit()
        self.lean_on_hostile_files()
        self.look_away()
        self.forget()

    def keep_files(self) -> None:
        """Let every draft hold a picture under every payload as its name, and a form wait with all of them."""
        digest = db.session.scalar(sa.select(MediaRow.sha256).limit(1))
        for draft in db.session.scalars(sa.select(DraftRow.id)).all():
            more = {"draft_id": draft, "sha256": digest, "saved_at": now(), "saved_by_id": 1}
            db.session.add_all(DraftAssetRow(path=f"figures/{one}", **more) for one in self.payloads)
        ratna = person_by_email(db.session, f"{LEARNER}@example.org")
        fields = [[one, one] for one in self.payloads]
        form = KeptFormRow(person_id=ratna.id, path="/me/profile", kept_at=now(), fields=fields)
        db.session.add(form)
        db.session.flush()
        self.kept_form = f"/kept-forms/{form.id}"

    def look_away(self) -> None:
        """Show the role plays that the check would leave out, and evidence that did not become hostile by a deed."""
        self.unchecked.enter_context(mock.patch(
            "blueprints.web.role_plays.playable", lambda path, shared: read_library(path)))
        self.unchecked.enter_context(mock.patch(
            "training.signoffs.asked.evidence_as_asked", lambda session, row: json.loads(row.evidence)))

    def lean_on_hostile_files(self, finish=str) -> None:
        """Let contacts, glossary, sources, framework, the organisation's texts and the role plays be hostile."""
        courses = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        written = [one for one in self.payloads if not CONTROL.search(one) and (finish is str or stays(one))]
        hostile_shared.write(SHIPPED, courses, written, finish=finish)
        self.app.config["COURSES_DIR"] = courses
        slugs = sorted(path.name.split(".")[0] for path in (courses / "role-plays").glob("rp-jahat*.id.md"))
        self.role_plays = [f"/role-plays/{slug}{rest}" for slug in slugs for rest in ("", "/variants/1/sheets")]

    def call_everybody(self) -> None:
        """Let the foot of each page lead to every address of the contacts."""
        hostile_shared.in_footer(pathlib.Path(self.app.config["COURSES_DIR"]) / "contacts.yml")
        self.forget()

    def adapt_organisation(self) -> None:
        """Let the organisation's own texts be payloads, as many as one text may hold."""
        safe = [one for one in self.payloads if not CONTROL.search(one)]
        for key, few in zip(("batas-kerahasiaan", "siapa-melapor"), in_chunks(safe)[1:], strict=False):
            words = "\n\n".join(few)
            db.session.add(OrganisationTextRow(
                key=key, template="netral", texts={"id": words, "en": words}, professional=few[0], at=now()))

    def close_everywhere(self) -> None:
        """Close behind each payload what it leaves open, so that unescaped none hides the next."""
        with self.app.app_context(), intending(to_write=True):
            self.fill_all(self.closed)
            self.name_people(self.closed)
            db.session.execute(sa.update(KeptFormRow).values(fields=[[one, one] for one in self.closed]))
            db.session.commit()
        self.lean_on_hostile_files(closed)

    def fill_all(self, payloads: list[str]) -> None:
        for table, columns in WORDS.items():
            self.fill(Base.metadata.tables[table], columns, payloads)

    def fill(self, table: sa.Table, columns: tuple[str, ...], payloads: list[str]) -> None:
        """Every row holds all of them; where one page shows several rows one below the other, they share them."""
        keys, shared = list(table.primary_key.columns), SHOWN_TOGETHER.get(table.name)
        rows = db.session.execute(sa.select(table)).mappings().all()
        for row in rows:
            beside = [one for one in rows if shared and all(one[name] == row[name] for name in shared)] or [row]
            words = "\n".join(payloads[beside.index(row)::len(beside)])
            new = {name: filled(row[name], words) for name in columns if row[name]}
            if new:
                db.session.execute(table.update().where(*(key == row[key.name] for key in keys)).values(new))

    def name_people(self, payloads: list[str]) -> None:
        """Deal the payloads out as names; a list of people shows all of them."""
        ids = db.session.scalars(sa.select(PersonRow.id)).all()
        for place, one in enumerate(ids):
            name = " ".join(["x", *payloads[place::len(ids)]])
            db.session.execute(sa.update(PersonRow).where(PersonRow.id == one).values(name=name))

    def forget(self) -> None:
        """Forget what was drawn before."""
        kept.remembered_outlines.forget()
        kept.remembered_lessons.forget()
        skeletons.keep(self.app)
        self.app.jinja_env.cache.clear()

    def close(self) -> None:
        self.unchecked.close()
        self.site.close()


def stays(payload: str) -> bool:
    """Whether a page that holds it unescaped stays where it is, and goes on behind it."""
    return "refresh" not in payload and "plaintext" not in payload


def publish(folder: Folder) -> None:
    """Publish without the check, which would refuse most of it."""
    releases.publish(db.session, parse_course(folder)[0], Shared(), at=now())


def filled(value, words: str):
    """`value` with `words` in the place of every text that a person wrote: in data those with a space in them, but not
    what was rendered and sanitised before it was stored."""
    if isinstance(value, dict):
        return {key: one if key == "html" else filled(one, words) for key, one in value.items()}
    if isinstance(value, list):
        return [filled(one, words) for one in value]
    return words if isinstance(value, str) and " " in value else value


def response(question, texts: list[str]):
    """An answer of each kind; the typed ones are payloads."""
    number = int(question.slug.rpartition("-")[2])
    several = {"matching": [0] * len(question.lefts), "ordering": list(range(len(question.items), 0, -1)),
               "rated": [0] * len(question.options), "cloze": [closed(one) for one in texts[:len(question.blanks)]],
               "story": [0, 0], "multiple": [0]}
    if question.kind in ("short", "reflection"):
        return " ".join(closed(one) for one in texts[number:number + (1 if question.kind == "short" else 5)])
    return several.get(str(question.kind), 1)
