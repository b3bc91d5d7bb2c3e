"""`matters asked`: what members asked about a measure or matter, and what they were told."""

from collections.abc import Sequence
from dataclasses import replace
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
    """What members asked about an indicator (by its code or any of its names) or matter, newest first: with the
    answer, what became of a promised one, and the same matter asked at other meetings of the council.

    \b
    Examples:
      matters asked NI 117
      matters asked NEET --committee Children
      matters asked "care leavers" --since 2023
    """
    from pipeline.queries.asked import questions_about
    from pipeline.queries.asked_again import add_asked_again

    asked = " ".join(subject)
    with reading(database) as connection:
        found = questions_about(connection, asked, scope, sure=sure)
        rows = add_asked_again(connection, found, replace(scope, since=None, until=None))
        rows = _flat(rows) if output == "csv" else rows
        print_answer(connection, rows, output, card, subject=asked, scope=scope, counted="questions")


def card(row: Row) -> list[str]:
    """One question with its answer, what became of a promised one, and when the same was asked at other meetings."""
    asker = f"{row['asker']} asked" if row["asker"] else "Asked"
    replier = f"{row['answered_by']} answered" if row["answered_by"] else "Answered"
    answered = {"deferred": " (an answer was promised)"}.get(row["outcome"], "")
    reply = words(replier + answered, row["answer"]) or ["  No reply minuted."]
    return [
        heading(row), *words(asker, row["question"]), *reply, *_promise(row["promise"]), *_again(row), place(row)
    ]  # fmt: skip


def _promise(promise: Row | None) -> list[str]:
    if promise is None:
        return []
    later = f" ({promise['evidence_date']})" if promise["evidence_date"] else ""
    return words(
        f"That promise, id {promise['action_id'][:8]}, is {promise['status']}{later}", promise["promise"]
    )


def _again(row: Row) -> list[str]:
    """Lines such as "Asked before on 2024-03-07 (no reply minuted): …", and of an answered question its answer."""
    said = []
    for other in row["asked_again"]:
        when = "before" if (other["date"] or "") < (row["date"] or "") else "again"
        outcome = other["outcome"] or "no reply minuted"
        said += words(f"Asked {when} on {other['date']} ({outcome})", other["question"])
        said += words(f"Then {outcome}", other["answer"])
    return said


def _flat(rows: Sequence[Row]) -> list[Row]:
    """The rows for a CSV file: of the other questions and the promise the ids."""
    return [
        row
        | {
            "asked_again": " ".join(other["id"] for other in row["asked_again"]),
            "promise": row["promise"]["action_id"] if row["promise"] else None,
        }
        for row in rows
    ]
