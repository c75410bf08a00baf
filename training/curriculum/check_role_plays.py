"""Why was my role play refused? What can be wrong with a library that could be read: codes nobody knows, too few
variants, compulsory lines that cannot be played as written, and languages that do not tell the same scene."""

from training.core.language import LANGUAGES
from training.core.problem import Problem
from training.curriculum.check_html import check_html
from training.curriculum.check_links import check_links
from training.curriculum.check_names import known_modules, unknown_codes
from training.curriculum.check_texts import check_texts
from training.curriculum.course import Course
from training.curriculum.role_play import Library, RolePlay, RolePlayText, Variant
from training.curriculum.shared import Shared
from training.curriculum.source import SourceFile, near_miss
from training.curriculum.written import files_of

VARIANTS_AT_LEAST = 2
CUES = (3, 4)


def check_library(library: Library, shared: Shared, courses: dict[str, Course]) -> list[Problem]:
    """What is wrong with the role plays. `courses` are the courses read together with them."""
    written = {one.source.path: one for one in files_of(library)}
    problems = [problem for one in written.values() for problem in check_texts(one, shared)]
    problems += check_links(library, courses) + check_html(library, shared)
    modules = known_modules(library.path, courses)
    for role_play in library.role_plays:
        sources = {text.path: written[text.path].source for text in role_play.texts.values()}
        problems += _codes(role_play, sources, shared, modules)
        for text in role_play.texts.values():
            problems += _behaviours(sources[text.path], text, shared) + _variants(sources[text.path], text, role_play)
        problems += _differences(role_play, sources)
    return problems


def _codes(role_play, sources, shared, modules):
    source = sources[next(iter(role_play.texts.values())).path]
    problems = unknown_codes(source, "modules", role_play.modules, modules, "role-play.unknown-module")
    problems += unknown_codes(source, "sources", role_play.sources, shared.sources.by_key, "source.unknown-key")
    if shared.framework:
        known = [one.code for one in shared.framework.competencies]
        problems += unknown_codes(source, "competencies", role_play.competencies, known, "competency.unknown")
    return problems


def _behaviours(source: SourceFile, text: RolePlayText, shared):
    if not shared.framework:
        return []
    known = [one.code for competency in shared.framework.competencies for one in competency.behaviours]
    named = [(one.code, one.line) for one in text.observed]
    named += [(code, source.line_of(code) or 1) for code in text.no_occasion]
    return [
        source.problem("role-play.unknown-behaviour", line, mark=code, entry=code, guess=near_miss(code, known))
        for code, line in named if code not in known
    ]


def _variants(source: SourceFile, text: RolePlayText, role_play: RolePlay):
    problems = [problem for one in text.variants for problem in _cues(source, one, role_play.minutes)]
    if len(text.variants) < VARIANTS_AT_LEAST:
        line = text.variants[0].line if text.variants else None
        problems.append(source.problem("role-play.few-variants", line, count=len(text.variants)))
    return problems


def _cues(source, variant: Variant, minutes):
    problems, before = [], None
    low, high = CUES
    if variant.cues and not low <= len(variant.cues) <= high:
        facts = {"count": len(variant.cues), "low": low, "high": high}
        problems.append(source.problem("role-play.cue-count", variant.cues[-1].line, **facts))
    for cue in variant.cues:
        if before and cue.at <= before.at:
            problems.append(source.problem(
                "role-play.cue-order", cue.line, mark=cue.time, time=cue.time, before=before.time))
        if minutes and cue.at > minutes * 60:
            problems.append(source.problem(
                "role-play.cue-beyond", cue.line, mark=cue.time, time=cue.time, minutes=minutes))
        before = cue
    return problems


def _differences(role_play: RolePlay, sources):
    """What the second language tells otherwise than the first."""
    if set(role_play.texts) != set(LANGUAGES):
        return []
    first, other = (role_play.texts[one] for one in LANGUAGES)
    source, problems = sources[other.path], []
    if len(first.variants) != len(other.variants):
        line = other.variants[-1].line if other.variants else None
        facts = {"here": len(other.variants), "there": len(first.variants), "other": first.path}
        problems.append(source.problem("role-play.variants-differ", line, **facts))
    for here, there in zip(other.variants, first.variants, strict=False):
        if [one.at for one in here.cues] != [one.at for one in there.cues] and here.cues and there.cues:
            problems.append(source.problem(
                "role-play.times-differ", here.cues[0].line, here=_times(here), there=_times(there), other=first.path))
    here, there = (({one.code for one in text.observed}, set(text.no_occasion)) for text in (other, first))
    if unequal := (here[0] ^ there[0]) | (here[1] ^ there[1]):
        line = other.observed[0].line if other.observed else None
        facts = {"codes": ", ".join(sorted(unequal)), "other": first.path}
        problems.append(source.problem("role-play.behaviours-differ", line, **facts))
    return problems


def _times(variant):
    return ", ".join(one.time for one in variant.cues)
