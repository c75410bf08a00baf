"""The terminal's door to the ledger: bin/sebaya ledger."""

import contextlib
import pathlib
import sys

import click
from flask import Blueprint
from flask_babel import force_locale
from flask_babel import gettext as _

from blueprints.web.database import db
from training.core.clock import now
from training.core.database import intending, snapshot
from training.core.signing_key import all_keys, hex_of
from training.credentials import cross_check as certificates
from training.signoffs import book, chain, cross_check, expiry, export, key_change
from training.signoffs.witness import NotAWitness, Witness, read_witness, witness_of

blueprint = Blueprint("ledger_commands", __name__, cli_group=None)

REASONS = {**chain.REASONS, **cross_check.REASONS, **certificates.REASONS}


@contextlib.contextmanager
def looking():
    """The ledger as it is at one moment, while a server goes on writing: it neither waits nor is kept waiting."""
    db.session.rollback()
    with intending(to_write=False):
        snapshot(db.session)
        yield
        db.session.rollback()


class WitnessWord(click.ParamType):
    """SEQ:HASH or SEQ:HASH:SIGNATURE, as `ledger head` prints it and certificates show it."""

    name = "SEQ:HASH[:SIGNATURE]"

    def convert(self, value, param, ctx) -> Witness:
        try:
            return read_witness(value)
        except NotAWitness:
            self.fail(f"{value[:40]!r} is no witness; write number:hash, with 16 to 64 letters of the hash", param, ctx)


@blueprint.cli.group("ledger")
def ledger_group():
    """The ledger of sign-offs."""


@ledger_group.command("verify")
@click.option("--witness", "witnesses", multiple=True, type=WitnessWord(),
              help="what somebody outside knows of the ledger: the head on a certificate, or from `ledger head`")
@click.option("--every-signature", is_flag=True, help="check each by itself, though the last vouches for all; slow")
def verify(witnesses, every_signature):
    """Recompute every entry and all it commits to; name the first that does not fit."""
    with looking():
        found = cross_check.verify_everything(
            db.session, witnesses, every_signature=every_signature, also=[certificates.misfits],
        )
    if found.misfit is not None:
        which = f"Entry {found.misfit} does" if found.misfit else "Something beside the ledger does"
        with force_locale("en"):
            click.echo(f"{which} not fit: {_(REASONS[found.reason])}", err=True)
        sys.exit(1)
    click.echo(f"{found.count} entries fit. Head: {found.head}")


@ledger_group.command("head")
def head():
    """Print number, hash and signature of the latest entry. Keep the line outside this machine, for --witness."""
    with looking():
        click.echo(witness_of(book.head(db.session)))


@ledger_group.command("export")
@click.argument("file", type=click.Path(dir_okay=False, path_type=pathlib.Path))
def export_ledger(file):
    """Write every entry to FILE, for bin/verify-ledger on any machine. It names nobody."""
    with looking(), file.open("w", encoding="utf-8") as target:
        count = sum(1 for line in export.lines(db.session, at=now()) if target.write(line)) - 1
    click.echo(f"{count} entries written to {file}")


@ledger_group.command("expire")
def expire():
    """Enter what has run out since the last time. The server does this by itself, at its start and every hour."""
    with intending(to_write=True):
        count = expiry.expire(db.session, at=now())
        db.session.commit()
    click.echo(f"{count} expiries entered")


@ledger_group.command("key")
@click.argument("deed", type=click.Choice(["show", "change"]))
def key(deed):
    """Show the installation's public keys, oldest first, or put a new key in the place of the last one."""
    if deed == "change":
        change_key()
    for one in all_keys(db.session):
        click.echo(hex_of(one))


def change_key() -> None:
    """Both keys sign; the old one is deleted once that is committed, and comes back where it could not be."""
    with intending(to_write=True):
        try:
            key_change.rotate(db.session, at=now())
            db.session.commit()
        finally:
            db.session.rollback()
            key_change.settle(db.session)
            db.session.rollback()
