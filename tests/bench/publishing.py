"""How long publishing a thousand lessons takes, against Python-Markdown and bleach alone on the same texts."""

import time

import bleach
import markdown

from blueprints.web.database import db
from tests.bench import texts
from tests.cast import AT
from training.curriculum import policy, releases
from training.curriculum.checks import check_folder
from training.curriculum.shared import read_shared

EXTENSIONS = ["attr_list", "def_list", "md_in_html", "sane_lists", "abbr", "tables", "footnotes", "toc"]


def seconds_alone(bodies: list[str]) -> float:
    """Python-Markdown with the extensions a lesson may use, then bleach; each made once."""
    converter = markdown.Markdown(extensions=EXTENSIONS)
    attributes = {tag: sorted(names | policy.COMMON) for tag, names in policy.TAGS.items()}
    cleaner = bleach.Cleaner(tags=set(policy.TAGS), attributes=attributes, strip=True)
    started = time.perf_counter()
    for body in bodies:
        cleaner.clean(converter.reset().convert(body))
    return time.perf_counter() - started


def seconds_published(app, folder) -> float:
    """What `bin/sebaya courses publish` does: read, check everything, render, freeze, commit."""
    with app.app_context():
        shared, _problems = read_shared(app.config["COURSES_DIR"])
        started = time.perf_counter()
        report = check_folder(folder, shared)
        if not report.courses:
            raise SystemExit("the course of a thousand lessons could not be read")
        releases.publish(db.session, report.courses[0], shared, at=AT)
        db.session.commit()
        return time.perf_counter() - started


def measure(app) -> tuple[float, list[float]]:
    """Seconds to publish, and what the others alone would need, reckoned twice: from the half of the texts they did
    before it and the half they did after."""
    folder = texts.thousand_lessons(app.config["COURSES_DIR"])
    bodies = [texts.body(data.decode()) for path, data in folder.contents.items() if "isi-" in path]
    before = 2 * seconds_alone(bodies[::2])
    published = seconds_published(app, folder)
    return published, [before, 2 * seconds_alone(bodies[1::2])]
