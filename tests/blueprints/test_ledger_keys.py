"""The keys of the installation in the terminal, at the start of the server and on its pages: shown, changed, lost."""

import json
import shutil

import pytest

from blueprints.web import server, upkeep
from tests.blueprints.test_ledger_commands import alone, certified, told_by
from tests.blueprints.test_signoffs import GOOD
from tests.cast import AT
from tests.published import publish_module
from tests.training.credentials.earning import earned
from tests.training.signoffs.asking import asked
from training.core.signing_key import KeyMissing, give_key, is_changing
from training.signoffs import key_change
from training.signoffs.refusals import KeyIsHere, NotSignedHere


@pytest.fixture
def own_key(session, tmp_path):
    """Keys of this test's own: it changes them."""
    engine = session.get_bind()
    of_all = engine.get_execution_options()["installation_key"]
    give_key(engine, tmp_path / "keys" / "installation.key")
    yield
    give_key(engine, of_all)


def test_the_key_is_changed_and_everybody_follows(app, session, cast, own_key, tmp_path):
    certified(session, cast)
    session.commit()
    before = told_by(app, "head").output.strip()
    [first] = told_by(app, "key", "show").output.split()
    shown = told_by(app, "key", "change").output.split()
    assert shown[0] == first and len(shown) == 2 and told_by(app, "key", "show").output.split() == shown
    assert sorted(one.name for one in (tmp_path / "keys").iterdir()) == ["earlier.keys", "installation.key"]
    assert told_by(app, "verify", "--witness", before).exit_code == 0
    file = tmp_path / "ledger.jsonl"
    told_by(app, "export", str(file))
    assert alone(file, "--key", shown[1], "--witness", before, "--every-signature").returncode == 0
    refused = alone(file, "--key", first)
    assert refused.returncode == 1 and f"entry 3 hands the ledger on from it to {shown[1]}" in refused.stderr
    assert refused.stderr.endswith(f"--key {shown[1]}\n")
    lines = file.read_text().splitlines(keepends=True)
    head = json.loads(lines[0])
    for cut in (lines[1:-1], lines[1:-2]):
        file.write_text("".join([json.dumps({**head, "head": before}) + "\n", *cut]))
        assert "ends before the key was last changed" in alone(file).stderr


def test_a_change_of_the_key_that_a_crash_broke_off_is_undone(app, session, own_key):
    with app.app_context():
        key_change.rotate(session, at=AT)
        session.rollback()
        assert is_changing(session)
        upkeep.settle_key()
    assert len(told_by(app, "key", "show").output.split()) == 1 and not is_changing(session)


@pytest.fixture
def lost(session, cast, own_key, tmp_path):
    """Ratna's certificate is earned, and one request of Made waits; then the keys are gone. The public one."""
    credential = earned(session, cast.ratna, cast.sari)
    waiting = asked(session, cast.made, publish_module(session, "pw-3"))
    session.commit()
    shutil.rmtree(tmp_path / "keys")
    return waiting, credential


def terminal(monkeypatch, language):
    monkeypatch.setenv("LC_ALL", language)


@pytest.mark.parametrize("words", [["verify"], ["export", "out"], ["key", "show"], ["key", "change"]])
def test_without_its_key_the_ledger_is_not_vouched_for(app, lost, words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    told = told_by(app, *words)
    assert isinstance(told.exception, KeyMissing) and not (tmp_path / "keys").exists()
    assert told_by(app, "head").exit_code == 0


@pytest.mark.parametrize(("language", "sentence"), [("id_ID.UTF-8", "kembalikan kuncinya dari cadangan"),
                                                    ("en_US.UTF-8", "bring the key back from a backup")])
def test_the_server_starts_and_says_so(app, lost, monkeypatch, capsys, language, sentence):
    terminal(monkeypatch, language)
    server.warn(upkeep.trouble())
    told = capsys.readouterr().err
    assert sentence in told and "ledger key lost" in told and "installation.key" in told


def test_pages_are_read_and_a_decision_comes_back_with_its_words(lost, as_person, client):
    waiting, credential = lost
    sari = as_person("sari")
    assert "Made" in sari.get("/signoffs").text and client.get(f"/verify/{credential.code}").status_code == 200
    client.get("/verify")
    page = sari.post(f"/signoffs/{waiting}/decisions", data={**GOOD, "message": "Kata-kata saya."}, expect=409).text
    assert "Beri tahu administrator" in page and "Kata-kata saya." in page and "installation.key" not in page
    assert "Beri tahu administrator" in as_person("ratna").get(f"/credentials/{credential.code}.json", expect=409).text


def test_what_runs_by_itself_goes_on_trying(app, lost, monkeypatch):
    """The hourly thread must not end by it."""
    monkeypatch.setattr(upkeep, "enter_expiries", lambda app: (_ for _ in ()).throw(KeyMissing(path="")))
    monkeypatch.setattr(upkeep.time, "sleep", lambda seconds: (_ for _ in ()).throw(InterruptedError))
    with pytest.raises(InterruptedError):
        upkeep._go_on(app)


@pytest.mark.parametrize("is_known", [True, False])
def test_a_new_key_begins_and_everybody_is_told(app, session, cast, own_key, tmp_path, monkeypatch, is_known):
    certified(session, cast)
    session.commit()
    before, file = told_by(app, "head").output.strip(), tmp_path / "ledger.jsonl"
    [old] = told_by(app, "key", "show").output.split()
    shutil.rmtree(tmp_path / "keys")
    shown = told_by(app, "key", "lost", *["--public", old] * is_known).output.split()
    assert shown == told_by(app, "key", "show").output.split() and (old in shown) == is_known
    told = told_by(app, "verify", "--witness", before)
    sentence = "fits the lost key" if is_known else "can no longer be checked"
    assert told.exit_code == 0 and "announced in entry 3 on " in told.output and sentence in told.output
    told_by(app, "export", str(file))
    checked = alone(file, "--key", shown[-1], "--witness", before, "--every-signature")
    assert checked.returncode == 0, checked.stderr
    assert "Entry 3 of " in checked.stdout and (old in checked.stdout) == is_known
    assert alone(file, "--witness", before).stdout == checked.stdout.replace(
        shown[-1], f"{shown[-1]} (named by the file itself; compare it with --key)")
    assert ("says that it was lost" in alone(file, "--key", old).stderr) == is_known
    assert isinstance(told_by(app, "key", "lost").exception, KeyIsHere)


def test_the_verifier_believes_no_loss_that_the_file_does_not_name(app, session, cast, own_key, tmp_path):
    certified(session, cast)
    session.commit()
    [old], file = told_by(app, "key", "show").output.split(), tmp_path / "ledger.jsonl"
    shutil.rmtree(tmp_path / "keys")
    told_by(app, "key", "lost", "--public", old)
    told_by(app, "export", str(file))
    head, *entries = file.read_text().splitlines(keepends=True)
    file.write_text("".join([json.dumps({**json.loads(head), "after_loss": []}) + "\n", *entries]))
    assert "says that a key was lost, and the file does not" in alone(file).stderr
    changed = json.loads(entries[1])
    changed["signature"] = "ab" * 64
    file.write_text("".join([head, entries[0], json.dumps(changed) + "\n", entries[2]]))
    assert alone(file).returncode == 1


def saved(app, monkeypatch, file, keys):
    monkeypatch.setitem(app.config, "DATA_DIR", keys.parent)
    assert app.test_cli_runner().invoke(args=["backup", str(file)]).exit_code == 0


def test_a_backup_brings_the_key_back(app, session, cast, own_key, tmp_path, monkeypatch):
    certified(session, cast)
    session.commit()
    keys, file = tmp_path / "keys", tmp_path / "backup"
    saved(app, monkeypatch, file, keys)
    own = told_by(app, "key", "show").output
    assert isinstance(told_by(app, "key", "restore", "--from", str(file)).exception, KeyIsHere)
    shutil.rmtree(keys)
    assert told_by(app, "key", "restore", "--from", str(file)).output == own
    assert told_by(app, "verify").exit_code == 0 and told_by(app, "key", "restore").exit_code == 2


def test_a_backup_from_before_the_key_changed_does_not(app, session, cast, own_key, tmp_path, monkeypatch):
    certified(session, cast)
    session.commit()
    keys, file = tmp_path / "keys", tmp_path / "backup"
    saved(app, monkeypatch, file, keys)
    told_by(app, "key", "change")
    shutil.rmtree(keys)
    assert isinstance(told_by(app, "key", "restore", "--from", str(file)).exception, NotSignedHere)
    assert not keys.exists()


def test_a_public_key_that_is_none_is_refused(app, lost):
    told = told_by(app, "key", "lost", "--public", "nonsense")
    assert told.exit_code == 2 and "is no public key" in told.output
