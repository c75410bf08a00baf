"""What people write for themselves lies in one file, which nobody else on the machine may read."""

import stat

from app import create_app


def test_a_new_database_is_for_its_own_account_only(tmp_path):
    file = tmp_path / "fresh.sqlite3"
    create_app({"DATA_DIR": tmp_path, "SECRET_KEY": "for tests", "SQLALCHEMY_DATABASE_URI": f"sqlite:///{file}"})
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
