import io

import pytest

from training.accounts import store

FILE = "email,name,role,supervisor,language,zone\nrina@example.org,Rina,facilitator,sari@example.org,id,WIT\n"


def count(session):
    number = session.query(store.PersonRow).count()
    session.rollback()
    return number


def test_a_dry_run_then_the_import(as_person, session):
    andreas, before = as_person("andreas"), count(session)
    page = andreas.post("/people/roster/previews", data={"file": (io.BytesIO(FILE.encode()), "orang.csv")}, expect=200)
    assert "Satu orang baru" in page.text and "Ditambahkan" in page.text
    assert count(session) == before
    andreas.post("/people/roster", data={"roster": FILE})
    assert count(session) == before + 1
    assert "/invitations/" in andreas.get("/people/links.csv").text


def test_one_bad_row_stops_them_all(as_person, session):
    andreas, before = as_person("andreas"), count(session)
    bad = FILE + "bukan-email,Dua,,,,\n"
    for address in ("/people/roster/previews", "/people/roster"):
        page = andreas.post(address, data={"roster": bad}, expect=422)
        assert "Baris 3" in page.text and "rina@example.org" in page.text
    assert count(session) == before


def test_importing_again_changes_nothing(as_person, session):
    andreas = as_person("andreas")
    andreas.post("/people/roster", data={"roster": FILE})
    before = count(session)
    andreas.post("/people/roster", data={"roster": FILE})
    assert count(session) == before
    assert "Tidak ada yang berubah" in andreas.get("/people").text


def test_what_goes_out_comes_in_as_nothing_to_do(as_person):
    agnes = as_person("agnes")
    out = agnes.get("/people/roster.csv")
    assert out.headers["Content-Disposition"] == 'attachment; filename="daftar.csv"'
    page = agnes.post("/people/roster/previews", data={"file": (io.BytesIO(out.data), "x.csv")}, expect=200)
    assert "0 orang baru" in page.text and "tidak diubah" not in page.text


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00", b"PK\x03\x04\x00", b"", b"halo", b"email,name\n\xe9@x.org,\xe9"])
def test_a_file_that_is_no_table_gets_its_sentence(as_person, raw):
    page = as_person("andreas").post(
        "/people/roster/previews", data={"file": (io.BytesIO(raw), "x.csv")}, expect=422)
    assert "notice--look" in page.text


def test_a_file_too_large_is_refused(as_person):
    as_person("andreas").post(
        "/people/roster/previews", data={"file": (io.BytesIO(b"x" * 7_000_000), "x.csv")}, expect=413)


def test_a_coordinator_imports_no_administrator(as_person):
    text = "email,name,role\nx@example.org,X,administrator\n"
    assert "hanya bisa diberikan oleh administrator" in as_person("andreas").post(
        "/people/roster", data={"roster": text}, expect=422).text
    as_person("agnes").post("/people/roster", data={"roster": text})
