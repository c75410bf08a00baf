"""Thirty deaths of the whole server on each database; bin/drill does the long run."""

import pytest

from tests.conftest import DATABASES, SERVER
from tests.drill import kills


@pytest.fixture(params=DATABASES)
def url(request, tmp_path):
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/sebaya.sqlite3"
    else:
        with kills.database(SERVER) as url:
            yield url


def test_nothing_acknowledged_is_lost_or_doubled_when_the_server_is_killed(url, tmp_path):
    tally = kills.drill(tmp_path, url, 30)
    assert (tally.kills, tally.lost, tally.doubled) == (30, 0, 0) and tally.acknowledged >= 10
