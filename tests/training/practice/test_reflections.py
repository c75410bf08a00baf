"""Private stays private; shared is a copy; taking back stops further sharing."""

import datetime as dt

import pytest

from tests.cast import AT
from tests.published import PROMPT
from training.core.refusal import NotAllowed
from training.practice.reflections import NothingWritten, readers, reflections_of, share, shared, take_back, write


def put(session, person, module, text, at=AT):
    write(session, person, module.id, PROMPT, text, release_id=module.release_id, at=at)


def show(session, person, module, key="key-12345", at=AT):
    return share(session, person, module.id, PROMPT, release_id=module.release_id, client_key=key, at=at)


def test_what_is_written_last_stands(session, cast, module):
    put(session, cast.ratna, module, "satu")
    put(session, cast.ratna, module, "dua", AT + dt.timedelta(minutes=1))
    assert reflections_of(session, cast.ratna.id, module.id)[PROMPT].text == "dua"
    assert shared(session, cast.ratna.id, module.id) == {}


def test_sharing_copies_the_text_once(session, cast, module):
    put(session, cast.ratna, module, "satu")
    first = show(session, cast.ratna, module)
    assert show(session, cast.ratna, module) == show(session, cast.ratna, module, "key-other") == first
    put(session, cast.ratna, module, "dua")
    assert shared(session, cast.ratna.id, module.id)[PROMPT].text == "satu"
    assert reflections_of(session, cast.ratna.id, module.id)[PROMPT].has_unshared_changes
    assert show(session, cast.ratna, module, "key-third").text == "dua"


def test_taking_back_shows_nothing_any_more(session, cast, module):
    put(session, cast.ratna, module, "satu")
    show(session, cast.ratna, module)
    take_back(session, cast.ratna, module.id, PROMPT, at=AT)
    assert shared(session, cast.ratna.id, module.id) == {}
    assert reflections_of(session, cast.ratna.id, module.id)[PROMPT].text == "satu"


def test_an_empty_text_is_not_shared(session, cast, module):
    put(session, cast.ratna, module, "  ")
    with pytest.raises(NothingWritten):
        show(session, cast.ratna, module)


def test_only_facilitators_write(session, cast, module):
    with pytest.raises(NotAllowed):
        put(session, cast.sari, module, "bukan saya")


def test_the_readers_are_the_supervisors_of_now(session, cast):
    assert readers(session, cast.ratna.id) == (cast.sari,)
