"""Every field that a person can type into or send a file with is named here, with the hostile column that keeps its
words, or with the reason why it keeps none. A new field fails until somebody has thought of it."""

import pathlib
import re

from tests.browser.hostile_world import DEALT, WORDS

TEMPLATES = pathlib.Path(__file__).parents[2] / "templates"
FIELD = re.compile(
    r'\{\{\s*(?:\w+\.)?(?:field|textarea)\("?([\w~ -]+?)"?[,)]|<textarea[^>]*? name="([^"]+)"'
    r'|<input(?![^>]*type="(?:hidden|radio|checkbox|submit|number|date|password)")[^>]*? name="([^"]+)"')
KEPT_IN = {
    "partnership_records.facts": {"action", "cards", "key", "themes"},
    "partnerships.name": {"name"}, "partnerships.professional": {"professional"}, "people.name": {"name"},
    "decision_texts.message": {"message"}, "decision_texts.next_step": {"next_step", "after", "reason"},
    "observations.scene": {"scene"}, "observations.heard": {"heard"}, "observations.language": {"language"},
    "practice_records.note": {"note"}, "signoff_requests.note": {"note"}, "draft_reviews.note": {"note"},
    "ticks.note": {"note-{{ code }}"}, "reflections.text": {"text"}, "draft_files.text": {"text", "there"},
    "drafts.title": {"title", "title_id", "title_en"}, "draft_assets.path": {"picture"},
    "organisation_texts.texts": {"id", "en"},
    "answers.response": {"{{ view.name }}", "{{ view.blanks[loop.index0] }}"},
}
NO_WORDS = {
    "sent by test_what_a_form_or_an_address_gives_back_does_not_run": "email file archive roster code q slug",
    "a day": "done_on held_on observed_on review_on since", "a password": "password present",
    "an example in the macro that draws the others": "reflection",
    "front matter of a release, hostile in the course": "changes_id changes_en",
}
DRAWN_BY_NAME = {"{{ name }}", "{{ side }}"}
"""The macro of all fields and of a question's, and the choice of a pair."""


def test_every_field_is_named_with_the_column_that_keeps_it():
    found = {next(filter(None, one)) for path in TEMPLATES.rglob("*.html") for one in FIELD.findall(path.read_text())}
    known = set().union(DRAWN_BY_NAME, *KEPT_IN.values(), *(names.split() for names in NO_WORDS.values()))
    assert not found - known, "say in KEPT_IN which hostile column keeps it, or in NO_WORDS why none does"


def test_each_of_those_columns_is_hostile():
    hostile = DEALT | {f"{table}.{column}" for table, columns in WORDS.items() for column in columns}
    assert not set(KEPT_IN) - hostile
