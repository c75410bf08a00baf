"""The server dies while people send and sign: kill -9 for its whole process group, again and again. After each death
nothing acknowledged is lost, nothing is there twice, every page tells what it acknowledged, and the ledger fits."""

import contextlib
import dataclasses
import os
import pathlib
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time

import psycopg
import sqlalchemy as sa

from blueprints.web.database import db
from blueprints.web.settings import ROOT
from tests.drill.installation import environment, install
from tests.drill.walker import ATTEMPT, Gate, Walker
from training.signoffs.cross_check import verify_everything

PAIRS = 6
ROWS = {
    ATTEMPT: "SELECT client_key, count(*) FROM attempts WHERE submitted_at IS NOT NULL GROUP BY client_key",
    "signoff_requests": "SELECT client_key, count(*) FROM signoff_requests GROUP BY client_key",
    "ledger_entries": "SELECT client_key, count(*) FROM ledger_entries GROUP BY client_key",
}
TWICE = """SELECT request_id, deed FROM ledger_entries WHERE deed IN ('certified', 'returned', 'withdrawn')
           GROUP BY request_id, deed HAVING count(*) > 1"""
# The course has one module, so that each certification makes one certificate in the same transaction.
TOO_MANY_CERTIFICATES = """SELECT (SELECT count(*) FROM credentials)
                           - (SELECT count(*) FROM ledger_entries WHERE deed = 'certified')"""


@dataclasses.dataclass
class Tally:
    """`cut_off` were on their way when the server died, and `written` of those turned out to be written already."""

    kills: int = 0
    acknowledged: int = 0
    cut_off: int = 0
    written: int = 0
    lost: int = 0
    doubled: int = 0

    def __str__(self) -> str:
        return (f"{self.kills} kills, {self.acknowledged} deeds acknowledged, {self.lost} lost, {self.doubled} doubled;"
                f" {self.cut_off} cut off on their way, {self.written} of them written before and not again")


class Server:
    """The whole server: one parent, two workers, one process group."""

    def __init__(self, folder: pathlib.Path, url: str):
        self.port = free_port()
        self.environment = {**os.environ, **environment(folder, url), "PORT": str(self.port), "PYTHONPATH": str(ROOT)}
        self.log = (folder / "server.log").open("w")
        self.nursery = subprocess.Popen(
            [sys.executable, "-m", "tests.drill.nursery"], cwd=ROOT, env=self.environment, text=True, stderr=self.log,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )

    def start(self) -> None:
        """Start it and wait until it listens."""
        print("start", file=self.nursery.stdin, flush=True)
        self.group = int(self.nursery.stdout.readline())
        self._wait_until(True)

    def kill(self) -> None:
        """Kill its process group, and wait until the last of them has let go of the port."""
        os.killpg(self.group, signal.SIGKILL)
        self._wait_until(False)

    def _wait_until(self, listens: bool) -> None:
        patience = time.monotonic() + 60
        while time.monotonic() < patience:
            with socket.socket() as caller:
                if (caller.connect_ex(("127.0.0.1", self.port)) == 0) == listens:
                    return
            time.sleep(0.02)
        raise AssertionError(f"the server does not {'start' if listens else 'end'}; its words are in {self.log.name}")

    def close(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            self.kill()
        self.nursery.stdin.close()
        self.nursery.wait()
        self.nursery.stdout.close()
        self.log.close()


def free_port() -> int:
    """A port below those that outgoing connections take, so that nobody takes it while the server is down."""
    while True:
        with contextlib.suppress(OSError), socket.create_server(("127.0.0.1", random.randint(20_000, 32_000))) as free:
            return free.getsockname()[1]


def drill(folder: pathlib.Path, url: str, kills: int, *, hurt=lambda: None) -> Tally:
    """Kill the server so many times and check after each; `hurt` is what dies together with it. Raises AssertionError
    as soon as anything acknowledged is lost or anything is there twice."""
    app, module = install(folder, url, PAIRS)
    with contextlib.closing(Server(folder, url)) as server:
        server.start()
        gate = Gate(PAIRS)
        walkers = [Walker(number, server.port, module, gate) for number in range(PAIRS)]
        before = counted(app)
        for walker in walkers:
            walker.start()
        tally = Tally()
        for _ in range(kills):
            # Any moment may be the worst one, so none is chosen.
            time.sleep(random.uniform(0.05, 0.5))
            server.kill()
            hurt()
            gate.all_are_here()
            hang_up(walkers)
            server.start()
            look(app, walkers, before, tally)
            gate.open()
        assert "fit" in told(server.environment)
    return tally


def hang_up(walkers) -> None:
    """Some lines were idle when the server died, and do not know yet."""
    for walker in walkers:
        for caller in (walker.learner, walker.supervisor):
            caller.line.close()


def look(app, walkers, before, tally) -> None:
    """Count what is there, read what was acknowledged last, and recompute the ledger."""
    assert not [walker.trouble for walker in walkers if walker.trouble]
    deeds = [deed for walker in walkers for deed in walker.deeds]
    found = counted(app)
    there = {deed.key: found[deed.table].get(deed.key, 0) for deed in deeds}
    cut_off = [deed for walker in walkers for deed in walker.cut_off]
    tally.kills += 1
    tally.acknowledged = len(deeds) - len(cut_off)
    tally.cut_off += len(cut_off)
    # Such a deed is sent again under its key; a server that wrote it twice would show in `doubled` the next time.
    tally.written += sum(there[deed.key] for deed in cut_off)
    tally.lost = sum(deed.is_acknowledged and not there[deed.key] for deed in deeds)
    tally.doubled = sum(count > 1 for count in there.values()) + len(found["twice"])
    # Rows that nobody sent would be doubles under another key. The ledger holds more deeds than these.
    for table in (ATTEMPT, "signoff_requests"):
        known = sum(there[deed.key] for deed in deeds if deed.table == table)
        tally.doubled += len(found[table]) - len(before[table]) - known
    assert not tally.lost and not tally.doubled, str(tally)
    read_again(walker for walker in walkers if not any(there[deed.key] for deed in walker.cut_off))


def counted(app) -> dict:
    """Client key → rows, by table; the requests that were decided alike twice; all of it in a ledger that fits."""
    with app.app_context():
        found = {table: dict(map(tuple, db.session.execute(sa.text(query)))) for table, query in ROWS.items()}
        found["twice"] = db.session.execute(sa.text(TWICE)).all()
        extra, verdict = db.session.scalar(sa.text(TOO_MANY_CERTIFICATES)), verify_everything(db.session)
        db.session.remove()
        db.engine.dispose()
    assert verdict.misfit is None, verdict
    assert extra == 0, f"{extra} certificates more than certifications"
    return found


def read_again(walkers) -> None:
    """The pages, on the new server, tell what was acknowledged last on the one that died. Walkers whose next deed was
    written unacknowledged are left out: a page tells the latest."""
    for walker in walkers:
        done = [deed for deed in walker.deeds if deed.is_acknowledged and deed.page]
        if done:
            caller, page, words = done[-1].page
            assert words in caller.get(page), f"{page} does not tell {words!r}"


def told(environment: dict) -> str:
    """What the terminal says of the ledger."""
    command = [sys.executable, "-m", "blueprints.web.terminal", "ledger", "verify"]
    return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True).stdout


@contextlib.contextmanager
def database(server: str, name: str = "sebaya_drill"):
    """The address of a database of its own on a PostgreSQL server, gone afterwards."""
    engine = sa.create_engine(server, isolation_level="AUTOCOMMIT")
    remove = f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'
    with engine.connect() as connection:
        connection.exec_driver_sql(remove)
        connection.exec_driver_sql(f'CREATE DATABASE "{name}"')
    engine.dispose()
    yield sa.make_url(server).set(database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.exec_driver_sql(remove)
    engine.dispose()


class BackendKiller:
    """Kills one process of the database server, which then throws out everybody and recovers from its log."""

    def __init__(self, url: str):
        self.address = sa.make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)

    def __call__(self) -> None:
        with contextlib.closing(psycopg.connect(self.address)) as connection:
            os.kill(connection.info.backend_pid, signal.SIGKILL)
        time.sleep(0.05)
        self.wait()

    def wait(self) -> None:
        patience = time.monotonic() + 60
        while time.monotonic() < patience:
            with contextlib.suppress(psycopg.OperationalError):
                return psycopg.connect(self.address).close()
            time.sleep(0.05)
        raise AssertionError("PostgreSQL did not recover")


def main(count: int) -> None:
    """So many kills on SQLite, and as many on the PostgreSQL of TEST_DATABASE_URL, whose own process dies each time
    too."""
    with tempfile.TemporaryDirectory(prefix="sebaya-drill-") as folder:
        url = f"sqlite:///{folder}/sebaya.sqlite3"
        print(f"kills on SQLite: {drill(pathlib.Path(folder), url, count)}", flush=True)
    if server := os.environ.get("TEST_DATABASE_URL"):
        with tempfile.TemporaryDirectory(prefix="sebaya-drill-") as folder, database(server) as url:
            tally = drill(pathlib.Path(folder), url, count, hurt=BackendKiller(url))
            print(f"kills on PostgreSQL, its own processes too: {tally}", flush=True)
