"""Two signatures, handing on, and equal requests decided together, through the door."""

import re

import pytest

from tests.blueprints.test_signoffs import GOOD, STEP, decide
from tests.cast import AT
from tests.published import begin_supervision, publish_module
from tests.training.signoffs.asking import asked, make_critical, more_evidence, ready
from training.partnerships import groups
from training.signoffs.book import decisions_of
from training.signoffs.inbox import waiting_count

HAND = {**GOOD, "decision": "hand", "conflict": "", "message": "Ia sepupu saya.", "client_key": "h" * 12}


@pytest.fixture
def module(session, cast):
    module = publish_module(session)
    begin_supervision(session, cast.budi, cast.made)
    return module


@pytest.fixture
def critical(session, cast, module):
    make_critical(session, module)
    request = asked(session, cast.made, module)
    session.commit()
    return request


@pytest.fixture
def alike(session, cast, module):
    """Two equal requests that wait for Sari."""
    requests = [asked(session, person, module) for person in (cast.made, cast.ratna)]
    session.commit()
    return requests


def test_a_critical_module_is_signed_by_two(as_person, session, cast, critical, module):
    sari, budi = as_person("sari"), as_person("budi")
    assert "★ perlu dua tanda tangan" in sari.get("/signoffs").text
    assert "Beri tanda tangan pertama" in sari.get(f"/signoffs/{critical}").text
    decide(sari, critical, GOOD)
    assert "Tanda tangan pertama tercatat" in sari.get("/signoffs").text
    assert "Menunggu supervisor lain" in sari.get(f"/signoffs/{critical}").text
    assert "tanda tangan kedua" in budi.get("/signoffs?show=second").text
    assert "Tanda tangan pertama: Sari Kusumaningtyas" in budi.get(f"/signoffs/{critical}").text
    page = decide(sari, critical, {**GOOD, "client_key": "again" * 3}, 409).text
    assert "sudah dari Anda, Sari Kusumaningtyas" in page
    assert waiting_count(session, cast.budi.id) == 1
    assert "supervisor kedua sedang membaca" in as_person("made").get(module.path).text
    decide(budi, critical, GOOD)
    assert [one.entry.deed for one in decisions_of(session, cast.made.id)] == ["first_signed", "certified"]
    assert "Tanda tangan pertama: Sari Kusumaningtyas" in budi.get(f"/signoffs/{critical}").text


def test_a_learner_is_told_kindly_that_two_will_read(as_person, session, cast):
    module = publish_module(session, competencies=("B1", "D1"))
    plain = publish_module(session, "pw-2", position=2)
    begin_supervision(session, cast.budi, cast.made)
    ready(session, cast.made, module)
    session.commit()
    made = as_person("made")
    assert "★ Dibaca dua supervisor" in made.get(module.path).text
    assert "★" not in made.get(plain.path).text and "dua supervisor" not in made.get(f"{plain.path}/practice").text
    page = made.get(f"{module.path}/practice").text
    assert "dua supervisor membaca bukti Anda. Anda cukup mengajukan sekali." in page
    made.post(f"{module.path}/signoff-requests", data={"client_key": "k" * 12})
    sari = as_person("sari")
    [request] = re.findall(r'href="/signoffs/(\d+)"', sari.get("/signoffs").text)[:1]
    decide(sari, request, GOOD)
    assert "menunggu supervisor kedua" in made.get(f"{module.path}/practice").text
    assert "Satu tanda tangan dari dua" in made.get(module.path).text


def test_a_lone_supervisor_is_told_whom_to_ask(as_person, session, cast):
    module = publish_module(session)
    make_critical(session, module)
    request = asked(session, cast.ratna, module)
    session.commit()
    sari = as_person("sari")
    decide(sari, request, GOOD)
    assert "Minta koordinator memasangkan" in sari.get(f"/signoffs/{request}").text


def test_a_request_is_handed_on_with_a_sentence(as_person, session, cast, alike):
    sari = as_person("sari")
    page = decide(sari, alike[0], {**HAND, "to": str(cast.budi.id), "message": ""}, 422).text
    assert "Tulis satu kalimat" in page
    assert "Pilih supervisor lain" in decide(sari, alike[0], HAND, 422).text
    decide(sari, alike[0], {**HAND, "to": str(cast.budi.id)})
    assert "Diserahkan." in sari.get("/signoffs").text
    assert "Diserahkan oleh Sari Kusumaningtyas kepada Budi Hartono" in sari.get(f"/signoffs/{alike[0]}").text
    assert "sudah diserahkan kepada Budi" in decide(sari, alike[0], GOOD, 409).text
    budi = as_person("budi")
    assert "Ia sepupu saya." in budi.get(f"/signoffs/{alike[0]}").text
    assert "diserahkan oleh Sari Kusumaningtyas" in budi.get("/signoffs").text


def test_equal_requests_are_decided_together_each_with_its_entry(as_person, session, cast, module, alike):
    sari, here = as_person("sari"), f"/signoffs/alike/{module.release_id}"
    assert "2 permintaan setara untuk Mendengar dulu" in sari.get("/signoffs").text
    assert "Made Artini" in sari.get(here).text
    form = {"pick": [f"{one}:1" for one in alike], "message": "Terima kasih.", "conflict": "", "client_key": "z" * 12}
    assert "punya hubungan dekat dengan salah satunya" in sari.post(f"{here}/decisions", data=form, expect=422).text
    for _ in range(2):
        sari.post(f"{here}/decisions", data={**form, "conflict": "none"})
    assert "2 permintaan disahkan" in sari.get("/signoffs").text
    for person in (cast.made, cast.ratna):
        assert [one.entry.deed for one in decisions_of(session, person.id)] == ["certified"]
    sari.get(here, expect=404)


def test_what_changed_meanwhile_is_left_out_and_told(as_person, session, cast, module, alike):
    more_evidence(session, cast.ratna, module, AT)
    session.commit()
    sari = as_person("sari")
    form = {"pick": [*(f"{one}:1" for one in alike), "x", "9:y"], "conflict": "none", "client_key": "z" * 12}
    sari.post(f"/signoffs/alike/{module.release_id}/decisions", data=form)
    page = sari.get("/signoffs").text
    assert "Satu permintaan disahkan." in page and "Ratna Wulandari: Buktinya berubah" in page
    assert decisions_of(session, cast.ratna.id) == ()




def group_of(session, supervisor, name, *facilitators):
    group = groups.open_group(session, supervisor, name=name, professional="Lestari", since=AT.date(),
                              client_key=f"group-{name}", at=AT)
    for one in facilitators:
        groups.add_person(session, supervisor, group, one.id, "facilitator", at=AT)
    session.commit()
    return group


def test_a_group_can_be_chosen_with_its_count(as_person, session, cast, alike):
    lentera = group_of(session, cast.sari, "Lentera", cast.ratna)
    group_of(session, cast.sari, "Melati")
    sari = as_person("sari")
    page = sari.get("/signoffs").text
    assert ">Lentera 1</a>" in page and "Melati" not in page and "<p>Lentera</p>" in page
    page = sari.get(f"/signoffs?group={lentera}").text
    assert "Ratna Wulandari" in page and "Made Artini" not in page and 'aria-current="true">Lentera 1' in page
    assert "Ratna Wulandari, Lentera." in sari.get(f"/signoffs/{alike[1]}").text


@pytest.mark.parametrize("group", ["99", "x", "-1", ""])
def test_a_group_that_is_not_hers_changes_nothing(as_person, session, cast, alike, group):
    group_of(session, cast.budi, "Mawar", cast.yohana)
    page = as_person("sari").get(f"/signoffs?group={group}").text
    assert "Ratna Wulandari" in page and "Made Artini" in page and "Mawar" not in page


def test_nothing_picked_writes_nothing(as_person, session, module, alike):
    sari = as_person("sari")
    sari.post(f"/signoffs/alike/{module.release_id}/decisions", data={"conflict": "none"})
    assert "Tidak ada yang dipilih" in sari.get("/signoffs").text


def test_strangers_find_no_equal_requests(as_person, session, cast, module, alike):
    as_person("wayan").get(f"/signoffs/alike/{module.release_id}", expect=403)
    form = {"pick": [f"{alike[1]}:1"], "conflict": "none"}
    as_person("budi").post(f"/signoffs/alike/{module.release_id}/decisions", data=form)
    assert decisions_of(session, cast.ratna.id) == ()


def test_what_was_returned_is_not_among_equals(as_person, session, cast, module, alike):
    sari = as_person("sari")
    decide(sari, alike[0], STEP)
    sari.get("/signoffs")
    assert "permintaan setara" not in sari.get("/signoffs").text


def boxes(page):
    return re.findall(r'name="pick" value="([0-9:]+)"(?: checked)?>', page)


def test_equal_ones_are_ticked_in_the_inbox_and_decided_on_one_page(as_person, session, cast, module, alike):
    begin_supervision(session, cast.sari, cast.yohana)
    asked(session, cast.yohana, module)
    session.commit()
    sari = as_person("sari")
    page = sari.get("/signoffs").text
    assert len(boxes(page)) == 3 and "Pilih Made Artini, Mendengar dulu" in page
    there = sari.get(f"/signoffs/alike?pick={alike[0]}:1&pick={alike[1]}:1", expect=303).location
    page = sari.get(there).text
    assert [f"{one}:1" for one in alike] == boxes(page) and page.count(" checked>") == 2
    assert "Lihat semua yang setara" in page and "Yohana" not in page
    answer = sari.post(re.search(r'action="([^"]+decisions[^"]*)"', page)[1].replace("&amp;", "&"), data={
        "pick": boxes(page)[:1], "client_key": "z" * 12}, expect=422)
    assert "Jawab dulu" in answer.text and answer.text.count(" checked>") == 1 and "Yohana" not in answer.text
    sari.post(f"/signoffs/alike/{module.release_id}/decisions", data={
        "pick": boxes(page), "conflict": "none", "client_key": "z" * 12})
    page = sari.get("/signoffs").text
    assert "2 permintaan disahkan" in page and not boxes(page)


def test_only_what_is_equal_has_a_box(as_person, session, cast, module, alike):
    critical = publish_module(session, "pw-2", position=2)
    make_critical(session, critical)
    asked(session, cast.made, critical)
    asked(session, cast.made, publish_module(session, "pw-3", position=3))
    session.commit()
    assert boxes(as_person("sari").get("/signoffs").text) == [f"{one}:1" for one in alike]


def test_what_was_ticked_of_another_release_stays_waiting(as_person, session, cast, module, alike):
    other = publish_module(session, "pw-2", position=2)
    one = asked(session, cast.made, other)
    session.commit()
    sari = as_person("sari")
    there = sari.get(f"/signoffs/alike?pick={one}:1&pick={alike[0]}:1&pick={alike[1]}:1", expect=303).location
    assert there.startswith(f"/signoffs/alike/{module.release_id}?pick=")
    page = sari.get(there).text
    assert "satu lainnya tetap menunggu" in page and [f"{each}:1" for each in alike] == boxes(page)


@pytest.mark.parametrize("words", ["", "?pick=", "?pick=x:1", "?pick=7:", "?pick=99999999999999999999:1", "?pick=99:1"])
def test_nothing_ticked_leads_back_with_a_word(as_person, session, alike, words):
    sari = as_person("sari")
    assert sari.get(f"/signoffs/alike{words}", expect=303).location == "/signoffs"
    assert "Centang dulu" in sari.get("/signoffs").text


def test_nobody_else_may_tick_hers(as_person, session, alike):
    assert as_person("budi").get(f"/signoffs/alike?pick={alike[1]}:1", expect=303).location == "/signoffs"
