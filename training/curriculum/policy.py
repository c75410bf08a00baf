"""THE table of what HTML a course may hold: tags, attributes, class names and addresses. Both walls of `sanitise.py`
are built from it; nothing else decides what is allowed."""

import html
import re

_PLAIN = (
    "p br hr h1 h2 h3 h4 h5 h6 strong em b i u s del ins mark small sub sup code pre kbd samp blockquote q cite ul dl "
    "dt dd table caption thead tbody tfoot tr figure figcaption summary span section aside abbr dfn"
)
COMMON = {"id", "class", "lang", "dir", "title"}
TAGS = {
    **dict.fromkeys(_PLAIN.split(), frozenset()),
    "a": frozenset({"href", "rel"}),
    "img": frozenset({"src", "alt", "width", "height", "loading", "decoding"}),
    "audio": frozenset({"src", "controls", "preload"}),
    "video": frozenset({"src", "controls", "preload", "poster", "width", "height"}),
    "source": frozenset({"src", "type"}),
    "track": frozenset({"src", "kind", "srclang", "label", "default"}),
    "div": frozenset({"data-check", "data-reflection"}),
    "ol": frozenset({"start"}),
    "li": frozenset({"value"}),
    "th": frozenset({"align", "colspan", "rowspan", "scope"}),
    "td": frozenset({"align", "colspan", "rowspan", "data-l"}),
    "colgroup": frozenset({"span"}),
    "col": frozenset({"span"}),
    "details": frozenset({"open"}),
    "time": frozenset({"datetime"}),
}
_CLASS_NAMES = (
    "callout callout--group callout--try callout--example callout--care callout--step callout--summary callout--note "
    "callout--transcript callout__title term contact source nb tablewrap data data--flow audio footnote footnote-ref "
    "footnote-backref terms sources tasks organisation"
)
CLASSES = frozenset(_CLASS_NAMES.split())
SCHEMES = frozenset({"https", "http", "mailto", "tel"})
URL_ATTRIBUTES = frozenset({"href", "src", "poster"})
MEDIA = "/media/"

_VALUES = {
    "id": re.compile(r"(?:m-|fn|istilah-|sumber-)[\w:.-]{0,200}"),
    "lang": re.compile(r"[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{2,8}){0,3}"),
    "dir": re.compile(r"ltr|rtl|auto"),
    "rel": re.compile(r"noreferrer|noopener noreferrer"),
    "align": re.compile(r"left|right|center"),
    "scope": re.compile(r"row|col|rowgroup|colgroup"),
    "loading": re.compile(r"lazy|eager"),
    "decoding": re.compile(r"async|auto"),
    "preload": re.compile(r"none|metadata"),
    "kind": re.compile(r"captions|subtitles|descriptions"),
    "data-check": re.compile(r"[a-z0-9-]{1,80}"),
    "data-reflection": re.compile(r"[a-z0-9-]{1,80}"),
    **dict.fromkeys(("width", "height", "colspan", "rowspan", "span", "start", "value"), re.compile(r"\d{1,5}")),
}
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


def allows(tag: str, name: str, value: str) -> bool:
    """Whether `tag` may carry the attribute `name` with this value."""
    if name not in TAGS.get(tag, ()) and not (tag in TAGS and name in COMMON):
        return False
    if name == "class":
        return set(value.split()) <= CLASSES
    if name in URL_ATTRIBUTES:
        return allows_address(value, only_media=tag != "a")
    return name not in _VALUES or _VALUES[name].fullmatch(value) is not None


def allows_address(value: str, *, only_media: bool = False) -> bool:
    """Whether a link may lead to `value`: https, http, mailto, tel or a path of this site. Pictures and sound must be
    our own files. An address is judged as a browser would read it, and once more with its entities undone."""
    return all(_allows_plain(one, only_media) for one in {value, html.unescape(html.unescape(value))})


def _allows_plain(value, only_media):
    bare = _INVISIBLE.sub("", value)
    if "\\" in bare or bare.startswith("//"):
        return False
    if only_media:
        return bare == value and bare.startswith(MEDIA) and ".." not in bare
    scheme = _SCHEME.match(bare)
    if scheme:
        return scheme[1].lower() in SCHEMES
    return ":" not in re.split(r"[/?#]", bare, maxsplit=1)[0]
