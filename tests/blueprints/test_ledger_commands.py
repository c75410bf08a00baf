"""bin/sebaya ledger, as the terminal sees it, and the verifier that stands alone."""

import dataclasses
import json
import pathlib
import subprocess
import sys

import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.cast import AT
from tests.published import publish_module
from tests.training.signoffs.asking import asked
from training.signoffs.entry import Entry
from training.signoffs.ledger import Words, certify

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
        assert told.exit_code == 0 and told.output == f"1 entries fit. Head: {entry.hash}\n"


def test_the_first_entry_that_does_not_fit_is_named(app, session, cast):
    certified(session, cast)
    session.execute(sa.text("UPDATE decision_texts SET message = 'Lain'"))
    session.commit()
    told = verify(app)
    assert told.exit_code == 1 and told.output.startswith("Entry 1 does not fit: ")


def told_by(app, *words):
    return app.test_cli_runner().invoke(args=["ledger", *words])


def test_the_head_is_a_witness(app, session, cast):
    assert told_by(app, "head").output == f"0:{'0' * 64}:\n"
    entry = certified(session, cast)
    session.commit()
    head = told_by(app, "head").output.strip()
    assert head == f"1:{entry.hash}:{entry.signature}"
    assert told_by(app, "verify", "--witness", head).exit_code == 0
    lost = told_by(app, "verify", "--witness", f"7:{entry.hash}")
    assert lost.exit_code == 1 and "Entry 7 does not fit" in lost.output
    assert told_by(app, "verify", "--witness", "nonsense").exit_code == 2


@pytest.fixture
def exported(app, session, cast, tmp_path):
    certified(session, cast)
    session.commit()
    file = tmp_path / "ledger.jsonl"
    assert told_by(app, "export", str(file)).output == f"1 entries written to {file}\n"
    return file


def alone(file, *words):
    """The verifier, without this project on its path."""
    return subprocess.run([sys.executable, "-I", VERIFIER, file, *words], capture_output=True, text=True, cwd="/")


def test_an_export_can_be_checked_without_us(app, exported):
    told = alone(exported)
    assert told.returncode == 0 and told.stdout.startswith("1 entries fit.") and "Signed with" in told.stdout
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
    first, line = exported.read_text().splitlines()
    entry = json.loads(line)
    entry["signature"] = entry["signature"][::-1]
    exported.write_text(f"{first}\n{json.dumps(entry)}\n")
    assert "not signed" in told().stderr


def test_an_export_names_nobody(exported):
    text = exported.read_text()
    assert not any(word in text for word in ("Made", "Sari", "Terima kasih", "example.org"))


@pytest.mark.parametrize("name", [field.name for field in dataclasses.fields(Entry)])
def test_the_verifier_finds_a_change_in_any_field(exported, name):
    first, line = exported.read_text().splitlines()
    entry = json.loads(line)
    entry[name] = {int: 9, str: "2020-01-01T00:00:00.000000+00:00"}.get(type(entry[name]), "x")
    exported.write_text(f"{first}\n{json.dumps(entry)}\n")
    told = alone(exported)
    assert told.returncode == 1 and "does not fit" in told.stderr


def test_the_verifier_finds_a_cut_and_a_wrong_file(exported):
    exported.write_text(exported.read_text().splitlines()[0] + "\n")
    assert "ends before it" in alone(exported).stderr
    exported.write_text("not a ledger\n")
    assert alone(exported).returncode == 2
