"""The paper: one A4 page on its side, with text that can be selected, whatever the person is called."""

import io

import pypdf
import pytest

from tests.cast import AT
from training.credentials.paper import paper, qr

ADDRESS = "https://sebaya.example/verify/0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV"
FACTS = {
    "title": "Sertifikat", "issuer": "Sebaya", "language": "id", "motif": "kawung", "code": "0123-4567",
    "kind": "Sertifikat kompetensi", "standing": "", "name": "Ratna Wulandari", "done": "telah disahkan dalam kursus",
    "course": "Peka trauma", "scope": "Tidak menjadikan siapa pun psikolog.", "signed_by": "Disahkan oleh",
    "signers": "Sari Kusumaningtyas", "witness": "Saksi buku pengesahan",
    "witness_code": [f"12:{'3f' * 32}:", "a1" * 32, "b2" * 32], "awarded": "2 November 2026",
    "valid_until_words": "berlaku sampai", "valid_until": "2 November 2028", "qr_says": "Kode QR",
    "address_short": "sebaya.example/verify",
    "modules": [{"title": f"Modul {n}", "line": f"versi {n}, 4be1c0d2e9aa"} for n in range(1, 6)],
}


def pages(**changed):
    made = paper({**FACTS, **changed}, address=ADDRESS, made_at=AT)
    return made, pypdf.PdfReader(io.BytesIO(made)).pages


def test_it_is_one_page_a4_on_its_side_with_selectable_text():
    _, (page,) = pages()
    assert [round(float(side) / 72 * 25.4) for side in (page.mediabox.width, page.mediabox.height)] == [297, 210]
    text = page.extract_text()
    for expected in ("Ratna Wulandari", "Peka trauma", "Modul 5", "2 November 2028", "psikolog", f"12:{'3f' * 32}:"):
        assert expected in text


def test_it_is_tagged_has_a_language_a_title_and_its_own_fonts():
    made, (page,) = pages()
    root = pypdf.PdfReader(io.BytesIO(made)).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "id" and b"pdfuaid" in made
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    assert fonts and all("PlusJakartaSans" in font["/BaseFont"] for font in fonts)
    assert all("/FontFile2" in font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
               or "/FontFile3" in font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts)


@pytest.mark.parametrize("name", [
    "Anak Agung Istri Ngurah Dewi Ćosić Kusumaningtyas Wirawan", '#panic("x") $a$ *b* \\ "', "王小明", "I", "—",
])
def test_any_name_fits_on_the_one_page_and_is_never_a_program(name):
    _, found = pages(name=name)
    assert len(found) == 1


@pytest.mark.parametrize("motif", ["kawung", "parang", "megamendung", "truntum", "ceplok", "sekar-jagad", "tumpal"])
def test_every_cloth_can_be_printed_and_stays_light(motif):
    made, found = pages(motif=motif)
    assert len(found) == 1 and len(made) < 200_000


def sizes(page):
    """The size in points of every piece of text."""
    found = {}
    page.extract_text(visitor_text=lambda text, cm, tm, font, size: (
        text.strip() and found.setdefault(text.strip(), round(abs(size * tm[3] * cm[3]), 2))
    ))
    return found


def test_the_smallest_letter_the_witness_too_can_be_read():
    _, (page,) = pages(witness_code=[f"9999999:{'dd' * 32}:", "dd" * 32, "dd" * 32])
    found = sizes(page)
    assert min(found.values()) >= 7.5 and any("dd" * 32 in text for text in found)


def test_twelve_modules_with_long_titles_still_fit():
    modules = [{"title": "Ketika ada yang mengungkapkan sesuatu yang berat sekali", "line": "versi 12"}] * 12
    _, (page,) = pages(modules=modules, standing="Masa berlakunya lewat sejak 2 November 2028.")
    assert "2 November 2028" in page.extract_text() and "lewat sejak" in page.extract_text()


def test_the_same_facts_give_the_same_bytes():
    assert pages()[0] == pages()[0]


def test_the_code_for_cameras_is_inline_and_needs_no_style():
    code = qr(ADDRESS, svgclass="qr")
    assert code.startswith("<svg") and 'class="qr"' in code and "style=" not in code and "viewBox" in code
