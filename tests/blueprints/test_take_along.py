"""A module as a file: all of it can be read without the server, and nothing in it is anybody's."""

import base64
import hashlib
import html
import re

import pytest

from tests import salam

FILE = f"{salam.PATH}.html"


@pytest.fixture(autouse=True)
def course(session):
    salam.publish(session)
    session.commit()


@pytest.fixture
def file(as_person):
    answer = as_person("ratna").get(FILE)
    assert answer.mimetype == "text/html"
    assert re.fullmatch(r'attachment; filename="sebaya-[\w-]+\.html"', answer.headers["Content-Disposition"])
    return answer.text


def test_the_module_leads_to_it_and_guests_do_not_get_it(as_person, client):
    assert f'href="{FILE}"' in as_person("ratna").get(salam.PATH).text
    client.get(FILE, expect=303)
    as_person("ratna").get(f"{salam.PATH}-x.html", expect=404)


def test_every_lesson_is_in_it_and_every_inner_link_leads_somewhere(file):
    assert file.count("<article") == 2 and "<style>" in file
    inner, names = set(re.findall(r'href="#([^"]+)"', file)), re.findall(r' id="([^"]+)"', file)
    assert inner and inner <= set(names) and len(names) == len(set(names))


def test_nothing_of_the_server_is_left_and_pictures_are_inside(file):
    assert not re.search(r'(?:href|src)="/', file) and "<script" not in file and "<form" not in file
    assert 'src="data:image/svg+xml;base64,' in file


def test_its_own_policy_lets_in_its_look_and_nothing_that_runs(file):
    policy = html.unescape(re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', file)[1])
    sheet = re.search(r"<style>(.*?)</style>", file, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'; ")
    assert file.index("Security-Policy") < file.index("<style>") and "script-src" not in policy


def test_it_holds_no_person_and_no_key(as_person, file):
    ratna = as_person("ratna")
    ratna.post(f"{salam.PATH}/reflections/r-kata", data={"text": "Hanya untuk saya."})
    again = ratna.get(f"{FILE}?check=s-angguk&s-angguk=0").text
    assert again == file == as_person("made").get(FILE).text
    assert "Langsung bertanya lagi" in again
    assert not [one for one in ("Ratna Wulandari", "csrf", "data-whose", "Hanya untuk saya.") if one in again]
    assert "jeda memberi ruang" not in again and "Terlalu cepat" not in again
