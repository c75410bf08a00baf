"""Does a certificate still hold? A pure answer from the certificate and the calendar; it looks nothing up."""

import datetime as dt

from training.core.clock import local_day
from training.core.language import N_
from training.credentials.credential import Credential

VALID, EXPIRED, WITHDRAWN, RENEWED, ERASED = "valid", "expired", "withdrawn", "renewed", "erased"

SENTENCES = {
    VALID: N_("Sertifikat ini sah dan masih berlaku."),
    EXPIRED: N_("Sertifikat ini sah, tetapi masa berlakunya sudah lewat."),
    WITHDRAWN: N_("Sertifikat ini sudah dicabut dan tidak berlaku lagi."),
    RENEWED: N_("Sertifikat ini sah pada masanya, dan sudah digantikan oleh yang lebih baru."),
    ERASED: N_("Sertifikat ini pernah diterbitkan. Pemegangnya sudah menghapus datanya."),
}
WORDS = {
    VALID: N_("berlaku"), EXPIRED: N_("masa berlaku lewat"), WITHDRAWN: N_("dicabut"), RENEWED: N_("sudah diperbarui"),
    ERASED: N_("pemegang terhapus"),
}
SOON_DAYS = 92


def standing(credential: Credential, *, at: dt.datetime) -> str:
    """VALID, EXPIRED, WITHDRAWN, RENEWED or ERASED at the moment `at`. It is valid through its last day on the
    holder's own calendar. A withdrawal outweighs everything, because it is the one thing a reader must not miss."""
    if credential.withdrawn_at is not None:
        return WITHDRAWN
    if credential.is_erased:
        return ERASED
    if credential.is_renewed:
        return RENEWED
    return EXPIRED if is_over(credential, at) else VALID


def is_over(credential: Credential, at: dt.datetime) -> bool:
    """Whether the certificate's last day has passed where its holder lives, or its expiry is entered."""
    if credential.is_expired:
        return True
    return credential.expires_on is not None and local_day(at, credential.zone) > credential.expires_on


def ends_soon(credential: Credential, *, at: dt.datetime) -> bool:
    """Whether a valid certificate has three months or less to go: time for one reminder."""
    if credential.expires_on is None or standing(credential, at=at) != VALID:
        return False
    return (credential.expires_on - local_day(at, credential.zone)).days <= SOON_DAYS
