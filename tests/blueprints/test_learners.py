"""The page of those whom a supervisor accompanies: her door to each of them."""

import pytest

from tests.published import end_supervision, publish_module, read_all
from tests.training.signoffs.asking import asked


def test_it_leads_to_everyones_evidence_and_to_what_waits(session, cast, module, as_person):
    request = asked(session, cast.made, module)
    session.commit()
    page = as_person("sari").get("/learners").text
    assert page.index("Made Artini") < page.index("Ratna Wulandari") and "Yohana" not in page
    assert f'href="/learners/{cast.ratna.id}/competencies"' in page and f'href="/signoffs/{request}"' in page
    assert "menunggu pengesahan" in page and "belum mulai" in page


def test_courses_that_nobody_began_are_left_out(session, cast, module, as_person):
    publish_module(session, "lain-1", "lain")
    read_all(session, cast.ratna, module)
    session.commit()
    page = as_person("sari").get("/learners").text
    assert page.count('scope="colgroup"') == 1 and "belum dimulai siapa pun" in page


def test_somebody_without_learners_is_told_who_makes_the_pairs(session, cast, module, as_person):
    end_supervision(session, cast.budi, cast.yohana)
    session.commit()
    assert "Koordinator yang memasangkan" in as_person("budi").get("/learners").text


def test_only_supervisors_have_it(module, as_person, client):
    client.get("/learners", expect=303)
    for other in ("ratna", "wayan", "andreas", "agnes"):
        assert "Daftar ini untuk supervisor" in as_person(other).get("/learners", expect=403).text


def test_from_a_learners_page_a_supervisor_helps_her_back_in(cast, module, as_person):
    sari, hers = as_person("sari"), f"/learners/{cast.ratna.id}/competencies"
    page = sari.get(hers).text
    assert 'href="/learners"' in page and f'href="/learners/{cast.ratna.id}/observations/new"' in page
    link = f"/learners/{cast.ratna.id}/reset-links"
    assert f'href="{link}"' in page and f'href="{hers}"' in sari.get(link).text
    assert "reset-links" not in as_person("ratna").get("/competencies").text


@pytest.mark.parametrize("path", ["/learners", "/learners/{id}/competencies", "/learners/{id}/observations",
                                  "/learners/{id}/observations/new?competency=B1", "/learners/{id}/reset-links"])
def test_her_inbox_is_the_door_that_is_lit_there(cast, module, as_person, path):
    page = as_person("sari").get(path.format(id=cast.ratna.id)).text
    assert '<a href="/signoffs" aria-current="page">' in page and page.count('aria-current="page"') == 2
