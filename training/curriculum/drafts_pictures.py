"""Pictures of a draft. A file is taken in only when it is what its name says and can do nothing but be looked at."""

import datetime as dt
import pathlib
import re
import unicodedata

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.core.language import N_
from training.core.refusal import NotUnderstood
from training.curriculum import drafts_store as store
from training.curriculum.assets import read_asset
from training.curriculum.drafts import held_module
from training.curriculum.files import ASSET_LIMIT
from training.permissions import WRITE_DRAFTS, insist

KINDS = (".svg", ".png", ".webp")
REASONS = {
    "asset.unreadable": N_("Berkas ini tidak bisa dibaca sebagai gambar. Simpan ulang sebagai SVG, PNG, atau WebP."),
    "asset.active": N_("Gambar SVG ini berisi naskah program atau animasi. Simpan ulang sebagai gambar saja."),
    "asset.outward": N_("Gambar SVG ini memuat sesuatu dari alamat lain. Simpan ulang sebagai gambar saja."),
}


class NotThisKind(NotUnderstood):
    sentence = N_("Pilih gambar SVG, PNG, atau WebP.")


class TooHeavy(NotUnderstood):
    sentence = N_("Gambar ini lebih besar dari 5 MB. Perkecil dulu, lalu unggah lagi.")


class NotAPicture(NotUnderstood):
    """`sentence` says what is wrong with it."""

    def __init__(self, sentence: str):
        self.sentence = sentence
        super().__init__()


def add_picture(session: Session, actor: Person, draft_id: int, filename: str, data: bytes, *, at: dt.datetime) -> str:
    """Take a picture into the draft, in place of one of the same name; its path as a lesson writes it. Refuses other
    kinds, more than 5 MB, and an SVG that is more than a picture."""
    insist(actor, WRITE_DRAFTS)
    held_module(session, draft_id)
    path = f"figures/{plain_name(filename)}"
    if pathlib.PurePosixPath(path).suffix not in KINDS:
        raise NotThisKind()
    if len(data) > ASSET_LIMIT:
        raise TooHeavy()
    asset, problems = read_asset(path, data, path)
    if asset is None:
        raise NotAPicture(REASONS[problems[0].code])
    store.put_asset(session, draft_id, asset, person_id=actor.id, at=at)
    return path


def remove_picture(session: Session, actor: Person, draft_id: int, path: str) -> None:
    """Take a picture out of the draft; releases that show it keep it."""
    insist(actor, WRITE_DRAFTS)
    held_module(session, draft_id)
    store.remove_asset(session, draft_id, path)


def plain_name(filename: str) -> str:
    """The file's own name in small letters, digits and hyphens, without any folder."""
    name = pathlib.PurePosixPath(filename.replace("\\", "/")).name
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem, _, kind = letters.rpartition(".")
    return f"{'-'.join(re.findall('[a-z0-9]+', stem))[:60] or 'gambar'}.{kind}"
