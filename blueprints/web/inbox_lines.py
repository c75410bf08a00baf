"""The lines of a supervisor's inbox in words. Most lines say the same few things, so each is said once a page: asking
the translations and calendars fifty times over would cost more than all the rest."""

import dataclasses
import datetime as dt
import functools
from collections.abc import Callable, Collection
from urllib.parse import urlencode

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from blueprints.web.languages import language, zone
from blueprints.web.pages import short_day
from training.core.clock import local_day
from training.core.language import pick
from training.signoffs.inbox import Waiting


@dataclasses.dataclass(frozen=True)
class Line:
    url: str
    name: str
    group: str
    module: str
    course: str
    mark: str
    facts: str
    harm: str
    age: str
    since: str
    pick: str


def lines(
    rows: tuple[Waiting, ...], today: dt.date, groups_of: Callable[[int], str] = lambda _: "",
    narrowed: dict | None = None, together: Collection[int] = (),
) -> list[Line]:
    """One line for each waiting request, in the reader's language and on her calendar; `groups_of` names the groups of
    a person, `narrowed` is the filter that a line's address carries on; equal ones for the releases `together` may be
    picked."""
    say, spoken, where = functools.cache(_facts), language(), zone()
    course_line, since, age = functools.cache(_course), functools.cache(_since), functools.cache(_age)
    here, query = url_for("signoffs.inbox"), f"?{urlencode(narrowed)}" if narrowed else ""
    harm, back, news = _("satu perilaku merugikan"), _("dikembalikan, datang lagi"), _("ada bukti baru")
    second, two = _("★ tanda tangan kedua"), _("★ perlu dua tanda tangan")
    days = [local_day(row.requested_at, where) for row in rows]
    return [
        Line(
            f"{here}/{row.id}{query}", row.name, groups_of(row.person_id), pick(row.summary["titles"], spoken)[0] or "",
            course_line(pick(row.summary["course_titles"], spoken)[0] or row.course, row.summary.get("number"),
                        row.summary.get("critical")),
            ", ".join(mark for mark in (
                second if row.is_second else two if row.needs_two else "",
                back if row.is_back else news if row.version > 1 else "", _handed(row.handed_by),
            ) if mark),
            say(*row.summary["quiz"], row.summary.get("reflections", 0), row.summary.get("level")),
            harm if row.summary.get("harm") else "", age((today - asked_on).days), since(asked_on),
            f"{row.id}:{row.version}" if row.is_clear and row.release_id in together else "",
        )
        for row, asked_on in zip(rows, days, strict=True)
    ]


def _handed(by: str | None) -> str:
    """By whom it was handed on to her, if it was."""
    if not by:
        return "" if by is None else _("diserahkan kepada Anda")
    return _("diserahkan oleh %(name)s", name=by)


def _facts(right, count, reflections, level):
    said = [_("Kuis %(right)s/%(count)s", right=right, count=count),
            ngettext("satu refleksi", "%(num)s refleksi", reflections)]
    return ", ".join([*said, _("tingkat %(level)s", level=level)] if level else said)


def _course(title, number, critical):
    said = f"{title}, {_('versi %(number)s', number=number)}"
    return f"{said}, {_('kritis')}" if critical else said


def _since(day):
    return _("sejak %(day)s", day=short_day(day))


def _age(days):
    if days < 2:
        return _("kemarin") if days == 1 else _("hari ini")
    return ngettext("%(num)s hari", "%(num)s hari", days)
