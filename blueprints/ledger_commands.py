"""The terminal's door to the ledger: bin/sebaya ledger."""

import contextlib
import pathlib
import sys

import click
from flask import Blueprint, current_app
from flask_babel import gettext as _
from flask_babel import ngettext

from blueprints.web.database import db
from blueprints.web.languages import in_terminal_language
from training import backup
from training.core.clock import now
from training.core.database import intending, snapshot
from training.core.key_names import hex_of, key_of_hex
from training.core.signing_key import all_keys
from training.credentials import cross_check as certificates
from training.signoffs import book, chain, count, cross_check, expiry, export, guard, key_change
from training.signoffs.chain_walk import Loss
from training.signoffs.signing import key_in_force
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
        click.echo(ngettext("%(num)s catatan cocok. Kepala: %(head)s", "%(num)s catatan cocok. Kepala: %(head)s",
                            found.count, head=found.head))
        for one in found.losses:
            click.echo(told_loss(one))
        if uncounted:
            click.echo(_("Orang, pendampingan, dan permintaan dari sebelum versi ini belum tercatat semuanya.\n"
                         "Berikutnya: bin/sebaya ledger count, atau mulai server sekali"))


def told(found: chain.Verdict) -> list[str]:
    """The first misfit as a sentence, when there is one."""
    if found.misfit is None:
        return []
    why = _(REASONS[found.reason])
    if (found.misfit, found.reason) == (1, "signature"):
        why += _(". Mungkin yang ada di DATA_DIR/keys kunci lain: kembalikan yang benar dari cadangan")
    return [_("Catatan %(seq)s tidak cocok: %(why)s", seq=found.misfit, why=why) if found.misfit
            else _("Ada yang tidak cocok di samping buku: %(why)s", why=why)]


def told_loss(loss: Loss) -> str:
    """That a key was lost, and what that means for the entries before."""
    day = loss.at[:10]
    if loss.is_known:
        return _("Kunci sebelumnya hilang; kunci baru diumumkan di catatan %(seq)s pada %(day)s. Yang ditulis sebelum "
                 "itu cocok dengan kunci yang hilang.", seq=loss.seq, day=day)
    return _("Kunci sebelumnya hilang; kunci baru diumumkan di catatan %(seq)s pada %(day)s. Tanda tangan sebelum itu "
             "tidak bisa diperiksa lagi; bandingkan dengan saksi dari sebelum itu (--witness).", seq=loss.seq, day=day)


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


class PublicKey(click.ParamType):
    """A public key as `ledger key show` prints it."""

    name = "HEX"

    def convert(self, value, param, ctx) -> str:
        try:
            return hex_of(key_of_hex(value))
        except ValueError:
            self.fail(f"{value[:70]!r} is no public key; write its 64 letters", param, ctx)


@ledger_group.command("key")
@click.argument("deed", type=click.Choice(["show", "change", "restore", "lost"]))
@click.option("--public", "known", multiple=True, type=PublicKey(),
              help="with `lost`: a public key of before, from `ledger key show` or an export; again for each, the "
                   "oldest first")
@click.option("--from", "backup_file", type=click.Path(exists=True, dir_okay=False, path_type=pathlib.Path),
              help="with `restore`: a file that `bin/sebaya backup` wrote")
def key(deed, known, backup_file):
    """Show the installation's public keys, oldest first; put a new one in the place of the last; bring a lost one back
    from a backup; or begin a new one because it is lost for good."""
    if deed == "change":
        change_key(key_change.rotate)
    elif deed == "restore":
        restore_key(backup_file)
    elif deed == "lost":
        change_key(key_change.begin_after_loss, known=known)
    key_in_force(db.session)
    for one in all_keys(db.session):
        click.echo(hex_of(one))


def restore_key(file: pathlib.Path | None) -> None:
    if file is None:
        raise click.UsageError("Say from which backup: --from FILE")
    with intending(to_write=True):
        backup.restore_keys(db.session, file.resolve(), current_app.config["DATA_DIR"] / "keys")
        db.session.rollback()


def change_key(change, **how) -> None:
    """What the change writes, and the files beside the key, come to pass together or not at all."""
    with intending(to_write=True):
        try:
            change(db.session, at=now(), **how)
            db.session.commit()
        finally:
            db.session.rollback()
            key_change.settle(db.session)
            db.session.rollback()
