"""Writing, reviewing and publishing drafts, as rules."""

import itertools
import random

import pytest

from tests.cast import AT
from tests.training.curriculum.drafting import (
    LESSON,
    MODULE,
    SAID,
    approved,
    asked,
    key,
    opened,
    publish_course,
    shared,
    typed,
)
from training.core.refusal import NotAllowed, NotFound
from training.curriculum import (
    catalogue_store,
    drafts,
    drafts_folder,
    drafts_opening,
    drafts_publishing,
    drafts_review,
    drafts_saving,
    progress,
)
from training.curriculum.difference import differences
from training.curriculum.drafts_front import with_key, with_module_listed


@pytest.fixture
def course(session):
    return publish_course(session)


@pytest.fixture
def draft(session, cast, course):
    return opened(session, cast.wayan)


def again(session, draft):
    return drafts.draft(session, draft.id)


def text_of(session, draft, name=LESSON):
    return again(session, draft).files[name].text


def everything_kept(session, draft, name=LESSON):
    return "\n".join(save.text or "" for save, _who in drafts_saving.history(session, draft, name))


def test_a_draft_begins_as_what_is_published_and_has_no_errors(session, draft):
    assert draft.state == "writing" and draft.title
    assert LESSON in draft.texts and draft.assets
    assert drafts_folder.check(session, draft, shared()).errors == ()
    assert draft.texts == drafts_publishing.base_texts(session, draft)


def test_the_same_form_opens_one_draft(session, cast, course):
    twice = [drafts_opening.open_module(session, cast.wayan, "salam", "sal-1", client_key="k" * 9, at=AT) for _ in "ab"]
    assert twice[0] == twice[1] and len(drafts.drafts(session)) == 1


def test_only_therapists_write(session, cast, draft):
    with pytest.raises(NotAllowed):
        typed(session, cast.sari, draft, "x")
    with pytest.raises(NotFound):
        drafts_opening.open_module(session, cast.wayan, "salam", "sal-9", client_key=key(), at=AT)


def test_a_late_save_changes_nothing_and_loses_nothing(session, cast, draft):
    typed(session, cast.wayan, draft, "\nKalimat Wayan.\n", seen=1)
    late = drafts_saving.save(session, cast.dewi, draft.id, LESSON, "Kalimat Dewi.", seen=1, client_key=key(), at=AT)
    assert late.aside and "Kalimat Wayan." in text_of(session, draft)
    assert drafts_saving.kept_aside(session, draft.id, late.aside)[0].text == "Kalimat Dewi.\n"


def test_a_form_never_stands_in_its_own_way(session, cast, draft):
    for words in ("Satu.", "Satu. Dua.", "Satu. Dua. Tiga."):
        saved = drafts_saving.save(session, cast.wayan, draft.id, LESSON, words, seen=1, client_key="form-one", at=AT)
        assert saved.aside is None
    assert text_of(session, draft) == "Satu. Dua. Tiga.\n"


def test_the_same_save_twice_counts_once(session, cast, draft):
    for _ in range(3):
        drafts_saving.save(session, cast.wayan, draft.id, LESSON, "Sekali.", seen=1, client_key="form-one", at=AT)
    assert again(session, draft).files[LESSON].version == 2
    for _ in range(3):
        aside = drafts_saving.save(session, cast.dewi, draft.id, LESSON, "Lain.", seen=1, client_key="form-two", at=AT)
    assert len([1 for save, _ in drafts_saving.history(session, draft, LESSON) if save.id == aside.aside]) == 1
    assert len(drafts_saving.history(session, draft, LESSON)) == 3


def test_two_authors_in_any_order_lose_no_sentence(session, cast, draft):
    chance, canaries = random.Random(7), []
    seen = {"wayan": 1, "dewi": 1}
    for number, who in zip(range(60), itertools.cycle(("wayan", "dewi", "dewi", "wayan", "wayan")), strict=False):
        if chance.random() < 0.4:
            seen[who] = again(session, draft).files[LESSON].version
        canaries.append(f"Kalimat {number} dari {who}.")
        drafts_saving.save(session, getattr(cast, who), draft.id, LESSON, canaries[-1], seen=seen[who],
                    client_key=f"{who}-{number // 9}", at=AT)
    kept = everything_kept(session, draft)
    assert all(sentence in kept for sentence in canaries)


def test_an_earlier_text_comes_back_as_a_new_save(session, cast, draft):
    before = text_of(session, draft)
    typed(session, cast.wayan, draft, "\nSalah.\n")
    first = drafts_saving.history(session, draft, LESSON)[-1][0]
    drafts_saving.restore(session, cast.wayan, draft.id, first.id, client_key=key(), at=AT)
    assert text_of(session, draft) == before and "Salah." in everything_kept(session, draft)


def test_a_removed_file_can_be_brought_back(session, cast, draft):
    drafts_saving.remove(session, cast.wayan, draft.id, LESSON, client_key=key(), at=AT)
    assert LESSON not in again(session, draft).texts
    first = drafts_saving.history(session, draft, LESSON)[-1][0]
    drafts_saving.restore(session, cast.wayan, draft.id, first.id, client_key=key(), at=AT)
    assert LESSON in again(session, draft).texts


def test_an_author_does_not_review_her_own(session, cast, draft):
    typed(session, cast.dewi, draft, "\nSaya juga menulis.\n")
    waiting = asked(session, cast.wayan, draft)
    for writer in (cast.wayan, cast.dewi):
        with pytest.raises(NotAllowed):
            approved(session, writer, waiting)


def test_approval_does_not_survive_an_edit(session, cast, draft):
    done = approved(session, cast.dewi, asked(session, cast.wayan, draft))
    assert done.state == "approved" and done.approval.person == cast.dewi
    typed(session, cast.wayan, draft, "\nSatu kata lagi.\n")
    assert again(session, draft).state == "writing" and not again(session, draft).is_approved
    with pytest.raises(NotAllowed):
        drafts_publishing.publish(session, cast.wayan, draft.id, shared(), at=AT)


def test_what_the_reviewer_read_is_what_she_approves(session, cast, draft):
    read = asked(session, cast.wayan, draft)
    typed(session, cast.wayan, draft, "\nBerubah.\n")
    with pytest.raises(drafts_review.TextChanged):
        approved(session, cast.dewi, read)


def test_asking_says_what_changed_in_the_module_file(session, cast, draft):
    waiting = asked(session, cast.wayan, draft)
    assert waiting.state == "in_review"
    assert "change: editorial" in waiting.texts[MODULE] and "changes: Contoh diganti." in waiting.texts[MODULE]
    assert "changes: Example replaced." in waiting.texts["module.en.md"]
    assert drafts_folder.check(session, waiting, shared()).errors == ()
    with pytest.raises(drafts_review.SayWhatChanged):
        drafts_review.ask_review(session, cast.wayan, draft.id, change="editorial", sentences={**SAID, "en": " "},
                                 client_key=key(), at=AT)


def test_changes_asked_for_need_words_and_give_it_back(session, cast, draft):
    waiting = asked(session, cast.wayan, draft)
    facts = {"fingerprint": waiting.fingerprint, "client_key": key(), "at": AT}
    with pytest.raises(drafts_review.SayWhatIsMissing):
        drafts_review.ask_for_changes(session, cast.dewi, draft.id, note=" ", **facts)
    drafts_review.ask_for_changes(session, cast.dewi, draft.id, note="Bagian dua terlalu cepat.", **facts)
    assert again(session, draft).state == "writing" and again(session, draft).last_word.note.startswith("Bagian")
    with pytest.raises(drafts_review.NothingToReview):
        approved(session, cast.dewi, again(session, draft))


def test_publishing_makes_a_release_and_learners_keep_theirs(session, cast, draft):
    begun = progress.learners_module(session, cast.ratna.id, "salam", "sal-1")
    progress.begin(session, cast.ratna.id, begun.id, begun.release.id, at=AT)
    typed(session, cast.wayan, draft, "\nKalimat baru.\n")
    approved(session, cast.dewi, asked(session, cast.wayan, draft))
    done = drafts_publishing.publish(session, cast.wayan, draft.id, shared(), at=AT)
    assert (done.number, done.is_new) == (2, True) and again(session, draft).state == "published"
    now = catalogue_store.published_module(session, "salam", "sal-1").release
    assert now.change == "editorial" and cast.dewi.name in now.reviewer
    kept = progress.learners_module(session, cast.ratna.id, "salam", "sal-1")
    assert kept.release.id == begun.release.id and kept.newer.id == now.id
    with pytest.raises(drafts.DraftIsPublished):
        typed(session, cast.wayan, draft, "terlambat")


def test_errors_stop_publishing(session, cast, draft):
    typed(session, cast.wayan, draft, "\n![](figures/tidak-ada.svg)\n")
    approved(session, cast.dewi, asked(session, cast.wayan, draft))
    checked = drafts_folder.check(session, again(session, draft), shared())
    assert "image.missing" in {one.code for one in checked.errors}
    with pytest.raises(drafts_publishing.ProblemsLeft):
        drafts_publishing.publish(session, cast.wayan, draft.id, shared(), at=AT)


def test_a_release_that_came_meanwhile_is_not_overwritten(session, cast, draft):
    other = opened(session, cast.dewi)
    typed(session, cast.dewi, other, "\nDari Dewi.\n")
    typed(session, cast.dewi, other, "\nDewi lagi.\n", name="1-menyapa.id.md")
    approved(session, cast.wayan, asked(session, cast.dewi, other))
    drafts_publishing.publish(session, cast.dewi, other.id, shared(), at=AT)
    typed(session, cast.wayan, draft, "\nDari Wayan.\n")
    approved(session, cast.dewi, asked(session, cast.wayan, draft))
    with pytest.raises(drafts_publishing.BaseMovedOn):
        drafts_publishing.publish(session, cast.wayan, draft.id, shared(), at=AT)
    both = drafts_publishing.take_up(session, cast.wayan, draft.id, client_key=key(), at=AT)
    assert LESSON in both and "1-menyapa.id.md" not in both
    assert "Dewi lagi." in text_of(session, draft, "1-menyapa.id.md") and "Dari Wayan." in text_of(session, draft)
    assert "Dari Dewi." in everything_kept(session, draft) and again(session, draft).state == "writing"


def test_a_new_module_joins_the_course(session, cast, course, draft):
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


@pytest.mark.parametrize(("before", "key_", "value", "after"), [
    ("---\nid: a\n---\nx", "change", "editorial", "---\nid: a\nchange: editorial\n---\nx"),
    ("---\nchanges: |\n  dua\n  baris\nid: a\n---\nx", "changes", "satu", "---\nchanges: satu\nid: a\n---\nx"),
    ("---\ntitle: b\n---\n", "title", 'kata: "dua"', '---\ntitle: "kata: \\"dua\\""\n---\n'),
    ("tanpa", "title", "b", "tanpa"),
])
def test_one_line_of_front_matter_changes_and_no_other(before, key_, value, after):
    assert with_key(before, key_, value) == after


def test_a_module_is_listed_once():
    course = "---\nmodules: [a-1, a-2]\n---\n"
    assert with_module_listed(course, "a-2") == course
    assert with_module_listed(course, "a-3") == "---\nmodules: [a-1, a-2, a-3]\n---\n"


def test_a_difference_marks_the_words_that_changed():
    lines = differences("satu\ndua tiga\nempat\n" + "sama\n" * 9, "satu\ndua lima\nempat\n" + "sama\n" * 9)
    assert [line.kind for line in lines] == ["same", "del", "add", "same", "same", "gap"]
    assert lines[1].parts == ((False, "dua "), (True, "tiga")) and lines[2].parts[-1] == (True, "lima")
    assert differences("sama", "sama") == []
