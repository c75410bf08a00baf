import datetime as dt
import json

import pytest
import sqlalchemy as sa

from training import privacy
from training.accounts import people, signing_in, store
from training.tables import metadata

AT = dt.datetime(2026, 11, 20, 2, 0, tzinfo=dt.UTC)


def columns_about_people():
    return {
        (table.name, column.name)
        for table in metadata.tables.values() for column in table.c
        for key in column.foreign_keys if key.target_fullname == "people.id"
    }


def test_every_table_that_knows_people_is_in_the_list():
    told = {(holding.steps[-1][1] if holding.steps else holding.table, holding.by) for holding in privacy.HOLDINGS}
    missing = columns_about_people() - told - privacy.SIGNATURES
    assert not missing, f"add a Holding to training/privacy.py (or a SIGNATURE) for {sorted(missing)}"


@pytest.mark.parametrize("holding", privacy.present(), ids=lambda holding: f"{holding.table}-{holding.by}")
def test_what_the_list_names_exists(holding):
    table = metadata.tables[holding.table]
    assert holding.hidden | set(holding.blanks) <= set(table.c.keys())
    privacy.reached(holding, 1)


def test_ones_data_are_ones_own(session, cast):
    signing_in.start(session, cast.ratna.id, at=AT, device="Chrome, Android")
    told = json.dumps(privacy.my_data(session, cast.ratna.id, at=AT), ensure_ascii=False)
    assert "Ratna Wulandari" in told and "Chrome, Android" in told
    for other in ("Sari", "Made", "Yohana", "argon2"):
        assert other not in told


def test_erasing_leaves_no_name_no_address_no_way_in(session, cast):
    token = signing_in.start(session, cast.ratna.id, at=AT)
    privacy.erase(session, cast.ratna, at=AT)
    row = session.execute(sa.select(store.people).where(store.people.c.id == cast.ratna.id)).one()
    assert (row.name, row.password_hash, row.erased_at) == ("—", None, AT)
    assert row.email.endswith("@terhapus.invalid")
    assert signing_in.who(session, token, at=AT) is None
    assert not store.person_by_id(session, cast.ratna.id).roles


def test_an_erased_address_may_come_again_as_somebody_new(session, cast):
    privacy.erase(session, cast.ratna, at=AT)
    again = people.add(session, email="ratna@example.org", name="Ratna", roles={"facilitator"}, at=AT)
    assert again.id != cast.ratna.id


def test_erasing_one_leaves_the_other(session, cast):
    before = privacy.my_data(session, cast.made.id, at=AT)
    privacy.erase(session, cast.ratna, at=AT)
    assert privacy.my_data(session, cast.made.id, at=AT) == before


def test_the_last_administrator_is_not_erased(session, cast):
    with pytest.raises(people.LastAdministrator):
        privacy.erase(session, cast.agnes, at=AT)
