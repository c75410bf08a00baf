"""A long list cut into pages, counted from 1; an empty list has one."""


def page_count(count: int, size: int) -> int:
    """How many pages of `size` hold `count` things."""
    return max(1, -(-count // size))


def nearest_page(number: int, count: int, size: int) -> int:
    """The page with this number, or the nearest there is."""
    return min(max(number, 1), page_count(count, size))
