"""What can be wrong with the words of organisation.yml: marks that nobody knows, and telephone numbers written out."""

from training.core.problem import Problem
from training.curriculum.check_texts import check_marks
from training.curriculum.organisation import source_of
from training.curriculum.shared import Shared
from training.curriculum.written import Written


def check_organisation(shared: Shared) -> list[Problem]:
    """Every such fault of the file that `shared.organisation` was read from."""
    source = source_of(shared.organisation.path)
    written = Written(None, None, "organisation", "id", source, 1)
    # The remarks at the head of the file show an author the marks themselves.
    comments = {number for number, line in enumerate(source.lines, 1) if line.lstrip().startswith("#")}
    return [one for one in check_marks(written, shared) if one.line not in comments]
