"""How much processor time a deed takes, told so that somebody else's work on this machine does not count: the best of a
few tries, and no more tries than it takes."""

import time
from collections.abc import Callable

TRIES = 3


def seconds(deed: Callable) -> float:
    started = time.process_time()
    deed()
    return time.process_time() - started


def best(deed: Callable) -> float:
    return min(seconds(deed) for _ in range(TRIES))


def is_ever_below(limit: float, deed: Callable) -> bool:
    return any(seconds(deed) < limit for _ in range(TRIES))
