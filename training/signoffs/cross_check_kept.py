"""Does what the database keeps about people still fit the last entry that commits to it? Names, addresses, roles,
supervision and observations, each person's by herself: so two persons who were exchanged are found."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from training.core.language import N_
from training.signoffs import kept_store as store
from training.signoffs.kept import KIND_OF, hash_of_rows

REASONS = {
    "account": N_("nama, alamat, kata sandi, zona waktu, atau penutupan akun orang ini berbeda dari yang tercatat"),
    "pairs": N_("siapa mendampingi orang ini, atau sejak dan sampai kapan, berbeda dari yang tercatat"),
    "observations": N_("pengamatan atas orang ini berbeda dari yang tercatat"),
    "stranger": N_("ada orang, peran, pendampingan, atau pengamatan di basis data yang tidak tercatat di buku"),
}


def misfits(session: Session, known: dict, names: dict) -> Iterator[tuple[int, str]]:
    """`(entry number, key of REASONS)` for everything kept about somebody that does not fit; number 0 for what no entry
    knows. `known` is name in the ledger → person id, `names` name → its row, with the salt."""
    last = {(row.subject, KIND_OF[row.deed]): row for row in store.entries_that_commit(session, tuple(KIND_OF))}
    # Whose name in the ledger was exchanged is no stranger: the entries that bear the name say so.
    exchanged = {names[name].person_id for name, person_id in known.items() if person_id is None}
    kept = {kind: {one: rows for one, rows in read(session).items() if one not in exchanged}
            for kind, read in store.READ.items()}
    entered = set()
    for (subject, kind), row in last.items():
        person_id = known.get(subject)
        if person_id is None:
            continue
        entered.add((person_id, kind))
        if hash_of_rows(names[subject].salt, kind, kept[kind].get(person_id, [])) != row.evidence_hash:
            yield row.seq, kind
    counted = store.counted_at(session)
    if counted is not None:
        nameless = kept["account"].keys() - set(known.values())
        yield from _strangers(kept, entered, nameless)
        if len(nameless) != store.erased_by_entries(session, counted):
            yield 0, "stranger"


def _strangers(kept, entered, nameless):
    """What belongs to nobody whom an entry knows. Whoever was erased has no name in the ledger any more: of her,
    nothing may be left."""
    for kind, rows in kept.items():
        for person_id, held in rows.items():
            if (person_id, kind) not in entered and not (person_id in nameless and _IS_ERASED[kind](held)):
                yield 0, "stranger"


def _is_blank(rows):
    """The account of somebody erased: no name, no password, closed."""
    [(name, _email, _zone, password, _created_at, disabled_at, erased_at)] = rows
    return name == "—" and password is None and disabled_at is not None and erased_at is not None


_IS_ERASED = {
    "account": _is_blank, "roles": lambda rows: all(row[3] is not None for row in rows),
    "pairs": lambda rows: all(row[2] is not None for row in rows), "observations": lambda rows: True,
}
