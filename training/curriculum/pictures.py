"""How large a picture is, and whether an SVG is only a picture. Sizes are read from the first bytes; nothing is
decoded."""

import re
import struct
import xml.etree.ElementTree as etree

_SVG_NAMESPACE = "{http://www.w3.org/2000/svg}"
_ACTIVE = {
    "script",
    "foreignObject",
    "iframe",
    "embed",
    "object",
    "audio",
    "video",
    "handler",
    "listener",
    "set",
    "animate",
    "animateTransform",
    "animateMotion",
}
# Entities, and instructions to the reader: a style sheet in XSLT turns a picture into a page with scripts.
_FOREIGN = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\?(?!xml\s)", re.IGNORECASE)
_OUTWARD = re.compile(r"@import|url\(\s*['\"]?\s*(?!#)|expression\(|javascript:", re.IGNORECASE)


class NotAPicture(ValueError):
    """`reason` says what is wrong, as a key of the words: unreadable, active or outward."""

    def __init__(self, reason: str):
        self.reason = reason
        super().__init__(reason)


def measure(data: bytes, content_type: str) -> tuple[int, int]:
    """Width and height in pixels. Raises NotAPicture for anything that is not what its name says."""
    try:
        return _MEASURES[content_type](data)
    except (struct.error, IndexError, KeyError, etree.ParseError, UnicodeDecodeError):
        raise NotAPicture("unreadable") from None


def _svg(data):
    if b"\0" in data:  # UTF-16, in which the next line would overlook what the parser reads
        raise NotAPicture("unreadable")
    if _FOREIGN.search(data):
        raise NotAPicture("active")
    root = etree.fromstring(data)  # noqa: S314 - entities and document types were refused above
    if root.tag != f"{_SVG_NAMESPACE}svg":
        raise NotAPicture("unreadable")
    for element in root.iter():
        _refuse_active(element)
    return _svg_size(root)


def _refuse_active(element):
    if not isinstance(element.tag, str) or element.tag.rpartition("}")[2] in _ACTIVE:
        raise NotAPicture("active")
    if element.tag == f"{_SVG_NAMESPACE}style" and _OUTWARD.search(element.text or ""):
        raise NotAPicture("outward")
    for name, value in element.attrib.items():
        plain = name.rpartition("}")[2].lower()
        if plain.startswith("on"):
            raise NotAPicture("active")
        if (plain in ("href", "src") and not value.strip().startswith("#")) or _OUTWARD.search(value):
            raise NotAPicture("outward")


def _svg_size(root):
    given = [re.match(r"\s*(\d+(?:\.\d+)?)\s*(?:px)?\s*$", root.get(name, "")) for name in ("width", "height")]
    if all(given):
        return tuple(round(float(one[1])) for one in given)
    box = root.get("viewBox", "").replace(",", " ").split()
    if len(box) != 4 or not re.fullmatch(r"[\d.]+ [\d.]+", " ".join(box[2:])):
        raise NotAPicture("unreadable")
    return round(float(box[2])), round(float(box[3]))


def _png(data):
    if data[:8] != b"\x89PNG\r\n\x1a\n":
        raise NotAPicture("unreadable")
    return struct.unpack(">II", data[16:24])


def _webp(data):
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise NotAPicture("unreadable")
    if data[12:16] == b"VP8X":
        return tuple(int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27))
    if data[12:16] == b"VP8L":
        bits = struct.unpack("<I", data[21:25])[0]
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack("<HH", data[26:30])
    return width & 0x3FFF, height & 0x3FFF


def _jpeg(data):
    if data[:2] != b"\xff\xd8":
        raise NotAPicture("unreadable")
    at = 2
    while data[at] == 0xFF:
        kind, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + length
    raise NotAPicture("unreadable")


_MEASURES = {"image/svg+xml": _svg, "image/png": _png, "image/webp": _webp, "image/jpeg": _jpeg}
