"""Groups in partnership through the door."""

import pytest

from tests.cast import AT
from tests.published import publish_module
from tests.training.credentials.earning import certified
from training import demo_partnership
from training.partnerships import evaluation, groups, profile

PROFILE = {"strengths": "Saling menjemput", "needs": "Jalur rujukan", "size": "6-8"}
FORMS = ("assessments", "plans", "support", "pulses", "people")


@pytest.fixture
def andreas(as_person):
    return as_person("andreas")


@pytest.fixture
def home(andreas, session, cast):
    """The address of a group that Sari and Ratna work with."""
    new = {"name": "Lentera", "professional": "Lestari", "since": "2026-01-05"}
    address = andreas.post("/partnerships", data=new).location
    for part, person in (("supervisor", cast.sari), ("facilitator", cast.ratna)):
        andreas.post(f"{address}/people", data={"who": f"{part}-{person.id}"})
    return address


def kept(session, home, kind=profile.KIND):
    session.rollback()
    group_id = int(home.rpartition("/")[2])
    return [one for one in groups.records(session, [group_id])[group_id] if one.kind == kind]


def test_a_group_needs_a_name_and_a_professional(andreas):
    assert "Belum ada kelompok" in andreas.get("/partnerships").text
    page = andreas.post("/partnerships", data={"professional": "Lestari"}, expect=422).text
    assert "nama yang netral" in page and "Lestari" in page
    andreas.post("/partnerships", data={"name": "Lentera"}, expect=422)


def test_the_page_shows_five_steps(andreas, home):
    page = andreas.get(home).text
    assert "Penilaian awal: sedang berjalan" in page and "Ratna Wulandari" in page
    assert "Lentera" in andreas.get("/partnerships").text


def test_what_one_person_is_certified_in_is_told_to_her_and_her_supervisor_only(as_person, home, session, cast):
    andreas = as_person("andreas")
    andreas.post(f"{home}/people", data={"who": f"facilitator-{cast.yohana.id}"})
    certified(session, cast.ratna, cast.sari, publish_module(session))
    session.commit()
    for key in ("sari", "ratna"):
        assert "1 dari 1 modul disahkan" in as_person(key).get(home).text
    for key in ("andreas", "yohana"):
        page = as_person(key).get(home).text
        assert "modul disahkan" not in page and "hanya tampak bagi dirinya dan supervisornya" in page
        assert "Pelatihan fasilitator: sedang berjalan" in page
    assert "modul disahkan" not in andreas.get("/partnerships").text


def test_who_works_with_it_sees_it_and_a_stranger_finds_nothing(as_person, home, client):
    for key in ("sari", "ratna"):
        assert "Lentera" in as_person(key).get(home).text
    for key in ("budi", "yohana", "made"):
        stranger = as_person(key)
        stranger.get(home, expect=404)
        assert "Lentera" not in stranger.get("/partnerships").text
    as_person("budi").get(f"{home}/plans/new", expect=404)
    as_person("budi").post(f"{home}/assessments", data=PROFILE, expect=404)
    for key in ("wayan", "agnes"):
        as_person(key).get(home, expect=403)
    assert client.get(home, expect=303).location.startswith("/sign-in")


def test_a_facilitator_reads_and_does_not_write(as_person, home):
    ratna = as_person("ratna")
    assert "Mulai penilaian" not in ratna.get(home).text
    for name in FORMS:
        ratna.get(f"{home}/{name}/new", expect=403)
        ratna.post(f"{home}/{name}", expect=403)


@pytest.mark.parametrize("name", FORMS)
def test_every_form_opens_and_an_empty_one_comes_back(andreas, home, name):
    andreas.get(f"{home}/{name}/new")
    andreas.post(f"{home}/{name}", data={}, expect=422)


def test_a_profile_is_kept_once(andreas, home, session):
    for _ in range(2):
        andreas.post(f"{home}/assessments", data={**PROFILE, "client_key": "k" * 12})
    assert len(kept(session, home)) == 1
    page = andreas.get(home).text
    assert "Saling menjemput" in page and " 6 sampai 8 orang" in page
    assert "Saling menjemput" in andreas.get(f"{home}/assessments/new").text


def test_what_looks_like_a_person_is_shown_before_it_is_kept(andreas, home, session):
    data = {**PROFILE, "safety": "Hubungi 0812 3456 7890 bila perlu"}
    page = andreas.post(f"{home}/assessments", data=data, expect=422).text
    assert "tampak seperti data seseorang" in page and "0812 3456 7890" in page and "Saling menjemput" in page
    assert kept(session, home) == []
    andreas.post(f"{home}/assessments", data={**data, "checked": "1"})
    assert len(kept(session, home)) == 1


def test_a_plan_and_a_talk_are_shown(andreas, home):
    goals = {"what-1": "Perjanjian rujukan", "who-1": "Andreas", "state-1": "done", "what-2": "Latihan",
             "who-2": "Sari"}
    andreas.post(f"{home}/plans", data={**goals, "review_on": "2999-01-01"})
    andreas.post(f"{home}/support", data={"held_on": "2026-01-02", "form": "supervision", "action": "Tiga napas."})
    page = andreas.get(home).text
    assert "Perjanjian rujukan" in page and "Tiga napas." in page and "1 Januari 2999" in page
    assert "Perjanjian rujukan" in andreas.get(f"{home}/plans/new").text


def test_fewer_than_ten_cards_show_nothing(andreas, home, session):
    def send(count):
        andreas.post(f"{home}/pulses", data={"cards": count} | {f"{name}-yes": count for name in evaluation.QUESTIONS})

    send(9)
    assert "Hasilnya tampil setelah ada sepuluh" in andreas.get(home).text
    send(8)
    page = andreas.get(home).text
    assert "Jawaban dari 17 kartu" in page and ">17<" in page
    andreas.post(f"{home}/pulses", data={"cards": "banyak"}, expect=422)


def test_somebody_who_stops_loses_the_page(andreas, as_person, home, cast):
    andreas.post(f"{home}/people-ends", data={"person": cast.ratna.id})
    as_person("ratna").get(home, expect=404)
    sari = as_person("sari")
    assert sari.post(f"{home}/people-ends", data={"person": cast.sari.id}).location == "/partnerships"


def test_the_demo_group_is_in_the_middle(session, cast, andreas):
    from_demo = {key: getattr(cast, key) for key in ("andreas", "sari", "ratna", "made")}
    demo_partnership.tell_partnership(session, from_demo, AT)
    session.commit()
    group = groups.visible_groups(session, cast.andreas)[0]
    page = andreas.get(f"/partnerships/{group.id}").text
    assert "Kelompok Lentera" in page and "Jawaban dari 13 kartu" in page
