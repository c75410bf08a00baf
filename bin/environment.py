"""The project's own Python environment, made by whichever of bin/serve, bin/test and bin/bench runs first."""
import hashlib
import importlib.util
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request
import venv

from distribution import install_from_distribution

ROOT = pathlib.Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PIP_OPTIONS = ("--quiet", "--disable-pip-version-check", "--no-input", "--root-user-action", "ignore")
PIP = "pip-26.3-py3-none-any.whl"
PIP_SHA256 = "f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13"


def prepare_environment(command: str, *lists: str) -> None:
    """Make .venv and install the pinned lists, unless just these are installed already."""
    if sys.version_info < (3, 11):  # noqa: UP036 - who has an older one deserves a sentence, not a traceback
        sys.exit(f"Sebaya needs Python 3.11 or newer; this is {sys.version.split()[0]}.\nNext: python3.11 {command}")
    wanted = hashlib.sha256(b"".join((ROOT / name).read_bytes() for name in lists)).hexdigest()
    mark = VENV / f".installed-{'-'.join(lists)}"
    if PYTHON.exists() and mark.exists() and mark.read_text() == wanted:
        return
    if not PYTHON.exists():
        print("Making .venv …", flush=True)
        make_environment()
    print(f"Installing {' and '.join(lists)} (once, a minute or two) …", flush=True)
    if install(*(word for name in lists for word in ("-r", str(ROOT / name)))):
        sys.exit(
            "The packages could not be installed; pip's own words stand above.\n"
            f"Check the connection to the package index, then run {command} again."
        )
    mark.write_text(wanted)


def make_environment() -> None:
    """A .venv, with the pip that this Python carries; Debian's bare python3 carries none, and `install` finds one."""
    venv.create(VENV, with_pip=importlib.util.find_spec("ensurepip") is not None)


def install(*arguments: str) -> int:
    """Let pip install into .venv; 0 when it did."""
    return subprocess.run([*find_pip(), "install", *PIP_OPTIONS, *arguments], stdin=subprocess.DEVNULL).returncode


def find_pip() -> list:
    """The pip of .venv, else the system's, else one from the package index, else the distribution's."""
    own, system = [PYTHON, "-m", "pip"], [sys.executable, "-m", "pip", "--python", PYTHON]
    if not works(own) and not works(system):
        fetch_pip()
    if not works(own) and not works(system):
        install_from_distribution("python3-pip")
    return next(filter(works, (own, system)), None) or sys.exit(
        f"This Python has no pip, and none could be fetched from {index()}.\n"
        "Next: sudo apt-get install python3-venv, or check the connection, then the same command again."
    )


def works(pip: list) -> bool:
    return subprocess.run([*pip, "--version"], capture_output=True).returncode == 0


def fetch_pip() -> None:
    """Let the pinned pip, which runs from its own archive, install itself into .venv."""
    print(f"This Python has no pip; fetching one from {index()} …", flush=True)
    try:
        with tempfile.TemporaryDirectory() as folder:
            wheel = pathlib.Path(folder, PIP)
            wheel.write_bytes(download(address_of(PIP), PIP_SHA256))
            subprocess.run([PYTHON, wheel / "pip", "install", *PIP_OPTIONS, "--no-index", wheel], check=True)
    except (OSError, ValueError, subprocess.CalledProcessError) as trouble:
        print(f"That did not work: {trouble}", flush=True)


def index() -> str:
    return os.environ.get("PIP_INDEX_URL", "https://pypi.org/simple").rstrip("/")


def address_of(wheel: str) -> str:
    """Where the package index keeps this wheel."""
    page = f"{index()}/{wheel.split('-')[0]}/"
    with urllib.request.urlopen(page, timeout=60) as answer:
        link = re.search(rf'href="([^"]*{re.escape(wheel)})[#"]', answer.read().decode())
    if not link:
        raise ValueError(f"{page} has no {wheel}")
    return urllib.parse.urljoin(page, link[1])


def download(address: str, sha256: str) -> bytes:
    """The file behind an address, refused unless it is the very file we know."""
    with urllib.request.urlopen(address, timeout=60) as answer:
        content = answer.read()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise ValueError(f"{address} is not the file that was expected")
    return content
