"""Getting somebody to a certificate: every module of a course certified by her supervisor."""

import datetime as dt

from tests.cast import AT
from tests.published import Published, publish_module
from tests.training.signoffs.asking import asked
from training.credentials.award import award_if_complete
from training.curriculum.store import CourseReleaseRow, ModuleRow
from training.signoffs.ledger import Words, certify
from training.signoffs.requests import ask

LATER = AT + dt.timedelta(days=2)


def course_of_two(session):
    modules = [publish_module(session, slug, position=place) for place, slug in enumerate(("pw-1", "pw-2"), 1)]
    session.query(CourseReleaseRow).one().module_order = ["pw-1", "pw-2"]
    session.flush()
    return modules


def certified(session, person, supervisor, module, at=AT):
    return signed(session, person, supervisor, asked(session, person, module, at), module, at)


def certified_again(session, person, supervisor, module, at):
    request = ask(session, person, module.id, client_key=f"again-{module.slug}-{at.timestamp():.0f}", at=at)
    return signed(session, person, supervisor, request, module, at)


def signed(session, person, supervisor, request, module, at):
    return certify(
        session, supervisor, getattr(request, "id", request), version=1, words=Words("Terlihat jelas.", "", "none"),
        client_key=f"certify-{person.id}-{module.slug}-{at.timestamp():.0f}", at=at,
    )


def earned(session, person, supervisor, at=AT):
    """The certificate of the course of two, both signed off at `at`."""
    for module in course_of_two(session):
        certified(session, person, supervisor, module, at)
    return award_if_complete(session, person.id, "contoh", at=at)


def published(session, slug):
    """A module of the course that was published before, by its slug."""
    row = session.query(ModuleRow).filter_by(slug=slug).one()
    return Published(row.id, row.course, row.slug, row.current_release_id, "")
