"""The terminal's doors to people: bin/sebaya people add, bin/sebaya supervision add."""

import sys

import click
from flask import Blueprint

from blueprints.web.database import db
from blueprints.web.links import invitation_url, link_key
from training.accounts import directory, invitations, passwords
from training.accounts.person import ROLES, Person
from training.core.clock import now
from training.core.database import intending
from training.core.language import N_
from training.core.refusal import NotFound
from training.signoffs import account_changes, pair_changes, role_changes

blueprint = Blueprint("people_commands", __name__, cli_group=None)


class NobodyHere(NotFound):
    sentence = N_("Tidak ada orang dengan email %(email)s di sini.")


@blueprint.cli.group("people")
def people_group():
    """Add people."""


@people_group.command("add")
@click.option("--email", required=True)
@click.option("--name", required=True)
@click.option("--role", "roles", required=True, multiple=True, type=click.Choice(ROLES))
@click.option("--language", default="id")
@click.option("--zone", default="WIB")
@click.option("--password-stdin", is_flag=True, help="read the password from the standard input")
def add(email, name, roles, language, zone, password_stdin):
    """Add a person; prints an invitation link when no password is given."""
    with intending(to_write=True):
        person = role_changes.add_person(
            db.session, email=email, name=name, roles=roles, language=language, zone=zone, at=now()
        )
        link = None
        if password_stdin:
            give_password(person, sys.stdin.readline().rstrip("\r\n"))
        else:
            link = invitations.invite(db.session, person.id, key=link_key(), at=now())
        db.session.commit()
    click.echo(f"{person.name} <{person.email}>  {' '.join(sorted(person.roles))}")
    if link:
        click.echo(invitation_url(link))


def give_password(person: Person, password: str) -> None:
    new_hash = passwords.new_hash(password, person)
    account_changes.keep_password(db.session, None, person.id, new_hash, at=now())


@blueprint.cli.group("supervision")
def supervision_group():
    """Say who supervises whom."""


@supervision_group.command("add")
@click.option("--supervisor", required=True, help="the supervisor's e-mail")
@click.option("--facilitator", required=True, help="the facilitator's e-mail")
def pair(supervisor, facilitator):
    """Pair two people from now on."""
    with intending(to_write=True):
        above, below = somebody(supervisor), somebody(facilitator)
        pair_changes.pair(db.session, None, above, below, at=now())
        db.session.commit()
    click.echo(f"{above.name} → {below.name}")


def somebody(email: str) -> Person:
    """The person with this address; refuses when there is none."""
    found = directory.by_emails(db.session, [email]).get(email.strip().casefold())
    if found is None:
        raise NobodyHere(email=email)
    return found
