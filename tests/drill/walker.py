"""A facilitator and her supervisor who go on and on: a quiz sent, a request, a decision, a withdrawal, and again. What
the server acknowledged is written down; what it did not is sent again, under the same key, as a phone would."""

import dataclasses
import http.client
import re
import secrets
import threading
import urllib.parse

from tests.bench.drive import Browser, hidden
from tests.cast import PASSWORD

ATTEMPT, REQUEST, ENTRY = "attempts", "signoff_requests", "ledger_entries"
CUT_OFF = (OSError, http.client.HTTPException)


@dataclasses.dataclass
class Deed:
    """One form. `table` is where exactly one row under `key` must be once it is acknowledged; `page` is where it can be
    read, by whom and in which words."""

    table: str
    path: str
    form: dict
    key: str = dataclasses.field(default_factory=lambda: secrets.token_urlsafe(12))
    is_acknowledged: bool = False
    page: tuple = ()


class Caller:
    """One signed-in person with one connection, renewed when it breaks."""

    def __init__(self, port: int, email: str):
        browser = Browser(port)
        browser.sign_in(email, PASSWORD)
        token = hidden(browser.get("/me")[0], "csrf_token")
        self.head, self.token = {"Cookie": browser.cookie, "Connection": "keep-alive"}, token
        self.line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)

    def get(self, path: str) -> str:
        return self._ask("GET", path, None, 200)[1]

    def post(self, path: str, form: dict) -> str:
        """Where the answer leads. Any other answer than "done, look there" is an error of the drill."""
        return self._ask("POST", path, urllib.parse.urlencode(form | {"csrf_token": self.token}), 303)[0]

    def _ask(self, method, path, body, expected):
        head = self.head | ({"Content-Type": "application/x-www-form-urlencoded"} if body else {})
        try:
            self.line.request(method, path, body, head)
            answer = self.line.getresponse()
            text = answer.read().decode()
        except CUT_OFF:
            self.line.close()
            raise
        if answer.status != expected:
            raise AssertionError(f"{method} {path}: {answer.status}, expected {expected}\n{text[-2000:]}")
        return answer.headers.get("Location", ""), text


class Gate:
    """Where everybody waits while the server is down."""

    def __init__(self, count: int):
        self.count, self.waiting, self.opened, self.changed = count, 0, 0, threading.Condition()

    def wait(self) -> None:
        """Wait until it is opened the next time."""
        with self.changed:
            before = self.opened
            self.waiting += 1
            self.changed.notify_all()
            self.changed.wait_for(lambda: self.opened > before)

    def all_are_here(self) -> None:
        with self.changed:
            if not self.changed.wait_for(lambda: self.waiting == self.count, timeout=60):
                raise AssertionError("a walker did not notice that the server is gone")

    def open(self) -> None:
        with self.changed:
            self.waiting = 0
            self.opened += 1
            self.changed.notify_all()


class Walker(threading.Thread):
    """`deeds` are all of hers in order; `trouble` is what ended her walk, if anything did."""

    def __init__(self, number: int, port: int, module, gate: Gate):
        super().__init__(daemon=True)
        self.learner, self.supervisor = (Caller(port, f"{one}{number}@example.org") for one in "fs")
        self.module, self.gate, self.deeds, self.trouble = module, gate, [], None

    @property
    def cut_off(self) -> list[Deed]:
        """What she sent and nobody acknowledged yet."""
        return [deed for deed in self.deeds if not deed.is_acknowledged]

    def run(self) -> None:
        try:
            while True:
                self.cycle()
        except Exception as trouble:
            self.trouble = trouble
            # She keeps coming to the gate, or the drill would wait for her and never tell what went wrong.
            while True:
                self.gate.wait()

    def cycle(self) -> None:
        """A quiz, a request that is returned, a request that is certified, and its withdrawal."""
        self.answer()
        self.decide(self.ask(), "return")
        self.answer()
        request = self.ask()
        self.decide(request, "certify")
        self.withdraw(request)

    def answer(self) -> None:
        form = {"release": self.module.release_id, "q-q-jeda": 0, "q-q-nasihat": 1}
        deed = Deed(ATTEMPT, f"{self.module.path}/quiz/attempts", form)
        page = self.persist(self.learner, deed)
        deed.page = self.learner, page, 'id="result"'

    def ask(self) -> int:
        deed = Deed(REQUEST, f"{self.module.path}/signoff-requests", {})
        deed.form["note"] = f"Catatan {deed.key}"
        self.persist(self.learner, deed)
        inbox = self.until_it_works(lambda: self.supervisor.get("/signoffs"))
        [number] = set(re.findall(r'href="/signoffs/(\d+)"', inbox))
        deed.page = self.supervisor, f"/signoffs/{number}", deed.key
        return int(number)

    def decide(self, request: int, decision: str) -> None:
        form = {"decision": decision, "version": 1, "conflict": "none", "next_step": "Satu contoh lagi."}
        self.enter(Deed(ENTRY, f"/signoffs/{request}/decisions", form), request, "message")

    def withdraw(self, request: int) -> None:
        deed = Deed(ENTRY, f"/signoffs/{request}/withdrawals", {"after": "Ajukan lagi."})
        self.enter(deed, request, "reason")

    def enter(self, deed: Deed, request: int, words: str) -> None:
        deed.form[words] = f"Kata-kata {deed.key}"
        self.persist(self.supervisor, deed)
        deed.page = self.supervisor, f"/signoffs/{request}", deed.key

    def persist(self, caller: Caller, deed: Deed) -> str:
        """Send it until it is acknowledged; where it led."""
        self.deeds.append(deed)
        form = deed.form | {"client_key": deed.key}
        where = self.until_it_works(lambda: caller.post(deed.path, form))
        deed.is_acknowledged = True
        return where

    def until_it_works(self, call):
        while True:
            try:
                return call()
            except CUT_OFF:
                self.gate.wait()
