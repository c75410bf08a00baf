"""Doubled words are kept on one line, whatever else the text holds."""

import pytest

from blueprints.web.pages import whole


@pytest.mark.parametrize(("text", "shown"), [
    ("Kira-kira 8 menit", '<span class="nb">Kira-kira</span> 8 menit'),
    ("kata-katanya, orang-orang", '<span class="nb">kata-katanya</span>, <span class="nb">orang-orang</span>'),
    ("serah-terima", "serah-terima"), ("pelan <b>", "pelan &lt;b&gt;"), ("", ""),
])
def test_a_doubled_word_stays_whole(text, shown):
    assert whole(text) == shown
