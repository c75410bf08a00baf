"""A world in which everything that entries commit to is there: people who come, change and go, pairs that begin and
end, observations, requests in every state, pictures in a release, a certificate."""

import datetime as dt
import hashlib

from tests.cast import AT
from tests.published import publish_module
from tests.training.credentials.earning import certified, course_of_two
from tests.training.signoffs.asking import asked, make_critical, more_evidence
from training.accounts import store as accounts
from training.credentials.award import award_if_complete
from training.curriculum.release_hash import content_hash
from training.curriculum.store import MediaRow, ReleaseAssetRow, ReleaseRow
from training.demo_story import ticks_for
from training.framework.read import read_framework
from training.practice.observations import Setting
from training.privacy import erase
from training.signoffs import account_changes, count, pair_changes, role_changes
from training.signoffs.ledger import Words, certify, give_back, hand, withdraw
from training.signoffs.observed import observe
from training.supervision.learner import learner

FRAMEWORK, _problems = read_framework("courses/competencies/framework.yml")
GOOD, STEP = Words("Baik.", "", "none"), Words("Hampir.", "Satu contoh.", "none")
LATER = AT + dt.timedelta(days=2)


def with_picture(session, module):
    """Let the module's release show a picture."""
    release, data = session.get(ReleaseRow, module.release_id), f"gambar {module.slug}".encode()
    sha = hashlib.sha256(data).hexdigest()
    session.add(MediaRow(sha256=sha, content_type="image/png", data=data))
    session.flush()
    session.add(ReleaseAssetRow(release_id=release.id, path="a.png", sha256=sha))
    release.content_hash = content_hash(release.source, [(f"{module.slug}/a.png", len(data), sha)])
    session.flush()


def live(session, cast) -> None:
    """Everything was counted before, so that whatever stands in no entry is found."""
    count.count(session, at=AT)
    people(session, cast)
    modules = course_of_two(session)
    for module in modules:
        with_picture(session, module)
    requests(session, cast, modules)
    award_if_complete(session, cast.ratna.id, "contoh", at=LATER)


def people(session, cast):
    """Somebody comes, one leaves and is erased, one renames herself, one gets another role; pairs and what was seen."""
    rina = role_changes.add_person(session, email="rina@example.org", name="Rina", roles={"facilitator"}, at=AT,
                                   actor=cast.agnes)
    erase(session, cast.dewi, at=AT)
    account_changes.change_profile(session, cast.made, name="Made Artini Dewi", language="id", zone="WITA", at=AT)
    account_changes.close(session, cast.agnes, cast.wayan, at=AT)
    role_changes.give_role(session, cast.agnes, cast.andreas, "facilitator", at=AT)
    for facilitator in (cast.ratna, cast.made, rina):
        pair_changes.pair(session, cast.agnes, cast.budi, facilitator, at=AT)
    ended = pair_changes.pair(session, cast.agnes, cast.sari, rina, at=AT)
    pair_changes.end(session, cast.agnes, ended, at=LATER)
    for code in ("B1", "C1"):
        given, setting = {code: ticks_for(FRAMEWORK.competency(code), 3)}, Setting("roleplay_live", AT.date())
        for person in (cast.ratna, cast.made):
            observe(session, cast.sari, learner(session, person.id), FRAMEWORK, given, setting,
                    client_key=f"seen-{code}-{person.id}", at=AT)


def requests(session, cast, modules):
    """Certified, renewed before it was decided, handed on and certified by two, withdrawn, returned, and waiting."""
    first, second = modules
    for module in modules:
        certified(session, cast.ratna, cast.sari, module)
    made = accounts.person_by_id(session, cast.made.id)
    request = asked(session, made, first)
    more_evidence(session, made, first, AT + dt.timedelta(hours=1))
    hand(session, cast.sari, request, cast.budi.id, version=2, words=Words("Mohon dilihat.", "", "none"),
         client_key="k-1", at=LATER)
    certify(session, cast.budi, request, version=2, words=GOOD, client_key="k-2", at=LATER)
    withdraw(session, cast.budi, made.id, first.id, words=Words("Keliru.", "Ulangi.", "none"), client_key="k-3",
             at=LATER)
    give_back(session, cast.sari, asked(session, made, second), version=1, words=STEP, client_key="k-4", at=LATER)
    rina, star = accounts.person_by_email(session, "rina@example.org"), publish_module(session, "pw-3", "lain")
    make_critical(session, star)
    certify(session, cast.budi, asked(session, rina, star), version=1, words=GOOD, client_key="k-5", at=LATER)
    asked(session, rina, first)
