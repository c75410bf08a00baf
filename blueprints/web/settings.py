"""What may be set from outside (docs/operating.md tells each variable) and the few things that are fixed."""

import os
import pathlib
import secrets

from flask import Flask

ROOT = pathlib.Path(__file__).parents[2]


def apply(app: Flask, overrides: dict) -> None:
    environment = os.environ
    data_dir = pathlib.Path(overrides.get("DATA_DIR") or environment.get("DATA_DIR") or ROOT / "instance").resolve()
    app.config.update(
        DATA_DIR=data_dir,
        COURSES_DIR=pathlib.Path(environment.get("COURSES_DIR") or ROOT / "courses"),
        DEMO_MODE=environment.get("SEBAYA_MODE", "demo") == "demo",
        PUBLIC_URL=environment.get("PUBLIC_URL", "").rstrip("/"),
        QUICK_EXIT_URL=environment.get("QUICK_EXIT_URL", "https://www.bmkg.go.id/"),
        SQLALCHEMY_DATABASE_URI=database_url(environment.get("DATABASE_URL", ""), data_dir),
        RATELIMIT_STORAGE_URI=environment.get("REDIS_URL") or "memory://",
        MAX_CONTENT_LENGTH=6 * 1024 * 1024,
        MAX_FORM_MEMORY_SIZE=2 * 1024 * 1024,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=environment.get("PUBLIC_URL", "").startswith("https://"),
        SESSION_COOKIE_NAME="sebaya",
        WTF_CSRF_TIME_LIMIT=None,
        BABEL_DEFAULT_LOCALE="id",
        BABEL_TRANSLATION_DIRECTORIES=str(ROOT / "translations"),
        COMPRESS_MIMETYPES=["text/html", "application/json"],
        TEMPLATES_AUTO_RELOAD=False,
    )
    app.config.update(overrides, DATA_DIR=data_dir)
    if not app.config.get("SECRET_KEY"):
        app.config["SECRET_KEY"] = environment.get("SECRET_KEY") or kept_secret(app)


def database_url(given: str, data_dir: pathlib.Path) -> str:
    """The SQLAlchemy address: the one given, else a SQLite file in DATA_DIR. PostgreSQL speaks through psycopg 3."""
    if not given:
        return f"sqlite:///{data_dir / 'sebaya.sqlite3'}"
    for short in ("postgres://", "postgresql://"):
        if given.startswith(short):
            return "postgresql+psycopg://" + given.removeprefix(short)
    return given


def kept_secret(app: Flask) -> str | None:
    """In demo mode a secret made once and kept in DATA_DIR; in production nothing, which `bin/serve` refuses."""
    if not app.config["DEMO_MODE"]:
        return None
    place = app.config["DATA_DIR"] / "secret-key"
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
            file.write(secrets.token_hex(32))
    return place.read_text().strip()
