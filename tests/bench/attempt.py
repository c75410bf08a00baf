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


LEARNERS = ("ratna@example.org", "made@example.org")
RESULTS = 8


def steps(port: int) -> dict:
    """Name → (requests, expected status). Every page of the quiz has orders of its own; the results are of attempts
    that went differently, of several people. Who sends thousands of attempts looks at none of them, for nobody's list
    of earlier attempts is that long."""
    readers, sender = [browser(port, email) for email in LEARNERS], browser(port, "yohana@example.org")
    results = [drive.request(path, cookie=reader.cookie) for reader in readers for path in some_results(reader)]
    return {
        "open": (itertools.cycle([drive.request(world.QUIZ, cookie=reader.cookie) for reader in readers]), 200),
        "submit": (sent(sender, "bench-attempt"), 303),
        "result": (itertools.cycle(results), 200),
    }


def some_results(learner: drive.Browser) -> list[str]:
    """The addresses of attempts that this learner sent, no two with the same answers."""
    form = filled(learner)
    answers = {name for name in form if name.startswith("q-")}
    return [
        learner.sent(f"{world.QUIZ}/attempts", form | {"client_key": f"bench-result-{turn}"} | {
            name: str((int(form[name]) + turn * place) % 4) for place, name in enumerate(sorted(answers), 1)
        })
        for turn in range(RESULTS)
    ]


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
