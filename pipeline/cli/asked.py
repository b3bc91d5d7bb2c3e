"""`matters asked`: what members asked about a measure or matter, and what they were told."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from pipeline.cli.answers import print_answer
from pipeline.cli.cards import heading, place, words
from pipeline.cli.options import Output, database_option, output_options, reading
from pipeline.cli.scope import scope_options, sure_option
from pipeline.cli.tables import shown
from pipeline.queries.scope import Row, Scope


@click.command(name="asked")
@click.argument("subject", nargs=-1, required=True, metavar="INDICATOR|WORDS")
@scope_options
@sure_option
@database_option
@output_options
def command(subject: tuple[str, ...], scope: Scope, sure: float, database: Path, output: Output) -> None:
    """What members asked about an indicator (by its code or any of its names), newest first, or about a matter in
    your words, best first: with the answer, and what became of a promised one. What was asked again at other meetings
    of the council stands together as one matter, its askings in the order of time.

    \b
    Examples:
      matters asked NI 117
      matters asked NEET --committee Children
      matters asked "care leavers" --since 2023
    """
    from pipeline.queries.asked import MOST, questions_about
    from pipeline.queries.asked_again import group_by_matter

    asked = " ".join(subject)
    with reading(database) as connection:
        found = questions_about(connection, asked, scope, sure=sure)
        rows = group_by_matter(connection, found, replace(scope, since=None, until=None))
        if output == "csv":
            rows = _flat(rows)
        elif output == "table" and rows:
            rows = _explained(connection, asked, rows)
        print_answer(connection, rows, output, card, subject=asked, scope=scope, wanted="question")
        if len(found) == MOST:
            click.echo(
                f"The first {MOST}, with those asked again: --committee and --since narrow it.", err=True
            )


def _explained(connection: sqlite3.Connection, asked: str, rows: Sequence[Row]) -> list[Row]:
    """Say what was looked for, and mark it in the rows; where neither question nor answer has it, the words that they
    stand under do."""
    from pipeline.queries.found_words import mark_words, snippets_of
    from pipeline.queries.looked_for import looked_for

    said, match = looked_for(connection, asked)
    click.echo("\n".join(click.style(shown(line), bold=True) for line in said) + "\n")
    under = snippets_of(connection, [row["id"] for row in rows], match)
    marked = mark_words(rows, ("question", "answer", "agenda_item"), match)
    return [
        row | ({"under": under.get(row["id"])} if row["question"] == plain["question"] else {})
        for row, plain in zip(marked, rows, strict=True)
    ]


def card(row: Row) -> list[str]:
    """One question with its answer and what became of a promised one; the first of a matter that was asked again says
    so, the others why they belong to it."""
    asker = f"{row['asker']} asked" if row["asker"] else "Asked"
    replier = f"{row['answered_by']} answered" if row["answered_by"] else "Answered"
    answered = {"deferred": " (an answer was promised)"}.get(row["outcome"], "")
    reply = words(replier + answered, row["answer"]) or ["  No reply minuted."]
    return [
        *_matter(row), heading(row), *words("Under", row.get("under")), *words(asker, row["question"]), *reply,
        *_promise(row["promise"]), place(row),
    ]  # fmt: skip


def _matter(row: Row) -> list[str]:
    """ "Asked 3 times, the same matter (same indicator):" above the first, "Asked again, 2 of 3:" above the others."""
    if row["askings"] == 1:
        return []
    if row["asking"] == 1:
        return [
            click.style(shown(f"Asked {row['askings']} times, one matter ({row['because']})"), underline=True)
        ]
    return [f"Asked again, {row['asking']} of {row['askings']}"]


def _promise(promise: Row | None) -> list[str]:
    if promise is None:
        return []
    later = f" ({promise['evidence_date']})" if promise["evidence_date"] else ""
    return words(
        f"That promise, id {promise['action_id'][:8]}, is {promise['status']}{later}", promise["promise"]
    )


def _flat(rows: Sequence[Row]) -> list[Row]:
    """The rows for a CSV file: of the promise the id."""
    return [row | {"promise": row["promise"]["action_id"] if row["promise"] else None} for row in rows]
