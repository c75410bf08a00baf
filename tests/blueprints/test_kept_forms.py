"""A session that ends in the middle of writing loses nothing."""

import re

import sqlalchemy as sa

from training.accounts.store import SignInRow
from training.core.clock import now


def expire_every_session(session):
    session.execute(sa.update(SignInRow).values(ended_at=now()))
    session.commit()


def test_a_form_sent_after_the_session_ended_waits_behind_the_sign_in_page(as_person, session, cast):
    ratna = as_person("ratna")
    expire_every_session(session)
    answer = ratna.post("/me/profile", data={"name": "Ratna W.", "zone": "WITA"}, expect=303)
    waiting = re.search(r"next=(/kept-forms/\d+)", answer.headers["Location"].replace("%2F", "/"))[1]
    back = {"email": "ratna@example.org", "password": "rangkul-bersama", "next": waiting}
    assert ratna.post("/sign-in", data=back).headers["Location"] == waiting
    page = ratna.get(waiting).text
    assert 'action="/me/profile' in page
    assert 'name="name" value="Ratna W."' in page


def test_nobody_else_sees_a_kept_form(as_person, session, cast):
    ratna, made = as_person("ratna"), as_person("made")
    ratna_only = sa.update(SignInRow).where(SignInRow.person_id == cast.ratna.id).values(ended_at=now())
    session.execute(ratna_only)
    session.commit()
    answer = ratna.post("/me/profile", data={"name": "Ratna W."}, expect=303)
    waiting = re.search(r"/kept-forms/\d+", answer.headers["Location"].replace("%2F", "/"))[0]
    made.get(waiting, expect=404)


def test_a_form_from_nobody_is_not_kept(client, session):
    answer = client.post("/me/profile", data={"name": "Siapa"}, expect=303)
    assert "kept-forms" not in answer.headers["Location"]
