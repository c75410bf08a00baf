"""A throw-away PostgreSQL server for bin/test and bin/drill, installed where it may be, and gone afterwards."""
import contextlib
import glob
import pathlib
import shutil
import subprocess
import sys
import tempfile

from distribution import PRIVATE, install_from_distribution, is_root, unpack_from_distribution
from environment import ROOT, install

PGSERVER = "pgserver==0.1.4"
# Nobody needs the tests' database after the run, so it may skip what makes a database survive a death.
HASTY = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


@contextlib.contextmanager
def postgres(settings: str = ""):
    """The address of a throw-away PostgreSQL server that listens on a socket in a folder of its own. Without `settings`
    it keeps what it acknowledged, as on a real installation; HASTY is quicker and does not."""
    binaries = find_postgres()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="sebaya-pg-"))
    prefix = become_somebody(folder)
    try:
        control = [*prefix, str(binaries / "pg_ctl"), "-s", "-D", str(folder / "cluster")]
        tell([*prefix, str(binaries / "initdb"), "-D", str(folder / "cluster"), "-U", "postgres", "-A", "trust",
              "-E", "UTF8", "--locale=C", "-N"])
        settings += f" -c max_connections=60 -c listen_addresses='' -c unix_socket_directories={folder}"
        tell([*control, "-w", "-l", str(folder / "log"), "-o", settings, "start"])
        try:
            yield f"postgresql+psycopg://postgres@/postgres?host={folder}"
        finally:
            tell([*control, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def tell(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, cwd="/")
    if done.returncode:
        sys.exit(f"PostgreSQL did not obey: {' '.join(command)}\n{done.stdout}{done.stderr}")


def find_postgres() -> pathlib.Path:
    """The folder with initdb and pg_ctl: on the path, Debian's, or the one that a Python package carries."""
    def found(root="/"):
        on_path = shutil.which("initdb")
        debian = glob.glob(f"{root}/usr/lib/postgresql/*/bin/initdb")
        every = sorted(debian, key=lambda path: float(path.split("/")[-3]))
        return pathlib.Path(on_path or every[-1]).resolve().parent if on_path or every else None

    place = found() or (install_from_distribution("postgresql") and found())
    place = place or (unpack_from_distribution("postgresql") and found(PRIVATE))
    if not place and not install(PGSERVER):
        place = next((ROOT / ".venv").glob("lib/python*/site-packages/pgserver/pginstall/bin"), None)
    return place or sys.exit(
        "No PostgreSQL was found, and none could be installed.\nNext: sudo apt-get install postgresql"
    )


def become_somebody(folder: pathlib.Path) -> list[str]:
    """PostgreSQL refuses to run as root: give the folder to somebody with less power, and run as them."""
    if not is_root():
        return []
    known = pathlib.Path("/etc/passwd").read_text()
    name = "postgres" if "\npostgres:" in known else "nobody"
    shutil.chown(folder, name)
    folder.chmod(0o755)
    return ["runuser", "-u", name, "--"]
