"""One of everything that an address can name, each thing with its own "yes" and "no" people: what Ratna did and Sari
may see, what Yohana did and Sari may not, a draft of Wayan's, a group of Sari's and Ratna's."""

from sqlalchemy.orm import Session

from tests import salam
from tests.cast import AT, Cast
from tests.published import PROMPT, publish_module, release_of
from tests.training.credentials.earning import earned
from tests.training.curriculum import drafting
from tests.training.signoffs.asking import asked
from training.accounts.kept_store import KeptFormRow
from training.accounts.store import PersonRow
from training.core.clock import now
from training.curriculum import drafts
from training.curriculum.catalogue_store import find_module
from training.curriculum.store import ModuleRow
from training.partnerships import groups
from training.quizzes import attempts
from training.supervision.learner import learner
from training.supervision.store import SupervisionRow


def build(session: Session, cast: Cast) -> dict[str, object]:
    """The names of the things, with what an address says for each."""
    credential = earned(session, cast.made, cast.sari)
    salam.publish(session)
    module = publish_module(session, "pw-3", position=3)
    release = module.release_id
    open_attempt = attempts.begin(session, cast.ratna.id, release, "an attempt of Ratna", at=AT)
    form = KeptFormRow(person_id=cast.ratna.id, path="/me/profile", fields=[["name", "R"]], kept_at=now())
    session.add(form)
    things = {
        "ratna": cast.ratna.id, "yohana": cast.yohana.id, "budi": cast.budi.id, "andreas": cast.andreas.id,
        "made": cast.made.id, "agnes": cast.agnes.id, "code": credential.code, "release": release,
        "certified": _decided(session, cast), "attempt": open_attempt.id, "prompt": PROMPT,
        "waits_for_sari": asked(session, cast.ratna, module), "waits_for_budi": asked(session, cast.yohana, module),
        "sal_release": find_module(session, "salam", "sal-1").current_release_id,
        "pair": session.query(SupervisionRow.id).filter_by(facilitator_id=cast.ratna.id).scalar(),
        "newcomer": _newcomer(session),
    }
    release_of(session, session.get(ModuleRow, module.id), 2)
    return things | _draft(session, cast) | {"kept_form": form.id, "group": _group(session, cast)}


def _decided(session, cast):
    from_made = "SELECT request_id FROM ledger_entries WHERE deed = 'certified' ORDER BY seq DESC"
    return session.connection().exec_driver_sql(from_made).scalar()


def _newcomer(session):
    row = PersonRow(name="Baru Sekali", email="baru@example.org", created_at=AT)
    session.add(row)
    return row


def _draft(session, cast):
    """Wayan's draft, which waits for a review and in which one text was kept aside."""
    draft = drafting.opened(session, cast.wayan)
    drafting.typed(session, cast.wayan, draft, "\nSatu.\n")
    aside = drafting.typed(session, cast.wayan, draft, "\nDua.\n", seen=1).aside
    ready = drafting.asked(session, cast.wayan, drafts.draft(session, draft.id))
    return {"draft": draft.id, "aside": aside, "fingerprint": ready.fingerprint}


def _group(session, cast):
    group = groups.open_group(session, cast.andreas, name="Lentera", professional="Lestari", since=AT.date(),
                              client_key="a group of this test", at=AT)
    groups.add_person(session, cast.andreas, group, cast.sari.id, "supervisor", at=AT)
    groups.add_person(session, cast.andreas, group, cast.ratna.id, "facilitator", at=AT)
    return group


def thing_of(session: Session, cast: Cast, name: str):
    """What the permission table is asked about."""
    kind, _, who = name.partition(" ")
    person = getattr(cast, who, None)
    if kind == "self":
        return person
    if kind == "learner":
        return learner(session, person.id)
    if kind == "draft":
        return drafts.drafts(session)[0]
    return groups.visible_group(session, cast.andreas, groups.visible_groups(session, cast.andreas)[0].id)
