"""`matters problems`: what was not read, or only in part, and why."""

from pathlib import Path

import click

from pipeline.cli.options import Output, database_option, output_options, reading
from pipeline.cli.tables import print_rows

_COLUMNS = {"source": "Document", "error": "Problem", "detail": "What it means"}


@click.command(name="problems")
@database_option
@output_options
def command(database: Path, output: Output) -> None:
    """What was skipped or only partly read, and why.

    \b
    Example:
      matters problems --csv > problems.csv
    """
    from pipeline.queries.problems import problems

    with reading(database) as connection:
        rows = problems(connection)
    print_rows(rows, _COLUMNS, output, "No problems: every document was read whole.")
