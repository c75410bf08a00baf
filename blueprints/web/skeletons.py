"""Pages that are the same for every reader but for a few small places: drawn once with holes, then filled for each.

While a skeleton is drawn the reader is a stand-in with a hole for a name. A template that asks it for anything else
finds nothing, so what belongs to one reader cannot stand in a page for another. Whatever else such a page depends on
must be in its key; tests/blueprints/test_skeletons.py holds filled skeletons against pages drawn whole.
"""

import re
import struct
import zlib
from collections.abc import Callable, Hashable, Mapping

from flask import Flask, Response, current_app, g, request, session
from markupsafe import Markup, escape

from blueprints.web import contacts, door_counts, forms
from blueprints.web.access import the_person
from blueprints.web.addresses import own_path
from blueprints.web.languages import language
from blueprints.web.whose import whose

# Unicode keeps these code points for the inside of programs; no text has them.
TOKEN, NAME, INITIALS, ADDRESS, MARK, *OTHERS = "\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\ufdd5\ufdd6\ufdd7\ufdd8"
HOLE = re.compile("([\ufdd0-\ufdd8])")
MOST, MOST_PIECES = 500, 3000
LARGEST = 1000


class StandIn:
    """Nobody in particular with somebody's roles."""

    name, initials, mark = NAME, INITIALS, MARK

    def __init__(self, person):
        self.roles, self.is_a = person.roles, person.is_a


def keep(app: Flask) -> None:
    app.extensions["skeletons"], app.extensions["pieces"] = {}, {}


def fits() -> bool:
    """Whether this request asks for the plain page, without a question in its address or a message to tell."""
    return not request.query_string and "_flashes" not in session


def page(
    parts: Hashable, draw: Callable, holes: Mapping[str, str | list[Markup]] | None = None, *,
    is_shared: bool = True, anywhere: bool = False,
) -> Response | str:
    """The page that `draw(**holes)` renders for the signed-in person. Where it `is_shared`, it is drawn only when none
    is kept for `parts` and for what the frame of every page depends on. `holes`: what differs from reader to reader; a
    text, or pieces one after the other. A page that is the same `anywhere` does not depend on its address."""
    holes = {name: one if isinstance(one, str) else Markup("").join(one) for name, one in (holes or {}).items()}
    if not (is_shared and fits()):
        return draw(**holes)
    person, waiting = the_person(), door_counts.everything_waiting()
    address = request.endpoint if anywhere else request.path
    frame = (address, language(), person.roles, waiting, contacts.version(), contacts.are_stale())
    marks = dict(zip(holes, OTHERS, strict=False))
    skeleton = once("skeletons", (frame, parts), MOST, lambda: drawn(draw, marks, StandIn(person), anywhere))
    texts = {TOKEN: forms.token(), NAME: person.name, INITIALS: person.initials, ADDRESS: own_address(),
             MARK: whose(person)}
    fillings = texts | {marks[name]: one for name, one in holes.items()}
    return filled(skeleton, fillings)


def own_address() -> str:
    """This page's own address, for coming back to it; the front door when the address holds what no page has."""
    return g.get("address_hole") or own_path(request.full_path.rstrip("?"))


def filled(skeleton: tuple, fillings: Mapping[str, str]) -> Response:
    """A skeleton with something in each of its holes. Where that is much, the page is left to be packed as a whole."""
    texts = {hole: str(escape(one)).encode() for hole, one in fillings.items()}
    if max(map(len, texts.values())) > LARGEST or "gzip" not in request.headers.get("Accept-Encoding", ""):
        return Response(b"".join([texts[one] if type(one) is str else one[0] for one in skeleton]))
    pieces = [stored(texts[one]) if type(one) is str else one for one in skeleton]
    return Response(gzipped(pieces), headers={"Content-Encoding": "gzip"})


def once(memory: str, key: Hashable, most: int, make: Callable):
    """What `make()` returns, asked for only when nothing is kept for `key`."""
    kept = current_app.extensions[memory]
    found = kept.get(key)
    if found is None:
        found = make()
        if len(kept) >= most:
            kept.pop(next(iter(tuple(kept))), None)  # a tuple, because other threads put something in meanwhile
        kept[key] = found
    return found


def piece(key: Hashable, draw: Callable[[], Markup]) -> Markup:
    """The part of a page that `draw()` renders, kept for whoever sees the same: `key` is all that it depends on, and
    nothing in it may be one reader's own."""
    return once("pieces", key, MOST_PIECES, draw)


def drawn(draw: Callable, marks: Mapping[str, str], stand_in: StandIn, anywhere: bool) -> tuple:
    """The pieces of a page between its holes, packed, and the holes."""
    g.token_hole, g.address_hole = TOKEN, ADDRESS if anywhere else None
    try:
        pieces = HOLE.split(draw(**marks, person=stand_in))
    finally:
        g.token_hole = g.address_hole = None
    return tuple(piece if HOLE.fullmatch(piece) else packed(piece.encode()) for piece in pieces if piece)


def packed(plain: bytes) -> tuple[bytes, bytes]:
    """A piece, and its deflate blocks; they lean on no other piece and end on a whole byte, so pieces can be joined."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return plain, packer.compress(plain) + packer.flush(zlib.Z_FULL_FLUSH)


def stored(plain: bytes) -> tuple[bytes, bytes]:
    """The same without packing, for the few letters of a hole (RFC 1951, 3.2.4)."""
    return plain, b"\0" + struct.pack("<HH", len(plain), len(plain) ^ 0xFFFF) + plain


def gzipped(pieces) -> bytes:
    """One gzip file of pieces (RFC 1952): head, their blocks, an empty last block, checksum and length."""
    whole = b"".join([plain for plain, _ in pieces])
    tail = struct.pack("<LL", zlib.crc32(whole), len(whole))
    return b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + b"".join([blocks for _, blocks in pieces]) + b"\x03\0" + tail
