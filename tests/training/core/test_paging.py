"""Pages of a long list."""

import pytest

from training.core.paging import nearest_page, page_count


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (50, 1), (51, 2), (100, 2), (101, 3)])
def test_the_last_page_holds_what_is_left(count, pages):
    assert page_count(count, 50) == pages


@pytest.mark.parametrize(("asked", "shown"), [(-3, 1), (0, 1), (1, 1), (3, 3), (4, 3), (10**9, 3)])
def test_a_page_that_is_not_there_is_the_nearest_one(asked, shown):
    assert nearest_page(asked, 101, 50) == shown
