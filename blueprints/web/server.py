"""What bin/serve runs inside the environment: checks, database, courses, demo world, then the web server."""

import ipaddress
import os
import signal
import socket
import sys
import time

from flask import Flask
from flask_migrate import upgrade
from waitress import create_server

from app import create_app
from blueprints.web import upkeep
from blueprints.web.connections import Channel
from blueprints.web.database import db
from blueprints.web.framework import framework
from blueprints.web.languages import in_terminal_language, said_to_operator
from blueprints.web.migrations import is_at_head
from blueprints.web.settings import ROOT
from blueprints.web.starters import publish_starters
from training import demo
from training.core.clock import now
from training.core.database import intending
from training.core.refusal import Refusal

THREADS = 4
PROXY_HEADERS = {"x-forwarded-for", "x-forwarded-proto", "x-forwarded-host"}


def refuse(why: str, next_step: str) -> None:
    sys.exit(f"Sebaya does not start: {why}\nNext: {next_step}")


def warn(trouble: Refusal) -> None:
    """It starts, so that people can read; what it cannot do is said where whoever starts it looks."""
    with in_terminal_language():
        print(f"\n{said_to_operator(trouble)}", file=sys.stderr, flush=True)


def check_production(app: Flask) -> None:
    """Everything that must be right before strangers may come in."""
    if os.environ.get("FLASK_DEBUG", "").lower() not in ("", "0", "false"):
        refuse("FLASK_DEBUG is on, which shows the inside of the program to everyone.", "unset FLASK_DEBUG")
    if not app.config["SECRET_KEY"] or len(app.config["SECRET_KEY"]) < 32:
        refuse(
            "SECRET_KEY is unset or shorter than 32 characters; sessions and links are signed with it.",
            "export SECRET_KEY=$(python3 -c 'import secrets; print(secrets.token_hex(32))')  and keep it safe",
        )
    if not is_at_head():
        refuse("the database is not migrated to this version.", "bin/sebaya database upgrade")


def prepare_demo(app: Flask, host: str) -> None:
    """A ready world on a machine of one's own: migrated, with courses and the demo people."""
    if not _is_loopback(host):
        refuse(
            f"demo mode has known passwords and listens on loopback only, not on {host}.",
            "unset HOST, or run bin/serve --production",
        )
    if not is_at_head():
        upgrade(directory=str(ROOT / "migrations"))
    with intending(to_write=True):
        began = None if demo.is_loaded(db.session) else now() - demo.BEGAN
        publish_starters(app.config["COURSES_DIR"], at=began)
        demo.load(db.session, framework(), at=now())
        db.session.commit()
        db.session.remove()


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def listen(host: str, port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as trouble:
        refuse(f"{host}:{port} cannot be used ({trouble.strerror}).", f"PORT={port + 1} bin/serve")
    listener.listen(1024)
    return listener


def announce(app: Flask, host: str, port: int) -> None:
    shown = f"[{host}]" if ":" in host else host
    lines = ["", f"  Sebaya  ·  http://{shown}:{port}", ""]
    if app.config["DEMO_MODE"]:
        lines += [f"  Sign in with password {demo.PASSWORD} as", ""]
        lines += [f"    {one.email:<22} {one.role:<14} {one.waits['en']}" for one in demo.PEOPLE]
        lines += ["", "  Demo mode: made-up people and stories, this machine only. Stop with Ctrl-C.", ""]
    print("\n".join(lines), flush=True)


def work(app: Flask, listener: socket.socket) -> None:
    proxy = os.environ.get("TRUSTED_PROXY")
    behind = {"trusted_proxy": proxy, "trusted_proxy_headers": PROXY_HEADERS} if proxy else {}
    server = create_server(
        app, sockets=[listener], threads=THREADS, ident=None, channel_timeout=60, clear_untrusted_proxy_headers=True,
        max_request_body_size=app.config["MAX_CONTENT_LENGTH"] + 1024 * 1024, **behind,
    )
    server.channel_class = Channel
    upkeep.begin(app)
    server.run()


def keep_workers(app: Flask, listener: socket.socket, count: int) -> None:
    """Several processes on one socket; one that dies is replaced, a signal to the parent ends them all."""
    workers: set[int] = set()

    def stop(signum, frame):
        for pid in workers:
            os.kill(pid, signal.SIGTERM)
        sys.exit(0)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    while True:
        while len(workers) < count:
            pid = os.fork()
            if pid == 0:
                signal.signal(signal.SIGTERM, signal.SIG_DFL)
                signal.signal(signal.SIGINT, signal.SIG_DFL)
                work(app, listener)
                os._exit(0)
            workers.add(pid)
        pid, _ = os.wait()
        workers.discard(pid)
        time.sleep(0.2)


def main() -> None:
    host, port = os.environ.get("HOST", "127.0.0.1"), int(os.environ.get("PORT", "8000"))
    app = create_app()
    with app.app_context():
        if app.config["DEMO_MODE"]:
            prepare_demo(app, host)
        else:
            check_production(app)
        upkeep.settle_key()
        if found := upkeep.trouble():
            warn(found)
        else:
            upkeep.count_everything()
        db.engine.dispose()
    listener = listen(host, port)
    announce(app, host, port)
    processes = int(os.environ.get("WEB_CONCURRENCY", "1"))
    if processes > 1 and hasattr(os, "fork"):
        keep_workers(app, listener, processes)
    else:
        work(app, listener)


if __name__ == "__main__":
    main()
