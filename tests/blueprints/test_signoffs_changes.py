"""What changed in the text since a request was made, on a page of its own."""

import pytest
import sqlalchemy as sa

from blueprints.web.database import db
from tests.published import end_supervision, publish_module, release_of
from tests.training.signoffs.asking import asked
from training.curriculum.store import ModuleRow, ReleaseRow


@pytest.fixture
def waiting(session, cast):
    """A request for release 1, whose text release 2 reworded."""
    module = publish_module(session)
    request = asked(session, cast.made, module)
    newer = release_of(session, session.get(ModuleRow, module.id), 2)
    for release_id, texts in ((module.release_id, ("Tunggu dulu.", "Wait first.")),
                              (newer.id, ("Tunggu <sebentar>.", "Wait a little."))):
        release = session.get(ReleaseRow, release_id)
        release.source = {f"pw-1/1-jeda.{language}.md": f"---\ntitle: Jeda\n---\n{text}"
                          for language, text in zip(("id", "en"), texts, strict=True)}
    newer.outline = {**newer.outline, "texts": {
        language: {**text, "changes": f"Satu kalimat ({language})."}
        for language, text in newer.outline["texts"].items()
    }}
    session.commit()
    db.session.remove()
    return request


def test_the_review_page_leads_to_the_difference(as_person, waiting):
    page = as_person("sari").get(f"/signoffs/{waiting}").text
    assert "Sudah ada versi 2. Satu kalimat (id)." in " ".join(page.split())
    assert f'href="/signoffs/{waiting}/releases/2"' in page and 'name="version" value="1"' in page
    assert "Modul 1, versi 1</b>" in page


def test_the_difference_marks_words_for_eye_and_ear(as_person, waiting):
    page = as_person("sari").get(f"/signoffs/{waiting}/releases/2").text
    assert "Dari versi 1 ke versi 2" in page
    assert '<del><span class="vh">[dihapus: </span>dulu<span class="vh">]</span></del>' in page
    assert "&lt;" in page and "sebentar" in page and "<sebentar>" not in page


def test_the_difference_is_in_the_readers_language(as_person, waiting):
    page = as_person("sari").get(f"/signoffs/{waiting}/releases/2?lang=en").text
    assert "a little" in page and "sebentar" not in page and "Satu kalimat (en)." in page


def test_words_that_differ_only_in_the_other_language_are_not_called_the_same(as_person, session, waiting):
    for row in session.scalars(sa.select(ReleaseRow)):
        row.source = {**row.source, "pw-1/1-jeda.id.md": "---\ntitle: Jeda\n---\nTunggu."}
    session.commit()
    page = as_person("sari").get(f"/signoffs/{waiting}/releases/2").text
    assert "Dalam bahasa ini kata-katanya sama." in page and "kata-kata dalam bahasa Inggris" in page
    assert f'href="/signoffs/{waiting}/releases/2?lang=en"' in page and "cara menulisnya" not in page


@pytest.mark.parametrize("number", ["1", "3", "x"])
def test_only_a_later_release_can_be_compared(as_person, waiting, number):
    as_person("sari").get(f"/signoffs/{waiting}/releases/{number}", expect=404)


@pytest.mark.parametrize(("who", "status"), [("budi", 404), ("made", 403), ("andreas", 403), ("wayan", 403)])
def test_a_stranger_finds_no_difference(as_person, waiting, who, status):
    as_person(who).get(f"/signoffs/{waiting}/releases/2", expect=status)


def test_a_former_supervisor_finds_no_difference(as_person, session, cast, waiting):
    end_supervision(session, cast.sari, cast.made)
    session.commit()
    as_person("sari").get(f"/signoffs/{waiting}/releases/2", expect=404)
