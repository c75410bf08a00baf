"""How one course stands for a facilitator, in a sentence or two: what is signed, what waits, what may be renewed. Never
what she has not done."""

from flask_babel import gettext as _
from flask_babel import ngettext

from training.signoffs.standing import EXPIRED, RETURNED, WITHDRAWN


def is_complete(course, states) -> bool:
    return all(states[module.id].certified for module in course.modules)


def path_words(course, states, standings) -> str:
    """Only of a course that was begun."""
    return " ".join([*_signed(course, states), *_open(course, standings)] or _begun(course, states))


def _signed(course, states):
    count = sum(states[module.id].certified for module in course.modules)
    if count == len(course.modules):
        yield _("Tuntas.")
    elif count:
        yield ngettext("%(num)s modul disahkan.", "%(num)s modul disahkan.", count)


def _open(course, standings):
    for number, module in enumerate(course.modules, 1):
        where = standings[module.id]
        if where.is_waiting:
            yield _("Modul %(number)s sedang dibaca supervisor.", number=number)
        elif where.state in (RETURNED, WITHDRAWN):
            yield _("Modul %(number)s menunggu satu tambahan dari Anda.", number=number)
        elif where.state == EXPIRED:
            yield _("Modul %(number)s bisa diperbarui kapan saja.", number=number)


def _begun(course, states):
    count = sum(states[module.id].is_begun for module in course.modules)
    return [ngettext("Satu modul sudah Anda mulai.", "%(num)s modul sudah Anda mulai.", count)]
