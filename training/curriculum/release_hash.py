"""The fingerprint of what was published: one SHA-256 over a canonical form of sources and assets.

Canonical form: for every file one line `path TAB length TAB sha256 LF`, the lines sorted by their bytes. Texts are
UTF-8 with LF line ends, no byte-order mark, Unicode NFC and exactly one LF at the end; assets are their bytes. The
fingerprint is the SHA-256 of these lines after the line `sebaya-release-1 LF`. It does not depend on the machine, the
file system or the order of reading.
"""

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping

HEAD = b"sebaya-release-1\n"


def canonical_text(text: str) -> str:
    """A source text as it is hashed, stored and exported."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", plain).rstrip("\n") + "\n"


def content_hash(texts: Mapping[str, str], assets: Iterable[tuple[str, int, str]] = ()) -> str:
    """The fingerprint (64 hex digits) of texts by path and of assets as `(path, length, sha256)`."""
    lines = [_line(path, len(data := canonical_text(text).encode()), hashlib.sha256(data).hexdigest())
             for path, text in texts.items()]
    lines += [_line(*asset) for asset in assets]
    return hashlib.sha256(HEAD + b"".join(sorted(lines))).hexdigest()


def _line(path: str, length: int, sha256: str) -> bytes:
    return f"{path}\t{length}\t{sha256}\n".encode()
