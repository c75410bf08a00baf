"""Debian's own packages, for bin/test and bin/drill: installed where we may, else unpacked into .venv without root."""
import glob
import os
import pathlib
import shutil
import subprocess
import tempfile

PRIVATE = pathlib.Path(__file__).resolve().parents[1] / ".venv" / "distribution"
FONTS = PRIVATE / "fonts.conf"
PLACES = ("usr/lib/*-linux-gnu", "usr/lib/*-linux-gnu/pulseaudio", "lib/*-linux-gnu")


def install_from_distribution(package: str) -> bool:
    """Let Debian's own tool install `package`, when there is one and we may."""
    rights = [] if is_root() else ["sudo", "-n"]
    if not shutil.which("apt-get") or (rights and not shutil.which("sudo")):
        return False
    print(f"Installing {package} from the distribution …", flush=True)
    return all(tell([*rights, "apt-get", *call]) for call in (
        ["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", package]))


def unpack_from_distribution(package: str) -> pathlib.Path | None:
    """Without root: fetch `package` and what it needs, and unpack all into .venv. The folder; what we start from now
    on looks for libraries and fonts there too. None where that is not possible."""
    done = PRIVATE / f".{package}"
    if not done.exists():
        if is_root() or not shutil.which("apt-get") or not shutil.which("dpkg"):
            return None
        print(f"Unpacking {package} from the distribution into .venv …", flush=True)
        with tempfile.TemporaryDirectory(prefix="sebaya-apt-") as folder:
            if not fetch(pathlib.Path(folder), package):
                return None
            PRIVATE.mkdir(exist_ok=True)
            if not all(tell(["dpkg", "-x", each, str(PRIVATE)]) for each in glob.glob(f"{folder}/archives/*.deb")):
                return None
        folders = "".join(f"<dir>{root}/usr/share/fonts</dir>" for root in ("", PRIVATE))
        FONTS.write_text(f"<fontconfig>{folders}<cachedir>{PRIVATE}/fonts</cachedir></fontconfig>")
        done.touch()
    places = [str(place) for each in PLACES for place in PRIVATE.glob(each)]
    before = filter(None, [os.environ.get("LD_LIBRARY_PATH")])
    os.environ |= {"LD_LIBRARY_PATH": ":".join([*places, *before]), "FONTCONFIG_FILE": str(FONTS)}
    return PRIVATE


def fetch(folder: pathlib.Path, package: str) -> bool:
    """Everything that `package` needs and this machine lacks, as archives; the lists of packages are our own copy."""
    for part in ("state/lists/partial", "archives/partial"):
        (folder / part).mkdir(parents=True)
    own = {"Dir::State": folder / "state", "Dir::State::status": "/var/lib/dpkg/status", "Dir::Cache": folder,
           "Dir::Log": folder, "Debug::NoLocking": "1"}
    apt = ["apt-get", "-qq", "-y", *(word for name, value in own.items() for word in ("-o", f"{name}={value}"))]
    return tell([*apt, "update"]) and tell([*apt, "install", "--no-install-recommends", "--download-only", package])


def tell(command: list[str]) -> bool:
    """Run a tool of the distribution quietly; when it does not obey, its own words and False."""
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL,
                          env=dict(os.environ, DEBIAN_FRONTEND="noninteractive"))
    if done.returncode:
        print(f"That did not work: {' '.join(command[:4])} …\n{done.stderr.strip()}", flush=True)
    return not done.returncode


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
