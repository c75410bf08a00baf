"""What the database keeps about a person, and the entries that commit to it: her account, her roles, who supervises
her, what was observed of her. The last entry of a kind must fit what is kept now; whoever changes it enters it anew."""

import datetime as dt
from collections.abc import Collection

from sqlalchemy.orm import Session

from training.signoffs import book
from training.signoffs import kept_store as store
from training.signoffs.entry import (
    ACCOUNT_CHANGED,
    JOINED,
    OBSERVED,
    PAIRS_CHANGED,
    ROLES_CHANGED,
    canonical,
    commitment,
)
from training.signoffs.ledger import append_all
from training.signoffs.refusals import DiffersFromLedger

KIND_OF = {JOINED: "account", ACCOUNT_CHANGED: "account", ROLES_CHANGED: "roles", PAIRS_CHANGED: "pairs",
           OBSERVED: "observations"}
DEED_OF = {"account": ACCOUNT_CHANGED, "roles": ROLES_CHANGED, "pairs": PAIRS_CHANGED, "observations": OBSERVED}


def hash_of_rows(salt: str, kind: str, rows: list) -> str:
    """A commitment to what is kept of this kind; it tells nobody anything without the salt of her name."""
    return commitment(salt, kind, canonical(rows).decode())


def hashes_now(session: Session, kind: str, ids: Collection[int]) -> dict[int, str]:
    """Person id → a commitment to what is kept of this kind now, for those who have a name in the ledger."""
    rows = store.READ[kind](session, ids)
    return {one: hash_of_rows(salt, kind, rows.get(one, [])) for one, salt in store.salts(session, ids).items()}


def differing(session: Session, kind: str, ids: Collection[int]) -> set[int]:
    """Of these people, those about whom something else is kept than the last entry says. Whoever stands in no entry of
    this kind yet does not differ."""
    last = store.last_hashes(session, deeds_of(kind), ids)
    kept = hashes_now(session, kind, list(last))
    return {one for one, entered in last.items() if kept.get(one) != entered}


def is_entered(session: Session, kind: str, person_id: int) -> bool:
    """Whether an entry of this kind commits to what is kept about her."""
    return bool(store.last_hashes(session, deeds_of(kind), [person_id]))


def insist_as_entered(session: Session, kind: str, ids: Collection[int]) -> None:
    """Refuse to build on what was changed behind the ledger's back. Call it holding the pen, before changing."""
    if differing(session, kind, ids):
        raise DiffersFromLedger()


def enter(session: Session, signer: str, deed: str, ids: Collection[int], *, at: dt.datetime, other: str = "") -> None:
    """An entry for each of these people that commits to what is kept about her now. Call it holding the pen."""
    append_all(session, facts(session, signer, deed, ids, other=other), at=at)


def facts(session: Session, signer: str, deed: str, ids: Collection[int], *, other: str = "") -> list[dict]:
    """The same entries, not yet written. An entry about roles says in plain words which are held."""
    names, kind = book.names_in_ledger(session, list(ids)), KIND_OF[deed]
    made, held = hashes_now(session, kind, ids), store.roles_of(session, ids)
    says_roles = deed in (ROLES_CHANGED, JOINED)
    return [
        {"actor": signer, "subject": names[one], "deed": deed, "other": other, "evidence_hash": made[one],
         "about": " ".join(sorted(row[0] for row in held.get(one, []) if row[3] is None)) if says_roles else ""}
        for one in ids
    ]


def enter_what_changed(
    session: Session, signer: str, deed: str, ids: Collection[int], *, at: dt.datetime, other: str = "",
) -> None:
    """`enter`, but only for those about whom the last entry says something else, or none does yet."""
    kind = KIND_OF[deed]
    last, ids = store.last_hashes(session, deeds_of(kind), ids), list(ids)
    book.names_in_ledger(session, ids)
    made = hashes_now(session, kind, ids)
    enter(session, signer, deed, [one for one in ids if last.get(one) != made[one]], at=at, other=other)


def deeds_of(kind: str) -> list[str]:
    """The deeds whose entries commit to this kind."""
    return [deed for deed, one in KIND_OF.items() if one == kind]
