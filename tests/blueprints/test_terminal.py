"""bin/sebaya itself: what it refuses, it refuses in the language of the terminal."""

import os
import subprocess

import pytest

from blueprints.web.settings import ROOT


@pytest.mark.parametrize(("language", "sentence"), [
    ("en_US.UTF-8", "is not a complete Sebaya backup"), ("id_ID.UTF-8", "bukan cadangan Sebaya yang utuh"),
    ("C", "is not a complete Sebaya backup"),
])
def test_a_refusal_speaks_the_language_of_the_terminal(tmp_path, language, sentence):
    around = {**os.environ, "DATA_DIR": str(tmp_path), "DATABASE_URL": "", "SEBAYA_MODE": "demo", "LC_ALL": language}

    def sebaya(*words):
        return subprocess.run([ROOT / "bin" / "sebaya", *words], capture_output=True, text=True, env=around)

    assert sebaya("database", "upgrade").returncode == 0
    (tmp_path / "not-a-backup").write_text("nothing")
    told = sebaya("restore", str(tmp_path / "not-a-backup"))
    assert told.returncode == 1 and sentence in told.stderr
