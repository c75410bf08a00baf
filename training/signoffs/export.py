"""The ledger as a file that anybody can check without this program (docs/ledger-format.md). It names nobody: persons
stand in it as commitments, and what was said stays in the database."""

import datetime as dt
import json
from collections.abc import Iterator

from sqlalchemy.orm import Session

from training.core.key_names import hex_of
from training.core.signing_key import earlier_keys, keys_after_loss
from training.signoffs import book
from training.signoffs.entry import ALGORITHM
from training.signoffs.signing import key_in_force
from training.signoffs.witness import witness_of

FORMAT = "sebaya-ledger-2"


def lines(session: Session, *, at: dt.datetime) -> Iterator[str]:
    """The file line by line: first what it is, with the head and the public key, then every entry in order."""
    yield _line({
        "format": FORMAT, "algorithm": ALGORITHM, "made_at": at.isoformat(),
        "public_key": hex_of(key_in_force(session).public_key()),
        "earlier_keys": [hex_of(key) for key in earlier_keys(session)], "after_loss": keys_after_loss(session),
        "head": str(witness_of(book.head(session))),
    })
    for entry in book.all_entries(session):
        yield _line(entry.plain())


def _line(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True) + "\n"
