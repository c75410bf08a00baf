"""How the list of people looks as a file: its columns, its separators, and cells that no spreadsheet runs as a formula.

It knows text only; what the cells mean is roster.py's matter.
"""

import csv
import dataclasses
import io
import re
from collections.abc import Iterable, Iterator

from training.core.language import N_
from training.core.refusal import NotUnderstood

COLUMNS = ("email", "name", "role", "supervisor", "language", "zone")
REQUIRED = ("email", "name")
MOST_ROWS, LONGEST_CELL = 20_000, 1_000
FORMULA = re.compile(r"'*[=+\-@\t\r]")


class NotATable(NotUnderstood):
    sentence = N_("Berkas ini belum berupa tabel orang. Baris pertama harus berisi: %(columns)s.")


class ColumnUnknown(NotUnderstood):
    sentence = N_("Kolom “%(column)s” tidak dikenal. Kolom yang ada: %(columns)s.")


class TooManyRows(NotUnderstood):
    sentence = N_("Berkas ini terlalu panjang: paling banyak %(most)d orang sekali kirim.")


class NotText(NotUnderstood):
    sentence = N_("Berkas ini bukan teks UTF-8. Di program lembar kerja, simpan sebagai “CSV UTF-8”.")


@dataclasses.dataclass(frozen=True)
class Line:
    """One line of the file; `number` as an editor counts it."""

    number: int
    cells: dict[str, str]


def decoded(raw: bytes) -> str:
    """The text of an uploaded file. Refuses anything but UTF-8."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotText() from None
    if "\x00" in text:
        raise NotText()
    return text


def read(text: str) -> Iterator[Line]:
    """The lines of the file, separated by commas, semicolons or tabs; empty lines are passed over. Refuses a file
    without the required columns, with unknown ones, or with more than 20,000 lines."""
    text = text.removeprefix("\ufeff").replace("\x00", "")
    first = text.split("\n", 1)[0]
    separator = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error:
        raise NotATable(columns=",".join(COLUMNS)) from None
    names = [cell.strip().casefold() for cell in rows[0][1]] if rows else []
    refuse_columns(names)
    if len(rows) > MOST_ROWS + 1:
        raise TooManyRows(most=MOST_ROWS)
    for number, row in rows[1:]:
        cells = dict(zip(names, (unguarded(cell.strip())[:LONGEST_CELL] for cell in row), strict=False))
        yield Line(number, {column: cells.get(column, "") for column in COLUMNS})


def refuse_columns(names: list[str]) -> None:
    """Refuse NotATable without the needed columns, ColumnUnknown for one that is unknown or stands twice."""
    if not set(REQUIRED) <= set(names):
        raise NotATable(columns=",".join(COLUMNS))
    for name in names:
        if name and (name not in COLUMNS or names.count(name) > 1):
            raise ColumnUnknown(column=name[:40], columns=", ".join(COLUMNS))


def words(cell: str) -> list[str]:
    """Several values in one cell, separated by spaces, commas, semicolons or bars."""
    return [word for word in re.split(r"[\s,;|]+", cell) if word]


def write(lines: Iterable[dict[str, str]], columns: tuple[str, ...] = COLUMNS) -> str:
    """A file of these lines. A cell that a spreadsheet could run as a formula begins with an apostrophe."""
    paper = io.StringIO()
    writer = csv.writer(paper, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([guarded(line[column]) for column in columns] for line in lines)
    return paper.getvalue()


def guarded(cell: str) -> str:
    """The cell, so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before `guarded`."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell[1:]) else cell
