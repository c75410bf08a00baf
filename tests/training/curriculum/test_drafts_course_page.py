"""A course's own page as a draft, and the order of modules and lessons."""

import pytest

from tests.cast import AT
from tests.training.curriculum.drafting import LESSON, approved, key, opened, publish_course, shared, typed
from training.core.refusal import NotAllowed, NotFound
from training.curriculum import (
    catalogue,
    drafts,
    drafts_folder,
    drafts_opening,
    drafts_order,
    drafts_preview,
    drafts_publishing,
    drafts_review,
    drafts_saving,
)
from training.curriculum.drafts_front import with_key
from training.curriculum.drafts_order import EARLIER, LATER

PAGE = "course.id.md"


@pytest.fixture
def page(session, cast):
    publish_course(session)
    return again(session, drafts_opening.open_course(session, cast.wayan, "salam", client_key=key(), at=AT))


def again(session, draft):
    return drafts.draft(session, getattr(draft, "id", draft))


def written(session, who, draft, name, old, new):
    file = again(session, draft).files[name]
    assert old in file.text
    drafts_saving.save(session, who, draft.id, name, file.text.replace(old, new), seen=file.version, client_key=key(),
                       at=AT)


def published(session, cast, draft):
    drafts_review.ask_review(session, cast.wayan, draft.id, change="", sentences={}, client_key=key(), at=AT)
    approved(session, cast.dewi, again(session, draft))
    return drafts_publishing.publish(session, cast.wayan, draft.id, shared(), at=AT)


def move(session, who, draft, slug, step, **more):
    seen = more.get("seen", drafts_order.order_of(again(session, draft)))
    drafts_order.move(session, who, draft.id, slug, step, seen=seen, client_key=key(), at=AT)


def test_it_begins_as_what_is_published(session, page):
    assert page.is_course_page and page.title and set(page.texts) == {"course.id.md", "course.en.md"}
    assert drafts_folder.check(session, page, shared()).errors == ()
    assert page.texts == drafts_publishing.base_texts(session, page) and drafts_publishing.newer(session, page) is None


def test_only_therapists_write_it_and_only_a_published_course_has_one(session, cast, page):
    with pytest.raises(NotAllowed):
        drafts_opening.open_course(session, cast.sari, "salam", client_key=key(), at=AT)
    with pytest.raises(NotFound):
        drafts_opening.open_course(session, cast.wayan, "tidak-ada", client_key=key(), at=AT)


def test_a_new_title_comes_out_after_a_second_therapist_read_it(session, cast, page):
    before = catalogue.published_course(session, "salam")
    written(session, cast.wayan, page, PAGE, before.texts["id"]["title"], "Salam yang baru")
    assert drafts_preview.preview(drafts_folder.check(session, again(session, page), shared()), PAGE, shared()).title
    done = published(session, cast, page)
    after = catalogue.published_course(session, "salam")
    assert (done.number, done.is_new) == (before.number + 1, True)
    assert after.texts["id"]["title"] == "Salam yang baru" and after.modules == before.modules
    assert again(session, page).state == "published"
    assert [one.number for one in drafts_publishing.past_releases(session, page)] == [2, 1]


def test_it_has_no_lessons_pictures_or_archive(session, cast, page):
    with pytest.raises(NotFound):
        drafts_opening.add_lesson(session, cast.wayan, page.id, "baru", {"id": "Baru"}, client_key=key(), at=AT)
    with pytest.raises(NotFound):
        drafts_saving.remove(session, cast.wayan, page.id, PAGE, client_key=key(), at=AT)
    with pytest.raises(NotFound):
        drafts_saving.save(session, cast.wayan, page.id, LESSON, "x", seen=1, client_key=key(), at=AT)


def test_a_module_left_out_of_the_list_is_never_lost_by_it(session, cast, page):
    left_out = with_key(page.texts[PAGE], "modules", ["sal-1"])
    drafts_saving.save(session, cast.wayan, page.id, PAGE, left_out, seen=1, client_key=key(), at=AT)
    two = list(catalogue.published_course(session, "salam").modules)
    problems = drafts_folder.check(session, again(session, page), shared()).errors
    assert len(two) == 1 or "course.module-unlisted" in [one.code for one in problems]


def test_a_page_that_came_out_meanwhile_is_merged_first(session, cast, page):
    other = again(session, drafts_opening.open_course(session, cast.wayan, "salam", client_key=key(), at=AT))
    written(session, cast.wayan, other, PAGE, other.title, "Judul lain")
    published(session, cast, other)
    with pytest.raises(drafts_publishing.BaseMovedOn):
        published(session, cast, page)
    assert drafts_publishing.take_up(session, cast.wayan, page.id, client_key=key(), at=AT) == []
    assert "Judul lain" in again(session, page).texts[PAGE]


def two_modules(session, cast, page):
    """The course with a second module, and its page as a draft."""
    listed = with_key(page.texts[PAGE], "modules", ["sal-1", "sal-2"])
    drafts_saving.save(session, cast.wayan, page.id, PAGE, listed, seen=1, client_key=key(), at=AT)
    return again(session, page)


def test_modules_change_places_in_the_course_file(session, cast, page):
    page = two_modules(session, cast, page)
    assert drafts_order.order_of(page) == ("sal-1", "sal-2")
    move(session, cast.wayan, page, "sal-2", EARLIER)
    assert drafts_order.order_of(again(session, page)) == ("sal-2", "sal-1")
    assert "modules: [sal-2, sal-1]" in again(session, page).texts[PAGE]


def test_the_same_move_twice_moves_once_and_a_late_one_nothing(session, cast, page):
    page = two_modules(session, cast, page)
    seen = ("sal-1", "sal-2")
    move(session, cast.wayan, page, "sal-2", EARLIER, seen=seen)
    move(session, cast.wayan, page, "sal-2", EARLIER, seen=seen)
    assert drafts_order.order_of(again(session, page)) == ("sal-2", "sal-1")
    with pytest.raises(drafts_order.OrderChanged):
        move(session, cast.wayan, page, "sal-1", LATER, seen=("sal-1", "sal-2", "sal-3"))
    with pytest.raises(NotFound):
        move(session, cast.wayan, page, "sal-9", LATER)


@pytest.fixture
def module(session, cast):
    publish_course(session)
    return opened(session, cast.wayan)


def slugs(session, draft):
    return drafts_order.order_of(again(session, draft))


def test_lessons_change_places_in_both_languages(session, cast, module):
    first, second = slugs(session, module)
    move(session, cast.wayan, module, second, EARLIER)
    now = again(session, module)
    assert slugs(session, module) == (second, first)
    assert {f"1-{second}.id.md", f"1-{second}.en.md", f"2-{first}.id.md", f"2-{first}.en.md"} <= set(now.texts)
    assert LESSON not in now.texts and drafts_folder.check(session, now, shared()).errors == ()
    assert drafts.present_name(now, LESSON) == "1-jeda.id.md"
    move(session, cast.wayan, module, second, LATER)
    assert again(session, module).texts == module.texts


def test_a_moved_lesson_keeps_its_history_and_what_was_typed_meanwhile(session, cast, module):
    typed(session, cast.wayan, module, "\nSebelum pindah.\n")
    move(session, cast.wayan, module, "jeda", EARLIER)
    late = drafts_saving.save(session, cast.dewi, module.id, LESSON, "Ketikan Dewi.", seen=2, client_key=key(), at=AT)
    assert late.aside and "Sebelum pindah." in again(session, module).texts["1-jeda.id.md"]
    kept = [save.text for save, _ in drafts_saving.history(session, again(session, module), "1-jeda.id.md")]
    assert "Ketikan Dewi.\n" in kept and module.texts[LESSON] in kept
    assert drafts_saving.left_aside(session, cast.dewi, again(session, module), "1-jeda.id.md") == late.aside


def test_a_move_is_shown_as_a_move(session, cast, module):
    move(session, cast.wayan, module, "jeda", EARLIER)
    moved = drafts_order.moved_lessons(drafts_publishing.base_texts(session, module), again(session, module).texts)
    assert moved["1-jeda.id.md"] == LESSON and len(moved) == 4


def test_lessons_with_one_number_are_numbered_anew(session, cast, module):
    drafts_saving.remove(session, cast.wayan, module.id, "1-menyapa.en.md", client_key=key(), at=AT)
    move(session, cast.wayan, module, "jeda", EARLIER)
    assert "2-menyapa.id.md" in again(session, module).texts


