"""What the tests of several doors begin with: a published module, and the authors' room with the good course in it, two
therapists at its door, and a draft that Wayan has opened."""

import pytest

from tests.published import publish_module
from tests.training.curriculum.drafting import GOOD, publish_course


@pytest.fixture
def module(session):
    module = publish_module(session)
    session.commit()
    return module


@pytest.fixture
def course(app, session, monkeypatch):
    monkeypatch.setitem(app.config, "COURSES_DIR", GOOD)
    publish_course(session)
    session.commit()


@pytest.fixture
def wayan(course, as_person):
    return as_person("wayan")


@pytest.fixture
def dewi(course, as_person):
    return as_person("dewi")


@pytest.fixture
def room(wayan):
    """The address of Wayan's draft."""
    return wayan.post("/authoring/drafts", data={"course": "salam", "module": "sal-1"}).location
