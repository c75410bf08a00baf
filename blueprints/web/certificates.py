"""A certificate in the reader's language: what its page, its paper and its badge say in the same words."""

from flask import url_for
from flask_babel import gettext as _

from blueprints.web.addresses import public_url
from blueprints.web.database import db
from blueprints.web.languages import language
from blueprints.web.pages import day
from training.core.clock import local_day
from training.core.key_names import did_of
from training.core.language import pick
from training.core.signing_key import all_keys
from training.credentials import scope
from training.credentials.credential import Credential
from training.credentials.standing import ERASED, EXPIRED, RENEWED, VALID, WITHDRAWN


def issuers() -> list[str]:
    """How this installation is called in the badges it signs; then, how in those of before its key changed."""
    return [did_of(key) for key in reversed(all_keys(db.session))]


def public_address(credential: Credential) -> str:
    """Where anybody can check it; what the QR code holds."""
    return public_url(url_for("credentials.verify", code=credential.code))


def in_words(credential: Credential, state: str = VALID, *, name: str | None = None) -> dict:
    """What the paper says, as texts (see templates/credentials/certificate.typ), with the full name unless another
    one is given."""
    address = public_address(credential)
    return {
        "title": _("Sertifikat %(code)s", code=credential.code), "issuer": "Sebaya", "language": language(),
        "motif": credential.motif, "code": credential.code, "kind": _("Sertifikat kompetensi"),
        "name": (credential.holder if name is None else name) or "—", "standing": standing_in_words(credential, state),
        "done": _(scope.DONE), "course": pick(credential.titles, language())[0],
        "modules": [module_in_words(one, credential.zone) for one in credential.modules],
        "scope": f"{_(scope.MEANS_NOT)} {_(scope.VALIDITY)}",
        "signed_by": _("Disahkan oleh supervisor"), "signers": ", ".join(credential.signers) or "—",
        "witness": _("Saksi buku pengesahan"), "witness_code": witness_lines(credential),
        "awarded": day_of(credential.awarded_at, credential.zone),
        "valid_until_words": _("berlaku sampai") if credential.expires_on else "",
        "valid_until": day(credential.expires_on),
        "qr_says": _("Kode QR ke halaman pemeriksaan: %(address)s", address=address),
        "address_short": public_url("/verify").partition("://")[2],
    }


def standing_in_words(credential: Credential, state: str) -> str:
    """What a reader must not miss, on paper and on screen; nothing while it is valid."""
    if state == EXPIRED:
        return _("Masa berlakunya lewat sejak %(day)s.", day=day(credential.expires_on))
    if state == WITHDRAWN:
        return _("Dicabut %(day)s, tidak berlaku lagi.", day=day_of(credential.withdrawn_at, credential.zone))
    return {RENEWED: _("Sudah digantikan oleh yang lebih baru."), ERASED: _("Pemegangnya sudah menghapus datanya."),
            }.get(state, "")


def module_in_words(module, zone: str) -> dict:
    """A module's title, and a line with release, date and the first letters of the hash."""
    return {
        "slug": module.slug, "title": pick(module.titles, language())[0], "release": module.release,
        "hash": module.content_hash, "signer": module.signer, "day": day_of(module.certified_at, zone),
        "until": day(module.expires_on),
        "line": _("versi %(release)s, %(day)s, %(hash)s", release=module.release,
                  day=day_of(module.certified_at, zone), hash=module.content_hash[:12]),
    }


def witness_lines(credential: Credential) -> list[str]:
    """The certificate's own entry, the head of the ledger when it was made, as `ledger verify --witness` reads it from
    paper: number and hash, then the signature on two lines. A later change to the ledger cannot hide from it."""
    seq, made, signature = (str(credential.witness[name]) for name in ("seq", "hash", "signature"))
    return [f"{seq}:{made}:", signature[:64], signature[64:]]


def day_of(at, zone: str) -> str:
    """The day of `at` on the holder's calendar, wherever the reader is."""
    return day(local_day(at, zone))
