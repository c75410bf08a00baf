"""The demo world on a real server, for a real browser."""

import itertools
import pathlib
import threading

import waitress

from app import create_app
from blueprints.web.connections import Channel
from blueprints.web.database import db
from blueprints.web.server import prepare_demo
from tests import salam
from training.accounts import people
from training.accounts.passwords import hashed
from training.accounts.person import FACILITATOR
from training.accounts.store import person_by_email
from training.core.clock import now
from training.core.database import intending
from training.demo import PASSWORD
from training.supervision.pairs import pair


class Site:
    """A server in a thread of this process, and doors into its world."""

    def __init__(self, folder: pathlib.Path):
        self.app = create_app({"DATA_DIR": folder, "SECRET_KEY": "for the browser's tests only", "DEMO_MODE": True})
        with self.app.app_context(), intending(to_write=True):
            prepare_demo(self.app, "127.0.0.1")
            salam.publish(db.session)
            db.session.commit()
            self.password_hash = hashed(PASSWORD)
        self.server = waitress.create_server(self.app, host="127.0.0.1", port=0, threads=8)
        self.server.channel_class = Channel
        self.url = f"http://127.0.0.1:{self.server.effective_port}"
        self.numbers = itertools.count(1)
        threading.Thread(target=self.server.run, daemon=True).start()

    def close(self) -> None:
        self.server.close()

    def newcomer(self) -> str:
        """The address of a new facilitator whom Sari supervises."""
        with self.app.app_context(), intending(to_write=True):
            email, sari = f"baru{next(self.numbers)}@example.org", person_by_email(db.session, "sari@example.org")
            person = people.add(
                db.session, email=email, name="Lestari Widodo", roles=(FACILITATOR,), zone="WIB", at=now(),
                password_hash=self.password_hash,
            )
            pair(db.session, sari, person, at=now())
            db.session.commit()
        return email
