"""The blueprint itself, and the number beside its door in the navigation."""

from flask import Blueprint, g

from blueprints.web.access import found, the_person
from blueprints.web.database import db
from training.accounts.person import SUPERVISOR
from training.signoffs import inbox as queue

blueprint = Blueprint("signoffs", __name__)


def visible_request(request_id: int) -> queue.Review:
    """A request of somebody the person here supervises now; anything else looks like nothing."""
    return found(queue.review(db.session, the_person().id, request_id))


class Counts:
    """The numbers beside the doors of the navigation, asked for only when a page is really drawn."""

    def get(self, endpoint: str, default: int = 0) -> int:
        person = the_person()
        if endpoint == "signoffs.inbox" and person and person.is_a(SUPERVISOR):
            return queue.waiting_count(db.session, person.id)
        return default


@blueprint.before_app_request
def count_waiting():
    g.counts = Counts()
