"""From courses/competencies/framework.yml to a Framework, as a value. It collects every fault and gives no framework
when there is one, because an observation cannot stand on half of it."""

import dataclasses
import pathlib

import yaml

from training.core.language import LANGUAGES
from training.core.problem import Problem
from training.framework.framework import KINDS, Behaviour, Competency, Domain, Framework, Level, Rule
from training.framework.settings import DEFAULTS, FOR_PEOPLE, LISTS, MOST, MOST_OF_ANY, READ, Settings

_LIMIT = 1_000_000
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_framework(path: pathlib.Path | str) -> tuple[Framework | None, list[Problem]]:
    """The framework in the file at `path`, or None with what is wrong with it."""
    reader = _Reader(pathlib.Path(path).as_posix())
    written = _load(pathlib.Path(path), reader)
    if written is None:
        return None, reader.problems
    framework = _framework(reader, written)
    return (None if reader.problems else framework), reader.problems


def _load(path, reader):
    try:
        with path.open(encoding="utf-8-sig") as opened:
            loader = _Loader(opened.read(_LIMIT))
        written = loader.get_single_data()
    except (OSError, UnicodeDecodeError):
        return reader.complain("framework.unreadable")
    except (yaml.YAMLError, ValueError, RecursionError) as wrong:
        mark = getattr(wrong, "problem_mark", None)
        return reader.complain("framework.not-yaml", line=mark.line + 1 if mark else None)
    return written if isinstance(written, dict) else reader.complain("framework.not-yaml", line=1)


class _Reader:
    """Asks a mapping for what must stand in it, and remembers what did not."""

    def __init__(self, path):
        self.path, self.problems, self.codes = path, [], set()

    def complain(self, code, *, line=None, **facts):
        self.problems.append(Problem(code, "error", self.path, line, facts))

    def texts(self, mapping, key, place):
        found = mapping.get(key) if isinstance(mapping, dict) else None
        found = found if isinstance(found, dict) else {}
        for language in LANGUAGES:
            if not isinstance(found.get(language), str) or not found[language].strip():
                self.complain("framework.missing-text", place=place, key=key, language=language)
        return {one: " ".join(str(found.get(one, "")).split()) for one in LANGUAGES}

    def rows(self, mapping, key, place):
        found = mapping.get(key)
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            self.complain("framework.missing-list", place=place, key=key)
            return []
        return found

    def code(self, mapping, place):
        code = str(mapping.get("code") or "")
        if not code:
            self.complain("framework.missing-code", place=place)
        elif code in self.codes:
            self.complain("framework.repeated-code", entry=code)
        self.codes.add(code)
        return code


def _framework(reader, written):
    levels = tuple(_level(reader, one) for one in reader.rows(written, "levels", "framework"))
    if [one.number for one in levels] != [1, 2, 3, 4]:
        reader.complain("framework.levels")
    unseen = written.get("not_yet_observed")
    kinds = {kind: reader.texts(written.get("kinds") or {}, kind, "kinds") for kind in KINDS}
    rules = tuple(_rule(reader, one) for one in reader.rows(written, "rules", "framework"))
    domains = tuple(_domain(reader, one) for one in reader.rows(written, "domains", "framework"))
    version = written.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        reader.complain("framework.version")
    return Framework(
        version,
        reader.texts(written, "changes", "framework"),
        levels,
        _level(reader, unseen if isinstance(unseen, dict) else {}),
        kinds,
        rules,
        domains,
        tuple(map(str, written.get("sources") or ())),
        _settings(reader, written.get("settings") or {}, domains),
    )


def _settings(reader, written, domains) -> Settings:
    competencies = [one for domain in domains for one in domain.competencies]
    codes = {one.code for one in competencies}
    critical = tuple(one.code for one in competencies if one.critical)
    if not isinstance(written, dict):
        reader.complain("framework.missing-list", place="framework", key="settings")
        return dataclasses.replace(DEFAULTS, critical=critical)
    for name, value in written.items():
        if name in LISTS:
            for code in value if isinstance(value, list) else [value]:
                if code not in codes:
                    reader.complain("framework.setting", entry=name, value=str(code), known=", ".join(sorted(codes)))
        elif name in READ or name in FOR_PEOPLE:
            most = MOST.get(name, MOST_OF_ANY)
            if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
                reader.complain("framework.setting", entry=name, value=str(value), known=f"1–{most}")
        else:
            reader.complain("framework.unknown-setting", entry=str(name))
    lists = {name: tuple(map(str, written[name])) for name in LISTS if isinstance(written.get(name), list)}
    return Settings(**{name: written[name] for name in READ if name in written}, **lists, critical=critical)


def _level(reader, row):
    number = row.get("number", 0)
    place = str(row.get("key") or "not_yet_observed")
    return Level(number, place, reader.texts(row, "name", place), reader.texts(row, "rule", place))


def _rule(reader, row):
    code = reader.code(row, "rules")
    return Rule(code, reader.texts(row, "text", code))


def _domain(reader, row):
    code = reader.code(row, "domains")
    rows = reader.rows(row, "competencies", code)
    return Domain(code, reader.texts(row, "name", code), tuple(_competency(reader, code, one) for one in rows))


def _competency(reader, domain, row):
    code = reader.code(row, domain)
    behaviours = tuple(_behaviour(reader, code, one) for one in reader.rows(row, "behaviours", code))
    if not any(one.kind == "basic" for one in behaviours):
        reader.complain("framework.no-basic", entry=code)
    return Competency(
        code,
        domain,
        reader.texts(row, "name", code),
        row.get("critical") is True,
        reader.texts(row, "means", code),
        reader.texts(row, "matters", code),
        behaviours,
    )


def _behaviour(reader, competency, row):
    code = reader.code(row, competency)
    if row.get("kind") not in KINDS:
        reader.complain("framework.kind", entry=code, value=str(row.get("kind")), known=", ".join(KINDS))
    return Behaviour(code, str(row.get("kind")), reader.texts(row, "text", code))
