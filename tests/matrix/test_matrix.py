"""Every route × every person × their own and others' things, against the permission table."""

import pytest

from app import create_app
from blueprints.web import skeletons
from blueprints.web.database import db
from tests import cast as people
from tests.conftest import prepare
from tests.copies import SqliteCopies
from tests.matrix.rows import ROWS
from tests.matrix.world import build, thing_of
from training.curriculum import catalogue_store as catalogue
from training.permissions import may

RULES = {rule.endpoint: rule for rule in create_app({"SECRET_KEY": "x", "DATA_DIR": "/tmp"}).url_map.iter_rules()}
WHO = (None, *people.NAMES)
DOOR = "/sign-in"


class Matrix:
    """The application over a world that is as it was before every deed, and a browser for everybody."""

    def __init__(self, folder, data):
        self.copies = SqliteCopies(folder)
        self.app = prepare(self.copies, data)
        with self.app.app_context():
            self.copies.renew()
        self.browsers = {who: self.signed_in(who) for who in WHO}
        with self.app.app_context():
            self.things = build(db.session, people.cast_of(db.session)) | {"no_token": "x" * 43}
            mine = "SELECT id FROM sign_ins WHERE person_id = (SELECT id FROM people WHERE email LIKE 'ratna@%')"
            self.things["sign_in"] = db.session.connection().exec_driver_sql(mine).scalar()
            db.session.commit()
            db.session.remove()
            self.copies.keep()

    def signed_in(self, who):
        browser = self.app.test_client()
        if who:
            browser.post(DOOR, data={"email": f"{who}@example.org", "password": people.PASSWORD}, expect=303)
        return browser

    def renew(self):
        with self.app.app_context():
            self.copies.renew()
        catalogue.remembered_outlines.forget()
        catalogue.remembered_lessons.forget()
        skeletons.keep(self.app)

    def may(self, who, permission, about) -> bool:
        with self.app.app_context():
            cast = people.cast_of(db.session)
            thing = thing_of(db.session, cast, about) if about else None
            return may(getattr(cast, who), permission, thing)

    def named(self, value):
        if isinstance(value, list):
            return [self.named(one) for one in value]
        return value.format(**self.things) if isinstance(value, str) else value

    def deed(self, who=None, endpoint=""):
        """What must have happened before."""
        if endpoint:
            assert self.answer(who, RULES[endpoint], ROWS[endpoint][0])[0] == 303

    def answer(self, who, rule, case) -> tuple[int, str]:
        """The status, and where it leads."""
        _host, path = rule.build({name: self.named(value) for name, value in case.at.items()})
        form = {name: self.named(value) for name, value in case.form.items()}
        cookies = self.browsers[who]._cookies.copy()
        method = "POST" if "POST" in rule.methods else "GET"
        answer = self.browsers[who].open(path, method=method, data=form or None, expect=False, check=False)
        self.browsers[who]._cookies = cookies
        return answer.status_code, answer.location or ""


@pytest.fixture(scope="module")
def matrix(tmp_path_factory):
    matrix = Matrix(tmp_path_factory.mktemp("database"), tmp_path_factory.mktemp("data"))
    matrix.renew()
    return matrix


def expected(matrix, who, rule, case) -> int | str:
    """What the table says this person gets: a status, or the way to the door."""
    needs = matrix.app.view_functions[rule.endpoint].needs
    ok = case.ok or (303 if "POST" in rule.methods else 200)
    if needs == "anyone":
        return case.inside or ok if who else ok
    if who is None:
        return DOOR
    if not matrix.may(who, needs, ""):
        return 403
    return ok if matrix.may(who, case.asks or needs, case.about) else case.no


def test_every_route_has_its_row():
    missing = [f'"{name}": [case(…)],   # {RULES[name].rule}' for name in sorted(set(RULES) - set(ROWS))]
    assert not missing, "tests/matrix/rows.py: say what these routes answer, and about whom\n" + "\n".join(missing)
    assert not set(ROWS) - set(RULES), f"tests/matrix/rows.py: there is no route any more for {set(ROWS) - set(RULES)}"


@pytest.mark.parametrize("endpoint", sorted(ROWS))
def test_everybody_gets_what_the_table_says(matrix, endpoint):
    rule, wrong = RULES[endpoint], []
    for case in ROWS[endpoint]:
        matrix.deed(*case.first)
        for who in WHO:
            wanted = expected(matrix, who, rule, case)
            status, location = matrix.answer(who, rule, case)
            got = DOOR if status == 303 and location.startswith(DOOR) and wanted != 303 else status
            if "POST" in rule.methods and got not in (DOOR, 403, 404):
                matrix.renew()
                matrix.deed(*case.first)
            wrong += [f"{who or 'a guest'} {case.at} {case.about}: {got}, not {wanted}"] if got != wanted else []
        matrix.renew()
    assert not wrong, f"{endpoint} ({rule.rule})\n" + "\n".join(wrong)
