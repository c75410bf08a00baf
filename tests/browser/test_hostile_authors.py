"""Nothing that an author writes runs in anybody's browser: neither behind the sanitiser alone nor behind the
Content-Security-Policy alone. Without both most of it runs, so these tests can fail."""

import pytest

from tests.browser.hostile_visit import visiting
from tests.browser.hostile_world import LEARNER, RAW, SAFE, HostileWorld

AT_LEAST, MOST_OF_IT = 300, 200


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    world = HostileWorld(tmp_path_factory.mktemp("hostile"))
    world.write_courses()
    yield world
    world.close()


@pytest.fixture(scope="module")
def without_walls(chromium, world):
    """What runs with neither sanitiser nor policy."""
    with world.without_escaping(), visiting(chromium, world.url, LEARNER, has_policy=False) as visit:
        visit.look(one for one in world.pages_of_course(RAW) if one.endswith("/isi"))
    return visit


@pytest.mark.browser
def test_without_both_walls_most_payloads_run(world, without_walls):
    assert len(world.payloads) >= AT_LEAST
    assert len(without_walls.numbers) >= MOST_OF_IT, sorted(without_walls.numbers)


@pytest.mark.browser
def test_behind_the_policy_alone_none_runs(chromium, world, without_walls, tmp_path):
    with world.without_escaping(), visiting(chromium, world.url, LEARNER, has_policy=True) as visit:
        visit.look(world.pages_of_course(RAW))
        visit.look_at_files(world.files_of_course(RAW), tmp_path)
    assert not visit.ran and visit.fired > 0.9 * without_walls.fired and not visit.moved


@pytest.mark.browser
def test_behind_the_sanitiser_alone_none_runs(chromium, world, tmp_path):
    with visiting(chromium, world.url, LEARNER, has_policy=False) as visit:
        visit.look(world.pages_of_course(SAFE))
        visit.look_at_files(world.files_of_course(SAFE), tmp_path)
    assert visit.fired > 500 * len(world.payloads)
    assert not visit.ran and not visit.left and not visit.reckoned and not visit.moved
