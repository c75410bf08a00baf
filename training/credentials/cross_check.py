"""Do the certificates still say what their entries in the ledger commit to? A look beside the ledger for
`verify_everything`, which stands on a lower floor and knows no certificates."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from training.core.language import N_
from training.credentials import store
from training.credentials.award import fingerprint

REASONS = {
    "certificate": N_("sertifikat yang dicatat di sini diubah atau dihapus"),
    "holder": N_("pemegang sertifikat yang dicatat di sini sudah ditukar"),
    "unwritten": N_("ada sertifikat yang menyebut catatan ini sebagai saksinya, tetapi tidak tercatat di buku"),
}


def misfits(session: Session) -> Iterator[tuple[int, str]]:
    """`(entry number, key of REASONS)` for every certificate that does not fit its entry, or has none."""
    rows = {row.client_key: row for row in store.all_rows(session)}
    for entry in store.awarded_entries(session):
        row = rows.pop(entry.client_key, None)
        if row is None or fingerprint(row._mapping) != entry.evidence_hash or row.witness != _head(entry):
            yield entry.seq, "certificate"
        elif entry.person_id not in (None, row.person_id):
            yield entry.seq, "holder"
    for row in rows.values():
        seq = row.witness.get("seq")
        yield seq if isinstance(seq, int) else 0, "unwritten"


def _head(entry) -> dict:
    return {"seq": entry.seq, "hash": entry.hash, "signature": entry.signature}
