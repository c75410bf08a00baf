import datetime as dt
import json

import pytest
import sqlalchemy as sa

from tests.published import PROMPT, TASK, publish_module, read_all, try_quiz
from training import privacy
from training.accounts import people, signing_in, store
from training.practice import records, reflections
from training.privacy_store import reached
from training.signoffs import ledger, requests
from training.signoffs.cross_check import verify_everything
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


@pytest.mark.parametrize("holding", privacy.HOLDINGS, ids=lambda holding: f"{holding.table}-{holding.by}")
def test_what_the_list_names_exists(holding):
    table = metadata.tables[holding.table]
    assert holding.hidden | set(holding.blanks) <= set(table.c.keys())
    condition = reached(holding.table, holding.by, holding.steps, 1)
    assert f".{holding.by} = 1" in str(condition.compile(compile_kwargs={"literal_binds": True}))


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


WORDS = {"text": "KENARI-refleksi", "practice": "KENARI-latihan", "note": "KENARI-catatan", "said": "KENARI-keputusan"}


def live_a_little(session, cast):
    """Made reads, tries, writes, shares, practises, asks and is signed off; every text carries a mark."""
    module = publish_module(session)
    release = {"release_id": module.release_id, "at": AT}
    read_all(session, cast.made, module)
    try_quiz(session, cast.made, module)
    reflections.write(session, cast.made, module.id, PROMPT, WORDS["text"], **release)
    reflections.share(session, cast.made, module.id, PROMPT, client_key="key-share1", **release)
    records.record_practice(session, cast.made, module.id, TASK, company="peers", done_on=AT.date(),
                            note=WORDS["practice"], client_key="key-record", **release)
    request = requests.ask(session, cast.made, module.id, note=WORDS["note"], client_key="key-asking", at=AT)
    ledger.certify(session, cast.sari, request, version=1, words=ledger.Words(WORDS["said"], "", "none"),
                   client_key="key-decide", at=AT)


def everything(session):
    """All that stands in the database, as one text."""
    return " ".join(str(session.execute(sa.select(table)).all()) for table in metadata.sorted_tables)


def test_the_export_holds_every_word_of_ones_own(session, cast):
    live_a_little(session, cast)
    mine = json.dumps(privacy.my_data(session, cast.made.id, at=AT))
    assert all(word in mine for word in WORDS.values())
    others = [json.dumps(privacy.my_data(session, person.id, at=AT)) for person in (cast.ratna, cast.budi)]
    assert not any("KENARI" in other for other in others)


def test_erasing_leaves_no_word_and_a_ledger_that_fits(session, cast):
    live_a_little(session, cast)
    tables = ("readings", "attempts", "signoff_requests")
    counts = [session.scalar(sa.select(sa.func.count()).select_from(metadata.tables[name])) for name in tables]
    privacy.erase(session, cast.made, at=AT)
    left = everything(session)
    assert not any(word in left for word in (*WORDS.values(), "Made Artini", "made@example.org"))
    assert (verify_everything(session).count, verify_everything(session).misfit) == (3, None)
    assert counts == [session.scalar(sa.select(sa.func.count()).select_from(metadata.tables[name])) for name in tables]


def test_a_signature_given_to_another_outlives_its_signer(session, cast):
    live_a_little(session, cast)
    privacy.erase(session, cast.sari, at=AT)
    assert "Sari Kusumaningtyas" not in everything(session)
    assert (verify_everything(session).count, verify_everything(session).misfit) == (5, None)
