"""The terminal's doors to quizzes of other programs: bin/sebaya quizzes import and export. Both touch files only."""

import pathlib
import sys

import click
from flask import Blueprint

from blueprints.web.languages import terminal_language
from training.curriculum.report import tell
from training.quizzes.exchange import join, read_foreign, text_of
from training.quizzes.gift_writing import print_gift
from training.quizzes.markup import read_quiz

blueprint = Blueprint("quiz_commands", __name__, cli_group="quizzes")
blueprint.cli.help = "Questions in and out, as GIFT and Aiken."

FILE = click.Path(path_type=pathlib.Path, exists=True, dir_okay=False)
NEW_FILE = click.Path(path_type=pathlib.Path, dir_okay=False)
LANGUAGE = click.option("--language", type=click.Choice(["id", "en"]), help="of the messages; else the terminal's")


@blueprint.cli.command("import")
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--into", type=NEW_FILE, help="the quiz.id.md or quiz.en.md to add to, or to make; else: print")
@LANGUAGE
def import_(files, into, language):
    """Turn questions in GIFT or Aiken into a quiz. With any error nothing is written."""
    written_in = "en" if into and into.name.endswith(".en.md") else "id"
    text = into.read_text("utf-8") if into and into.exists() else ""
    problems, count = [], 0
    for file in files:
        words, found = text_of(file.read_bytes(), str(file))
        if not found:
            quiz, found = read_foreign(words, str(file), written_in)
            text, joined = join(text, quiz, str(file)) if quiz.questions else (text, ())
            count, found = count + len(quiz.questions), (*found, *joined)
        problems += found
    tell_them(problems, language)
    if into is None:
        click.echo(text, nl=False)
    else:
        into.write_text(text, "utf-8")
        click.echo(f"{count} questions in {into}. Next: bin/sebaya courses check {into.parent.parent}")


@blueprint.cli.command("export")
@click.argument("quiz", type=FILE)
@click.argument("gift", required=False, type=NEW_FILE)
@LANGUAGE
def export(quiz, gift, language):
    """Write a quiz.id.md or quiz.en.md as GIFT; what GIFT has no place for is named by line."""
    words, problems = text_of(quiz.read_bytes(), str(quiz))
    found, faults = read_quiz(words, str(quiz), "en" if quiz.name.endswith(".en.md") else "id")
    tell_them([one for one in (*problems, *faults) if one.is_error], language)
    text, lost = print_gift(found, str(quiz))
    tell_them(lost, language, is_fatal=False)
    if gift is None:
        click.echo(text, nl=False)
    else:
        gift.write_text(text, "utf-8")
        click.echo(f"{text.count('::') // 2} of {len(found.questions)} questions in {gift}")


def tell_them(problems, language, is_fatal=True) -> None:
    """All problems in words on the error channel; an error ends the command before anything is written."""
    for problem in problems:
        click.echo(tell(problem, terminal_language(language)) + "\n\n", err=True)
    if is_fatal and any(one.is_error for one in problems):
        click.echo("Nothing was written.", err=True)
        sys.exit(1)
