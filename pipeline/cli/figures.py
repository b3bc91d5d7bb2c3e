"""`matters figures`: the values and targets of a measure over time."""

from pathlib import Path

import click

from pipeline.cli.answers import print_absence
from pipeline.cli.options import Output, database_option, output_options, reading
from pipeline.cli.scope import scope_options
from pipeline.cli.tables import print_rows
from pipeline.queries.scope import Scope

_COLUMNS = {
    "date": "Date",
    "committee": "Committee",
    "kind": "Kind",
    "value": "Value",
    "unit": "Unit",
    "period": "Period",
    "text": "As printed",
    "source": "Document",
    "page": "Page",
}


@click.command(name="figures")
@click.argument("indicator", nargs=-1, required=True)
@scope_options
@database_option
@output_options
def command(indicator: tuple[str, ...], scope: Scope, database: Path, output: Output) -> None:
    """The values and targets of an indicator (by its code or any of its names), oldest first.

    \b
    Examples:
      matters figures NI 117
      matters figures "recycling rate" --csv > recycling.csv
    """
    from pipeline.queries.indicators import describe, find_indicators
    from pipeline.queries.timeline import VALUES, timeline

    asked = " ".join(indicator)
    with reading(database) as connection:
        meant = find_indicators(connection, asked)
        rows = timeline(connection, meant.ids, scope, tables=VALUES) if meant else []
        if not rows:
            print_absence(connection, asked, scope, output, "value or target")
            return
        if output == "table" and meant:
            for each in describe(connection, meant.ids):
                better = f" ({each['polarity']} is better)" if each["polarity"] else ""
                click.echo(" ".join(filter(None, (each["code"], each["name"]))) + better)
        print_rows(rows, _COLUMNS, output, "")
