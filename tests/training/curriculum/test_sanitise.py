"""Nothing outside the policy comes through, legitimate lessons come through whole, and once clean is clean."""

import html.parser
import itertools

import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.training.curriculum.attacks import ATTACKS
from training.curriculum import policy
from training.curriculum.page import Scope
from training.curriculum.render import render_text
from training.curriculum.sanitise import sanitise

PIECES = [
    "<p>", "</p>", "<a href='/x'>", "</a>", "<table>", "<tr>", "<td>", "<b>", "<i>", "</b>",
    "<ul>", "<li>", "<!--", "-->",
    "<svg>", "<math>", "<style>", "</style>", "<script>", "</script>", "<select>", "<template>",
    "&lt;", "&amp;", "&#x3c;", '"',
    "'", "=", " ", "teks", "\u00a0", "<img src=x alt='", "<details open>", "<summary>",
    "<h2 id='m-a'>", "</h2>", "<br/>", "&",
    "<", ">", "\\", "javascript:", "onerror=",
]  # fmt: skip


class Shape(html.parser.HTMLParser):
    """Everything in a page: its tags, and its tags with each attribute and value."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.attributes = [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]


def assert_within_policy(page):
    shape = Shape(page)
    assert set(shape.tags) <= set(policy.TAGS)
    assert [one for one in shape.attributes if not policy.allows(*one)] == []


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_in_a_lesson_leaves_nothing_outside_the_policy(attack):
    assert_within_policy(render_text(attack, "id", Scope()))
    assert_within_policy(render_text(f"Teks {attack} teks\n\n{attack}\n", "id", Scope()))


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_as_html_leaves_nothing_outside_the_policy_and_is_clean_at_once(attack):
    cleaned = sanitise(attack)
    assert_within_policy(cleaned)
    assert sanitise(cleaned) == cleaned


def test_two_attacks_together_stay_within_the_policy():
    for first, second in itertools.islice(itertools.product(ATTACKS[::3], ATTACKS[1::4]), 400):
        assert_within_policy(sanitise(first + second))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=25).map("".join))
def test_cleaning_what_is_clean_changes_nothing(page):
    cleaned = sanitise(page)
    assert sanitise(cleaned) == cleaned
    assert_within_policy(cleaned)


LEGITIMATE = """## Tiga tanda

Lihat **bahu**, *napas*, `tangan`.[^1] Baca [lagi](https://example.org/a?b=1&c=2 "Judul").

| Tanda | Arti |
|:------|-----:|
| Diam  | Beku |

Istilah
:   Artinya.

1. Satu
2. Dua
   - [x] selesai
   - [ ] belum

> [!kelompok] Judul
> Isi.

> [!transkrip]
> Suara.

<details><summary>Lebih jauh</summary>
<p>Isi <abbr title="x">y</abbr><br><time datetime="2026-11-20">kini</time></p></details>

[^1]: Catatan kaki.
"""


def test_a_legitimate_lesson_passes_the_second_wall_unchanged():
    rendered = render_text(LEGITIMATE, "id", Scope())
    tags = {tag: set(names | policy.COMMON) for tag, names in policy.TAGS.items()}
    assert nh3.clean(rendered, tags=set(policy.TAGS), attributes=tags, link_rel=None) == rendered
    for tag in ("table", "details", "aside", "dl", "sup", "abbr", "time", "code"):
        assert f"<{tag}" in rendered


@pytest.mark.parametrize("tag", (
    "script", "style", "iframe", "object", "embed", "form", "input", "button", "link", "meta", "base", "svg", "math",
    "template", "noscript", "frame", "applet", "marquee", "portal",
))
def test_no_policy_may_ever_hold_these_tags(tag):
    assert tag not in policy.TAGS and f"<{tag}" not in sanitise(f"<p>a</p><{tag} src=x>b</{tag}>")


@pytest.mark.parametrize("name", (
    "style", "onclick", "onerror", "onload", "srcdoc", "srcset", "formaction", "action", "ping", "background",
    "xlink:href", "is", "slot", "autofocus", "contenteditable", "tabindex", "target",
))
def test_nor_these_attributes_on_any_tag(name):
    assert not any(policy.allows(tag, name, "x") for tag in policy.TAGS)
    assert not any(f" {name}=" in sanitise(f'<{tag} {name}="x">a</{tag}>') for tag in policy.TAGS)


@pytest.mark.parametrize(
    "address",
    ["https://a.example/b", "http://a", "mailto:a@b.example", "tel:129", "/courses/x", "#m-a", "a/b?c=d:e", ""],
)
def test_ordinary_addresses_are_allowed(address):
    assert policy.allows_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:1", "JAVASCRIPT:x", " javascript:x", "java\nscript:x", "data:x", "//a.example",
        "/\\a", "\\\\a", "blob:x",
        "javascript&colon;x", "file:///etc", "x:y", "\u200bjavascript:x",
    ],
)  # fmt: skip
def test_other_addresses_are_not(address):
    assert not policy.allows_address(address)


def test_pictures_and_sound_come_from_our_own_media_only():
    assert policy.allows("img", "src", "/media/0123456789abcdef/a.svg")
    for address in ("https://a.example/a.png", "/courses/a.png", "/media/../a", "a.png", "data:image/png;base64,x"):
        assert not policy.allows("img", "src", address)
