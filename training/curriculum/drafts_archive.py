"""A whole draft as one zip file, out and in, so that an author can also work with an editor of her own. Everything in
it is looked at before anything is taken in; sizes are read before they are unpacked."""

import datetime as dt
import io
import zipfile
import zlib

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.core.language import N_
from training.core.refusal import NotUnderstood
from training.curriculum import drafts_store as store
from training.curriculum.assets import is_asset, read_asset
from training.curriculum.drafts import Draft, held_module
from training.curriculum.drafts_saving import FILE_NAME, LONGEST
from training.curriculum.files import ASSET_LIMIT, decode
from training.curriculum.release_hash import canonical_text
from training.permissions import WRITE_DRAFTS, insist

MOST_FILES = 200
MOST_BYTES = 20_000_000
LONG_AGO = (2020, 1, 1, 0, 0, 0)
FOLDERS = ("figures", "audio")


class NotAnArchive(NotUnderstood):
    sentence = N_("Berkas ini bukan zip yang bisa dibaca.")


class TooMuchInside(NotUnderstood):
    sentence = N_("Isi zip terlalu banyak: paling banyak 200 berkas dan 20 MB.")


class UnfitEntry(NotUnderstood):
    sentence = N_("“%(name)s” di dalam zip tidak bisa dipakai. Tidak ada yang diubah.")


def pack(session: Session, draft: Draft) -> bytes:
    """The draft's texts and pictures as a zip file with the module's folder in it; the same draft gives the same
    bytes."""
    files = {name: text.encode() for name, text in draft.texts.items()} | store.asset_data(session, draft.id)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(f"{draft.module}/{name}", LONG_AGO), data, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def unpack(session: Session, actor: Person, draft_id: int, data: bytes, *, client_key: str,
           at: dt.datetime) -> list[str]:
    """Take the texts and pictures of a zip file into the draft; the names of those that changed. Files that are not in
    it stay. Refuses the whole of it for one entry that does not belong there."""
    insist(actor, WRITE_DRAFTS)
    mine = held_module(session, draft_id)
    texts, assets = _looked_through(_entries(data, mine.module))
    changed = []
    for name, text in sorted(texts.items()):
        file = mine.files.get(name)
        if file is None or file.text != text:
            store.write(session, draft_id, name, text, file.version + 1 if file else 1, person_id=actor.id,
                        client_key=client_key, at=at)
            changed.append(name)
    for asset in assets:
        if mine.assets.get(asset.path) != asset.sha256:
            store.put_asset(session, draft_id, asset, person_id=actor.id, at=at)
            changed.append(asset.path)
    return changed


def _entries(data: bytes, module: str) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            inside = [one for one in archive.infolist() if not one.is_dir()]
            if len(inside) > MOST_FILES or sum(one.file_size for one in inside) > MOST_BYTES:
                raise TooMuchInside()
            return {one.filename.removeprefix(f"{module}/"): _read(archive, one) for one in inside}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError, zlib.error):
        raise NotAnArchive() from None


def _read(archive, one) -> bytes:
    """What an entry holds, and never more than it says it holds."""
    with archive.open(one) as opened:
        data = opened.read(min(one.file_size, ASSET_LIMIT) + 1)
    if len(data) > ASSET_LIMIT:
        raise UnfitEntry(name=one.filename[:80])
    return data


def _looked_through(entries):
    texts, assets = {}, []
    for name, data in entries.items():
        folder, _, file = name.partition("/")
        if FILE_NAME.fullmatch(name):
            text, _problems = decode(data, name)
            if text is None or len(text) > LONGEST:
                raise UnfitEntry(name=name)
            texts[name] = canonical_text(text)
        elif folder in FOLDERS and file and "/" not in file and is_asset(file):
            asset, _problems = read_asset(name, data, name)
            if asset is None:
                raise UnfitEntry(name=name)
            assets.append(asset)
        else:
            raise UnfitEntry(name=name[:80])
    return texts, assets
