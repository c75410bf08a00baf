"""The project's own Python environment, made by whichever of bin/serve, bin/test and bin/bench runs first."""
import hashlib
import os
import pathlib
import subprocess
import sys
import venv

ROOT = pathlib.Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PIP_OPTIONS = ("--quiet", "--disable-pip-version-check", "--no-input")


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
    """A .venv with pip. Debian's bare python3 lacks ensurepip; the pip of the system can then do the work."""
    try:
        venv.create(VENV, with_pip=True)
    except subprocess.CalledProcessError:
        venv.create(VENV, with_pip=False)


def install(*arguments: str) -> int:
    """Let pip install into .venv; 0 when it did."""
    inside = subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True).returncode == 0
    pip = [PYTHON, "-m", "pip"] if inside else [sys.executable, "-m", "pip", "--python", PYTHON]
    return subprocess.run([*pip, "install", *PIP_OPTIONS, *arguments], stdin=subprocess.DEVNULL).returncode
