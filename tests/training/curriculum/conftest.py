"""A draft of the good course's module, as Wayan has just opened it."""

import pytest

from tests.training.curriculum.drafting import opened, publish_course


@pytest.fixture
def draft(session, cast):
    publish_course(session)
    return opened(session, cast.wayan)
