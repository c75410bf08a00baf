"""Writing drafts: what is saved, kept aside and brought back."""

import itertools
import random

import pytest

from tests.cast import AT
from tests.training.curriculum.drafting import LESSON, again, key, typed
from training.core.refusal import NotAllowed, NotFound
from training.curriculum import drafts_opening, drafts_saving


def text_of(session, draft, name=LESSON):
    return again(session, draft).files[name].text


def everything_kept(session, draft, name=LESSON):
    return "\n".join(save.text or "" for save, _who in drafts_saving.history(session, draft, name))


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
