"""The blueprint itself, and the number beside its door in the navigation."""

from flask import Blueprint

from blueprints.web.access import found, the_person
from blueprints.web.database import db
from blueprints.web.door_counts import counted_at
from training.accounts.person import SUPERVISOR
from training.signoffs import inbox

blueprint = Blueprint("signoffs", __name__)


def visible_request(request_id: int) -> inbox.Review:
    """A request of somebody the person here supervises now; anything else looks like nothing."""
    return found(inbox.review(db.session, the_person().id, request_id))


def waiting_here(person) -> int:
    return inbox.waiting_count(db.session, person.id) if person.is_a(SUPERVISOR) else 0


blueprint.record(lambda setup: counted_at(setup, "signoffs.inbox", waiting_here))
