"""Tables of drafts: the working copy of one module, or of a course's own page. The only place that writes these rows.
What was ever typed stays in `draft_saves`; what somebody said about a draft is a row in `draft_reviews`, never a
flag."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from training.core.database import Base, UtcDateTime, insert, put_once
from training.curriculum.course import Asset
from training.curriculum.store import MediaRow


class DraftRow(Base):
    """Somebody opened a module to work on it; without a module, the course's own page. `base_release_id` or
    `base_course_release_id` is the release it started from; neither for a new module."""

    __tablename__ = "drafts"
    __table_args__ = (sa.UniqueConstraint("created_by_id", "client_key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    course: Mapped[str] = mapped_column(sa.String(60))
    module: Mapped[str] = mapped_column(sa.String(60))
    base_release_id: Mapped[int | None] = mapped_column(sa.ForeignKey("releases.id"))
    base_course_release_id: Mapped[int | None] = mapped_column(sa.ForeignKey("course_releases.id"))
    title: Mapped[str] = mapped_column(sa.String(200))
    created_by_id: Mapped[int] = mapped_column(sa.ForeignKey("people.id"), index=True)
    created_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    client_key: Mapped[str] = mapped_column(sa.String(64))


class DraftFileRow(Base):
    """A Markdown file as it stands. Each save counts `version` up; a removed file keeps its row, without a text."""

    __tablename__ = "draft_files"
    __table_args__ = (sa.UniqueConstraint("draft_id", "path"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(sa.ForeignKey("drafts.id"), index=True)
    path: Mapped[str] = mapped_column(sa.String(120))
    text: Mapped[str | None] = mapped_column(sa.Text)
    version: Mapped[int]
    saved_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    saved_by_id: Mapped[int] = mapped_column(sa.ForeignKey("people.id"))


class DraftSaveRow(Base):
    """One saved text. Without a `version` it was kept aside, because somebody else had saved in between."""

    __tablename__ = "draft_saves"
    __table_args__ = (sa.UniqueConstraint("draft_id", "path", "version"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(sa.ForeignKey("drafts.id"), index=True)
    path: Mapped[str] = mapped_column(sa.String(120))
    version: Mapped[int | None]
    text: Mapped[str | None] = mapped_column(sa.Text)
    saved_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    saved_by_id: Mapped[int] = mapped_column(sa.ForeignKey("people.id"))
    client_key: Mapped[str] = mapped_column(sa.String(64))


class DraftAssetRow(Base):
    """A picture or recording of a draft; its bytes are kept once, in `media`."""

    __tablename__ = "draft_assets"
    __table_args__ = (sa.UniqueConstraint("draft_id", "path"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(sa.ForeignKey("drafts.id"), index=True)
    path: Mapped[str] = mapped_column(sa.String(200))
    sha256: Mapped[str] = mapped_column(sa.ForeignKey("media.sha256"))
    saved_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    saved_by_id: Mapped[int] = mapped_column(sa.ForeignKey("people.id"))


class DraftReviewRow(Base):
    """A word about the draft as it was under `fingerprint`; `verdict` is asked, approved, changes, put_away or
    reopened."""

    __tablename__ = "draft_reviews"
    __table_args__ = (sa.UniqueConstraint("person_id", "client_key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(sa.ForeignKey("drafts.id"), index=True)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("people.id"))
    verdict: Mapped[str] = mapped_column(sa.String(10))
    note: Mapped[str] = mapped_column(sa.Text, default="")
    fingerprint: Mapped[str] = mapped_column(sa.String(64))
    at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    client_key: Mapped[str] = mapped_column(sa.String(64))


class DraftPublicationRow(Base):
    """The release a draft became; a draft becomes one once."""

    __tablename__ = "draft_publications"
    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(sa.ForeignKey("drafts.id"), unique=True)
    release_id: Mapped[int | None] = mapped_column(sa.ForeignKey("releases.id"))
    course_release_id: Mapped[int | None] = mapped_column(sa.ForeignKey("course_releases.id"))
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("people.id"))
    at: Mapped[dt.datetime] = mapped_column(UtcDateTime)


drafts, files, saves = DraftRow.__table__, DraftFileRow.__table__, DraftSaveRow.__table__
assets, reviews, publications = DraftAssetRow.__table__, DraftReviewRow.__table__, DraftPublicationRow.__table__
media = MediaRow.__table__


def rows(session: Session, draft_id: int | None = None) -> list[sa.Row]:
    """The drafts, newest first, or only the one with this id."""
    chosen = sa.select(drafts).order_by(drafts.c.id.desc())
    return list(session.execute(chosen if draft_id is None else chosen.where(drafts.c.id == draft_id)))


def of_drafts(session: Session, table: sa.Table, ids) -> dict[int, list[sa.Row]]:
    """Draft id → its rows of `table`, in the order they were written."""
    found: dict[int, list] = {}
    for row in session.execute(sa.select(table).where(table.c.draft_id.in_(tuple(ids))).order_by(table.c.id)):
        found.setdefault(row.draft_id, []).append(row)
    return found


def savers(session: Session, ids) -> dict[int, set[int]]:
    """Draft id → everyone who saved a text or a picture of it."""
    found: dict[int, set[int]] = {}
    for table in (saves, assets):
        chosen = sa.select(table.c.draft_id, table.c.saved_by_id).where(table.c.draft_id.in_(tuple(ids))).distinct()
        for row in session.execute(chosen):
            found.setdefault(row.draft_id, set()).add(row.saved_by_id)
    return found


def hold(session: Session, draft_id: int) -> None:
    """Nobody else writes this draft until the transaction ends."""
    session.execute(sa.select(drafts.c.id).where(drafts.c.id == draft_id).with_for_update())


def add_draft(session: Session, **values) -> int | None:
    """The id of a new draft, or None when this form was sent before."""
    return put_once(session, drafts, **values)


def draft_by_key(session: Session, person_id: int, client_key: str) -> int | None:
    """The draft this person opened with this key of a form, or None."""
    return session.scalar(
        sa.select(drafts.c.id).where(drafts.c.created_by_id == person_id, drafts.c.client_key == client_key)
    )


def write(session: Session, draft_id: int, path: str, text: str | None, version: int, *, person_id: int,
          client_key: str, at: dt.datetime) -> None:
    """Put `text` in its place and into the history."""
    facts = {"text": text, "version": version, "saved_at": at, "saved_by_id": person_id}
    session.execute(
        insert(session, files).values(draft_id=draft_id, path=path, **facts)
        .on_conflict_do_update(index_elements=["draft_id", "path"], set_=facts)
    )
    session.execute(sa.insert(saves).values(draft_id=draft_id, path=path, client_key=client_key, **facts))


def keep_aside(session: Session, draft_id: int, path: str, text: str, *, person_id: int, client_key: str,
               at: dt.datetime) -> int:
    """Put `text` into the history only; the id of that save. The same text of the same form is kept once."""
    same = sa.select(saves.c.id).where(
        saves.c.draft_id == draft_id, saves.c.path == path, saves.c.version.is_(None),
        saves.c.saved_by_id == person_id, saves.c.client_key == client_key, saves.c.text == text,
    )
    return session.scalar(same) or session.execute(sa.insert(saves).values(
        draft_id=draft_id, path=path, version=None, text=text, saved_at=at, saved_by_id=person_id,
        client_key=client_key,
    )).inserted_primary_key[0]


def saved_after(session: Session, draft_id: int, path: str, version: int) -> list[sa.Row]:
    """`(saved_by_id, client_key)` of each save that took its place after `version`."""
    return list(session.execute(
        sa.select(saves.c.saved_by_id, saves.c.client_key).where(
            saves.c.draft_id == draft_id, saves.c.path == path, saves.c.version > version,
        )
    ))


def save_by_id(session: Session, draft_id: int, save_id: int) -> sa.Row | None:
    """One save of a draft, or None."""
    return session.execute(sa.select(saves).where(saves.c.draft_id == draft_id, saves.c.id == save_id)).one_or_none()


def last_save_of(session: Session, draft_id: int, paths, person_id: int) -> sa.Row | None:
    """The last save of a file by this person under any of its names, or None."""
    return session.execute(
        sa.select(saves).where(saves.c.draft_id == draft_id, saves.c.path.in_(paths), saves.c.saved_by_id == person_id)
        .order_by(saves.c.id.desc()).limit(1)
    ).one_or_none()


def history(session: Session, draft_id: int, paths, limit: int = 200) -> list[sa.Row]:
    """The saves of one file under all its names, newest first."""
    return list(session.execute(
        sa.select(saves).where(saves.c.draft_id == draft_id, saves.c.path.in_(paths))
        .order_by(saves.c.id.desc()).limit(limit)
    ))


def put_asset(session: Session, draft_id: int, asset: Asset, *, person_id: int, at: dt.datetime) -> None:
    """Lay a picture or recording into the draft, in place of one of the same name."""
    put_once(session, media, sha256=asset.sha256, content_type=asset.content_type, data=asset.data)
    facts = {"sha256": asset.sha256, "saved_at": at, "saved_by_id": person_id}
    session.execute(
        insert(session, assets).values(draft_id=draft_id, path=asset.path, **facts)
        .on_conflict_do_update(index_elements=["draft_id", "path"], set_=facts)
    )


def refer_to_asset(session: Session, draft_id: int, path: str, sha256: str, *, person_id: int, at: dt.datetime) -> None:
    """The same for bytes that are kept already."""
    put_once(session, assets, draft_id=draft_id, path=path, sha256=sha256, saved_at=at, saved_by_id=person_id)


def remove_asset(session: Session, draft_id: int, path: str) -> None:
    """Take a picture or recording out of a draft."""
    session.execute(sa.delete(assets).where(assets.c.draft_id == draft_id, assets.c.path == path))


def asset_data(session: Session, draft_id: int) -> dict[str, bytes]:
    """Path → bytes of every picture and recording of the draft."""
    chosen = sa.select(assets.c.path, media.c.data).join(media, media.c.sha256 == assets.c.sha256)
    return {row.path: row.data for row in session.execute(chosen.where(assets.c.draft_id == draft_id))}


def add_review(session: Session, **values) -> None:
    """Note a word about the draft; a form sent twice is noted once."""
    put_once(session, reviews, **values)


def add_publication(session: Session, **values) -> None:
    """Write that a draft was published."""
    session.execute(sa.insert(publications).values(**values))


def set_base(session: Session, draft_id: int, **base: int) -> None:
    """Say which release a draft now builds on: base_release_id or base_course_release_id."""
    session.execute(sa.update(drafts).where(drafts.c.id == draft_id).values(**base))
