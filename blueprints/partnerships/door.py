"""What the pages of the partnerships share: the blueprint, finding a group, its today, and reading numbers."""

import datetime as dt

from flask import Blueprint, request

from blueprints.web.access import found, insist, the_person
from blueprints.web.database import db
from training.core.clock import local_day, now
from training.partnerships import groups
from training.partnerships.groups import Group
from training.permissions import KEEP_PARTNERSHIPS

blueprint = Blueprint("partnerships", __name__, url_prefix="/partnerships")


def visible(group_id: int) -> Group:
    return found(groups.visible_group(db.session, the_person(), group_id))


def kept(group_id: int) -> Group:
    """The group, for who may write about it; for others who work with it, the table's sentence."""
    group = visible(group_id)
    insist(KEEP_PARTNERSHIPS, group)
    return group


def today() -> dt.date:
    return local_day(now(), the_person().zone)


def number(field: str) -> int:
    """The number typed into `field`; 0 for nothing, -1 for what is no number a group could have."""
    typed = request.form.get(field, "").strip() or "0"
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= 9 else -1
