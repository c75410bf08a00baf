"""The numbers beside the doors of the navigation. Each area says how its own is counted; a number is asked for only
when a page is really drawn, once, and only of people for whom the door stands there."""

from collections.abc import Callable

from flask import current_app, g

from blueprints.web.access import the_person


def counted_at(setup, endpoint: str, question: Callable) -> None:
    """`question(person)` answers how much waits behind the door to `endpoint`; 0 where nothing can. `setup` is the
    blueprint's as Flask records it."""
    setup.app.extensions.setdefault("door_counts", {})[endpoint] = question


def waiting_behind(endpoint: str) -> int:
    """How much waits for the signed-in person behind this door. A page that knows it already lays it into g.counts."""
    known = g.setdefault("counts", {})
    if endpoint not in known:
        question, person = current_app.extensions.get("door_counts", {}).get(endpoint), the_person()
        known[endpoint] = question(person) if question and person else 0
    return known[endpoint]


def everything_waiting() -> tuple[int, ...]:
    """All these numbers: what a page kept for several readers depends on."""
    return tuple(waiting_behind(endpoint) for endpoint in sorted(current_app.extensions.get("door_counts", {})))
