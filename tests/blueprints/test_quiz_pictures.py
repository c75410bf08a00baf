"""Pictures and heavy formatting in a question, its options and its explanations."""

import re

from tests import salam
from tests.forms import choice, form_in

QUIZ = f"{salam.PATH}/quiz"
TEXT = """## Kuis

### 1. Kursi mana?

<!-- id: q-kursi -->

![Lima kursi melingkar](figures/lingkaran.svg "Gambar 1. Sebelum mulai.")

- [x] ![Kursi di dekat pintu](figures/lingkaran.svg)
  > ![Lingkaran dengan pintu](figures/lingkaran.svg) Ya, **dekat pintu**.
- [ ] Kursi di sudut
  > Belum tepat.

> Lihat lagi gambarnya.
>
> ![Lingkaran penuh](figures/lingkaran.svg)
"""


def test_pictures_stand_in_stem_option_feedback_and_explanation(session, as_person, tmp_path):
    salam.publish(session, salam.with_quiz(tmp_path, TEXT))
    session.commit()
    ratna = as_person("ratna")
    page = ratna.get(QUIZ).text
    assert page.count('src="/media/') == 2
    assert "Lima kursi melingkar" in page and "Kursi di dekat pintu" in page
    assert "Lingkaran dengan pintu" not in page and "Lingkaran penuh" not in page
    for wanted in (choice(page, "Kursi di sudut"), str(1 - int(choice(page, "Kursi di sudut")))):
        form = form_in(page, "/quiz/attempts") | {"q-q-kursi": wanted, "client_key": f"picture-{wanted}"}
        result = ratna.get(ratna.post(f"{QUIZ}/attempts", data=form).headers["Location"]).text
        assert "Lima kursi melingkar" in result and "Lingkaran penuh" in result and "Lingkaran dengan pintu" in result
        summaries = re.findall(r"<summary>.*?</summary>", result, re.DOTALL)
        assert "Gambar 1." in result and "Gambar 1." not in "".join(summaries)
