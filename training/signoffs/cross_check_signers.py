"""Was whoever decided on somebody's work allowed to, at that moment? Her roles stand in the entries before it; whom she
supervised, in the pairs, which the last entry about them commits to. So a role or a pair that was put in by hand for
one decision and taken away again is found."""

import datetime as dt

from training.core.language import N_
from training.signoffs.asked import moment
from training.signoffs.entry import DECISIONS, ERASED, HANDED, JOINED, PAIRS_CHANGED, ROLES_CHANGED

REASONS = {
    "signer": N_("yang memutuskan bukan supervisor orang ini pada saat itu, menurut catatan-catatan sebelumnya"),
}
SUPERVISOR = "supervisor"


class Signers:
    """Takes the entries in order. `known` is name in the ledger → person id, `pairs` facilitator → (supervisor, since,
    until); `counted` is the number of the entry since which roles and pairs are entered, or None: what was decided
    before it is not judged."""

    def __init__(self, known: dict, pairs: dict, counted: int | None):
        self.known, self.counted = known, counted
        self.pairs = {one: [(who, _written(since), _written(until)) for who, since, until in rows]
                      for one, rows in pairs.items()}
        self.roles: dict[str, list[str]] = {}
        self.paired_at: dict[str, str] = {}

    def take(self, row) -> str | None:
        """A key of REASONS where this entry is a decision that its actor could not take, else None."""
        if row.deed in (ROLES_CHANGED, JOINED, ERASED):
            self.roles[row.subject] = row.about.split()
        elif row.deed == PAIRS_CHANGED:
            self.paired_at[row.subject] = moment(row.at)
        elif row.deed in DECISIONS or row.deed == HANDED:
            is_judged = self.counted is not None and row.seq > self.counted
            return "signer" if is_judged and not self._may_decide(row) else None
        return None

    def _may_decide(self, row):
        return SUPERVISOR in self.roles.get(row.actor, ()) and self._supervises(row)

    def _supervises(self, row):
        """Whether a pair had begun and was not ended by the last entry about pairs before this one; by that entry and
        not by the clock, which may have been set back since. Nobody can tell any more of who is erased."""
        actor, subject = self.known.get(row.actor), self.known.get(row.subject)
        if actor is None or subject is None:
            return True
        at, entered = moment(row.at), self.paired_at.get(row.subject, "")
        return actor != subject and any(
            who == actor and since <= at and (not until or until > entered)
            for who, since, until in self.pairs.get(subject, ())
        )


def _written(at: dt.datetime | None) -> str:
    return at.astimezone(dt.UTC).isoformat(timespec="microseconds") if at else ""
