"""A role play is understood from its two files, part by part, and says what it is fitting for."""

import dataclasses

import pytest

from tests.broken_courses import HERE, with_file
from training.core.language import LANGUAGES
from training.curriculum.files import Folder, read_folder
from training.curriculum.parse_role_plays import is_library, parse_library, read_library
from training.curriculum.role_plays import sheets_of
from training.curriculum.shared import Shared

FOLDER = HERE / "good" / "role-plays"
LIBRARY, PROBLEMS = read_library(FOLDER)
ROLE_PLAY = LIBRARY.get("rp-salam1")


def reread(language, old, new):
    """The library after `old` became `new` in one language file, and what is then wrong with it."""
    folder, _ = read_folder(FOLDER)
    path = f"rp-salam1.{language}.md"
    assert old.encode() in folder.contents[path]
    return parse_library(with_file(folder, path, folder.contents[path].replace(old.encode(), new.encode())))


def test_the_keys_of_the_machine_stand_once_and_the_texts_in_both_languages():
    assert PROBLEMS == [] and is_library(FOLDER) and not is_library(HERE / "good" / "salam")
    assert (ROLE_PLAY.id, ROLE_PLAY.modules, ROLE_PLAY.competencies) == ("RP-SALAM1", ("sal-1",), ("A1",))
    assert ROLE_PLAY.minutes == 6 and set(ROLE_PLAY.texts) == set(LANGUAGES)
    assert all(text.content_note and text.alternative for text in ROLE_PLAY.texts.values())


def test_a_variant_holds_its_actor_and_its_lines_with_their_times():
    first, second = ROLE_PLAY.texts["en"].variants
    assert (first.number, first.title, second.number) == (1, "Ratna from the next village", 2)
    assert first.actor.startswith("Ratna, 34") and "Compulsory" not in first.actor
    assert [(cue.time, cue.text) for cue in first.cues][:2] == [
        ("0:20", "May I just stay here?"), ("1:30", "What will you ask me?")]


def test_what_is_observed_and_what_cannot_be():
    text = ROLE_PLAY.texts["id"]
    assert [one.code for one in text.observed] == ["A1-b1"] and text.no_occasion == ("A1-h1",)
    assert text.after.startswith("Sebut nama") and text.card.startswith("Pertemuan mulai")


@pytest.mark.parametrize(("written", "read"), [
    ('- 0:20 “Saya boleh di sini saja?”', "Saya boleh di sini saja?"),
    ('- 0:20 "Saya boleh" (menoleh) "di sini?"', '"Saya boleh" (menoleh) "di sini?"'),
    ('- 0:20 (diam)\n  lalu "Boleh?"', '(diam) lalu "Boleh?"'),
])
def test_a_line_may_be_written_in_several_ways(written, read):
    library, problems = reread("id", '- 0:20 "Saya boleh di sini saja?"', written)
    assert not problems and library.role_plays[0].texts["id"].variants[0].cues[0].text == read


def test_a_typographic_apostrophe_is_the_same_heading():
    assert reread("en", "Facilitator's card", "Facilitator’s card")[1] == []


def test_a_broken_part_hides_no_other():
    library, problems = reread("id", "## Kartu fasilitator", "## Kartu fasilitatr")
    assert {one.code for one in problems} == {"role-play.unknown-heading", "role-play.missing-part"}
    assert len(library.role_plays[0].texts["id"].variants) == 2


def test_one_language_alone_is_read_and_told():
    folder, _ = read_folder(FOLDER)
    library, problems = parse_library(with_file(folder, "rp-salam1.en.md", None))
    assert [one.code for one in problems] == ["translation.missing"] and set(library.role_plays[0].texts) == {"id"}


@pytest.mark.parametrize("key", ["content_note", "alternative", "minutes", "modules"])
def test_a_role_play_says_what_it_holds_and_who_need_not_play(key):
    line = next(one for one in (FOLDER / "rp-salam1.id.md").read_text().split("\n") if one.startswith(f"{key}:"))
    _, problems = reread("id", line + "\n", "")
    assert [(one.code, one.facts["key"]) for one in problems] == [("front.missing-key", key)]


def test_an_id_that_is_not_the_files_name_is_told():
    assert [one.code for one in reread("id", "RP-SALAM1", "RP-SALAM")[1]] == ["id.not-the-file"]


def test_a_library_finds_by_module_and_by_competencies():
    other = dataclasses.replace(ROLE_PLAY, slug="rp-b", modules=("sal-2",), competencies=("A1", "B2"))
    library = dataclasses.replace(LIBRARY, role_plays=(ROLE_PLAY, other))
    assert library.of_module("sal-1") == (ROLE_PLAY,) and library.of_module("sal-3") == ()
    assert library.of_competencies(["A1"]) == (ROLE_PLAY, other)
    assert library.of_competencies(["A1", "B2"]) == (other, ROLE_PLAY) and library.of_competencies(["C1"]) == ()


def test_an_empty_folder_is_an_empty_library():
    assert parse_library(Folder("role-plays", "role-plays", {}))[0].role_plays == ()


def test_sheets_are_safe_html_and_an_emphasis_in_the_note_is_one():
    library, _ = reread("id", "Hanya rasa canggung", "Hanya *rasa canggung* <script>alert(1)</script>")
    sheets = sheets_of(library.role_plays[0], "id", Shared())
    assert sheets.content_note.startswith("Tidak ada yang berat. Hanya <em>rasa canggung</em>")
    assert "<script" not in sheets.content_note and "<p>" not in sheets.alternative
    assert sheets.card.startswith("<p>Pertemuan mulai") and sheets.actor(2).cues[0].time == "0:10"
    assert sheets.actor(3) is None
