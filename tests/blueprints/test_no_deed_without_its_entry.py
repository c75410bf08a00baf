"""Where the ledger cannot be written, nothing of the deed happens, whichever door it came through."""

import pytest
import sqlalchemy as sa

from blueprints.web.links import link_key
from tests.blueprints.test_people import NEW, RINA
from tests.blueprints.test_roster import FILE
from tests.blueprints.test_signoffs import GOOD, STEP, decide
from tests.cast import PASSWORD
from tests.published import begin_supervision
from tests.training.credentials.earning import certified, course_of_two
from tests.training.signoffs.asking import asked, ready
from training.accounts import invitations
from training.core.clock import now
from training.core.key_names import hex_of
from training.core.signing_key import all_keys
from training.signoffs import book
from training.tables import metadata

# What a request writes about itself, whatever becomes of it.
ASIDE = {"sign_ins", "kept_forms"}
REFUSES = {
    "sqlite": ["CREATE TRIGGER no_room BEFORE INSERT ON ledger_entries BEGIN SELECT RAISE(ABORT, 'no room'); END"],
    "postgresql": [
        "CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no room'; END $$",
        "CREATE TRIGGER no_room BEFORE INSERT ON ledger_entries FOR EACH ROW EXECUTE FUNCTION no_room()",
    ],
}


@pytest.fixture
def world(session, cast):
    """Ratna needs one more signature for her certificate; Made's request waits; one module of hers is certified."""
    begin_supervision(session, cast.budi, cast.made)
    first, second = course_of_two(session)
    certified(session, cast.ratna, cast.sari, first)
    certified(session, cast.made, cast.sari, first)
    ready(session, cast.yohana, second)
    requests = {person: asked(session, getattr(cast, person), second) for person in ("ratna", "made")}
    session.commit()
    return {**requests, "held": book.decisions_of(session, cast.made.id)[0].entry.request_id,
            "release": second.release_id}


def everything(session):
    session.rollback()
    return {name: session.execute(sa.select(table)).all() for name, table in metadata.tables.items()
            if name not in ASIDE}


def break_ledger(session):
    for statement in REFUSES[session.get_bind().dialect.name]:
        session.execute(sa.text(statement))
    session.commit()


HAND = {**GOOD, "decision": "hand", "conflict": "", "message": "Ia sepupu saya."}
OBSERVED = {"competency": "B1", "observed_on": "2026-11-01", "mode": "roleplay_live", "scene": "Dewi", "nothing": "yes",
            "client_key": "o" * 12}
AWAY = {"reason": "Salinan.", "after": "Tulis sendiri.", "client_key": "w" * 12}

DEEDS = {
    "certify-and-award": ("sari", lambda browser, cast, world: decide(browser, world["ratna"], GOOD)),
    "return": ("sari", lambda browser, cast, world: decide(browser, world["made"], STEP)),
    "hand-on": ("sari", lambda browser, cast, world: decide(
        browser, world["made"], {**HAND, "to": str(cast.budi.id)})),
    "withdraw": ("sari", lambda browser, cast, world: browser.post(
        f"/signoffs/{world['held']}/withdrawals", data=AWAY)),
    "several-at-once": ("sari", lambda browser, cast, world: browser.post(
        f"/signoffs/alike/{world['release']}/decisions",
        data={"pick": [f"{world['made']}:1", f"{world['ratna']}:1"], "conflict": "none", "client_key": "z" * 12})),
    "add-person": ("agnes", lambda browser, cast, world: browser.post("/people", data=RINA)),
    "give-role": ("agnes", lambda browser, cast, world: browser.post(
        f"/people/{cast.ratna.id}/roles", data={"role": "supervisor"})),
    "take-role": ("agnes", lambda browser, cast, world: browser.post(f"/people/{cast.sari.id}/roles/supervisor/ends")),
    "bring-in-a-list": ("agnes", lambda browser, cast, world: browser.post("/people/roster", data={"roster": FILE})),
    "ask": ("yohana", lambda browser, cast, world: browser.post(
        "/courses/contoh/pw-2/signoff-requests", data={"client_key": "a" * 12})),
    "change-profile": ("ratna", lambda browser, cast, world: browser.post(
        "/me/profile", data={"name": "Ratna W.", "language": "id", "zone": "WIB"})),
    "change-password": ("ratna", lambda browser, cast, world: browser.post(
        "/me/password", data={"present": PASSWORD, "password": NEW})),
    "close-account": ("agnes", lambda browser, cast, world: browser.post(f"/people/{cast.ratna.id}/closures")),
    "pair": ("agnes", lambda browser, cast, world: browser.post(
        f"/people/{cast.ratna.id}/supervisions", data={"supervisor": str(cast.budi.id)})),
    "end-pair": ("agnes", lambda browser, cast, world: browser.post(f"/people/{cast.ratna.id}/supervisions/1/ends")),
    "observe": ("sari", lambda browser, cast, world: browser.post(
        f"/learners/{cast.ratna.id}/observations", data=OBSERVED)),
    "erase-oneself": ("ratna", lambda browser, cast, world: browser.post("/me/erasures", data={"present": PASSWORD})),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_a_deed_whose_entry_cannot_be_written_does_not_happen(as_person, session, cast, world, deed):
    who, do = DEEDS[deed]
    browser = as_person(who)
    break_ledger(session)
    before = everything(session)
    with pytest.raises(AssertionError, match=": 500, not 303"):
        do(browser, cast, world)
    assert everything(session) == before


def test_an_invitation_is_not_used_up(client, session, cast):
    link = invitations.invite(session, cast.ratna.id, key=link_key(), at=now())
    session.commit()
    break_ledger(session)
    before = everything(session)
    with pytest.raises(AssertionError, match=": 500, not 303"):
        client.post(f"/invitations/{link.token(link_key())}", data={"password": NEW})
    assert everything(session) == before


@pytest.mark.parametrize("words", [
    ["people", "add", "--email", "rina@example.org", "--name", "Rina", "--role", "facilitator"],
    ["supervision", "add", "--supervisor", "budi@example.org", "--facilitator", "ratna@example.org"],
    ["ledger", "key", "change"], ["ledger", "count"],
])
def test_commands_neither(app, session, words):
    break_ledger(session)
    before, keys = everything(session), [hex_of(one) for one in all_keys(session)]
    session.rollback()
    told = app.test_cli_runner().invoke(args=words)
    assert told.exit_code and "no room" in str(told.exception)
    assert everything(session) == before and [hex_of(one) for one in all_keys(session)] == keys
