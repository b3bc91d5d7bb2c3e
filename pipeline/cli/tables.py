"""Prints rows for people, as JSON, or as CSV."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import click

from pipeline.cli.options import Output
from pipeline.exports.tables import to_csv

Row = Mapping[str, Any]
_WIDE = 160
"""Characters of a table that goes to a file."""


def print_rows(rows: Sequence[Row], columns: Mapping[str, str], output: Output, nothing: str) -> None:
    """Print `rows`. For people only `columns` (name and heading) are shown, and `nothing` where there are no
    rows; JSON and CSV have every column of the rows, and are never silent about having none."""
    if output == "json":
        click.echo(json.dumps([dict(row) for row in rows], ensure_ascii=False, indent=2))
    elif output == "csv":
        click.echo(to_csv(rows, list(columns)), nl=False)
    elif rows:
        _print_table(rows, columns)
    else:
        click.echo(nothing)


def _print_table(rows: Sequence[Row], columns: Mapping[str, str]) -> None:
    """A table as wide as the terminal; without one, as wide as it needs to be, and without control codes."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console() if Console().is_terminal else Console(width=_WIDE)
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for heading in columns.values():
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*(Text(shown(row[name])) for name in columns))
    console.print(table)


def shown(value: Any) -> str:
    """Text fit for a terminal: what a document holds must not move the cursor."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:g}" if abs(value) < 1e6 else f"{value:,.0f}"
    return "".join(char if char.isprintable() or char == "\n" else " " for char in str(value))
