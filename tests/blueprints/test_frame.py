"""What every answer keeps to, whatever the page: headers, static files, addresses, the sentence on a refusal."""

import datetime as dt
import re

import pytest
import time_machine

from blueprints.web import contacts
from blueprints.web.addresses import own_path
from blueprints.web.settings import database_url
from blueprints.web.whose import mark_of

ANSWERS = ["/", "/sign-in", "/tidak-ada", "/healthz", "/verify", "/safety", "/static/none.css"]


@pytest.mark.parametrize("path", ANSWERS)
def test_every_answer_is_dressed(client, path):
    headers = client.get(path, expect=False).headers
    policy = headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_private_pages_are_not_kept(as_person):
    assert as_person("ratna").get("/me").headers["Cache-Control"] == "no-store"


def test_static_files_have_hashed_names_and_stay_a_year(app, client):
    url = app.extensions["shelf"].urls["css/learner.css"]
    answer = client.get(url)
    assert "max-age=31536000, immutable" in answer.headers["Cache-Control"]
    assert "@import" not in answer.text
    client.get("/static/css/learner.css", expect=404)
    client.get("/static/../app.py", expect=404)


def test_no_page_names_another_host(client):
    page = client.get("/").text
    for attribute in ('src="http', 'href="http://', "url(http"):
        assert attribute not in page


@pytest.mark.parametrize(("days", "is_told"), [(90, False), (91, True)])
def test_numbers_unchecked_for_ninety_days_carry_a_warning_on_every_page(app, client, days, is_told):
    with app.app_context():
        oldest = min(one.last_checked for one in contacts.directory().by_key.values())
    day = dt.datetime.combine(oldest + dt.timedelta(days=days), dt.time(5), dt.UTC)
    with time_machine.travel(day, tick=False):
        for path in ("/", "/sign-in", "/safety"):
            assert ("sudah lama tidak kami periksa" in client.get(path).text) == is_told


def test_the_wrong_method_is_told_which_is_right(client):
    answer = client.get("/sign-out", expect=405)
    assert "POST" in answer.headers["Allow"]


def test_too_large_a_form_is_refused_with_a_sentence(client):
    answer = client.post("/sign-in", data={"email": "x" * (7 * 1024 * 1024)}, expect=413)
    assert "6 MB" in answer.text


def test_an_accident_tells_nothing_of_the_inside(app, client, monkeypatch):
    def break_down(*args, **kwargs):
        raise RuntimeError("secret words")

    monkeypatch.setitem(app.view_functions, "home.safety", break_down)
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    answer = client.get("/safety", expect=500)
    assert "secret words" not in answer.text
    assert "kesalahan kami" in answer.text


@pytest.mark.parametrize("tried", [
    "//evil.example", "/\\evil.example", "https://evil.example/", "http:evil.example", "javascript:alert(1)", "\t//x.y",
    "/%0d%0aSet-Cookie:x", "///x.y", "/\r\nX: y", " /me", "evil.example", "", None, "/a\x00b",
])
def test_nobody_is_sent_elsewhere(app, tried):
    with app.test_request_context("/"):
        went = own_path(tried)
        assert went.startswith("/") and not went.startswith(("//", "/\\"))
        assert not set(went) & {"\r", "\n", "\x00", "\\"}


@pytest.mark.parametrize("address", ["/courses/salam?page=2", "/me"])
def test_own_addresses_are_followed(app, address):
    with app.test_request_context("/"):
        assert own_path(address) == address


@pytest.mark.parametrize(("given", "used"), [
    ("postgres://u@h/d", "postgresql+psycopg://u@h/d"), ("postgresql://u@h/d", "postgresql+psycopg://u@h/d"),
    ("sqlite:////tmp/x", "sqlite:////tmp/x"),
])
def test_database_addresses_are_read_as_people_write_them(tmp_path, given, used):
    assert database_url(given, tmp_path) == used


def test_without_an_address_the_database_is_a_file_in_the_data_folder(tmp_path):
    assert database_url("", tmp_path) == f"sqlite:///{tmp_path / 'sebaya.sqlite3'}"


def test_the_house_stands(client):
    assert client.get("/healthz").text == "ok"


def test_a_refused_form_leads_back_to_where_it_was(as_person):
    ratna = as_person("ratna")
    page = ratna.post("/people", data={}, expect=403, headers={"Referer": "http://localhost/courses"}).text
    assert 'href="/courses">Kembali ke halaman tadi' in page


@pytest.mark.parametrize(("who", "path", "status"), [("ratna", "/tidak-ada", 404), ("ratna", "/signoffs", 403)])
def test_a_no_keeps_the_ways_on_for_who_is_signed_in(as_person, who, path, status):
    page = as_person(who).get(path, expect=status).text
    assert '<nav class="tabs' in page and 'class="tabbed"' in page


def test_a_no_to_a_stranger_offers_no_doors(client):
    assert '<nav class="tabs' not in client.get("/tidak-ada", expect=404).text


def test_the_mark_of_an_account_tells_it_apart_and_nothing_else(app, as_person, cast):
    ratna, again, made = (re.search(r'data-whose="(\w+)"', as_person(who).get("/me").text)[1]
                          for who in ("ratna", "ratna", "made"))
    assert ratna == again != made and len(ratna) == 16
    assert mark_of("another secret", cast.ratna.id) != ratna == mark_of(app.secret_key, cast.ratna.id)
