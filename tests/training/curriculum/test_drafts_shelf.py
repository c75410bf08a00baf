"""Putting drafts away, and what waits for whom."""

import pytest

from tests.cast import AT
from tests.training.curriculum.drafting import again, approved, asked, key, shared, typed
from training.core.refusal import NotAllowed, NotFound
from training.curriculum import drafts, drafts_publishing, drafts_shelf


def put_away(session, who, draft):
    drafts_shelf.put_away(session, who, draft.id, client_key=key(), at=AT)


def reopen(session, who, draft):
    drafts_shelf.reopen(session, who, draft.id, client_key=key(), at=AT)


def test_a_draft_put_away_keeps_every_text_and_comes_back(session, cast, draft):
    typed(session, cast.wayan, draft, "\nTetap ada.\n")
    before = again(session, draft).texts
    put_away(session, cast.wayan, draft)
    assert again(session, draft).state == "put_away" and again(session, draft).texts == before
    reopen(session, cast.wayan, draft)
    assert again(session, draft).state == "writing" and again(session, draft).texts == before


def test_nothing_is_written_while_it_rests(session, cast, draft):
    put_away(session, cast.wayan, draft)
    with pytest.raises(drafts.DraftIsPutAway):
        typed(session, cast.wayan, draft, "x")
    with pytest.raises(drafts.DraftIsPutAway):
        asked(session, cast.wayan, draft)


def test_an_approval_does_not_outlive_it(session, cast, draft):
    approved(session, cast.dewi, asked(session, cast.wayan, draft))
    put_away(session, cast.wayan, draft)
    reopen(session, cast.wayan, draft)
    assert again(session, draft).state == "writing" and not again(session, draft).is_approved


def test_only_who_wrote_in_it_puts_it_away(session, cast, draft):
    for stranger in (cast.dewi, cast.sari, cast.agnes):
        with pytest.raises(NotAllowed):
            put_away(session, stranger, draft)
    typed(session, cast.dewi, draft, "\nJuga Dewi.\n")
    put_away(session, cast.dewi, draft)
    reopen(session, cast.wayan, draft)
    assert again(session, draft).is_open


def test_twice_is_once_and_unknown_is_not_found(session, cast, draft):
    reopen(session, cast.wayan, draft)
    put_away(session, cast.wayan, draft)
    put_away(session, cast.wayan, draft)
    assert [one.verdict for one in again(session, draft).words] == ["put_away"]
    with pytest.raises(NotFound):
        drafts_shelf.put_away(session, cast.wayan, 999, client_key=key(), at=AT)


def test_what_is_published_is_not_put_away(session, cast, draft):
    from_review = approved(session, cast.dewi, asked(session, cast.wayan, draft))
    drafts_publishing.publish(session, cast.wayan, from_review.id, shared(), at=AT)
    with pytest.raises(drafts.DraftIsPublished):
        put_away(session, cast.wayan, draft)


def test_a_review_waits_for_those_who_did_not_write(session, cast, draft):
    def waiting():
        return [drafts_shelf.waiting_count(session, one) for one in (cast.wayan, cast.dewi)]

    assert waiting() == [0, 0]
    asked(session, cast.wayan, draft)
    assert waiting() == [0, 1]
    put_away(session, cast.wayan, draft)
    assert waiting() == [0, 0]
    reopen(session, cast.wayan, draft)
    assert waiting() == [0, 0]
    asked(session, cast.wayan, draft)
    typed(session, cast.dewi, draft, "\nDewi ikut menulis.\n")
    assert waiting() == [0, 0]
