"""The competency framework of this installation, read from courses/competencies whenever that file or the contacts
change. Its wording names services by key; here they get the names that stand in the contacts now."""

import dataclasses
import re

from flask import current_app

from blueprints.web import contacts
from training.core.language import pick
from training.framework.framework import Behaviour, Competency, Framework
from training.framework.read import read_framework
from training.framework.settings import UNREADABLE, Settings

_SERVICE = re.compile(r"\{\{kontak:([\w.-]+)\}\}")
_kept: dict = {}


def framework() -> Framework | None:
    """The framework, or None when its file cannot be used."""
    path = current_app.config["COURSES_DIR"] / "competencies" / "framework.yml"
    key = (path, path.stat().st_mtime_ns if path.exists() else 0, contacts.version())
    if _kept.get("key") != key:
        wording = read_framework(path)[0]
        _kept.update(key=key, framework=wording and with_services(wording))
    return _kept["framework"]


def with_services(wording: Framework) -> Framework:
    domains = tuple(
        dataclasses.replace(domain, competencies=tuple(_competency(one) for one in domain.competencies))
        for domain in wording.domains
    )
    return dataclasses.replace(wording, domains=domains)


def _competency(one: Competency) -> Competency:
    return dataclasses.replace(one, behaviours=tuple(_behaviour(each) for each in one.behaviours))


def _behaviour(one: Behaviour) -> Behaviour:
    return dataclasses.replace(one, text={spoken: in_words(text, spoken) for spoken, text in one.text.items()})


def in_words(text: str, spoken: str) -> str:
    return _SERVICE.sub(lambda found: _name(found[1], spoken), text)


def _name(key: str, spoken: str) -> str:
    contact = contacts.directory().get(key)
    return (contact and pick(contact.name, spoken)[0]) or key


def settings() -> Settings:
    """The numbers this programme has set in its framework, or those that hold where it cannot be read."""
    found = framework()
    return found.settings if found else UNREADABLE
