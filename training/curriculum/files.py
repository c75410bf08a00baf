"""Which files make up a course folder, read once and safely. It never follows a link out of the folder, never reads
a file that is too large, and never gives up on the rest because of one."""

import dataclasses
import os
import pathlib
import re
import stat

from training.core.problem import Problem

TEXT_LIMIT = 1_000_000
ASSET_LIMIT = 5_000_000
ASSET_TYPES = {
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".mp3": "audio/mpeg",
    ".ogg": "audio/ogg",
}
SKIPPED = ("Thumbs.db", "desktop.ini")
LESSON_FILE = re.compile(r"(\d{1,3})-([a-z0-9]+(?:-[a-z0-9]+)*)\.(id|en)\.md")


@dataclasses.dataclass(frozen=True)
class Folder:
    """A course folder in memory: its own `name`, its path as `shown` to people, and path inside → bytes."""

    name: str
    shown: str
    contents: dict[str, bytes]

    def show(self, path: str) -> str:
        """The path of a file in it as a person should see it."""
        return f"{self.shown}/{path}" if self.shown else path


def read_folder(path: pathlib.Path | str) -> tuple[Folder, list[Problem]]:
    """Everything in the folder `path`, hidden files left out, and what could not be read."""
    root = pathlib.Path(path)
    contents, problems = {}, []
    for inside in sorted(_paths_in(root, root.resolve(), problems)):
        data = _read(root, inside, problems)
        if data is not None:
            contents[inside] = data
    return Folder(root.resolve().name, root.as_posix(), contents), problems


def read_one(path: pathlib.Path | str, problems: list[Problem]) -> bytes | None:
    """The bytes of one file under the same rules; None after adding a problem."""
    path = pathlib.Path(path)
    return _read(path.parent, path.name, problems)


def _paths_in(root, real_root, problems):
    for folder, folders, names in os.walk(root):
        here = pathlib.Path(folder)
        for name in [n for n in folders if (here / n).is_symlink()]:
            problems.append(Problem("file.outside-folder", "error", (here / name).as_posix(), facts={"name": name}))
        folders[:] = sorted(n for n in folders if not n.startswith(".") and not (here / n).is_symlink())
        for name in names:
            if name.startswith(".") or name in SKIPPED:
                continue
            if not (here / name).resolve().is_relative_to(real_root):
                problems.append(Problem("file.outside-folder", "error", (here / name).as_posix(), facts={"name": name}))
                continue
            yield (here / name).relative_to(root).as_posix()


def _read(root, inside, problems) -> bytes | None:
    path = root / inside
    limit = TEXT_LIMIT if path.suffix.lower() not in ASSET_TYPES else ASSET_LIMIT
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise OSError("not an ordinary file")
        if found.st_size > limit:
            problems.append(_too_large(path, found.st_size, limit))
            return None
        with path.open("rb") as opened:
            return opened.read(limit)
    except OSError:
        problems.append(Problem("file.unreadable", "error", path.as_posix(), facts={"name": path.name}))
        return None


def _too_large(path, size, limit):
    facts = {"name": path.name, "size": f"{size / 1_000_000:.1f}", "limit": f"{limit / 1_000_000:.0f}"}
    return Problem("file.too-large", "error", path.as_posix(), facts=facts)


def decode(data: bytes, shown: str) -> tuple[str | None, list[Problem]]:
    """`data` as text with LF line ends and no byte order mark; None when it is not UTF-8 or holds control
    characters, which no editor shows and PostgreSQL refuses."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as wrong:
        line = data.count(b"\n", 0, wrong.start) + 1
        return None, [Problem("file.not-utf8", "error", shown, line, {"byte": f"{data[wrong.start]:02X}"})]
    for number, line in enumerate(text.split("\n"), 1):
        if not line.isprintable() and any((ord(c) < 32 and c != "\t") or ord(c) == 127 for c in line):
            return None, [Problem("file.control-character", "error", shown, number)]
    return text, []
