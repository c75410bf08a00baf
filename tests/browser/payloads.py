"""Ways to make a page run what somebody wrote, made for this suite; the kinds are the files of payloads/, one a line.
RUN stands for a call of `ran` with the payload's number, NUMBER for that number alone, and SUM for a sum that only a
template engine would work out."""

import itertools
import pathlib
import re

FOLDER = pathlib.Path(__file__).with_name("payloads")
SUM, WORKED_OUT = "7919*6841", "54173879"
CARRIERS = ("p", "b", "a href=#x", "details", "div", "li", "custom-tag", "video", "img src=/x", "body")
NAMESPACES = {"h": "1999/xhtml", "xlink": "1999/xlink", "xsl": "1999/XSL/Transform", "ev": "2001/xml-events"}
TOGETHER = 5
LINKS = ('<a href="{}">x</a>', "<a href='{}'>x</a>")
PLAINEST = ("javascript:RUN", "data:text/html,<script>parent.RUN</script>")
WHOLE = ("by-themselves", "foreign", "mutating", "entities", "break-outs", "templates", "unicode", "markdown")
_OPENED = re.compile(r"<([a-z][\w-]*)", re.IGNORECASE)
_ESCAPED = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|(.))")


def numbered() -> list[str]:
    """Every payload, each calling `ran` with its place in this list."""
    return [
        one.replace("RUN", f"ran({number})").replace("NUMBER", str(number)).replace("SUM", SUM)
        for number, one in enumerate(dict.fromkeys([*_events(), *_addresses(), *itertools.chain(*map(_lines, WHOLE))]))
    ]


def closed(payload: str) -> str:
    """`payload`, and behind it what it leaves open closed again, so that it does not hide the next one."""
    return payload + "\"'>-->" + "".join(f"</{tag}>" for tag in reversed(_OPENED.findall(payload)))


def pictures() -> list[bytes]:
    """Each payload of payloads/svg-files.txt, and every other one with a tag in it, inside an SVG file."""
    head = "".join(f' xmlns:{name}="http://www.w3.org/{rest}"' for name, rest in NAMESPACES.items())
    inside = [one.replace("RUN", f"ran({number})") for number, one in enumerate(_lines("svg-files"))]
    inside += [one for one in numbered() if "<" in one]
    return [f'<svg xmlns="http://www.w3.org/2000/svg"{head} viewBox="0 0 9 9">{one}</svg>'.encode() for one in inside]


def _events() -> list[str]:
    """Every event that HTML knows, a few on one element."""
    names, carriers = _lines("events"), itertools.cycle(CARRIERS)
    groups = [names[at:at + TOGETHER] for at in range(0, len(names), TOGETHER)]
    return [f"<{tag} {' '.join(f'on{name}=RUN' for name in group)}>x</{tag.split()[0]}>"
            for group, tag in zip(groups, carriers, strict=False)]


def _addresses() -> list[str]:
    """Every address that runs in a link, and the plainest ones in every other place that takes an address."""
    links = zip(itertools.cycle(LINKS), _lines("addresses"), strict=False)
    found = [place.replace("{}", address) for place, address in links]
    return found + [place.replace("{}", address) for place in _lines("places") for address in PLAINEST]


def _lines(name: str) -> list[str]:
    lines = (FOLDER / f"{name}.txt").read_text("utf-8").rstrip("\n").split("\n")
    return [_ESCAPED.sub(_character, line) for line in lines]


def _character(found: re.Match) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else {"n": "\n", "t": "\t"}.get(found[3], found[3])
