"""What every template may use: the person, the language, navigation, contacts, and how times and numbers are shown."""

import re

from flask import Flask, current_app, request, url_for
from flask_babel import format_date, format_datetime, format_time
from flask_babel import gettext as _
from markupsafe import Markup, escape

from blueprints.web import contacts, glossary, organisation
from blueprints.web.access import may, the_person
from blueprints.web.door_counts import waiting_behind
from blueprints.web.forms import new_key
from blueprints.web.languages import language, zone
from blueprints.web.skeletons import own_address
from blueprints.web.whose import whose
from training import permissions
from training.accounts.person import initials_of
from training.core.language import pick
from training.curriculum.dialect import anchor_of
from training.quizzes.gaps import blank_out

DOUBLED = re.compile(r"\b((\w{2,})-\2(?:nya|an)?)\b", re.IGNORECASE)
_CAPTION = re.compile(r"<figcaption>.*?</figcaption>", re.DOTALL)
# Where a page belongs that has no door of its own: the first of these doors that this person has.
ROOMS = {
    "quizzes": ("lessons",), "practice": ("lessons",), "recall": ("lessons",), "credentials": ("competencies",),
    "practice.observations": ("competencies", "signoffs"), "practice.observation_form": ("signoffs",),
    "practice.observe": ("signoffs",), "competencies.of_learner": ("signoffs",), "learners": ("signoffs",),
    "roster": ("people",), "reset_links": ("people", "signoffs"),
}


def furnish(app: Flask) -> None:
    app.context_processor(common)
    app.jinja_env.filters.update(
        day=day, time=time, moment=moment, short_day=short_day, in_language=in_language, initials=initials_of,
        blank_out=blank_out, no_captions=no_captions, whole=whole, anchor=anchor_of,
    )
    app.jinja_env.globals.update(
        this_page=own_address, may=may, new_key=new_key, permissions=permissions,
        organisation_waits=organisation.waits, glossary_terms=glossary.some, whose=whose,
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


def no_captions(html: str) -> str:
    """A question's text without the words below its pictures, for a line that only names the question."""
    return _CAPTION.sub("", html)


def common() -> dict:
    person = the_person()
    return {
        "person": person,
        "language": language(),
        "zone": zone(),
        "demo_mode": current_app.config["DEMO_MODE"],
        "quick_exit_url": current_app.config["QUICK_EXIT_URL"],
        "footer_contacts": contacts.footer(language()),
        "contacts_are_stale": contacts.are_stale(),
        "navigation": navigation() if person else (),
    }


def navigation() -> list[dict]:
    """The doors this person uses, in order; counts are asked for by the pages that show them."""
    entries = [
        ("home.show", _("Beranda"), "home", True),
        ("lessons.courses", _("Kursus"), "book", True),
        ("competencies.mine", _("Kompetensi"), "steps", may(permissions.TAKE_COURSES)),
        ("signoffs.inbox", _("Kotak masuk"), "inbox", may(permissions.KEEP_INBOX)),
        ("authoring.drafts", _("Naskah"), "pen", may(permissions.WRITE_DRAFTS)),
        ("role_plays.library", _("Main peran"), "chat", may(permissions.READ_ROLE_PLAYS)),
        ("partnerships.groups", _("Kelompok"), "group", may(permissions.SEE_PARTNERSHIPS)),
        ("people.everyone", _("Orang"), "user", may(permissions.SEE_PEOPLE)),
        ("organisation.texts", _("Organisasi"), "file", may(permissions.KEEP_ORGANISATION)),
    ]
    doors = [(endpoint.partition(".")[0], endpoint, *looks) for endpoint, *looks, is_hers in entries if is_hers]
    here = room({area for area, *_rest in doors})
    return [
        {"url": url_for(endpoint), "label": label, "icon": icon, "current": area == here,
         "count": waiting_behind(endpoint)}
        for area, endpoint, label, icon in doors
    ]


def room(doors: set[str]) -> str | None:
    """Behind which of these doors the page stands that is asked for."""
    here = request.endpoint or ""
    area = here.partition(".")[0]
    return next((one for one in ROOMS.get(here) or ROOMS.get(area, (area,)) if one in doors), None)


def day(at) -> str:
    return format_date(at, "d MMMM y") if at else ""


def short_day(at) -> str:
    return format_date(at, "d MMM") if at else ""


def time(at) -> str:
    return format_time(at, "HH.mm" if language() == "id" else "HH:mm") if at else ""


def moment(at) -> str:
    """A date and time with the zone's letters, as people in Indonesia write it."""
    pattern = "d MMMM y, HH.mm" if language() == "id" else "d MMMM y, HH:mm"
    return f"{format_datetime(at, pattern)} {zone()}" if at else ""


def in_language(texts: dict):
    """The text in the reader's language, else in the other one."""
    return pick(texts, language())[0] or ""


def whole(text) -> Markup:
    """Text in which a doubled word ("kira-kira") stays on one line; copied and read aloud it is the same text."""
    return Markup(DOUBLED.sub(r'<span class="nb">\1</span>', str(escape(text))))  # noqa: S704 (escaped first)
