"""The filter of the inbox as it stands in an address: of one course, of one kind, or of one group she works with. The
pages behind the inbox carry it along, so that the inbox stays the one she chose."""

import dataclasses

from flask import request

from blueprints.web.access import the_person
from blueprints.web.database import db
from training.partnerships.groups import Beside, groups_beside
from training.signoffs.inbox import KINDS


@dataclasses.dataclass(frozen=True)
class Narrowed:
    """`group` goes before the others. `beside` are the groups she works with."""

    course: str | None
    show: str | None
    group: int | None
    beside: Beside

    @property
    def people(self) -> frozenset[int] | None:
        return self.beside.people.get(self.group)

    @property
    def for_inbox(self) -> dict:
        """What narrows the questions of `training.signoffs.inbox`."""
        return {"course": self.course, "show": self.show, "people": self.people}

    @property
    def in_address(self) -> dict:
        """The same for an address; what is not chosen is left out."""
        chosen = {"course": self.course, "show": self.show, "group": self.group}
        return {name: value for name, value in chosen.items() if value is not None}


def narrowed() -> Narrowed:
    """What this request's address says, without what it cannot mean."""
    beside = groups_beside(db.session, the_person().id)
    group = request.args.get("group", type=int)
    show = request.args.get("show")
    return Narrowed(
        request.args.get("course", "")[:60] or None, show if show in KINDS else None,
        group if group in beside.names else None, beside,
    )
