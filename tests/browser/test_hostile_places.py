"""Every place that takes words is in the suite of hostile texts: whoever adds a column, a front-matter key or a part of
a question finds its name here, and then gives it to the payloads or says why it takes no words."""

import dataclasses
import pathlib
import re

import pytest
import sqlalchemy as sa

from tests.browser import hostile_shared
from tests.browser.hostile_course import course_pages, hostile_course
from tests.browser.hostile_world import CONTROL, DEALT, WORDS
from tests.browser.payloads import numbered
from training.core.database import Base
from training.curriculum import keys
from training.curriculum.parse import parse_course
from training.curriculum.parse_role_plays import read_library
from training.curriculum.shared import read_shared
from training.quizzes.keys import QUESTION_KEYS, QUIZ_KEYS

AT_LEAST = 300
NUMBER = re.compile(r"ran\((\d+)\)")
NO_WORDS = {
    "slugs and ids that the program gives or checks": """
        course_releases.course course_releases.motif course_releases.module_order modules.course modules.slug
        credentials.code credentials.motif credentials.course observations.competency organisation_texts.key
        organisation_texts.template places.lesson partnership_people.part partnership_records.kind
        practice_records.task readings.lesson reflection_shares.prompt reflections.prompt release_lessons.slug
        ticks.behaviour answers.question drafts.course drafts.module signoff_requests.course reminders_read.about
        roles.role""",
    "one of a few choices": """
        people.language people.zone observations.mode practice_records.company releases.change
        release_lessons.language readings.language ticks.kind ticks.state draft_reviews.verdict invitations.kind
        media.content_type""",
    "hashes, keys and secrets": """
        course_releases.content_hash media.sha256 people.password_hash credentials.entries credentials.witness
        credentials.client_key decision_texts.salt invitations.seed invitations.token_hash invitations.client_key
        ledger_commitments.salt ledger_commitments.commitment observations.client_key partnerships.client_key
        releases.content_hash releases.served_hash sign_ins.token_hash attempts.client_key drafts.client_key
        partnership_records.client_key practice_records.client_key reflection_shares.client_key
        release_assets.sha256 signoff_requests.client_key draft_assets.sha256 draft_reviews.fingerprint
        draft_reviews.client_key draft_saves.client_key signoff_request_versions.evidence_hash""",
    "made from texts that are hostile already": """
        course_releases.source releases.outline releases.paper releases.source release_lessons.html
        release_lessons.short_html release_lessons.extras release_assets.path credentials.name_shown""",
    "addresses that are checked first": "people.email kept_forms.path draft_files.path draft_saves.path",
}
CHECKED = {"id", "modules", "motif", "order", "critical", "prerequisites", "sources", "reviewed_on", "change",
           "minutes", "competencies"}
SHORT = {"points", "kind", "shuffle", "grading", "alternative_to", "id", "mastery", "draw", "keep_right"}
NO_WORDS_IN = {"language", "content_type", "sha256", "id", "motif", "path", "slug", "change", "competencies", "goto",
               "kind", "alternative_to", "grading"}
CODES = {"code", "key", "domain", "value", "if_no_answer", "sources", "footer", "ladders", "modules", "no_occasion",
         "co_facilitator_capable", "critical", "safety_pack"}
ROOT = pathlib.Path(__file__).parents[2]


def test_every_column_with_words_is_filled_with_payloads():
    excused = {name for names in NO_WORDS.values() for name in names.split()}
    known = excused | DEALT | {f"{table}.{column}" for table, columns in WORDS.items() for column in columns}
    with_text = {
        f"{table.name}.{column.name}" for table in Base.metadata.sorted_tables for column in table.columns
        if not table.name.startswith("ledger_entr") and may_hold_words(column)
    }
    new = sorted(with_text - known)
    assert not new, "add them to WORDS in hostile_world.py, or say here why they take no words"


def may_hold_words(column) -> bool:
    kind = column.type
    return isinstance(kind, sa.String | sa.JSON) or "json" in type(kind).__name__.lower()


@pytest.fixture(scope="module")
def reached():
    """Each text of a course, as Class.field, and the numbers of the payloads that stand in it after parsing."""
    texts = [one for one in numbered() if not CONTROL.search(one)]
    found: dict[str, set] = {}
    for folder in [hostile_course("jahat", texts), *course_pages("jahat", texts)]:
        gather(parse_course(folder)[0], "", found)
    return found


def gather(value, name: str, found: dict) -> None:
    if dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            gather(getattr(value, field.name), f"{type(value).__name__}.{field.name}", found)
    elif isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            gather(one, name, found)
    elif isinstance(value, str):
        found.setdefault(name, set()).update(NUMBER.findall(value))


def test_every_text_of_a_course_holds_at_least_three_hundred_payloads(reached):
    poor = {name: len(numbers) for name, numbers in reached.items()
            if len(numbers) < AT_LEAST and name.partition(".")[2] not in NO_WORDS_IN and name != "Remark.gap"}
    assert len(reached) > 60 and not poor, "new texts: give them a place in hostile_templates.py"


def test_every_shared_file_and_role_play_holds_at_least_three_hundred_payloads(tmp_path):
    hostile_shared.write(ROOT / "courses", tmp_path, [one for one in numbered() if not CONTROL.search(one)])
    found: dict[str, set] = {}
    gather(read_shared(tmp_path)[0], "", found)
    gather(read_library(tmp_path / "role-plays")[0], "", found)
    poor = {name: len(numbers) for name, numbers in found.items() if len(numbers) < AT_LEAST}
    assert len(found) > 60 and {name.partition(".")[2] for name in poor} <= NO_WORDS_IN | CODES


@pytest.mark.parametrize("kind", ["COURSE", "MODULE", "LESSON"])
def test_every_front_matter_key_is_in_the_hostile_course(kind):
    course = hostile_course("jahat", ["<b>"])
    text = "\n".join(data.decode() for path, data in course.contents.items() if path.endswith(".id.md"))
    missing = [key.name for key in getattr(keys, kind) if key.name not in CHECKED and f"\n{key.name}:" not in text]
    assert not missing


def test_every_front_matter_key_of_a_role_play_is_hostile():
    text = hostile_shared.role_play(0, ["<b>"])
    assert not [key.name for key in keys.ROLE_PLAY if key.name not in CHECKED and f"\n{key.name}:" not in text]


def test_every_key_of_a_question_is_in_the_hostile_course():
    quiz = next(data.decode() for path, data in hostile_course("jahat", ["<b>"]).contents.items() if "quiz.id" in path)
    names = {key: names[0] for key, names in (QUESTION_KEYS | QUIZ_KEYS).items() if key not in SHORT}
    assert not [key for key, name in names.items() if f"\n{name}: " not in quiz]
