"""A witness is the head of the ledger as somebody outside wrote it down: on a certificate, in an export, on paper. It
tells of a ledger that was cut, replaced by an older copy, or built anew."""

import dataclasses
import re

from training.core.language import N_
from training.core.refusal import NotUnderstood
from training.signoffs.entry import BEGINNING, Entry

SHORTEST = 16
_SPELLING = re.compile(rf"(\d{{1,15}}):([0-9a-f]{{{SHORTEST},64}})(?::([0-9a-f]{{128}})?)?")


class NotAWitness(NotUnderstood):
    sentence = N_("“%(text)s” bukan saksi. Tulis seperti 12:3f9a…, nomor dan kode (paling sedikit 16 huruf).")


@dataclasses.dataclass(frozen=True)
class Witness:
    """Entry number `seq` had a hash that begins with `hash`; `signature` is of the whole hash, or empty."""

    seq: int
    hash: str
    signature: str = ""

    def __str__(self) -> str:
        return f"{self.seq}:{self.hash}:{self.signature}"


def witness_of(head: Entry | None) -> Witness:
    """The head of the ledger as a witness; number 0 for an empty one."""
    return Witness(head.seq, head.hash, head.signature) if head else Witness(0, BEGINNING)


def read_witness(text: str) -> Witness:
    """A witness from how it is written, `number:hash` or `number:hash:signature`. The hash may be cut short, as on
    paper, but not below sixteen letters. Refuses anything else."""
    found = _SPELLING.fullmatch(re.sub(r"[\s\u200b]", "", text.lower()))
    if found is None or (found[3] and len(found[2]) != 64):
        raise NotAWitness(text=text[:40])
    return Witness(int(found[1]), found[2], found[3] or "")
