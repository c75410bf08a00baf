"""Several browsers in one file at the very same moment."""

import threading

from tests.training.curriculum.drafting import LESSON
from training.curriculum import drafts, drafts_saving

FIVE = 5


def at_once(app, browser, path, forms):
    """Send these forms as one person, as close together as threads come; the statuses."""
    cookie = browser.get_cookie("sebaya").value
    start, answers = threading.Barrier(len(forms)), []

    def send(form):
        window = app.test_client()
        window.set_cookie("sebaya", cookie)
        start.wait()
        answers.append(window.post(path, data=form, expect=False, check=False).status_code)

    threads = [threading.Thread(target=send, args=(form,)) for form in forms]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def saves(session, draft_id=1):
    session.rollback()
    return [save for save, _who in drafts_saving.history(session, drafts.draft(session, draft_id), LESSON)]


def test_the_same_save_five_times_is_one(app, wayan, room, session):
    form = {"text": "Satu kali.", "seen": 1, "client_key": "form-number-1"}
    assert at_once(app, wayan, f"{room}/files/{LESSON}", [form] * FIVE) == [303] * FIVE
    assert [(save.version, save.text) for save in saves(session)[:-1]] == [(2, "Satu kali.\n")]


def test_five_windows_keep_five_texts(app, wayan, room, session):
    forms = [{"text": f"Jendela {number}.", "seen": 1, "client_key": f"form-number-{number}"} for number in range(FIVE)]
    assert at_once(app, wayan, f"{room}/files/{LESSON}", forms) == [303] * FIVE
    kept = saves(session)[:-1]
    assert sorted(save.text for save in kept) == [f"Jendela {number}.\n" for number in range(FIVE)]
    assert sorted(save.version or 0 for save in kept) == [0, 0, 0, 0, 2]


def test_opening_five_times_opens_one(app, wayan, room, session):
    form = {"course": "salam", "module": "sal-1", "client_key": "form-number-9"}
    assert at_once(app, wayan, "/authoring/drafts", [form] * FIVE) == [303] * FIVE
    session.rollback()
    assert len(drafts.drafts(session)) == 2


def test_publishing_five_times_makes_one_release(app, wayan, dewi, room, session):
    ask = {"change": "editorial", "changes_id": "Contoh.", "changes_en": "Example."}
    wayan.post(f"{room}/review-requests", data=ask)
    fingerprint = drafts.draft(session, 1).fingerprint
    dewi.post(f"{room}/reviews", data={"verdict": "approve", "fingerprint": fingerprint})
    answers = at_once(app, wayan, f"{room}/publications", [{}] * FIVE)
    assert sorted(answers) == [303, 409, 409, 409, 409]
