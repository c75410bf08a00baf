"""The terminal's door to the ledger: bin/sebaya ledger."""

import contextlib
import pathlib
import sys

import click
from flask import Blueprint
from flask_babel import gettext as _

from blueprints.web.database import db
from blueprints.web.languages import in_terminal_language
from training.core.clock import now
from training.core.database import intending, snapshot
from training.core.signing_key import all_keys, hex_of
from training.credentials import cross_check as certificates
from training.signoffs import book, chain, count, cross_check, expiry, export, guard, key_change
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
        unguarded, uncounted = guard.missing(db.session), count.is_due(db.session)
    with in_terminal_language():
        if wrong := [*told(found), *told_guard(unguarded)]:
            sys.exit("\n".join(wrong))
        click.echo(f"{found.count} entries fit. Head: {found.head}")
        if uncounted:
            click.echo(_("Orang, pendampingan, dan permintaan dari sebelum versi ini belum tercatat semuanya.\n"
                         "Berikutnya: bin/sebaya ledger count, atau mulai server sekali"))


def told(found: chain.Verdict) -> list[str]:
    """The first misfit as a sentence, when there is one."""
    if found.misfit is None:
        return []
    why = _(REASONS[found.reason])
    return [_("Catatan %(seq)s tidak cocok: %(why)s", seq=found.misfit, why=why) if found.misfit
            else _("Ada yang tidak cocok di samping buku: %(why)s", why=why)]


def told_guard(gone: list[str]) -> list[str]:
    """What to do when parts of the guard are gone."""
    return [_("Basis data tidak lagi menolak perubahan pada buku: pemicu %(names)s hilang atau berbeda.\n"
              "Berikutnya: bin/sebaya ledger guard", names=", ".join(gone))] if gone else []


@ledger_group.command("guard")
def put_guard_back():
    """Put back the triggers by which the database refuses to change an entry."""
    with intending(to_write=True):
        gone = guard.put_back(db.session)
        db.session.commit()
    click.echo(f"Put back: {', '.join(gone)}. Next: bin/sebaya ledger verify" if gone else "The guard is up.")


@ledger_group.command("count")
def count_everything():
    """Enter who and what is here from before there were entries about it. It happens once, at the first start too."""
    with intending(to_write=True):
        made = count.count(db.session, at=now())
        db.session.commit()
    click.echo(f"{made} entries written" if made else "Everything was counted before, or nobody is here yet.")


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
