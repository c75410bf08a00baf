"""What a whole attempt of ten questions costs: opening the quiz, sending the answers, seeing the result. Each of the
three is driven alone, so that the slowest does not hide the others; their sum is told in bare requests."""

import itertools
import statistics

from tests.bench import drive, world
from tests.cast import PASSWORD


def browser(port: int, email: str) -> drive.Browser:
    """A browser in which somebody has signed in."""
    found = drive.Browser(port)
    found.sign_in(email, PASSWORD)
    return found


def filled(learner: drive.Browser) -> dict:
    """The form of the quiz as its page gives it, with ten answers."""
    page, _ = learner.get(world.QUIZ)
    form = {name: drive.hidden(page, name) for name in ("csrf_token", "release")}
    return form | {f"q-q-bench-{number}": str(number % 4) for number in range(1, 11)}


def sent(learner: drive.Browser, key: str):
    """Requests that each send a whole attempt of their own."""
    form = filled(learner)
    forms = ({**form, "client_key": f"{key}-{number}"} for number in itertools.count())
    return (drive.request(f"{world.QUIZ}/attempts", cookie=learner.cookie, form=one) for one in forms)


def steps(port: int) -> dict:
    """Name → (requests, expected status). Who sends thousands of attempts is not who looks at her quiz and result,
    for nobody's list of earlier attempts is that long."""
    reader, sender = browser(port, "ratna@example.org"), browser(port, "yohana@example.org")
    result = reader.sent(f"{world.QUIZ}/attempts", filled(reader) | {"client_key": "bench-result-1"})
    return {
        "open": (itertools.repeat(drive.request(world.QUIZ, cookie=reader.cookie)), 200),
        "submit": (sent(sender, "bench-attempt"), 303),
        "result": (itertools.repeat(drive.request(result, cookie=reader.cookie)), 200),
    }


def measure(floor: int, port: int, rounds: int, seconds: float) -> list[tuple[float, dict]]:
    """For each round the bare requests per second, and how many of them each step costs."""
    bare, asked, found = itertools.repeat(drive.request("/")), steps(port), []
    for requests, expected in asked.values():
        drive.rate(port, requests, expected, seconds)
    for _ in range(rounds):
        base = drive.rate(floor, bare, 200, seconds)
        found.append((base, {name: base / drive.rate(port, *one, seconds) for name, one in asked.items()}))
    return found


def middle(rounds: list[tuple[float, dict]]) -> dict:
    """The median cost of each step."""
    return {name: statistics.median(costs[name] for _base, costs in rounds) for name in rounds[0][1]}
