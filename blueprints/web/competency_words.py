"""A competency in the reader's language: what its page and its paper say in the same words."""

import dataclasses

from flask import url_for
from flask_babel import gettext as _

from blueprints.web.languages import language
from blueprints.web.pages import day, in_language
from training.competencies.evidence import KNOWLEDGE, LABELS, SIGN_OFF, Evidence, Piece
from training.competencies.status import Status
from training.framework.framework import Framework
from training.practice.observations import MODES, Observation


@dataclasses.dataclass(frozen=True)
class Line:
    """One piece of evidence: `title` links to `href`, `after` follows it, `task` and `note` stand below."""

    icon: str
    label: str
    title: str
    href: str
    after: str
    task: str
    note: str
    day: str


def reached(status: Status, framework: Framework) -> str:
    """The level with its name, and the one before."""
    if not status.level:
        return in_language(framework.not_yet_observed.name)
    name = next(in_language(one.name) for one in framework.levels if one.number == status.level)
    words = _("Tingkat %(level)s, %(name)s", level=status.level, name=name)
    if status.before and status.before < status.level:
        words += _(", naik dari %(level)s", level=status.before)
    elif status.before:
        words += _(", sebelumnya %(level)s", level=status.before)
    return words


def history(status: Status) -> list[str]:
    """Every level that was given, with its day, oldest first."""
    return [_("tingkat %(level)s, %(day)s", level=level, day=day(given_on)) for given_on, level in status.history]


def missing(status: Status) -> list[dict]:
    """What leads to the next step: a sentence, and the behaviours it speaks of."""
    return [
        {"sentence": _(step.sentence, **step.facts), "behaviours": [in_language(one.text) for one in step.behaviours]}
        for step in status.missing
    ]


def lines(one: Evidence, learner_id: int) -> list[Line]:
    """All evidence: what was seen first, then what was signed off, practised, and passed as knowledge."""
    here = url_for("practice.observations", learner_id=learner_id)
    pieces = (*one.signed, *one.practised, *one.knowledge)
    return [seen_line(each, here) for each in one.seen] + [piece_line(each) for each in pieces]


def seen_line(one: Observation, here: str) -> Line:
    how = _(MODES[one.mode])
    harm = (
        _("Ada perilaku yang perlu dibicarakan.") if one.harms
        else _("Belum semua sempat terlihat.") if not one.level else _("Tidak ada perilaku merugikan.")
    )
    who = _("Diamati %(name)s", name=one.observer)
    note = f"{who}, {how}. {harm} " + _("Kerangka versi %(number)s.", number=one.framework_version)
    level = _(", tingkat %(level)s", level=one.level) if one.level else ""
    return Line("watch", "", one.scene or how.capitalize(), here, level, "", note, day(one.observed_on))


def piece_line(one: Piece) -> Line:
    if one.kind == SIGN_OFF:
        note = _("Versi %(release)s, %(words)s", release=one.release, words=_(one.words))
        note += _(" oleh %(name)s", name=one.by) if one.by else ""
        note += _(", berlaku sampai %(day)s", day=day(one.expires_on)) if one.expires_on else ""
    elif one.kind == KNOWLEDGE:
        # Said each time, so that nobody reads a quiz as a level (rule R1).
        note = _("Versi %(release)s, kuis lulus. Ini pengetahuan, bukan tingkat.", release=one.release)
    else:
        note = _("Versi %(release)s", release=one.release) + (f", {_(one.words)}" if one.words else "")
    icon = {SIGN_OFF: "seal", KNOWLEDGE: "book"}.get(one.kind, "pen")
    here = url_for("lessons.module", course=one.course, module=one.module)
    task = in_language(one.task) if one.task else ""
    return Line(icon, _(LABELS[one.kind]), in_language(one.titles), here, "", task, note, day(one.day))


def on_paper(name: str, framework: Framework, evidence: dict[str, Evidence], learner_id: int, *, made: str) -> dict:
    """What the printed summary says, as texts (see templates/competencies/summary.typ)."""
    return {
        "title": _("Ringkasan kompetensi"), "language": language(), "name": name, "made": made,
        "lead": _("Tingkat dihitung dari yang terlihat saat bermain peran dan di kelompok, bukan dari nilai kuis."),
        "key": [{"level": one.number, "name": in_language(one.name), "rule": in_language(one.rule)}
                for one in framework.levels],
        "words": {"missing": _("Langkah berikutnya"), "history": _("Riwayat")},
        "domains": [
            {"name": in_language(domain.name), "competencies": [
                competency_on_paper(each, evidence[each.code], framework, learner_id) for each in domain.competencies
            ]} for domain in framework.domains
        ],
    }


def competency_on_paper(each, one: Evidence, framework: Framework, learner_id: int) -> dict:
    return {
        "name": in_language(each.name) + ("\u00a0★" if each.critical else ""), "level": one.status.level or 0,
        "reached": reached(one.status, framework), "seen_on": day(one.status.seen_on),
        "history": history(one.status), "missing": missing(one.status),
        "lines": [{"title": (f"{line.label}: " if line.label else "") + line.title + line.after, "task": line.task,
                   "note": line.note, "day": line.day} for line in lines(one, learner_id)],
    }
