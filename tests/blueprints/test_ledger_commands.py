"""bin/sebaya ledger, as the terminal sees it, and the verifier that stands alone."""

import concurrent.futures
import dataclasses
import datetime as dt
import json
import pathlib
import subprocess
import sys

import pytest
import sqlalchemy as sa
import time_machine
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from blueprints.web import upkeep
from tests.cast import AT
from tests.published import publish_module
from tests.training.signoffs.asking import asked
from tests.training.signoffs.breaking import drop_guard
from training.signoffs.entry import Entry
from training.signoffs.ledger import Words, certify, withdraw

VERIFIER = pathlib.Path(__file__).parents[2] / "bin" / "verify-ledger"


def certified(session, cast):
    request = asked(session, cast.made, publish_module(session))
    words = Words("Terima kasih.", "", "none")
    return certify(session, cast.sari, request, version=1, words=words, client_key="key-12345", at=AT)


def verify(app, *words):
    return app.test_cli_runner().invoke(args=["ledger", "verify", *words])


def test_a_whole_ledger_tells_its_head(app, session, cast):
    entry = certified(session, cast)
    session.commit()
    for told in (verify(app), verify(app, "--every-signature")):
        assert told.exit_code == 0 and told.output.startswith(f"2 entries fit. Head: {entry.hash}\n")


@pytest.mark.parametrize(("language", "fits", "differs"), [
    ("id_ID.UTF-8", "2 catatan cocok. Kepala: ", "Catatan 2 tidak cocok: "),
    ("en_GB.UTF-8", "2 entries fit. Head: ", "Entry 2 does not fit: "), ("C", "2 entries fit. ", "Entry 2 "),
])
def test_the_verdict_speaks_the_language_of_the_terminal(app, session, cast, monkeypatch, language, fits, differs):
    monkeypatch.setenv("LC_ALL", language)
    certified(session, cast)
    session.commit()
    assert verify(app).output.startswith(fits)
    session.execute(sa.text("UPDATE decision_texts SET message = 'Lain'"))
    session.commit()
    assert verify(app).output.startswith(differs)


def test_the_first_entry_that_does_not_fit_is_named(app, session, cast):
    certified(session, cast)
    session.execute(sa.text("UPDATE decision_texts SET message = 'Lain'"))
    session.commit()
    told = verify(app)
    assert told.exit_code == 1 and told.output.startswith("Entry 2 does not fit: ")


def told_by(app, *words):
    return app.test_cli_runner().invoke(args=["ledger", *words])


def test_the_head_is_a_witness(app, session, cast):
    assert told_by(app, "head").output == f"0:{'0' * 64}:\n"
    entry = certified(session, cast)
    session.commit()
    head = told_by(app, "head").output.strip()
    assert head == f"2:{entry.hash}:{entry.signature}"
    assert told_by(app, "verify", "--witness", head).exit_code == 0
    lost = told_by(app, "verify", "--witness", f"7:{entry.hash}")
    assert lost.exit_code == 1 and "Entry 7 does not fit" in lost.output
    assert told_by(app, "verify", "--witness", "nonsense").exit_code == 2


@pytest.fixture
def exported(app, session, cast, tmp_path):
    certified(session, cast)
    session.commit()
    file = tmp_path / "ledger.jsonl"
    assert told_by(app, "export", str(file)).output == f"2 entries written to {file}\n"
    return file


def alone(file, *words):
    """The verifier, without this project on its path."""
    return subprocess.run([sys.executable, "-I", VERIFIER, file, *words], capture_output=True, text=True, cwd="/")


def test_an_export_can_be_checked_without_us(app, exported):
    told = alone(exported)
    assert told.returncode == 0 and told.stdout.startswith("2 entries fit.") and "Signed with" in told.stdout
    assert alone(exported, "--witness", told_by(app, "head").output.strip()).returncode == 0
    for word in ("9:" + "a" * 64, "1:" + "a" * 64):
        assert alone(exported, "--witness", word).returncode == 1
    other_key = Ed25519PrivateKey.generate().public_key().public_bytes_raw().hex()
    assert "not signed" in alone(exported, "--key", other_key).stderr


def test_signatures_are_checked_without_any_package(exported, tmp_path):
    """The lines of the verifier itself do it: here it finds no `cryptography`."""
    bare = tmp_path / "bare.py"
    bare.write_text(f"import sys\nsys.modules['cryptography'] = None\nexec(open({str(VERIFIER)!r}).read())\n")

    def told():
        return subprocess.run([sys.executable, "-I", bare, exported], capture_output=True, text=True, cwd="/")

    assert told().returncode == 0 and "Signed with" in told().stdout
    first, asked_for, line = exported.read_text().splitlines()
    entry = json.loads(line)
    entry["signature"] = entry["signature"][::-1]
    exported.write_text(f"{first}\n{asked_for}\n{json.dumps(entry)}\n")
    assert "not signed" in told().stderr


def test_an_export_names_nobody(exported):
    text = exported.read_text()
    assert not any(word in text for word in ("Made", "Sari", "Terima kasih", "example.org"))


@pytest.mark.parametrize("name", [field.name for field in dataclasses.fields(Entry)])
def test_the_verifier_finds_a_change_in_any_field(exported, name):
    first, asked_for, line = exported.read_text().splitlines()
    entry = json.loads(line)
    entry[name] = {int: 9, str: "2020-01-01T00:00:00.000000+00:00"}.get(type(entry[name]), "x")
    exported.write_text(f"{first}\n{asked_for}\n{json.dumps(entry)}\n")
    told = alone(exported)
    assert told.returncode == 1 and "does not fit" in told.stderr


def test_the_verifier_finds_a_cut_and_a_wrong_file(exported):
    exported.write_text(exported.read_text().splitlines()[0] + "\n")
    assert "ends before it" in alone(exported).stderr
    exported.write_text("not a ledger\n")
    assert alone(exported).returncode == 2


def test_what_has_run_out_is_entered_by_the_command_and_by_the_server(app, session, cast):
    certified(session, cast)
    session.commit()
    assert told_by(app, "expire").output == "0 expiries entered\n" and upkeep.enter_expiries(app) == 0
    with time_machine.travel(AT + dt.timedelta(days=800), tick=False):
        assert [upkeep.enter_expiries(app) for _ in range(2)] == [1, 0]
        assert told_by(app, "expire").output == "0 expiries entered\n"
    assert told_by(app, "verify").output.startswith("3 entries fit.")


def test_several_processes_enter_each_expiry_once(app, session, cast):
    certified(session, cast)
    session.commit()
    with time_machine.travel(AT + dt.timedelta(days=800), tick=False), \
            concurrent.futures.ThreadPoolExecutor(4) as pool:
        counts = list(pool.map(lambda _: upkeep.enter_expiries(app), range(4)))
    assert sum(counts) == 1 and told_by(app, "verify").output.startswith("3 entries fit.")


def test_it_is_verified_while_somebody_writes(app, session, cast):
    """Neither waits for the other, and what is half written is not seen."""
    certified(session, cast)
    session.commit()
    withdraw(session, cast.sari, cast.made.id, 1, words=Words("Keliru", "Ulangi"), client_key="key-halfway", at=AT)
    with app.app_context():
        for words in (["verify"], ["head"]):
            assert app.test_cli_runner().invoke(args=["ledger", *words]).exit_code == 0
        assert told_by(app, "verify").output.startswith("2 entries fit.")
    session.commit()
    assert told_by(app, "verify").output.startswith("3 entries fit.")


def test_a_missing_guard_is_told_with_the_command_that_puts_it_back(app, session, cast):
    certified(session, cast)
    drop_guard(session)
    session.commit()
    told = verify(app)
    assert told.exit_code == 1 and told.output.endswith("Next: bin/sebaya ledger guard\n")
    assert told_by(app, "guard").output.startswith("Put back: ledger_entries_no_")
    assert told_by(app, "guard").output == "The guard is up.\n" and verify(app).exit_code == 0


def test_what_was_here_before_is_counted_by_the_command_or_at_the_next_start(app, session, cast):
    assert "Next: bin/sebaya ledger count" in verify(app).output
    with app.app_context():
        upkeep.count_everything()
    assert verify(app).output.count("\n") == 1
    assert told_by(app, "count").output == "Everything was counted before, or nobody is here yet.\n"
    session.execute(sa.text("INSERT INTO people (email, name, language, zone, created_at) "
                            "VALUES ('x@example.org', 'X', 'id', 'WIB', '2026-11-02')"))
    session.commit()
    assert verify(app).output.startswith("Something beside the ledger does not fit: ")


@pytest.mark.parametrize(("language", "sentence"), [
    ("en_GB.UTF-8", "Something beside the ledger does not fit: "),
    ("id_ID.UTF-8", "Ada yang tidak cocok di samping buku: "),
])
def test_the_verdict_is_told_in_the_terminals_language(app, session, cast, monkeypatch, language, sentence):
    monkeypatch.setenv("LC_ALL", language)
    certified(session, cast)
    session.execute(sa.text("INSERT INTO ledger_commitments VALUES (9, 'x', 'x')"))
    session.commit()
    assert verify(app).output.startswith(sentence)
