"""Days of the calendar."""

import datetime as dt

import pytest

from training.core.clock import months_after


@pytest.mark.parametrize(("day", "months", "then"), [
    ((2026, 11, 2), 24, (2028, 11, 2)), ((2024, 2, 29), 12, (2025, 2, 28)), ((2026, 8, 31), 6, (2027, 2, 28)),
    ((2026, 12, 31), 2, (2027, 2, 28)), ((2026, 1, 31), 23, (2027, 12, 31)),
])
def test_months_end_on_a_real_day(day, months, then):
    assert months_after(dt.date(*day), months) == dt.date(*then)
