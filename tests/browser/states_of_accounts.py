"""States of coming in, of one's account, of people and of the site itself."""

import io
import re

from tests.browser.states import forms, state
from training.accounts.store import InvitationRow, sign_ins
from training.core.clock import now

LINK = re.compile(r"/invitations/[\w-]+")
SURE = {"password": "hujan-kopi-sepeda-biru"}

forms(
    ("sign_in_did_not_match", "", "/sign-in", {"email": "ratna@example.org", "password": "x"}, 422),
    ("profile_incomplete", "ratna", "/me/profile", {"name": "", "language": "id", "zone": "WITA"}, 422),
    ("password_wrong", "made", "/me/password", {"present": "x", "password": "hujan-kopi-sepeda"}, 422),
    ("password_short", "made", "/me/password", {"present": "rangkul-bersama", "password": "x"}, 422),
    ("erasure_refused", "made", "/me/erasures", {"present": "x"}, 422),
    ("profile_saved", "budi", "/me/profile", {"name": "Budi Hartono", "language": "id", "zone": "WIT"}, 200),
    ("person_incomplete", "admin", "/people", {"email": "bukan-email", "name": "Rina Pasaribu", "role": "facilitator",
                                               "language": "id", "zone": "WITA"}, 422),
    ("person_known", "andreas", "/people", {"email": "ratna@example.org", "name": "Rina Pasaribu", "zone": "WIB",
                                            "role": "facilitator", "language": "id"}, 409),
    ("roster_incomplete", "admin", "/people/roster/previews",
     {"roster": "name,email,role\nRina,rina@contoh.org,kepala\nTanpa,bukan-email,facilitator"}, 422),
    ("roster_without_heading", "admin", "/people/roster/previews", {"roster": "Rina;Pasaribu"}, 422),
    ("roster_ready", "admin", "/people/roster/previews",
     {"roster": "email,name\nrina@contoh.org,Rina Pasaribu\nratna@example.org,Ratna Wulandari"}, 200),
    ("roster_brought_in", "admin", "/people/roster", {"roster": "email,name\ntono@contoh.org,Tono Pasaribu"}, 200),
    ("too_much_typed", "ratna", "/me/profile", {"name": "Ratna" * 100, "language": "id", "zone": "WIB"}, 422),
    ("text_of_organisation_unsigned", "admin", "/organisation/texts/batas-kerahasiaan/versions",
     {"id": "Cerita tinggal di sini.", "en": "Stories stay here.", "professional": ""}, 422),
    ("text_of_organisation_in_one_language", "admin", "/organisation/texts/siapa-melapor/versions",
     {"id": "Bicara dengan supervisor.", "en": "", "professional": "Sari, psikolog"}, 422),
    ("text_of_organisation_saved", "admin", "/organisation/texts/siapa-melapor/versions",
     {"id": "Bicara dengan supervisor.", "en": "Talk to your supervisor.", "professional": "Sari, psikolog"}, 200),
)


@state(429)
def sign_in_too_often(world):
    for _ in range(11):
        answer = world.guest.send("/sign-in", email="siapa@example.org", password="x")
    return answer


@state(page="invitations.show")
def invitation(world):
    return world.guest.get(invite(world))


@state(422)
def invitation_with_a_short_password(world):
    return world.guest.send(invite(world), password="pendek")


@state()
def first_page_after_an_invitation(world):
    guest = type(world.guest)(world.app, "", world.language)
    return guest.send(invite(world), SURE)


@state(409)
def invitation_used(world):
    link = invite(world)
    type(world.guest)(world.app, "", world.language).send(link, SURE)
    return world.guest.get(link)


@state(409)
def invitation_expired_and_asked_again(world):
    link = invite(world)
    world.do(lambda session: session.query(InvitationRow).update({"expires_at": now()}))
    return world.guest.send(f"{link}/requests")


@state(404)
def invitation_unknown(world):
    return world.guest.get("/invitations/tidak-ada")


def invite(world) -> str:
    """The link of a new person, made by Agnes."""
    page = world.admin.send("/people", email=f"undangan{next(world.numbers)}@example.org", name="Lestari Widodo",
                            role="facilitator", language=world.language, zone="WIB").text
    return LINK.search(page)[0]


@state()
def person_added(world):
    return world.admin.send("/people", email=f"orang{next(world.numbers)}@example.org", name="Lestari Widodo",
                            role="facilitator", language="id", zone="WIB")


@state()
def person_closed(world):
    return world.admin.send(f"/people/{world.id_of(world.site.newcomer())}/closures")


@state()
def role_given(world):
    return world.admin.send(f"/people/{world.id_of(world.site.newcomer())}/roles", role="supervisor")


@state(422)
def paired_with_nobody_fitting(world):
    return world.admin.send(f"/people/{world.id_of(world.site.newcomer())}/supervisions",
                            supervisor=str(world.id_of("wayan")))


@state()
def nobody_found(world):
    return world.admin.get("/people?q=zzzzzz")


@state()
def reset_link_to_make(world):
    return world.sari.get(f"/learners/{world.id_of(world.site.newcomer())}/reset-links")


@state(page="reset_links.show")
def reset_link_made(world):
    return world.sari.send(f"/learners/{world.id_of(world.site.newcomer())}/reset-links")


@state()
def reset_link_opened(world):
    page = world.sari.send(f"/learners/{world.id_of(world.site.newcomer())}/reset-links").text
    return world.guest.get(LINK.search(page)[0])


@state(page="kept_forms.show")
def form_kept_after_the_session_ended(world):
    email = world.site.newcomer()
    late = type(world.guest)(world.app, email, world.language)
    world.do(lambda session: session.execute(sign_ins.update().where(
        sign_ins.c.person_id == world.id_of(email)).values(ended_at=now())))
    door = late.send("/me/profile", name="Lestari W.", language="id", zone="WITA")
    waiting = re.search(r'name="next" value="([^"]+)"', door.text)[1]
    return late.send("/sign-in", email=email, password="rangkul-bersama", next=waiting)


@state()
def sign_in_asked_before_a_page(world):
    return type(world.guest)(world.app, "", world.language).browser.get("/me", follow_redirects=True)


@state(404)
def certificate_unknown(world):
    return world.guest.get("/verify?code=AAAA-1111")


@state()
def certificate_name_chosen(world):
    code = re.search(r'href="(/credentials/[\w-]+)"', world.made.get("/credentials").text)[1]
    return world.made.send(f"{code}/name-choices", name_shown="full")


@state()
def nothing_certified_yet(world):
    return world.newcomer().get("/credentials")


@state()
def nothing_on_the_map_yet(world):
    return world.newcomer().get("/competencies")


@state()
def home_of_a_newcomer(world):
    return world.newcomer().get("/")


@state(403)
def not_for_this_role(world):
    return world.ratna.get("/people")


@state(404)
def not_found(world):
    return world.guest.get("/tidak-ada")


@state(404)
def not_found_inside(world):
    return world.ratna.get("/courses/tidak-ada/sama-sekali")


@state(405)
def another_way(world):
    return world.ratna.get("/sign-out")


@state(400)
def form_open_too_long(world):
    return world.ratna.browser.post("/me/profile", data={"name": "Ratna"}, headers={"Referer": "http://localhost/me"})


@state(413)
def too_large(world):
    return world.wayan.browser.post("/authoring/2/pictures", data={"picture": (io.BytesIO(b"x" * 7_000_000), "a.png")})


@state(500)
def something_of_ours_broke(world):
    kept = world.app.view_functions["glossary.every"]
    world.app.logger.disabled, world.app.view_functions["glossary.every"] = True, broken
    try:
        return world.ratna.get("/glossary")
    finally:
        world.app.logger.disabled, world.app.view_functions["glossary.every"] = False, kept


def broken():
    raise ZeroDivisionError


broken.needs = "anyone"
