"""Deeds at one instant on the real engine, with a thread and a transaction each."""

import threading

from blueprints.web.database import db
from tests.cast import AT
from training.core.database import intend
from training.core.refusal import Refusal
from training.signoffs import ledger
from training.signoffs.ledger import Words, certify, give_back

GOOD, STEP = Words("Baik.", "", "none"), Words("", "Satu contoh lagi.", "none")


def together(app, *deeds):
    """Run the deeds at one instant, each in a thread and a transaction of its own; their results or refusals."""
    results, start = [None] * len(deeds), threading.Barrier(len(deeds))

    def run(number, deed):
        with app.app_context():
            intend(to_write=True)
            start.wait()
            try:
                results[number] = deed(db.session)
                db.session.commit()
            except Refusal as refusal:
                db.session.rollback()
                results[number] = refusal
            finally:
                db.session.remove()

    threads = [threading.Thread(target=run, args=one) for one in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def signing(actor, request, key, deed=certify, words=GOOD):
    """A supervisor's decision, to be run later."""
    return lambda session: deed(session, actor, request, version=1, words=words, client_key=key, at=AT)


def two_decide(app, request, first, second) -> int:
    """One supervisor certifies while another gives back; how many of the two were told that it was decided already."""
    results = together(
        app, signing(first, request, f"first-{request:05}"),
        signing(second, request, f"second-{request:05}", give_back, STEP),
    )
    return sum(isinstance(one, ledger.AlreadyDecided) for one in results)
