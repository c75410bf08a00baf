import pytest

from training.accounts import store
from training.core.refusal import Refusal
from training.supervision.learner import learner

RINA = ["people", "add", "--email", "rina@example.org", "--name", "Rina", "--role", "facilitator"]


def run(app, *words, typed=None):
    return app.test_cli_runner().invoke(args=[*words], input=typed, catch_exceptions=False)


def test_adding_a_person_prints_her_link(app, client):
    told = run(app, *RINA)
    assert told.exit_code == 0 and "Rina <rina@example.org>  facilitator" in told.output
    address = told.output.strip().splitlines()[-1]
    assert address.startswith("http") and "Rina" in client.get("/invitations/" + address.rsplit("/", 1)[1]).text


def test_a_password_from_the_standard_input_needs_no_link(app, client):
    told = run(app, *RINA, "--password-stdin", typed="kopi meja hujan\n")
    assert "/invitations/" not in told.output and "kopi" not in told.output
    client.post("/sign-in", data={"email": "rina@example.org", "password": "kopi meja hujan"})


def test_a_weak_password_adds_nobody(app, session):
    with pytest.raises(Refusal):
        run(app, *RINA, "--password-stdin", typed="pendek\n")
    session.rollback()
    assert store.person_by_email(session, "rina@example.org") is None


def test_pairing_two_people(app, session, cast):
    session.rollback()
    told = run(app, "supervision", "add", "--supervisor", "budi@example.org", "--facilitator", "Ratna@example.org")
    assert told.exit_code == 0
    assert cast.budi.id in learner(session, cast.ratna.id).supervised_by


def test_pairing_somebody_unknown_is_refused(app):
    with pytest.raises(Refusal, match="siapa@"):
        run(app, "supervision", "add", "--supervisor", "budi@example.org", "--facilitator", "siapa@example.org")
