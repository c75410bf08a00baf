"""What a certificate is: a course, the modules that stood certified when it was made, and what of the name is shown."""

import dataclasses
import datetime as dt

from training.core.language import N_

FULL, FIRST, INITIALS, NOTHING = "full", "first", "initials", "none"
NAME_CHOICES = {
    FULL: N_("Nama lengkap"), FIRST: N_("Nama depan saja"), INITIALS: N_("Inisial saja"),
    NOTHING: N_("Tanpa nama"),
}


@dataclasses.dataclass(frozen=True)
class CertifiedModule:
    """One module as it was signed off. `seq` is its entry in the ledger, `titles` by language, `content_hash` the
    SHA-256 of the release that was learned. `signer` is empty once that person was erased."""

    seq: int
    slug: str
    titles: dict
    release: int
    content_hash: str
    certified_at: dt.datetime
    expires_on: dt.date | None
    signer: str = ""


@dataclasses.dataclass(frozen=True)
class Credential:
    """A certificate. `holder` is the full name as it is written today, empty once she was erased; `zone` is hers.
    `witness` is its own entry, the ledger's head when it was made: {"seq", "hash", "signature"}. What became of it
    since is folded from the ledger."""

    id: int
    code: str
    person_id: int
    holder: str
    zone: str
    course: str
    titles: dict
    motif: str
    awarded_at: dt.datetime
    expires_on: dt.date | None
    name_shown: str
    modules: tuple[CertifiedModule, ...]
    witness: dict
    is_erased: bool = False
    is_renewed: bool = False
    withdrawn_at: dt.datetime | None = None
    is_expired: bool = False

    @property
    def short(self) -> str:
        """The first letters of the code, for the names of files."""
        return self.code.partition("-")[0].lower()

    @property
    def name(self) -> str:
        """As much of the holder's name as she chose to show to others; may be empty."""
        return name_as(self.holder, self.name_shown)

    @property
    def signers(self) -> tuple[str, ...]:
        """Who signed its modules off, each once, in order."""
        return tuple(dict.fromkeys(one.signer for one in self.modules if one.signer))


def name_as(name: str, choice: str) -> str:
    """A full name cut down to the choice. One word that is the whole name is still all there is of it."""
    words = name.split()
    if choice == FULL:
        return name
    if choice == FIRST:
        return words[0] if words else ""
    if choice == INITIALS:
        return " ".join(f"{word[0].upper()}." for word in words)
    return ""
