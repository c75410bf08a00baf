"""A backup restores whole, and a damaged one is refused before it touches anything."""

import pathlib

import pytest
import sqlalchemy as sa

from tests import cast as people
from training import backup
from training.accounts.store import PersonRow
from training.core.database import intending
from training.tables import metadata

NAMES = sa.select(PersonRow.name).order_by(PersonRow.id)


@pytest.fixture
def copy(session, cast, tmp_path):
    """A backup of the cast with one key."""
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / "ledger.key").write_bytes(b"secret")
    session.rollback()
    backup.write(session, tmp_path / "copy.sebaya", tmp_path / "keys", "0001", at=people.AT)
    session.rollback()
    return tmp_path / "copy.sebaya"


def empty(session):
    """Take away the cast, as in a fresh installation."""
    for table in reversed(metadata.sorted_tables):
        if table.name != "ledger_entries":
            session.execute(sa.delete(table))
    session.commit()


def test_everything_comes_back(session, copy, tmp_path):
    before = list(session.scalars(NAMES))
    session.rollback()
    with intending(to_write=True):
        empty(session)
        backup.restore(session, copy, tmp_path / "elsewhere", "0001")
        session.commit()
        session.add(PersonRow(name="Baru", email="baru@example.org", created_at=people.AT))
        session.commit()
    assert list(session.scalars(NAMES)) == [*before, "Baru"]
    assert (tmp_path / "elsewhere" / "ledger.key").read_bytes() == b"secret"


def test_a_copy_is_not_restored_over_people(session, copy, tmp_path):
    with pytest.raises(backup.NotEmpty):
        backup.restore(session, copy, tmp_path / "keys", "0001")


def test_a_copy_of_another_version_is_named(session, copy, tmp_path):
    with pytest.raises(backup.OtherVersion, match="0001"):
        backup.restore(session, copy, tmp_path / "keys", "0002")


@pytest.mark.parametrize("place", [0, 1, 40, 0.5, 0.9, -1, -30, -70])
def test_one_changed_byte_is_refused(session, copy, tmp_path, place):
    data = bytearray(copy.read_bytes())
    data[int(place * len(data)) if isinstance(place, float) else place] ^= 1
    broken = tmp_path / "broken.sebaya"
    broken.write_bytes(data)
    with pytest.raises(backup.Damaged):
        backup.restore(session, broken, tmp_path / "keys", "0001")


def test_a_cut_copy_is_refused(session, copy, tmp_path):
    broken = pathlib.Path(tmp_path / "cut.sebaya")
    broken.write_bytes(copy.read_bytes()[:-1000])
    with pytest.raises(backup.Damaged):
        backup.restore(session, broken, tmp_path / "keys", "0001")
