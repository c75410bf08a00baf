"""The summary on paper: A4, tagged, with its own fonts and text that can be selected; nothing in it is a program."""

import io

import pypdf

from tests.cast import AT
from training.competencies.paper import paper

ONE = {"name": "Kerahasiaan ★", "level": 3, "reached": "Tingkat 3, Cakap", "seen_on": "2 November 2026",
       "history": ["tingkat 2, 1 Oktober 2026", "tingkat 3, 2 November 2026"],
       "missing": [{"sentence": "Menuju Mahir", "behaviours": ["Menahan diam", "#panic(1)"]}],
       "lines": [{"title": "Dewi yang diam", "task": "", "note": "Diamati Sari", "day": "2 November 2026"}] * 3}
FACTS = {
    "title": "Ringkasan kompetensi", "language": "id", "name": '#panic("x") $a$', "made": "Dibuat 2 November 2026",
    "lead": "Tingkat dihitung.", "key": [{"level": 1, "name": "Amankan dulu", "rule": "Ada yang merugikan."}],
    "words": {"missing": "Langkah berikutnya", "history": "Riwayat"},
    "domains": [{"name": "Ruang yang aman", "competencies": [ONE, {**ONE, "level": 0, "history": [], "lines": []}]}],
}


def read(facts):
    made = paper(facts, made_at=AT)
    return made, pypdf.PdfReader(io.BytesIO(made))


def test_it_is_a4_tagged_with_language_and_embedded_fonts():
    made, document = read(FACTS)
    root = document.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "id" and b"pdfuaid" in made
    for page in document.pages:
        assert [round(float(one) / 72 * 25.4) for one in (page.mediabox.width, page.mediabox.height)] == [210, 297]
        fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
        inside = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts]
        assert inside and all("/FontFile2" in one or "/FontFile3" in one for one in inside)


def test_every_word_can_be_selected():
    text = " ".join(read(FACTS)[1].pages[0].extract_text().split())
    for words in ("Ringkasan kompetensi", '#panic("x") $a$', "Tingkat 3, Cakap", "Langkah berikutnya: Menuju Mahir",
                  "#panic(1)", "Riwayat: tingkat 2, 1 Oktober 2026; tingkat 3", "Dewi yang diam", "Dibuat 2 November"):
        assert words in text


def test_sixteen_competencies_take_as_many_pages_as_they_need():
    many = {**FACTS, "domains": [{"name": f"Ranah {n}", "competencies": [ONE] * 4} for n in range(4)]}
    document = read(many)[1]
    assert len(document.pages) > 1
    assert f"1 / {len(document.pages)}" in document.pages[0].extract_text()
