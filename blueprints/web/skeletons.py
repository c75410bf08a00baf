"""Pages that are the same for every reader but for a few small places: drawn once with holes, then filled for each.

While a skeleton is drawn the reader is a stand-in with a hole for a name. A template that asks it for anything else
finds nothing, so what belongs to one reader cannot stand in a page for another. Whatever else such a page depends on
must be in its key; tests/blueprints/test_skeletons.py holds filled skeletons against pages drawn whole.
"""

import re
import struct
import zlib

from flask import Flask, Response, current_app, g, request, session
from markupsafe import escape

from blueprints.web import contacts, door_counts, forms
from blueprints.web.access import the_person
from blueprints.web.languages import language

# Unicode keeps these code points for the inside of programs; no text has them.
TOKEN, NAME, INITIALS, HEADING, PERMILLE = "\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4"
HOLE = re.compile("([\ufdd0-\ufdd4])")
MOST = 500


class StandIn:
    """Nobody in particular with somebody's roles."""

    name, initials = NAME, INITIALS

    def __init__(self, person):
        self.roles, self.is_a = person.roles, person.is_a


def keep(app: Flask) -> None:
    app.extensions["skeletons"] = {}


def fits() -> bool:
    """Whether this request asks for the plain page, without a question in its address or a message to tell."""
    return not request.query_string and "_flashes" not in session


def filled(parts, draw, place: tuple[str, str, int] | None) -> Response:
    """The page that `draw(place, **stand_ins)` renders, for the signed-in person; drawn only when none is kept for
    `parts` and for what the frame of every page depends on. `place` is where she stopped: lesson, heading, permille."""
    kept, person = current_app.extensions["skeletons"], the_person()
    waiting = door_counts.everything_waiting()
    frame = (request.path, language(), person.roles, waiting, contacts.version(), contacts.are_stale())
    key = (frame, place is None, parts)
    pieces = kept.get(key)
    if pieces is None:
        if len(kept) >= MOST:
            kept.pop(next(iter(kept)), None)
        pieces = kept[key] = drawn(draw, StandIn(person), place and (place[0], HEADING, PERMILLE))
    _, heading, permille = place or ("", "", 0)
    fillings = {
        TOKEN: forms.token(), NAME: str(escape(person.name)), INITIALS: str(escape(person.initials)),
        HEADING: str(escape(heading)), PERMILLE: str(permille),
    }
    pieces = [piece if type(piece) is tuple else stored(fillings[piece].encode()) for piece in pieces]
    if "gzip" not in request.headers.get("Accept-Encoding", ""):
        return Response(b"".join([plain for plain, _ in pieces]))
    return Response(gzipped(pieces), headers={"Content-Encoding": "gzip"})


def drawn(draw, stand_in: StandIn, place) -> tuple:
    """The pieces of a page between its holes, packed, and the holes."""
    g.token_hole = TOKEN
    try:
        pieces = HOLE.split(draw(place, person=stand_in))
    finally:
        g.token_hole = None
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
