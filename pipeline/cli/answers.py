"""Prints an answer in the form asked for: cards for people, JSON or CSV for programs, and why there is none."""

import sqlite3
from collections.abc import Callable, Sequence

import click

from pipeline.cli.cards import print_cards
from pipeline.cli.options import Output
from pipeline.cli.tables import print_rows
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
    counted: str,
) -> None:
    """`rows` as `card`s with a count (`counted`: "questions"), or the reason why there are none."""
    if output != "table":
        print_rows(rows, {}, output, "")
    elif rows:
        print_cards(card(row) for row in rows)
        click.echo(f"\n{len(rows)} {counted.removesuffix('s') if len(rows) == 1 else counted}.")
    else:
        from pipeline.queries.absence import why_not

        click.echo("\n".join(why_not(connection, subject, scope)))
