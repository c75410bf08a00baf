"""Tables of requests and of the ledger. A ledger row is never changed and never deleted: the database itself refuses,
by the triggers below. Texts and persons stand beside the ledger, so that they can be erased without breaking it."""

import datetime as dt
import json

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from training.core.database import Base, Json, UtcDateTime
from training.signoffs.entry import canonical


class CanonicalJson(sa.TypeDecorator):
    """JSON kept in the one spelling that its hash is made of, so that checking it means hashing the text as it lies."""

    impl = sa.Text
    cache_ok = True
    python_type = dict

    def process_bind_param(self, value, dialect):
        return None if value is None else canonical(value).decode()

    def process_result_value(self, value, dialect):
        return None if value is None else json.loads(value)


class RequestRow(Base):
    """A learner asks for a module to be signed off. `version` counts how often its evidence was renewed; `summary`
    is what a list shows of it. Open until a decision closes it; one open request per person and module. With
    `needs_two` the first supervisor's signature (`first_by_id`) leaves it open for a second one's. `waits_for_id` is
    the supervisor it was handed to, if it was. With `is_clear` nothing in it asks for a closer look than its like."""

    __tablename__ = "signoff_requests"
    __table_args__ = (
        sa.UniqueConstraint("person_id", "client_key"),
        sa.Index(
            "uq_signoff_requests_open", "person_id", "module_id", unique=True,
            sqlite_where=sa.text("closed_at IS NULL"), postgresql_where=sa.text("closed_at IS NULL"),
        ),
        sa.Index("ix_signoff_requests_waiting", "closed_at", "requested_at", "id"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("people.id"), index=True)
    module_id: Mapped[int] = mapped_column(sa.ForeignKey("modules.id"), index=True)
    release_id: Mapped[int] = mapped_column(sa.ForeignKey("releases.id"))
    version: Mapped[int]
    requested_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    renewed_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    course: Mapped[str] = mapped_column(sa.String(60))
    note: Mapped[str] = mapped_column(sa.Text, default="")
    summary: Mapped[dict] = mapped_column(Json)
    needs_two: Mapped[bool] = mapped_column(default=False)
    is_back: Mapped[bool] = mapped_column(default=False)
    is_clear: Mapped[bool] = mapped_column(default=False)
    first_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("people.id"))
    waits_for_id: Mapped[int | None] = mapped_column(sa.ForeignKey("people.id"))
    closed_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    client_key: Mapped[str] = mapped_column(sa.String(64))


class RequestVersionRow(Base):
    """The evidence as it was frozen at one version of a request."""

    __tablename__ = "signoff_request_versions"
    request_id: Mapped[int] = mapped_column(sa.ForeignKey("signoff_requests.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    evidence: Mapped[dict] = mapped_column(CanonicalJson)
    evidence_hash: Mapped[str] = mapped_column(sa.String(64))


class CommitmentRow(Base):
    """How a person is called in the ledger. Without the salt nobody can tell who it was; erasing a person erases it."""

    __tablename__ = "ledger_commitments"
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("people.id"), primary_key=True)
    salt: Mapped[str] = mapped_column(sa.String(64))
    commitment: Mapped[str] = mapped_column(sa.String(64), unique=True)


class EntryRow(Base):
    """One deed, for good. `actor`, `subject` and `other` are commitments; `texts_hash` commits to what was said."""

    __tablename__ = "ledger_entries"
    __table_args__ = (
        sa.UniqueConstraint("actor", "client_key"), sa.Index("ix_ledger_entries_subject", "subject", "module"),
    )
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    algorithm: Mapped[str] = mapped_column(sa.String(20))
    at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    deed: Mapped[str] = mapped_column(sa.String(20))
    actor: Mapped[str] = mapped_column(sa.String(64))
    subject: Mapped[str] = mapped_column(sa.String(64))
    other: Mapped[str] = mapped_column(sa.String(64), default="")
    module: Mapped[str] = mapped_column(sa.String(130))
    module_id: Mapped[int | None]
    release_id: Mapped[int | None]
    release_hash: Mapped[str] = mapped_column(sa.String(64), default="")
    evidence_hash: Mapped[str] = mapped_column(sa.String(64), default="")
    request_id: Mapped[int | None]
    request_version: Mapped[int | None]
    expires_on: Mapped[dt.date | None]
    conflict: Mapped[str] = mapped_column(sa.String(10), default="")
    texts_hash: Mapped[str] = mapped_column(sa.String(64), default="")
    earlier: Mapped[int | None]
    about: Mapped[str] = mapped_column(sa.Text, default="")
    served_hash: Mapped[str] = mapped_column(sa.String(64), default="")
    client_key: Mapped[str] = mapped_column(sa.String(64))
    previous: Mapped[str] = mapped_column(sa.String(64))
    hash: Mapped[str] = mapped_column(sa.String(64), unique=True)
    signature: Mapped[str] = mapped_column(sa.String(128))


class DecisionTextRow(Base):
    """What was said with a deed. The entry commits to it by `texts_hash`, with this salt."""

    __tablename__ = "decision_texts"
    seq: Mapped[int] = mapped_column(sa.ForeignKey("ledger_entries.seq"), primary_key=True, autoincrement=False)
    salt: Mapped[str] = mapped_column(sa.String(64))
    message: Mapped[str] = mapped_column(sa.Text, default="")
    next_step: Mapped[str] = mapped_column(sa.Text, default="")


REFUSAL = "the ledger is append-only"
ALREADY_THERE = "SELECT 1 FROM ledger_entries WHERE seq >= NEW.seq OR hash = NEW.hash"


def triggers(dialect: str) -> list[str]:
    """Statements that make the database itself refuse to change or delete a ledger row. Safe to run again."""
    if dialect == "sqlite":
        refuse = f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        return [
            f"CREATE TRIGGER IF NOT EXISTS ledger_entries_no_update BEFORE UPDATE ON ledger_entries {refuse}",
            f"CREATE TRIGGER IF NOT EXISTS ledger_entries_no_delete BEFORE DELETE ON ledger_entries {refuse}",
            # INSERT OR REPLACE deletes without asking the trigger above.
            "CREATE TRIGGER IF NOT EXISTS ledger_entries_no_replace BEFORE INSERT ON ledger_entries WHEN EXISTS "
            f"({ALREADY_THERE}) {refuse}",
        ]
    return [
        "CREATE OR REPLACE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$",
        "DROP TRIGGER IF EXISTS ledger_entries_no_change ON ledger_entries",
        "CREATE TRIGGER ledger_entries_no_change BEFORE UPDATE OR DELETE ON ledger_entries "
        "FOR EACH ROW EXECUTE FUNCTION refuse_ledger_change()",
        "DROP TRIGGER IF EXISTS ledger_entries_no_truncate ON ledger_entries",
        "CREATE TRIGGER ledger_entries_no_truncate BEFORE TRUNCATE ON ledger_entries "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change()",
    ]


@sa.event.listens_for(EntryRow.__table__, "after_create")
def guard(table, connection, **how) -> None:
    """Wherever the table is made from this description, it is made with its guard."""
    for statement in triggers(connection.dialect.name):
        connection.exec_driver_sql(statement)
