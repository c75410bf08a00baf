"""The ledger's guard in the database: is it up, and how does it come back? Without it nothing in the ledger is changed
yet, but the database would no longer refuse."""

from sqlalchemy.orm import Session

from training.signoffs import guard_store


def missing(session: Session) -> list[str]:
    """The names of the guard's parts that are gone, switched off, or do something else; empty when it is up."""
    return guard_store.missing(session)


def put_back(session: Session) -> list[str]:
    """Put the guard up again; the parts that were missing."""
    gone = missing(session)
    if gone:
        guard_store.put_back(session)
    return gone
