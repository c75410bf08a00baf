"""Rendered HTML made safe to store and serve: first bleach, then nh3, both from the one table in `policy.py`. It runs
after Markdown, never before, and sanitising its own output changes nothing."""

import threading

import bleach
import nh3

from training.curriculum import policy

_ATTRIBUTES = {tag: set(names | policy.COMMON) for tag, names in policy.TAGS.items()}
_PASSES = 4
_own = threading.local()


def sanitise(html: str) -> str:
    """`html` with everything outside the policy taken away. Text stays, the tags around it go; scripts and styles go
    with what is in them. The two walls parse alike, so one pass settles it; should the second ever change its own
    output, both are passed again."""
    for _ in range(_PASSES):
        once = _cleaner().clean(html)
        html = _second_wall.clean(once)
        if html == once or _second_wall.clean(html) == html:
            break
    return html


def _cleaner() -> bleach.Cleaner:
    """bleach's cleaner is not safe to share between threads."""
    if not hasattr(_own, "cleaner"):
        _own.cleaner = bleach.Cleaner(
            tags=set(policy.TAGS),
            attributes=policy.allows,
            protocols=set(policy.SCHEMES),
            strip=True,
            strip_comments=True,
        )
    return _own.cleaner


def _filter(tag, name, value):
    return value if policy.allows(tag, name, value) else None


_second_wall = nh3.Cleaner(
    tags=set(policy.TAGS),
    attributes=_ATTRIBUTES,
    attribute_filter=_filter,
    link_rel=None,
    url_schemes=set(policy.SCHEMES),
    strip_comments=True,
    clean_content_tags={"script", "style"},
)
