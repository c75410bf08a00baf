"""What many rules are tried on: one published module."""

import pytest

from tests.published import publish_module


@pytest.fixture
def module(session):
    return publish_module(session)
