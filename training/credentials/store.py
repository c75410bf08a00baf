"""The table of certificates, and the ledger read beside it. No name is kept here: holder and signers are looked up, so
that an erased person is gone from every certificate at once."""

import datetime as dt
from collections.abc import Iterator

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from training.accounts.store import PersonRow
from training.core.database import Base, Json, UtcDateTime, put_once
from training.credentials.credential import CertifiedModule, Credential
from training.signoffs import book
from training.signoffs.entry import AWARDED
from training.signoffs.fate import Fate, fate
from training.signoffs.store import CommitmentRow, EntryRow


class CredentialRow(Base):
    """One certificate, for good. `client_key` is the digest of the course and the ledger entries it rests on, so the
    same set of sign-offs makes one certificate however often it is asked for."""

    __tablename__ = "credentials"
    __table_args__ = (sa.UniqueConstraint("person_id", "client_key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(sa.String(40), unique=True)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("people.id"), index=True)
    course: Mapped[str] = mapped_column(sa.String(60))
    titles: Mapped[dict] = mapped_column(Json)
    motif: Mapped[str] = mapped_column(sa.String(20))
    awarded_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    expires_on: Mapped[dt.date | None]
    name_shown: Mapped[str] = mapped_column(sa.String(10))
    entries: Mapped[list] = mapped_column(Json)  # one mapping for each module: seq, slug, titles, release, hash, times
    witness: Mapped[dict] = mapped_column(Json)
    client_key: Mapped[str] = mapped_column(sa.String(64))


credentials, people = CredentialRow.__table__, PersonRow.__table__
ledger, commitments = EntryRow.__table__, CommitmentRow.__table__


def put(session: Session, **values) -> None:
    """Keep a certificate, unless this set of sign-offs has one already."""
    put_once(session, credentials, **values)


def choose_name(session: Session, credential_id: int, choice: str) -> None:
    """Keep which name the public page shows."""
    session.execute(sa.update(credentials).where(credentials.c.id == credential_id).values(name_shown=choice))


def by_code(session: Session, code: str) -> Credential | None:
    """The certificate with this code, or None."""
    return next(iter(_found(session, credentials.c.code == code)), None)


def by_key(session: Session, person_id: int, client_key: str) -> Credential | None:
    """The certificate that rests on this very set of sign-offs of hers, or None."""
    found = _found(session, (credentials.c.person_id == person_id) & (credentials.c.client_key == client_key))
    return next(iter(found), None)


def of_person(session: Session, person_id: int) -> list[Credential]:
    """A person's certificates, latest first."""
    return _found(session, credentials.c.person_id == person_id)


def _found(session: Session, condition) -> list[Credential]:
    """A certificate is one that the ledger knows: a row that was only put into this table is not found."""
    rows = session.execute(
        sa.select(credentials, people.c.name, people.c.zone, people.c.erased_at, ledger.c.seq)
        .join(people, people.c.id == credentials.c.person_id)
        .join(ledger, (ledger.c.client_key == credentials.c.client_key) & (ledger.c.actor == "")
              & (ledger.c.deed == AWARDED))
        .where(condition).order_by(credentials.c.id.desc())
    ).all()
    signers = _signers(session, [one["seq"] for row in rows for one in row.entries])
    fates = fates_of(session, [row.seq for row in rows])
    return [_credential(row, signers, fates[row.seq]) for row in rows]


def fates_of(session: Session, seqs: list[int]) -> dict[int, Fate]:
    """Entry of a certificate → what became of it."""
    awarded = [book.as_entry(row) for row in session.execute(sa.select(ledger).where(ledger.c.seq.in_(seqs)))]
    about = book.entries_about(session, {one.subject for one in awarded})
    return {one.seq: fate(one, about[one.subject]) for one in awarded}


def all_rows(session: Session) -> Iterator:
    """Every certificate as it is stored."""
    yield from session.execute(sa.select(credentials))


def awarded_entries(session: Session) -> Iterator:
    """Number, hash, signature, key and fingerprint of every certificate's entry, with the id of whom it is about, or
    None once she is erased."""
    yield from session.execute(
        sa.select(ledger.c.seq, ledger.c.hash, ledger.c.signature, ledger.c.client_key, ledger.c.evidence_hash,
                  commitments.c.person_id)
        .outerjoin(commitments, commitments.c.commitment == ledger.c.subject)
        .where(ledger.c.deed == AWARDED).order_by(ledger.c.seq)
    )


def _credential(row, signers, became: Fate) -> Credential:
    modules = tuple(
        CertifiedModule(
            one["seq"], one["slug"], one["titles"], one["release"], one["hash"],
            dt.datetime.fromisoformat(one["certified_at"]),
            dt.date.fromisoformat(one["expires_on"]) if one["expires_on"] else None, signers.get(one["seq"], ""),
        )
        for one in row.entries
    )
    is_erased = row.erased_at is not None or became.erased_at is not None
    return Credential(
        row.id, row.code, row.person_id, "" if is_erased else row.name, row.zone, row.course, row.titles, row.motif,
        row.awarded_at, row.expires_on, row.name_shown, modules, row.witness, is_erased,
        became.renewed_at is not None, became.withdrawn_at, became.expired_at is not None,
    )


def _signers(session: Session, seqs: list[int]) -> dict[int, str]:
    """Ledger entry → the name of who signed it, while that person is known."""
    return {row.seq: row.name for row in session.execute(
        sa.select(ledger.c.seq, people.c.name)
        .join(commitments, commitments.c.commitment == ledger.c.actor)
        .join(people, people.c.id == commitments.c.person_id)
        .where(ledger.c.seq.in_(seqs), people.c.erased_at.is_(None))
    )} if seqs else {}


def as_data(module: CertifiedModule) -> dict:
    """A module as its certificate keeps it; the signer stays in the ledger."""
    return {
        "seq": module.seq, "slug": module.slug, "titles": module.titles, "release": module.release,
        "hash": module.content_hash, "certified_at": module.certified_at.isoformat(),
        "expires_on": module.expires_on.isoformat() if module.expires_on else None,
    }
