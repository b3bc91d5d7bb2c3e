"""`matters discrepancies`: where minutes and reports do not say the same."""

from pathlib import Path

import click

from pipeline.cli.answers import print_answer
from pipeline.cli.cards import heading, place, words
from pipeline.cli.options import Output, database_option, output_options, reading
from pipeline.cli.scope import scope_options
from pipeline.queries.scope import Row, Scope

_SECTIONS = ("values", "targets", "red")
_SAYS = {
    "value": ("Minutes and report differ", "Minutes", "Report"),
    "target": ("The target changed", "Now", "Before"),
    "wording": ("The wording changed", "Now", "Before"),
    "red": ("Red for three quarters, and not asked about", "Last", "First"),
}
"""Finding -> what it is, and the names of its two places."""


@click.command(name="discrepancies")
@click.option(
    "--only", type=click.Choice(_SECTIONS), multiple=True, help="Only these findings; may be repeated."
)
@scope_options
@database_option
@output_options
def command(only: tuple[str, ...], scope: Scope, database: Path, output: Output) -> None:
    """Where minutes and performance reports do not say the same, each with both quotes and their places.

    \b
    values   minutes give an indicator another value than the report for the same period. Unit and period must be
             the same, and rounding is tolerated: 41% is 41.3%, and 41.0% is not.
    targets  an indicator's target, or the words that name it, changed from one report to the next
    red      an indicator is red for three quarters running, and no question of the council's minutes is about it

    \b
    Examples:
      matters discrepancies
      matters discrepancies --only values --committee Environment
      matters discrepancies --only targets --only red --csv > to-ask.csv
    """
    from pipeline.queries.discrepancies import compared, discrepancies

    with reading(database) as connection:
        rows = discrepancies(connection, scope, only=only)
        if rows or output != "table":
            print_answer(connection, rows, output, card, subject="", scope=scope, wanted="finding")
            return
        minutes, reports = compared(connection, scope)
    where = scope.in_words()
    click.echo(
        f"Nothing found{' ' + where if where else ''}, in {minutes} minutes and {reports} reports. "
        "What can be compared is one indicator with a value of one unit and period in both; "
        "the documents need a council and a date."
    )


def card(row: Row) -> list[str]:
    """One finding with its two quotes and places."""
    title, here, there = _SAYS[row["finding"]]
    measure = " ".join(filter(None, (row["code"], row["indicator"])))
    return [
        heading(row),
        *words(title, measure),
        *_side(here, row),
        *_side(there, {name.removeprefix("other_"): row[name] for name in row if name.startswith("other_")}),
    ]


def _side(label: str, side: Row) -> list[str]:
    """One of the two places: value and period as printed, the passage, the file."""
    when = ", ".join(filter(None, (side["period"], side["date"])))
    said = f"{label} ({when})" if when else label
    quote = f"{side['text']} – {side['quote']}" if side["quote"] not in (None, side["text"]) else side["text"]
    return [*words(said, quote), place(side)]
