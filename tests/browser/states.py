"""The register of states: pages that no link leads to, because they come after a form, an error or a change."""

import dataclasses
import itertools
from collections.abc import Callable

from blueprints.web.database import db
from tests.browser import every_kind
from tests.browser.windows import Window
from training.accounts.store import person_by_email
from training.core.database import intending


@dataclasses.dataclass(frozen=True)
class State:
    """How a page comes about: `come(world)` gives the last answer, with this status. `page` is the view behind it,
    where no link leads to that view."""

    name: str
    come: Callable
    status: int
    page: str = ""


class World:
    """The demo world as a state finds it: its people, each with a window, in one language at a time."""

    def __init__(self, site, folder):
        every_kind.publish(site, folder)
        self.site, self.app, self.folder, self.language = site, site.app, folder, "id"
        self.windows, self.numbers = {}, itertools.count(1)

    def __getattr__(self, who: str) -> Window:
        return self.window(who)

    def window(self, who: str) -> Window:
        key = who, self.language
        if key not in self.windows:
            self.windows[key] = Window(self.app, who, self.language)
        return self.windows[key]

    @property
    def guest(self) -> Window:
        return self.window("")

    def newcomer(self) -> Window:
        """Somebody whom Sari supervises and who has done nothing yet."""
        return Window(self.app, self.site.newcomer(), self.language)

    def id_of(self, who: str) -> int:
        with self.app.app_context():
            return person_by_email(db.session, who if "@" in who else f"{who}@example.org").id

    def do(self, deed):
        """Let `deed(session)` happen, as if somebody else had done it meanwhile; what it gives back."""
        with self.app.app_context(), intending(to_write=True):
            done = deed(db.session)
            db.session.commit()
            return done


STATES: list[State] = []


def state(status: int = 200, page: str = ""):
    """Enter the function below, which takes the world and gives back the answer, among the states."""

    def enter(come: Callable) -> Callable:
        STATES.append(State(come.__name__, come, status, page))
        return come

    return enter


def forms(*rows: tuple) -> None:
    """Enter states that one form leads to: (name, who, address, fields, status)."""
    for name, who, path, fields, status in rows:
        STATES.append(State(name, lambda world, who=who, path=path, fields=fields: world.window(who).send(path, fields),
                            status))
