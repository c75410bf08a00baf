"""Nothing that a learner, a supervisor, a coordinator or a stranger writes runs in anybody's browser, with the
Content-Security-Policy switched off: names, reflections, answers, decisions, notes, plans, file names, addresses."""

import contextlib
import hashlib
import itertools

import pytest

from blueprints.web.database import db
from tests.browser.hostile_pages import find_pages
from tests.browser.hostile_visit import visiting
from tests.browser.hostile_world import HostileWorld
from tests.browser.payloads import pictures
from training.core.database import intending
from training.curriculum.pictures import NotAPicture, measure
from training.curriculum.store import MediaRow

MOST_OF_IT = 200
PEOPLE = ("", "ratna", "made", "sari", "wayan", "andreas", "admin")
SEND = """([action, fields, file]) => {
  const form = document.createElement("form");
  Object.assign(form, { method: "post", action, enctype: "multipart/form-data" });
  for (const [name, value] of fields) {
    form.append(Object.assign(document.createElement("textarea"), { name, value }));
  }
  form.append(document.querySelector("[name=csrf_token]").cloneNode());
  if (file) {
    const held = new DataTransfer();
    held.items.add(new File([file[2]], file[1]));
    form.append(Object.assign(document.createElement("input"), { type: "file", name: file[0], files: held.files }));
  }
  document.body.append(form);
  form.submit();
}"""
FORMS = [
    ("", "/sign-in", ("email",), None), ("admin", "/people", ("name", "email", "role", "zone"), None),
    ("admin", "/people/roster/previews", ("roster",), None),
    ("admin", "/people/roster/previews", (), ("file", "{}.csv", "name,email,role\n{},{},{}")),
    ("andreas", "/partnerships", ("name", "professional"), None), ("ratna", "/me/profile", ("name", "zone"), None),
    ("wayan", "/authoring/modules", ("code", "title", "course"), None),
    ("wayan", "/authoring/1/pictures", (), ("picture", "{}.svg", "<svg>{}</svg>")),
    ("wayan", "/authoring/1/archives", (), ("archive", "{}.zip", "{}")),
]
PAGES = {"/people/roster/previews": "/people/roster", "/me/profile": "/me", "/authoring/modules": "/authoring",
         "/authoring/1/pictures": "/authoring/1/pictures", "/authoring/1/archives": "/authoring"}
QUESTIONS = ("/verify?code={}", "/sign-in?next={}", "/people?q={}&role={}&state={}", "/{}", "/courses/{}", "/static/{}")


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    world = HostileWorld(tmp_path_factory.mktemp("hostile"))
    world.addresses = find_pages(world.app, PEOPLE)
    world.write_everywhere()
    world.addresses["ratna"] += [world.kept_form, *world.role_plays]
    yield world
    world.close()


@pytest.mark.browser
def test_what_people_wrote_runs_on_no_page(chromium, world):
    for who, addresses in world.addresses.items():
        with visiting(chromium, world.url, who, has_policy=False) as visit:
            visit.look(addresses)
        assert not visit.ran and not visit.left and not visit.reckoned and not visit.refused and not visit.moved, who
        assert visit.shown > len(world.payloads) or not who


@pytest.mark.browser
def test_without_escaping_the_policy_alone_lets_nothing_run(chromium, world):
    """On every page that everybody meets; on one of them, without the policy too, most of it runs."""
    world.close_everywhere()
    with world.without_escaping():
        with visiting(chromium, world.url, "ratna", has_policy=False) as without:
            without.look(["/courses/trauma-informed/tic-1/practice"])
        assert len(without.numbers) > MOST_OF_IT
        for who in PEOPLE:
            with visiting(chromium, world.url, who, has_policy=True) as visit:
                visit.look(world.addresses[who])
            assert not visit.ran and not visit.refused and not visit.moved, who
            assert visit.shown > len(world.payloads), who


@pytest.mark.browser
@pytest.mark.parametrize("has_policy", [True, False])
def test_no_address_of_a_service_in_the_foot_of_a_page_runs(chromium, world, has_policy):
    world.call_everybody()
    walls = world.without_escaping() if has_policy else contextlib.nullcontext()
    with walls, visiting(chromium, world.url, "", has_policy=has_policy) as visit:
        visit.look(["/safety"])
    assert visit.shown > len(world.payloads) and not visit.ran and not visit.left and not visit.moved


@pytest.mark.browser
def test_what_a_form_or_an_address_gives_back_does_not_run(chromium, world):
    give_back(chromium, world, [one for one in world.payloads if is_short(one)], has_policy=False)


@pytest.mark.browser
def test_what_they_give_back_does_not_run_behind_the_policy_alone_either(chromium, world):
    world.close_everywhere()
    with world.without_escaping():
        give_back(chromium, world, [one for one in world.closed if is_short(one)], has_policy=True)


def is_short(words: str) -> bool:
    return len(words) < 60 and "\n" not in words


def give_back(chromium, world, few: list[str], *, has_policy: bool) -> None:
    numbers = itertools.count()
    for who, forms in itertools.groupby(FORMS, key=lambda form: form[0]):
        with visiting(chromium, world.url, who, has_policy=has_policy) as visit:
            for _who, action, names, file in forms:
                at = next(numbers) * 4
                send(visit, action, names, file, " ".join(few[at:at + 4]))
            asked = QUESTIONS if who == "admin" else QUESTIONS[:2]
            visit.look(one.replace("{}", few[-1 - next(numbers)]) for one in asked)
        assert visit.shown and not visit.ran and not visit.left and not visit.reckoned, who


def send(visit, action, names, file, words) -> None:
    """Send a form with `words` in every field, in the name of its file and inside it, and touch the answer."""
    visit.page.goto(PAGES.get(action, action))
    sent = file and [file[0], *(text.replace("{}", words) for text in file[1:])]
    with visit.page.expect_navigation():
        visit.page.evaluate(SEND, [action, [[name, words] for name in names], sent])
    visit.fire()


@pytest.mark.browser
def test_no_picture_that_is_taken_in_runs(chromium, world):
    taken = [data for data in pictures() if is_taken(data)]
    names = {f"/media/{hashlib.sha256(data).hexdigest()[:16]}/x.svg": data for data in taken}
    with world.app.app_context(), intending(to_write=True):
        db.session.add_all(MediaRow(sha256=hashlib.sha256(data).hexdigest(), content_type="image/svg+xml", data=data)
                           for data in names.values())
        db.session.commit()
    with visiting(chromium, world.url, "", has_policy=False) as visit:
        visit.look(names)
    assert 5 < len(names) < len(pictures()) / 4 and not visit.ran and not visit.left


def is_taken(data: bytes) -> bool:
    try:
        measure(data, "image/svg+xml")
    except NotAPicture:
        return False
    return True
