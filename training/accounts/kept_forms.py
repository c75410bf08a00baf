"""What was typed into a form whose sign-in had ended meanwhile: kept a day for its owner, so that nothing is lost."""

import dataclasses
import datetime as dt

from sqlalchemy.orm import Session

from training.accounts import kept_store as store
from training.accounts.signing_in import token_hash

LARGEST = 64 * 1024
KEPT_FOR = dt.timedelta(days=1)


@dataclasses.dataclass(frozen=True)
class KeptForm:
    """`fields` are (name, value) pairs in their order; `path` is where the form was going."""

    id: int
    path: str
    fields: tuple[tuple[str, str], ...]
    kept_at: dt.datetime


def keep(session: Session, token: str, path: str, fields: list[tuple[str, str]], *, at: dt.datetime) -> int | None:
    """Keep a form for the person behind a sign-in token that has ended, and drop what is older than a day. The id, or
    None when the token was never ours or the form is larger than 64 KB."""
    person_id = store.owner_of(session, token_hash(token))
    if person_id is None or sum(len(name) + len(value) for name, value in fields) > LARGEST:
        return None
    store.drop_before(session, at - KEPT_FOR)
    return store.add(session, person_id, path, [list(pair) for pair in fields], at)


def kept_form(session: Session, person_id: int, form_id: int) -> KeptForm | None:
    """This person's kept form, or None."""
    row = store.find(session, person_id, form_id)
    return row and KeptForm(row.id, row.path, tuple(map(tuple, row.fields)), row.kept_at)
