"""The second pair of eyes, and publishing what it approved."""

import pytest

from tests.cast import AT
from tests.training.curriculum.drafting import LESSON, MODULE, SAID, again, approved, asked, key, opened, shared, typed
from training.core.refusal import NotAllowed
from training.curriculum import (
    catalogue_store,
    drafts,
    drafts_folder,
    drafts_publishing,
    drafts_review,
    drafts_saving,
    progress,
)


def text_of(session, draft, name=LESSON):
    return again(session, draft).files[name].text


def everything_kept(session, draft, name=LESSON):
    return "\n".join(save.text or "" for save, _who in drafts_saving.history(session, draft, name))


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


def test_whoever_wrote_in_it_cannot_approve_even_what_she_wrote_away_again(session, cast, draft):
    done = approved(session, cast.dewi, asked(session, cast.wayan, draft))
    whole = done.files[LESSON].text
    typed(session, cast.dewi, draft, "\nSaya ikut menulis.\n")
    file = again(session, draft).files[LESSON]
    drafts_saving.save(session, cast.dewi, draft.id, LESSON, whole, seen=file.version, client_key=key(), at=AT)
    assert again(session, draft).fingerprint == done.fingerprint and not again(session, draft).is_approved


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
