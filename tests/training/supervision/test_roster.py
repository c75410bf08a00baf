import datetime as dt

import pytest

from training.accounts import store
from training.accounts.person import ROLES
from training.supervision import pairs, roster, roster_file

AT = dt.datetime(2026, 11, 20, 2, 0, tzinfo=dt.UTC)
HEAD = "email,name,role,supervisor,language,zone\n"
EVERY = frozenset(ROLES)


def planned(session, text, may_give=EVERY):
    return roster.plan(session, text, may_give=may_give)


def bring_in(session, cast, text):
    plan = planned(session, text)
    assert not plan.problems
    roster.carry_out(session, cast.agnes, plan, key=b"key", at=AT)
    return plan


def test_newcomers_arrive_with_role_link_and_pair(session, cast):
    bring_in(session, cast, HEAD + "rina@example.org,Rina,facilitator,sari@example.org,en,WIT\n")
    rina = store.person_by_email(session, "rina@example.org")
    assert (rina.name, rina.roles, rina.language, rina.zone) == ("Rina", {"facilitator"}, "en", "WIT")
    assert [pair.supervisor.name for pair in pairs.pairs_with(session, rina.id)] == [cast.sari.name]
    assert session.query(store.InvitationRow).filter_by(person_id=rina.id).count() == 1


def test_a_dry_run_changes_nothing(session, cast):
    plan = planned(session, HEAD + "rina@example.org,Rina,,,,\n")
    assert [row.email for row in plan.newcomers] == ["rina@example.org"]
    assert store.person_by_email(session, "rina@example.org") is None


def test_the_same_file_again_does_nothing(session, cast):
    text = HEAD + "rina@example.org,Rina,facilitator,sari@example.org,id,WIB\nbaru@example.org,Baru,supervisor,,,\n"
    bring_in(session, cast, text)
    again = planned(session, text)
    assert (again.problems, again.newcomers, again.new_pairs) == ((), [], ())
    assert not any(row.differs for row in again.rows)


def test_what_was_exported_comes_back_as_nothing_to_do(session, cast):
    bring_in(session, cast, HEAD + '"=cmd@example.org","=HYPERLINK(""x"")",facilitator,sari@example.org,,\n'
             "budi2@example.org,'@Budi,supervisor facilitator,,,\n")
    text = roster.export(session)
    again = planned(session, "\ufeff" + text)
    assert (again.problems, again.newcomers, again.new_pairs) == ((), [], ())
    assert not any(row.differs for row in again.rows)
    assert "'=HYPERLINK" in text and "\n=" not in text and ",=" not in text


@pytest.mark.parametrize("cell", ["=1+1", "+62", "-x", "@me", "'=x", "''@", "'quoted'", "plain", "\t=x"])
def test_a_guarded_cell_comes_back_as_it_was(cell):
    assert roster_file.unguarded(roster_file.guarded(cell)) == cell
    assert roster_file.guarded(cell)[0] not in "=+-@\t"


def test_every_problem_of_every_line_is_told_at_once(session, cast):
    text = HEAD + (
        "bukan-email,Satu,facilitator,,,\nb@example.org,,facilitator,,,\nc@example.org,Tiga,raja,,,\n"
        "d@example.org,Empat,facilitator,tidak@ada.org,,\ne@example.org,Lima,facilitator,,fr,\n"
        "f@example.org,Enam,facilitator,,,UTC\ng@example.org,Tujuh,,,,\ng@example.org,Tujuh,,,,\n"
        "h@example.org,Delapan,therapist,sari@example.org,,\n"
    )
    plan = planned(session, text)
    assert [problem.line for problem in plan.problems] == [2, 3, 4, 5, 6, 7, 9, 10]
    assert type(plan.problems[3].refusal) is roster.SupervisorUnknown
    assert type(plan.problems[6].refusal) is roster.EmailTwice


def test_a_coordinator_cannot_import_an_administrator(session, cast):
    plan = planned(session, HEAD + "x@example.org,X,administrator,,,\n", EVERY - {"administrator"})
    assert [type(problem.refusal) for problem in plan.problems] == [roster.RoleNotYours]


def test_somebody_known_is_never_changed(session, cast):
    plan = bring_in(session, cast, HEAD + "ratna@example.org,Nama Lain,administrator,budi@example.org,en,WIT\n")
    assert plan.rows[0].differs
    ratna = store.person_by_email(session, "ratna@example.org")
    assert (ratna.name, ratna.roles) == ("Ratna Wulandari", {"facilitator"})
    assert len(pairs.pairs_with(session, ratna.id)) == 2


@pytest.mark.parametrize("text", [
    HEAD.replace(",", ";") + "rina@example.org;Rina;facilitator;;;\n",
    HEAD.replace(",", "\t") + "rina@example.org\tRina\n",
    "\ufeffname,email\r\nRina,rina@example.org\r\n\r\n", "Email,Name\nRINA@example.org,Rina",
])
def test_spreadsheets_write_it_differently(session, cast, text):
    assert [(row.email, row.name) for row in planned(session, text).rows] == [("rina@example.org", "Rina")]


@pytest.mark.parametrize(("text", "refusal"), [
    ("", roster_file.NotATable), ("halo\n", roster_file.NotATable), ("email,name,gaji\n", roster_file.ColumnUnknown),
    ("email,name,email\n", roster_file.ColumnUnknown), (HEAD + "x\n" * 20_001, roster_file.TooManyRows),
    (HEAD + '"' + "x" * 200_000, roster_file.NotATable),
])
def test_a_file_that_is_no_such_table_is_refused(session, cast, text, refusal):
    with pytest.raises(refusal):
        planned(session, text)


def test_two_thousand_people_come_in_at_once(session, cast):
    text = HEAD + "".join(f"o{n}@example.org,Orang {n},facilitator,sari@example.org,,\n" for n in range(2000))
    bring_in(session, cast, text)
    assert planned(session, text).newcomers == []
