"""`matters asked`: what members asked about a measure or matter, and what they were told."""

from pathlib import Path

import click

from pipeline.cli.answers import print_answer
from pipeline.cli.cards import heading, place, words
from pipeline.cli.options import Output, database_option, output_options, reading
from pipeline.cli.scope import scope_options, sure_option
from pipeline.queries.scope import Row, Scope


@click.command(name="asked")
@click.argument("subject", nargs=-1, required=True, metavar="INDICATOR|WORDS")
@scope_options
@sure_option
@database_option
@output_options
def command(subject: tuple[str, ...], scope: Scope, sure: float, database: Path, output: Output) -> None:
    """What members asked about an indicator (by its code or any of its names) or matter, newest first.

    \b
    Examples:
      matters asked NI 117
      matters asked NEET --committee Children
      matters asked "care leavers" --since 2023
    """
    from pipeline.queries.asked import questions_about

    asked = " ".join(subject)
    with reading(database) as connection:
        rows = questions_about(connection, asked, scope, sure=sure)
        print_answer(connection, rows, output, card, subject=asked, scope=scope, counted="questions")


def card(row: Row) -> list[str]:
    """One question with its answer."""
    asker = f"{row['asker']} asked" if row["asker"] else "Asked"
    replier = f"{row['answered_by']} answered" if row["answered_by"] else "Answered"
    answered = {"deferred": " (an answer was promised)"}.get(row["outcome"], "")
    reply = words(replier + answered, row["answer"]) or ["  No reply minuted."]
    return [heading(row), *words(asker, row["question"]), *reply, place(row)]
