"""THE table: who may do what, and the sentence said when the answer is no.

A permission is granted when all questions of any one of its rows are answered yes. A reviewer who does not program
can read it. What it must never do: look something up. The facts come with the thing asked about.
"""

import dataclasses
from collections.abc import Callable

from training.accounts.person import ADMINISTRATOR, COORDINATOR, FACILITATOR, ROLES, SUPERVISOR, THERAPIST, Person
from training.core.language import N_
from training.core.refusal import NotAllowed

READ_COURSES = "read_courses"
TAKE_COURSES = "take_courses"
READ_ROLE_PLAYS = "read_role_plays"
OWN_WORK = "own_work"
SEE_EVIDENCE = "see_evidence"
OBSERVE = "observe"
SEE_LEARNERS = "see_learners"
KEEP_INBOX = "keep_inbox"
SIGN_OFF = "sign_off"
WRITE_DRAFTS = "write_drafts"
PUT_DRAFT_AWAY = "put_draft_away"
REVIEW_DRAFT = "review_draft"
PUBLISH_DRAFT = "publish_draft"
SEE_PEOPLE = "see_people"
INVITE_PEOPLE = "invite_people"
GIVE_ROLES = "give_roles"
DISABLE_PEOPLE = "disable_people"
PAIR_SUPERVISION = "pair_supervision"
RESET_PASSWORD = "reset_password"  # noqa: S105
SEE_PARTNERSHIPS = "see_partnerships"
KEEP_PARTNERSHIPS = "keep_partnerships"
OWN_ACCOUNT = "own_account"
KEEP_ORGANISATION = "keep_organisation"


def is_signed_in(actor: Person, thing) -> bool:
    """Somebody is there."""
    return actor is not None


def holds(role: str) -> Callable:
    """The question whether somebody holds this role now."""
    return lambda actor, thing: actor.is_a(role)


is_facilitator, is_therapist, is_supervisor = holds(FACILITATOR), holds(THERAPIST), holds(SUPERVISOR)
is_coordinator, is_administrator = holds(COORDINATOR), holds(ADMINISTRATOR)


def is_oneself(actor: Person, thing) -> bool:
    """It is about herself; without a thing, asked in general, yes."""
    return thing is None or actor.id == thing.id


def is_somebody_else(actor: Person, thing) -> bool:
    """It is about another person; in general, yes."""
    return thing is None or actor.id != thing.id


def supervises_now(actor: Person, thing) -> bool:
    """She supervises this learner now; in general, yes."""
    return thing is None or actor.id in thing.supervised_by


def holds_no_office(actor: Person, thing) -> bool:
    """The person is neither coordinator nor administrator; in general, yes."""
    return thing is None or not thing.roles & {COORDINATOR, ADMINISTRATOR}


def is_only_a_facilitator(actor: Person, thing) -> bool:
    """The learner holds no further role; in general, yes."""
    return thing is None or thing.person.roles <= {FACILITATOR}


def did_not_write_it(actor: Person, thing) -> bool:
    """She wrote nothing of this draft; in general, yes."""
    return thing is None or actor.id not in thing.written_by


def wrote_in_it(actor: Person, thing) -> bool:
    """She wrote something of this draft; in general, yes."""
    return thing is None or actor.id in thing.written_by


def was_reviewed_by_another(actor: Person, thing) -> bool:
    """A second therapist approved this draft; in general, yes."""
    return thing is None or thing.is_approved


def belongs_to_group(actor: Person, thing) -> bool:
    """She is one of this group's people; in general, yes."""
    return thing is None or actor.id in thing.people_ids


@dataclasses.dataclass(frozen=True)
class Rule:
    """One permission: its sentence in the table of docs/permissions.md, the sentence said on "no", and its rows."""

    allows: str
    refusal: str
    rows: tuple[tuple[Callable, ...], ...]


TABLE: dict[str, Rule] = {
    READ_COURSES: Rule(
        "Anyone signed in may read every course.",
        N_("Masuk dulu untuk membaca kursus."),
        ((is_signed_in,),),
    ),
    TAKE_COURSES: Rule(
        "A facilitator may take quizzes, practise and ask for sign-off.",
        N_("Kuis, praktik, dan pengesahan adalah untuk fasilitator. Anda tetap bisa membaca semua kursus."),
        ((is_facilitator,),),
    ),
    READ_ROLE_PLAYS: Rule(
        "Facilitators, supervisors and therapists may open the role plays.",
        N_("Permainan peran adalah untuk yang belajar, yang mendampingi, dan yang menulis."),
        ((is_facilitator,), (is_supervisor,), (is_therapist,)),
    ),
    OWN_WORK: Rule(
        "People see and change their own attempts, reflections and places, and nobody else's.",
        N_("Catatan ini milik orang lain."),
        ((is_oneself,),),
    ),
    SEE_EVIDENCE: Rule(
        "A learner sees her own evidence; so does a supervisor who supervises her now.",
        N_("Bukti ini hanya untuk pemiliknya dan supervisornya saat ini."),
        ((is_oneself,), (is_supervisor, supervises_now)),
    ),
    OBSERVE: Rule(
        "A supervisor may record what she observed of somebody she supervises now, never of herself.",
        N_("Pengamatan dicatat oleh supervisor yang mendampingi orang ini saat ini."),
        ((is_supervisor, supervises_now, is_somebody_else),),
    ),
    SEE_LEARNERS: Rule(
        "A supervisor sees those she supervises now in one list.",
        N_("Daftar ini untuk supervisor, tentang orang-orang yang ia dampingi saat ini."),
        ((is_supervisor,),),
    ),
    KEEP_INBOX: Rule(
        "A supervisor keeps an inbox of requests from those she supervises now.",
        N_("Kotak masuk pengesahan adalah untuk supervisor."),
        ((is_supervisor,),),
    ),
    SIGN_OFF: Rule(
        "A supervisor may certify or return the work of somebody she supervises now, never her own.",
        N_("Pengesahan hanya oleh supervisor yang mendampingi orang ini saat ini, dan tidak untuk diri sendiri."),
        ((is_supervisor, supervises_now, is_somebody_else),),
    ),
    WRITE_DRAFTS: Rule(
        "A therapist may write drafts of courses.",
        N_("Ruang penulis adalah untuk terapis yang menulis modul."),
        ((is_therapist,),),
    ),
    PUT_DRAFT_AWAY: Rule(
        "A therapist may put away a draft that she wrote in, and take it up again.",
        N_("Naskah disisihkan dan diambil kembali oleh yang ikut menulisnya."),
        ((is_therapist, wrote_in_it),),
    ),
    REVIEW_DRAFT: Rule(
        "A therapist may review a draft that she did not write.",
        N_("Naskah ditinjau oleh terapis lain, bukan oleh penulisnya."),
        ((is_therapist, did_not_write_it),),
    ),
    PUBLISH_DRAFT: Rule(
        "A therapist may publish a draft that a second therapist has approved.",
        N_("Naskah terbit setelah disetujui terapis kedua."),
        ((is_therapist, was_reviewed_by_another),),
    ),
    SEE_PEOPLE: Rule(
        "Coordinators and administrators see the people.",
        N_("Daftar orang adalah untuk koordinator dan administrator."),
        ((is_coordinator,), (is_administrator,)),
    ),
    INVITE_PEOPLE: Rule(
        "Administrators invite anyone; coordinators anyone but coordinators and administrators.",
        N_("Undangan dibuat oleh koordinator; untuk koordinator dan administrator, hanya oleh administrator."),
        ((is_coordinator, holds_no_office), (is_administrator,)),
    ),
    GIVE_ROLES: Rule(
        "An administrator gives and takes away roles of others, never her own.",
        N_("Peran diatur oleh administrator, dan tidak untuk diri sendiri."),
        ((is_administrator, is_somebody_else),),
    ),
    DISABLE_PEOPLE: Rule(
        "An administrator may close and reopen the account of somebody else.",
        N_("Akun ditutup dan dibuka oleh administrator, dan tidak untuk diri sendiri."),
        ((is_administrator, is_somebody_else),),
    ),
    PAIR_SUPERVISION: Rule(
        "Coordinators and administrators say who supervises whom.",
        N_("Pasangan supervisi diatur oleh koordinator atau administrator."),
        ((is_coordinator,), (is_administrator,)),
    ),
    RESET_PASSWORD: Rule(
        "An administrator, or a supervisor for somebody she supervises now who holds no further role, may make a "
        "link for a new password.",
        N_("Tautan kata sandi baru dibuat oleh administrator atau supervisor orang itu."),
        (
            (is_administrator, is_somebody_else),
            (is_supervisor, supervises_now, is_somebody_else, is_only_a_facilitator),
        ),
    ),
    SEE_PARTNERSHIPS: Rule(
        "Coordinators see every group in partnership; supervisors and facilitators those they belong to.",
        N_("Halaman kelompok adalah untuk orang-orang yang terlibat di dalamnya."),
        ((is_coordinator,), (is_supervisor, belongs_to_group), (is_facilitator, belongs_to_group)),
    ),
    KEEP_PARTNERSHIPS: Rule(
        "Coordinators, and a supervisor of the group, write its assessment, plan, support and evaluation.",
        N_("Catatan kemitraan ditulis oleh koordinator atau supervisor kelompok."),
        ((is_coordinator,), (is_supervisor, belongs_to_group)),
    ),
    OWN_ACCOUNT: Rule(
        "Anyone signed in keeps their own account.",
        N_("Masuk dulu untuk membuka akun Anda."),
        ((is_signed_in,),),
    ),
    KEEP_ORGANISATION: Rule(
        "An administrator chooses the organisation's own texts and enters what a professional made of them.",
        N_("Teks organisasi diatur oleh administrator bersama profesional organisasi Anda."),
        ((is_administrator,),),
    ),
}


def may(actor: Person | None, permission: str, thing=None) -> bool:
    """Whether `actor` may do `permission` to `thing`. Nobody (None) may do nothing. Without a thing the answer is
    about the kind of person: may she ever?"""
    if actor is None:
        return False
    return any(all(question(actor, thing) for question in row) for row in TABLE[permission].rows)


def insist(actor: Person | None, permission: str, thing=None) -> None:
    """Raise NotAllowed with the table's sentence unless `actor` may."""
    if not may(actor, permission, thing):
        raise NotAllowed(TABLE[permission].refusal)


def roles_to_give(actor: Person | None) -> tuple[str, ...]:
    """The roles that `actor` may invite somebody into."""
    return tuple(role for role in ROLES if may(actor, INVITE_PEOPLE, Person(0, "", roles=frozenset({role}))))
