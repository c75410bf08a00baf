"""A course whose quiz holds every kind of question, in both languages, published beside the demo world."""

import pathlib

from blueprints.web.database import db
from tests import salam
from tests.cast import AT
from tests.training.quizzes.samples import EVERY_KIND
from training.core.database import intending
from training.curriculum import releases
from training.curriculum.parse import read_courses
from training.curriculum.shared import read_shared

COURSE = "jenis"
QUIZ = f"/courses/{COURSE}/{salam.MODULE}/quiz"
HEAVY = """
### 13. Soal yang berat?

<!-- id: berat -->

- [x] Mendengar dulu
  > Ya, ini menolong.
- [ ] Memberi nasihat
  > Belum tepat.

Catatan isi: menyebut kehilangan
Baca lagi: menyapa

### 14. Soal yang lebih lembut?

<!-- id: lembut -->

- [x] Mendengar dulu
  > Ya, ini menolong.
- [ ] Memberi nasihat
  > Belum tepat.

Pengganti untuk: berat
"""


def publish(site, folder: pathlib.Path) -> None:
    """Publish it in the world of `site`, once."""
    copy = salam.with_quiz(folder, EVERY_KIND + HEAVY)
    salam.renamed(copy, COURSE)
    (course,), _problems = read_courses([copy / COURSE])
    with site.app.app_context(), intending(to_write=True):
        releases.publish(db.session, course, read_shared(copy)[0], at=AT)
        db.session.commit()
