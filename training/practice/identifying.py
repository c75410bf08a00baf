"""Does a free text seem to hold something that identifies a person? It only says what it saw: whoever wrote the text
decides. Nothing is ever changed or refused here."""

import dataclasses
import re

from training.core.language import N_

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
DIGITS = re.compile(r"\+?\d(?:[ .()/-]?\d){7,19}")
DAY = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}")

NAMES = {"email": N_("alamat email"), "nik": N_("nomor induk (NIK)"), "phone": N_("nomor telepon")}


@dataclasses.dataclass(frozen=True)
class Seen:
    """`kind` is email, nik or phone; `text` is the writer's own spelling."""

    kind: str
    text: str

    @property
    def name(self) -> str:
        """What it is called, as a message to translate."""
        return NAMES[self.kind]


def identifying(text: str) -> tuple[Seen, ...]:
    """Telephone numbers, 16-digit resident numbers (NIK) and e-mail addresses in `text`, in the order they stand."""
    found = [(match.start(), Seen("email", match[0])) for match in EMAIL.finditer(text)]
    for match in DIGITS.finditer(text):
        kind = _kind_of(match[0])
        if kind:
            found.append((match.start(), Seen(kind, match[0])))
    return tuple(seen for _, seen in sorted(found, key=lambda one: one[0]))


def _kind_of(number):
    digits = re.sub(r"\D", "", number)
    if len(digits) == 16:
        return "nik"
    if DAY.fullmatch(number) or not 9 <= len(digits) <= 15:
        return None
    return "phone" if digits.startswith(("0", "62")) or number.startswith("+") else None
