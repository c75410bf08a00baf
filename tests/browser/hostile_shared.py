"""The files that all courses lean on, and role plays, with a payload wherever their author writes words: the contacts,
the glossary, the sources, the organisation's texts, the framework."""

import itertools
import json
import pathlib
import re
import shutil

import yaml

from tests.browser.payloads import closed

FILES = ("contacts.yml", "glossary.yml", "sources.yml", "organisation.yml", "competencies/framework.yml")
PER_ROLE_PLAY, CITED_PER_ROLE_PLAY = 24, 40
ADDRESS = re.compile(r"href=(['\"])(.*?)\1", re.DOTALL)
ROLE_PLAY = """---
id: RP-JAHAT{number}
title: {words}
modules: [gf-2]
competencies: [A2, A1]
minutes: 12
content_note: {words}
alternative: {words}
author: {words}
reviewer: {words}
---

## Kartu fasilitator

{body}

{cited}

{variants}

## Yang diamati

{observed}

## Setelah bermain

{body}
"""
CITED = "{{{{sumber:J{at}}}}} {{{{kontak:web{at}}}}} {{{{kontak:phone{at}}}}}"
VARIANT = """## Varian {number}: {first}

### Pemeran

{body}

### Kalimat wajib

{lines}
"""


def write(courses: pathlib.Path, folder: pathlib.Path, payloads: list[str], *, finish=str) -> None:
    """Fill `folder` with hostile copies of the shared files in `courses`, and with hostile role plays. In lines each
    payload closes what it leaves open; in longer texts it stands as `finish` makes it."""
    for name in FILES:
        data = yaml.safe_load((courses / name).read_text())
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        counts: dict[str, int] = {}
        each(data, (), lambda words, key, counts=counts: counts.update({key: counts.get(key, 0) + 1}) or words)
        hands = {key: iter([" ".join(["x y", *map(closed, payloads[at::few])]) for at in range(few)])
                 for key, few in counts.items()}
        hostile = each(data, (), lambda words, key, hands=hands: next(hands[key]))
        if name == "sources.yml":
            hostile["sources"] |= {f"J{at}": {"title": "x", "url": one} for at, one in enumerate(urls(payloads))}
        if name == "contacts.yml":
            hostile["contacts"] |= dict(itertools.chain(*map(services, itertools.count(), payloads)))
        (folder / name).write_text(yaml.safe_dump(hostile, allow_unicode=True, sort_keys=False))
    shutil.copytree(courses / "role-plays", folder / "role-plays")
    for number, few in enumerate(chunks(payloads)):
        for language in ("id", "en"):
            (folder / "role-plays" / f"rp-jahat{number}.{language}.md").write_text(role_play(number, few, finish))


def chunks(payloads: list[str]) -> list[list[str]]:
    """The payloads in groups so small that a note of one paragraph with all of a group is still rendered."""
    return [payloads[at:at + PER_ROLE_PLAY] for at in range(0, len(payloads), PER_ROLE_PLAY)]


def services(number: int, payload: str) -> list[tuple[str, dict]]:
    """A service whose address is the payload, and one that has it as its number."""
    ways = {"web": f"https://x.example/{payload}", "phone": payload}
    return [(f"{kind}{number}", contact([{"kind": kind, "value": value}])) for kind, value in ways.items()]


def contact(channels: list[dict]) -> dict:
    labelled = [one | {"label": said()} for one in channels]
    return {"name": said(), "for": said(), "hours": said(), "channels": labelled}


def said() -> dict[str, str]:
    return {"id": "x", "en": "x"}


def in_footer(contacts: pathlib.Path) -> None:
    """Let the foot of every page name a service with the addresses of all the others."""
    data = yaml.safe_load(contacts.read_text())
    every = [channel for one in data["contacts"].values() for channel in one["channels"]]
    data["contacts"]["all"], data["footer"] = contact(every), ["all"]
    contacts.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


def urls(payloads: list[str]) -> list[str]:
    """Every payload as the address of a source, and every address that the payloads lead to."""
    return payloads + [found[2] for one in payloads if (found := ADDRESS.search(one))]


def each(value, path: tuple, change):
    """The data with `change(words, key)` in the place of each text for people; `key` names its sort: where it begins,
    how deep it stands and how it is called."""
    if isinstance(value, dict):
        is_said = set(value) <= {"id", "en"}
        return {name: each(one, (*path, "" if is_said else str(name)), change) for name, one in value.items()}
    if isinstance(value, list):
        return [each(one, path, change) for one in value]
    is_for_people = isinstance(value, str) and (" " in value or path[-1:] == ("",))
    named = [one for one in path if one]
    return change(value, f"{named[0]} {len(named)} {named[-1]}") if is_for_people else value


def role_play(number: int, few: list[str], finish=str) -> str:
    lines = [" ".join(closed(one).split("\n")) for one in few]
    body = "\n\n".join(map(finish, few))
    told = "\n".join(f"- {at // 60}:{at % 60:02} Mbak {one}: “{one}”" for at, one in enumerate(lines, 30))
    first = number * CITED_PER_ROLE_PLAY
    cited = "\n\n".join(CITED.format(at=at) for at in range(first, first + CITED_PER_ROLE_PLAY))
    variants = "\n".join(VARIANT.format(number=at, first=" ".join(lines), body=body, lines=told) for at in (1, 2))
    observed = "\n".join(f"- A2-b1 : {one}" for one in lines)
    return ROLE_PLAY.format(number=number, words=json.dumps("\n".join(map(finish, few)), ensure_ascii=False), body=body,
                            cited=cited, variants=variants, observed=observed)
