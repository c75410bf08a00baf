"""A module as one file that is read without signal: its lessons with their pictures and the look, and nothing else. It
holds no name, no answer and no script, so it may lie on a shared phone or go from hand to hand."""

import base64
import hashlib
import re

from flask import current_app, render_template
from markupsafe import Markup

from blueprints.web import lesson_pieces
from blueprints.web.addresses import public_url
from blueprints.web.database import db
from training.curriculum import catalogue

PICTURE = re.compile(r'src="/media/([0-9a-z]{16})/[^"]*"')
OWN_NAME = re.compile(r'\b(id|for|aria-labelledby|aria-describedby|href)="(#?)([^"/:]+)"')
INWARDS = re.compile(r'\b(href|src)="/(?!/)')
LETTERS = re.compile(r"@font-face\s*{[^}]*}")
LARGEST = 300_000


def file_of(module, spoken: str) -> str:
    """The file for a module (as modules.the_module gives it) in this language; pictures larger than LARGEST stay on the
    server."""
    lessons = [lesson(number, catalogue.lesson(db.session, module.release.id, line.slug, spoken), line)
               for number, line in enumerate(module.release.lessons, 1)]
    sheet = look()
    style = Markup(f"<style>{sheet}</style>")  # noqa: S704 (our own file)
    return render_template("lessons/take_along.html", module=module, lessons=lessons, look=style, policy=policy(sheet))


def lesson(number: int, page, line) -> dict:
    """One lesson; names inside it begin with its number, because several stand in one file."""
    own = f"l{number}-"
    return {
        "id": f"l{number}", "title": page.title, "language": page.language, "note": page.note, "minutes": line.minutes,
        "short": self_contained(lesson_pieces.short_version(page), own),
        "parts": [part(kind, what, page, own) for kind, what in lesson_pieces.pieces(page)],
    }


def part(kind: str, what: str, page, own: str) -> dict:
    """A piece of text, a question with its choices, or the prompt of a reflection. The key of a question stays here."""
    if kind == "check" and what in page.extras["checks"]:
        view = lesson_pieces.check_view(what, page.extras["checks"][what], page.language, is_answered=False)
        choices = [self_contained(one["html"], own) for one in view.get("options", ())]
        stem = view.get("stem", {}).get("html", "")
        return {"kind": kind, "html": self_contained(stem, own), "choices": choices}
    if kind == "reflection":
        prompt = page.extras["reflections"].get(what, {"title": "", "html": ""})
        return {"kind": kind, "title": prompt["title"], "html": self_contained(prompt["html"], own)}
    return {"kind": "html", "html": self_contained(what if kind == "html" else "", own)}


def self_contained(html: str, own: str) -> str:
    """`html` with its pictures inside, its inner names beginning with `own`, and other addresses made whole."""
    html = PICTURE.sub(picture, OWN_NAME.sub(lambda found: renamed(found, own), html))
    return INWARDS.sub(lambda found: f'{found[1]}="{public_url("/")}', html)


def renamed(found: re.Match, own: str) -> str:
    name, mark, value = found.groups()
    if name == "href" and not mark:
        return found[0]
    return f'{name}="{mark}{" ".join(own + one for one in value.split())}"'


def picture(found: re.Match) -> str:
    kind, data = catalogue.medium(db.session, found[1]) or ("", b"")
    if not kind.startswith("image/") or len(data) > LARGEST:
        return found[0]
    return f'src="data:{kind};base64,{base64.b64encode(data).decode()}"'


def look() -> str:
    """The learners' style sheet, to be written into the file, without the letters that lie on the server."""
    shelf = current_app.extensions["shelf"]
    sheet = LETTERS.sub("", shelf.bodies[shelf.urls["css/learner.css"]][0].decode())
    return sheet.replace("</", "<\\/")


def policy(sheet: str) -> str:
    """The Content-Security-Policy inside the file: it lets in this style sheet and pictures, and nothing that runs."""
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data: {public_url('/media/')}; form-action 'none'"
