"""bin/sebaya itself: what it refuses, it refuses in the language of the terminal."""

import os
import re
import subprocess

import pytest

from blueprints.web.settings import ROOT


def sebaya(folder, *words, **around):
    alone = {"DATA_DIR": str(folder), "DATABASE_URL": "", "SEBAYA_MODE": "demo", "SECRET_KEY": ""}
    command = [ROOT / "bin" / "sebaya", *words]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **alone, **around})


def test_it_has_our_commands_and_no_others(tmp_path):
    told = sebaya(tmp_path, "--help").stdout
    commands = re.findall(r"^  (\w+) +[A-Z]", told.partition("Commands:")[2], re.MULTILINE)
    ours = ["backup", "courses", "database", "ledger", "organisation", "people", "quizzes", "restore", "supervision"]
    assert commands == ours and "--app" not in told


def test_an_invitation_is_not_made_with_another_key_than_the_servers(tmp_path):
    assert sebaya(tmp_path, "database", "upgrade").returncode == 0
    add = ("people", "add", "--email", "ibu@contoh.id", "--name", "Ibu", "--role", "administrator")
    refused = sebaya(tmp_path, *add, SEBAYA_MODE="production", LC_ALL="C")
    assert refused.returncode == 1 and "SECRET_KEY" in refused.stderr and "/invitations/" not in refused.stdout
    assert "/invitations/" in sebaya(tmp_path, *add, SEBAYA_MODE="production", SECRET_KEY="k" * 32).stdout


@pytest.mark.parametrize(("language", "sentence"), [
    ("en_US.UTF-8", "is not a complete Sebaya backup"), ("id_ID.UTF-8", "bukan cadangan Sebaya yang utuh"),
    ("C", "is not a complete Sebaya backup"),
])
def test_a_refusal_speaks_the_language_of_the_terminal(tmp_path, language, sentence):
    assert sebaya(tmp_path, "database", "upgrade").returncode == 0
    (tmp_path / "not-a-backup").write_text("nothing")
    told = sebaya(tmp_path, "restore", str(tmp_path / "not-a-backup"), LC_ALL=language)
    assert told.returncode == 1 and sentence in told.stderr


def test_a_lost_key_is_told_to_the_operator_with_the_next_command_in_both_languages(tmp_path):
    assert sebaya(tmp_path, "database", "upgrade").returncode == 0
    sebaya(tmp_path, "people", "add", "--email", "ibu@contoh.id", "--name", "Ibu", "--role", "administrator",
           SECRET_KEY="k" * 32)
    (tmp_path / "keys" / "installation.key").unlink()
    for language, sentence in (("id_ID.UTF-8", "kembalikan kuncinya dari cadangan"), ("C", "bring the key back")):
        told = sebaya(tmp_path, "ledger", "verify", LC_ALL=language)
        assert told.returncode == 1 and sentence in told.stderr and "ledger key restore --from" in told.stderr
        assert str(tmp_path / "keys" / "installation.key") in told.stderr
    assert sebaya(tmp_path, "ledger", "key", "lost").returncode == 0
    assert "announced in entry 3" in sebaya(tmp_path, "ledger", "verify", LC_ALL="C").stdout
