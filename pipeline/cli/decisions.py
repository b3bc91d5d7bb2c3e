"""`matters decisions`: what was decided."""

from pathlib import Path

import click

from pipeline.cli.answers import print_answer
from pipeline.cli.cards import heading, place, words
from pipeline.cli.options import Output, database_option, output_options, reading
from pipeline.cli.scope import scope_options, sure_option
from pipeline.queries.outcomes import OUTCOMES
from pipeline.queries.scope import Row, Scope


@click.command(name="decisions")
@click.argument("subject", nargs=-1, metavar="[WORDS]…")
@click.option("--outcome", type=click.Choice(OUTCOMES), help="Only decisions with this outcome.")
@scope_options
@sure_option
@database_option
@output_options
def command(
    subject: tuple[str, ...], outcome: str | None, scope: Scope, sure: float, database: Path, output: Output
) -> None:
    """Each limb of what was resolved, noted, agreed, recommended or approved, newest first.

    \b
    Examples:
      matters decisions --committee Cabinet --since 2024
      matters decisions food waste --outcome approved
    """
    from pipeline.queries.outcomes import decisions

    asked = " ".join(subject)
    with reading(database) as connection:
        rows = decisions(connection, scope, words=asked, outcome=outcome, sure=sure)
        print_answer(
            connection,
            rows,
            output,
            _card,
            subject=asked,
            scope=scope,
            wanted="decision",
            such=f" that was {outcome}" if outcome else "",
        )


def _card(row: Row) -> list[str]:
    label = f" {row['label']}" if row["label"] else ""
    return [heading(row), *words(f"{row['outcome'].capitalize()}{label}", row["decision"]), place(row)]
