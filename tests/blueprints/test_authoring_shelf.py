"""Drafts put away through the door, and the number beside it."""


from tests.training.curriculum.drafting import LESSON, SAID

ASK = {"change": "editorial", "changes_id": SAID["id"], "changes_en": SAID["en"]}


def doors(browser):
    """The words of the navigation."""
    return browser.get("/courses").text.partition("</header>")[0]


def test_a_draft_is_put_away_and_taken_up_again(wayan, room):
    assert "Ya, sisihkan" in wayan.get(room).text
    wayan.post(f"{room}/put-aways")
    desk = wayan.get("/authoring").text
    assert "Semua teksnya tersimpan" in desk and "Ambil kembali" in desk
    closed = wayan.get(f"{room}/files/{LESSON}").text
    assert "sedang disisihkan" in closed and "<textarea" not in closed
    for page in ("review", "pictures", f"history/{LESSON}", f"preview/{LESSON}", "exchange/quiz.id.md"):
        wayan.get(f"{room}/{page}")
    late = wayan.post(f"{room}/files/{LESSON}", data={"text": "x", "seen": 1}, expect=409).text
    assert "Ambil kembali dulu" in late
    wayan.post(f"{room}/reopenings")
    assert "<textarea" in wayan.get(f"{room}/files/{LESSON}").text


def test_only_its_writers_put_it_away(wayan, room, as_person):
    dewi = as_person("dewi")
    assert "Ya, sisihkan" not in dewi.get(room).text
    assert "yang ikut menulisnya" in dewi.post(f"{room}/put-aways", expect=403).text
    as_person("ratna").post(f"{room}/put-aways", expect=403)


def test_the_number_beside_the_door_says_how_many_wait(wayan, room, as_person):
    dewi, ratna = as_person("dewi"), as_person("ratna")
    assert "(1)" not in doors(dewi)
    wayan.post(f"{room}/review-requests", data=ASK)
    assert "Naskah <span" in doors(dewi) and "(1)" in doors(dewi)
    assert "Satu naskah menunggu tinjauan Anda" in dewi.get("/").text
    assert "menunggu tinjauan Anda" not in wayan.get("/").text + ratna.get("/").text
    assert "(1)" not in doors(wayan) and "(1)" not in doors(ratna)
    wayan.post(f"{room}/put-aways")
    assert "(1)" not in doors(dewi)
