"""One line of a file's front matter changes, and no other."""

import pytest

from training.curriculum.drafts_front import with_key, with_module_listed


@pytest.mark.parametrize(("before", "key_", "value", "after"), [
    ("---\nid: a\n---\nx", "change", "editorial", "---\nid: a\nchange: editorial\n---\nx"),
    ("---\nchanges: |\n  dua\n  baris\nid: a\n---\nx", "changes", "satu", "---\nchanges: satu\nid: a\n---\nx"),
    ("---\ntitle: b\n---\n", "title", 'kata: "dua"', '---\ntitle: "kata: \\"dua\\""\n---\n'),
    ("tanpa", "title", "b", "tanpa"),
])
def test_one_line_of_front_matter_changes_and_no_other(before, key_, value, after):
    assert with_key(before, key_, value) == after


def test_a_module_is_listed_once():
    course = "---\nmodules: [a-1, a-2]\n---\n"
    assert with_module_listed(course, "a-2") == course
    assert with_module_listed(course, "a-3") == "---\nmodules: [a-1, a-2, a-3]\n---\n"
