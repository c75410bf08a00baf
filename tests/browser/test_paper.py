"""What leaves the house on paper: the certificate as downloaded and as printed from its page, and the summary of
competencies; each held against the design's A4 picture where a number can say it."""

import io

import pypdf
import pytest

from tests.browser.conftest import WIDE

MM = 25.4 / 72


@pytest.fixture
def made(visit):
    """Made, who holds a certificate, on its page."""
    def on_her_page(**ways):
        page = visit("made", size=WIDE, **ways)
        page.goto("/credentials")
        page.goto(page.locator('ul.mods a[href^="/credentials/"]').first.get_attribute("href"))
        return page

    return on_her_page


def read(data):
    document = pypdf.PdfReader(io.BytesIO(data))
    assert document.trailer["/Root"]["/MarkInfo"]["/Marked"], "not tagged"
    return document


def sides(page):
    return [round(float(side) * MM) for side in (page.mediabox.width, page.mediabox.height)]


def unembedded(page) -> list[str]:
    """Fonts whose letters are not in the file. A Type 3 font is made of nothing but its letters."""
    missing = []
    for font in (one.get_object() for one in page["/Resources"].get("/Font", {}).values()):
        inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        if font["/Subtype"] != "/Type3" and not {"/FontFile2", "/FontFile3"} & set(inner["/FontDescriptor"]):
            missing.append(str(font["/BaseFont"]))
    return missing


def places(page) -> list[tuple[str, float, float, float]]:
    """Each piece of text with its left edge and its distance from the top in millimetres, and its size in points."""
    found = []

    def look(text, matrix, text_matrix, font, size):
        if text.strip():
            across = matrix[0] * text_matrix[4] + matrix[4]
            up = matrix[3] * text_matrix[5] + matrix[5]
            found.append((text.strip(), across * MM, 210 - up * MM, abs(size * text_matrix[3] * matrix[3])))

    page.extract_text(visitor_text=look)
    return found


@pytest.mark.browser
@pytest.mark.parametrize("language", ["id", "en"])
def test_the_downloaded_certificate_is_one_a4_page_laid_out_as_designed(made, language):
    page = made(language=language)
    answer = page.request.get(page.url.split("?")[0] + ".pdf")
    (sheet,) = read(answer.body()).pages
    assert sides(sheet) == [297, 210] and not unembedded(sheet)
    texts = places(sheet)
    assert min(left for _, left, _, _ in texts) > 110, "text on the cloth"
    name = next(one for one in texts if one[0].startswith("Made"))
    assert name[3] == max(size for *_, size in texts) and 60 < name[2] < 85
    code = next(one for one in texts if one[0].count("-") == 6)
    assert code[2] < 20, "the code stands in the head"
    assert any("4" in text and 180 < top < 200 for text, _, top, _ in texts), "dates stand in the foot"


@pytest.mark.browser
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_certificate_printed_from_its_page_is_one_a4_page(made, dark):
    page = made(dark=dark)
    (sheet,) = read(page.pdf(prefer_css_page_size=True, print_background=True, tagged=True)).pages
    assert sides(sheet) == [297, 210] and not unembedded(sheet)
    text = sheet.extract_text()
    assert "Made Artini" in text and "psikolog" in text and "Siapa yang bisa melihat" not in text


@pytest.mark.browser
def test_the_summary_of_competencies_is_a4_with_its_own_fonts(visit):
    page = visit("made", size=WIDE)
    sheets = read(page.request.get("/competencies.pdf").body()).pages
    assert all(sides(sheet) == [210, 297] and not unembedded(sheet) for sheet in sheets)
    assert "Made Artini" in sheets[0].extract_text()
