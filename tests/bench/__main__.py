"""`bin/bench [NAME…]`: each benchmark as a ratio taken in one run, so that a slow machine changes little.

The pages are measured in rounds: the bare Flask page, then ours, each for the same short time. `ratio` is the ratio of
the two medians; in brackets stand the lowest and the highest of the single rounds.
"""

import itertools
import pathlib
import statistics
import sys
import tempfile

from sqlalchemy import event

from blueprints.web.database import db
from tests.bench import attempt, drive, grading, ledger, publishing, world
from tests.bench.listening import running
from tests.cast import PASSWORD

ROUNDS, SECONDS = 7, 1.0
HELLO = drive.request("/")
EVERY = ("lesson", "lesson-unchanged", "quiz-submit", "quiz-attempt", "inbox-500", "publish-1000", "grading",
         "ledger-verify-100k")


def main() -> None:
    wanted = sys.argv[1:] or EVERY
    if unknown := set(wanted) - set(EVERY):
        sys.exit(f"unknown: {', '.join(sorted(unknown))}\nusage: bin/bench [{' | '.join(EVERY)}]")
    with tempfile.TemporaryDirectory(prefix="sebaya-bench-") as folder:
        app = world.build(pathlib.Path(folder))
        if pages := [name for name in wanted if name in PAGES]:
            subject = running("tests.bench.subject", **world.settings(folder))
            with running("tests.bench.floor") as floor, subject as port:
                for name in pages:
                    PAGES[name](app, floor, port)
        if "publish-1000" in wanted:
            publish_1000(app)
        if "grading" in wanted:
            grade_10_000()
        if "ledger-verify-100k" in wanted:
            ledger_verify_100k(app, pathlib.Path(folder))


def tell(name: str, ratio: float, rounds: list[float], subject: str, floor: str, more: str = "") -> None:
    print(f"{name} ratio={ratio:.2f} ({min(rounds):.2f}–{max(rounds):.2f}) subject={subject} floor={floor}{more}",
          flush=True)


def compare(name: str, floor: int, port: int, requests, expected: int, more: str = "") -> None:
    drive.rate(port, requests, expected, SECONDS)
    pairs = [
        (drive.rate(floor, itertools.repeat(HELLO), 200, SECONDS), drive.rate(port, requests, expected, SECONDS))
        for _ in range(ROUNDS)
    ]
    base, ours = (statistics.median(side) for side in zip(*pairs, strict=True))
    tell(name, ours / base, [ours / base for base, ours in pairs], f"{ours:.0f}/s", f"{base:.0f}/s", more)


def signed_in(port: int, email: str) -> drive.Browser:
    browser = drive.Browser(port)
    browser.sign_in(email, PASSWORD)
    return browser


def lesson(app, floor, port) -> None:
    reader = signed_in(port, "ratna@example.org")
    reader.get(world.LESSON)
    requests = itertools.repeat(drive.request(world.LESSON, cookie=reader.cookie))
    compare("lesson", floor, port, requests, 200, f" statements={statements(app, reader.cookie)}")


def statements(app, cookie: str) -> int:
    """How many SQL statements one view of the lesson takes, as SQLite itself counts them; transaction brackets not."""
    client, seen = app.test_client(use_cookies=False), []
    with app.app_context():
        db.engine.dispose()
        event.listen(db.engine, "connect", lambda connection, _: connection.set_trace_callback(seen.append))
    for _ in range(2):
        seen.clear()
        client.get(world.LESSON, headers={"Cookie": cookie, "User-Agent": drive.NAME})
    return sum(one.startswith(("SELECT", "INSERT", "UPDATE", "DELETE", "WITH")) for one in seen)


def lesson_unchanged(app, floor, port) -> None:
    reader = signed_in(port, "ratna@example.org")
    _, tag = reader.get(world.LESSON)
    asking = drive.request(world.LESSON, cookie=reader.cookie, more=f"If-None-Match: {tag}\r\n")
    compare("lesson-unchanged", floor, port, itertools.repeat(asking), 304)


def quiz_submit(app, floor, port) -> None:
    learner = signed_in(port, "made@example.org")
    page, _ = learner.get(world.QUIZ)
    form = {name: drive.hidden(page, name) for name in ("csrf_token", "release")}
    form |= {f"q-q-bench-{number}": "1" for number in range(1, 11)}
    forms = ({**form, "client_key": f"bench-key-{number}"} for number in itertools.count())
    requests = (drive.request(f"{world.QUIZ}/attempts", cookie=learner.cookie, form=one) for one in forms)
    compare("quiz-submit", floor, port, requests, 303)


def quiz_attempt(app, floor, port) -> None:
    """How many bare requests a ten-question attempt costs in all."""
    rounds = attempt.measure(floor, port, ROUNDS, SECONDS / 2)
    costs, base = attempt.middle(rounds), statistics.median(base for base, _costs in rounds)
    each = " ".join(f"{name}={cost:.1f}" for name, cost in costs.items())
    whole = [sum(costs.values()) for _base, costs in rounds]
    tell("quiz-attempt", sum(costs.values()), whole, f"{base / sum(costs.values()):.0f}/s", f"{base:.0f}/s", f" {each}")


def inbox_500(app, floor, port) -> None:
    supervisor = signed_in(port, "sari@example.org")
    page, _ = supervisor.get("/signoffs")
    if str(world.WAITING) not in page:
        sys.exit("the inbox does not show that 500 wait")
    compare("inbox-500", floor, port, itertools.repeat(drive.request("/signoffs", cookie=supervisor.cookie)), 200)


def publish_1000(app) -> None:
    published, alone = publishing.measure(app)
    middle = statistics.median(alone)
    tell("publish-1000", published / middle, [published / one for one in alone], f"{published:.1f}s", f"{middle:.1f}s")


def grade_10_000() -> None:
    rounds = [grading.measure() for _ in range(3)]
    graded, bare = (statistics.median(side) for side in zip(*rounds, strict=True))
    tell("grading", graded / bare, [graded / bare for graded, bare in rounds], f"{graded:.2f}s", f"{bare:.4f}s")


def ledger_verify_100k(app, folder: pathlib.Path) -> None:
    ours, bare, alone = ledger.measure(app, folder)
    seconds, worked = (statistics.mean(side) for side in zip(*ours, strict=True))
    tell("ledger-verify-100k", seconds / bare, [one / bare for one, _ in ours], f"{seconds:.1f}s", f"{bare:.1f}s",
         f" processor={worked:.1f}s verify-ledger={alone:.1f}s")


PAGES = {"lesson": lesson, "lesson-unchanged": lesson_unchanged, "quiz-submit": quiz_submit,
         "quiz-attempt": quiz_attempt, "inbox-500": inbox_500}

if __name__ == "__main__":
    main()
