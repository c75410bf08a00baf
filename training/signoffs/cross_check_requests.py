"""Do the requests still stand where their entries left them? What was asked, who signed first, to whom it was handed
and whether it is closed follow from the entries alone."""

import dataclasses
from collections.abc import Iterator

from sqlalchemy.orm import Session

from training.core.language import N_
from training.signoffs import requests_store
from training.signoffs.asked import hash_of_request
from training.signoffs.entry import ASKED, CERTIFYING, FIRST_SIGNED, HANDED, RETURNED

REASONS = {
    "request": N_("permintaan pengesahan yang dicatat di sini diubah, ditutup, atau dibuka lagi dengan tangan"),
    "twice": N_("permintaan ini sudah diputuskan sebelumnya, lalu dibuka lagi dengan tangan"),
    "second": N_("modul ini perlu dua tanda tangan dari dua supervisor, dan hanya ada satu"),
    "unasked": N_("ada permintaan pengesahan atau bukti di basis data yang tidak tercatat di buku"),
}
CLOSING = (*CERTIFYING, RETURNED)


@dataclasses.dataclass(slots=True)
class State:
    """Where a request stands after its entries: `first_version` is the first one entered, `first` and `waits` are names
    in the ledger, `told` what the last asking commits to, `seq` the number of the last entry that moved it, `decider`
    who certified it; `closed_at` is a time as the database keeps it."""

    first_version: int
    version: int
    began: int
    seq: int
    subject: str
    told: str = ""
    first: str = ""
    waits: str = ""
    decider: str = ""
    closed_at: object = None


class Requests:
    """Takes the entries about requests in order. `known` is name in the ledger → person id, `names` name → its row,
    with the salt; `frozen` holds every (request, version) with evidence; `counted` is the number of the entry since
    which every request must be entered, or None."""

    def __init__(self, known: dict, names: dict, frozen: dict, counted: int | None):
        self.known, self.names, self.frozen, self.counted = known, names, frozen, counted
        self.states: dict[int, State] = {}
        self.asked: set[tuple[int, int]] = set()

    def take(self, row) -> str | None:
        """Fold one more entry; a key of REASONS where it cannot follow, else None."""
        self.asked.add((row.request_id, row.request_version))
        state = self.states.get(row.request_id)
        if state is None:
            state = self.states[row.request_id] = State(
                row.request_version, row.request_version, row.seq, row.seq, row.subject,
            )
        if row.deed in CLOSING or row.deed in (ASKED, HANDED, FIRST_SIGNED):
            return self._move(state, row)
        return None

    def _move(self, state, row):
        was_closed, state.seq = state.closed_at is not None, row.seq
        if row.deed == ASKED:
            state.version, state.told = row.request_version, row.texts_hash
        elif row.deed == HANDED:
            state.waits = row.other
        elif row.deed == FIRST_SIGNED:
            state.first, state.waits = row.actor, ""
        else:
            state.closed_at, state.decider = row.at, row.actor if row.deed in CERTIFYING else ""
        return "twice" if was_closed else None if state.subject == row.subject else "person"

    def misfits(self, session: Session) -> Iterator[tuple[int, str]]:
        """`(entry number, key of REASONS)` for every request that does not stand where its entries left it; number 0
        for what no entry knows."""
        left = dict(self.states)
        for row, told in requests_store.told(session):
            state = left.pop(row[0], None)
            if state is None:
                if self.counted is not None:
                    yield 0, "unasked"
            elif self.known.get(state.subject, told[0]) != told[0]:
                yield state.began, "person"
            elif not self._fits(state, row, told):
                yield state.seq, "request"
            elif row[5] and state.decider and state.first in ("", state.decider):
                yield state.seq, "second"
        yield from ((state.seq, "request") for state in left.values())
        yield from self._evidence_nobody_entered()

    def _fits(self, state, row, told):
        _id, version, closed_at, first_by_id, waits_for_id, _needs_two = row
        return (
            version == state.version and self._is(first_by_id, state.first) and self._is(waits_for_id, state.waits)
            and self._is_closed(state, closed_at) and self._says(state, told)
        )

    def _is(self, person_id, name):
        """Whether this is the person of this name; of a name that is gone, only that there is somebody."""
        if not name or person_id is None:
            return not name and person_id is None
        return self.known.get(name, person_id) == person_id

    def _is_closed(self, state, closed_at):
        """To the very moment. Before everything was counted, a clock set back may have made it earlier than its
        entry."""
        if closed_at is None or state.closed_at is None:
            return closed_at is state.closed_at
        is_old = self.counted is None or state.seq < self.counted
        return closed_at == state.closed_at or (is_old and closed_at < state.closed_at)

    def _says(self, state, told):
        if self.known.get(state.subject) is None:  # erased, or found as a person who was exchanged
            return True
        if not state.told:
            return self.counted is None or state.began < self.counted
        return hash_of_request(self.names[state.subject].salt, told) == state.told

    def _evidence_nobody_entered(self):
        """Versions from before asking was entered may stand in no entry, as long as they are older than the first that
        does."""
        if self.counted is None:
            return
        for request_id, version in self.frozen.keys() - self.asked:
            state = self.states.get(request_id)
            if state is None or not 0 < version < state.first_version or state.began > self.counted:
                yield 0, "unasked"
