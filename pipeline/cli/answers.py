"""Prints an answer in the form asked for: cards for people, JSON or CSV for programs, and why there is none."""

import sqlite3
from collections.abc import Callable, Sequence

import click

from pipeline.cli.cards import print_cards
from pipeline.cli.options import Output
from pipeline.cli.tables import print_rows, shown
from pipeline.plain import counted
from pipeline.queries.scope import Row, Scope

Card = Callable[[Row], Sequence[str]]


def print_answer(
    connection: sqlite3.Connection,
    rows: Sequence[Row],
    output: Output,
    card: Card,
    *,
    subject: str,
    scope: Scope,
    wanted: str,
    such: str = "",
) -> None:
    """`rows` as `card`s with their count, or the reason why there are none. `wanted` is what one is ("question"), and
    `such` what it had to be besides (" that is closed")."""
    if not rows:
        print_absence(connection, subject, scope, output, wanted + such)
    elif output != "table":
        print_rows(rows, {}, output, "")
    else:
        print_cards(card(row) for row in rows)
        click.echo(f"\n{counted(len(rows), wanted)}.")


def print_absence(
    connection: sqlite3.Connection, subject: str, scope: Scope, output: Output, wanted: str
) -> None:
    """Why there is no answer; where the output is for programs that has no rows, and the reason stands beside it."""
    from pipeline.queries.absence import why_not

    if output != "table":
        print_rows([], {}, output, "")
    lines = why_not(connection, subject, scope, wanted)
    click.echo("\n".join(shown(line) for line in lines), err=output != "table")
