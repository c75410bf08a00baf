"""How a draft begins, and how a lesson or a module joins it."""

import pytest

from tests.cast import AT
from tests.training.curriculum.drafting import LESSON, again, approved, asked, key, publish_course, shared
from training.curriculum import catalogue_store, drafts, drafts_folder, drafts_opening, drafts_publishing


def test_a_draft_begins_as_what_is_published_and_has_no_errors(session, draft):
    assert draft.state == "writing" and draft.title
    assert LESSON in draft.texts and draft.assets
    assert drafts_folder.check(session, draft, shared()).errors == ()
    assert draft.texts == drafts_publishing.base_texts(session, draft)


def test_the_same_form_opens_one_draft(session, cast):
    publish_course(session)
    twice = [drafts_opening.open_module(session, cast.wayan, "salam", "sal-1", client_key="k" * 9, at=AT) for _ in "ab"]
    assert twice[0] == twice[1] and len(drafts.drafts(session)) == 1


def test_a_new_module_joins_the_course(session, cast, draft):
    template = drafts_folder.folder_of(session, draft)
    inside = {path: data for path, data in template.contents.items() if path.startswith("sal-1/")}
    template = type(template)("template", "template", inside)
    new = drafts_opening.open_new(session, cast.wayan, "salam", "sal-2", "Menutup", template, client_key=key(), at=AT)
    checked = drafts_folder.check(session, drafts.draft(session, new), shared())
    assert [module.id for module in checked.course.modules] == ["sal-1", "sal-2"] and checked.errors == ()
    approved(session, cast.dewi, asked(session, cast.wayan, drafts.draft(session, new)))
    drafts_publishing.publish(session, cast.wayan, new, shared(), at=AT)
    assert [one.slug for one in catalogue_store.published_course(session, "salam").modules] == ["sal-1", "sal-2"]


@pytest.mark.parametrize(("code", "refusal"), [
    ("Sal 2", drafts_opening.UnfitCode), ("sal-1", drafts_opening.CodeTaken), ("../etc-1", drafts_opening.UnfitCode),
])
def test_an_unfit_code_is_refused(session, cast, draft, code, refusal):
    with pytest.raises(refusal):
        drafts_opening.open_new(session, cast.wayan, "salam", code, "Baru", None, client_key=key(), at=AT)


def test_a_new_lesson_starts_with_a_text_in_both_languages(session, cast, draft):
    titles = {"id": "Menutup: pelan", "en": "Closing"}
    name = drafts_opening.add_lesson(session, cast.wayan, draft.id, "menutup", titles, client_key=key(), at=AT)
    checked = drafts_folder.check(session, again(session, draft), shared())
    assert name == "3-menutup.id.md" and checked.errors == ()
    assert checked.module.lesson("menutup").texts["id"].title == "Menutup: pelan"
    with pytest.raises(drafts_opening.SlugTaken):
        drafts_opening.add_lesson(session, cast.wayan, draft.id, "jeda", titles, client_key=key(), at=AT)
