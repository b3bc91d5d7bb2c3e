"""`matters promises`: what was promised, and whether it ever came back."""

from pathlib import Path

import click

from pipeline.cli.answers import print_answer
from pipeline.cli.cards import heading, place, status, words
from pipeline.cli.options import Output, database_option, output_options, reading
from pipeline.cli.scope import scope_options, sure_option
from pipeline.queries.outcomes import STATUSES
from pipeline.queries.scope import Row, Scope


@click.command(name="promises")
@click.option("--status", "statuses", type=click.Choice(STATUSES), multiple=True, help="Only these fates.")
@click.option("--owner", help="Only promises of someone with this in their name or office.")
@scope_options
@sure_option
@database_option
@output_options
def command(
    statuses: tuple[str, ...], owner: str | None, scope: Scope, sure: float, database: Path, output: Output
) -> None:
    """Every promise, agreed action, request and suggestion, with its fate, the most pressing first.

    \b
    Examples:
      matters promises --status overdue --status silent --committee Environment
      matters promises --owner "Director of Housing" --csv > promises.csv
    """
    from pipeline.queries.outcomes import promises

    with reading(database) as connection:
        rows = promises(connection, scope, statuses=statuses, owner=owner, sure=sure)
        subject = "promises that are " + " or ".join(statuses) if statuses else "promises"
        print_answer(connection, rows, output, card, subject=subject, scope=scope, counted="promises")


def card(row: Row) -> list[str]:
    """One promise with its fate and the words that decide it."""
    facts = [row["commitment"], f"by {row['owner']}" if row["owner"] else None]
    facts += [
        f"due {row['due']}" + (f" ({row['due_date']})" if row["due_date"] else "") if row["due"] else None
    ]
    facts += [f"{row['age_days']} days old" if row["age_days"] else None]
    return [
        heading(row),
        f"  {status(row['status'])}: {', '.join(filter(None, facts))}",
        *words("Promised", row["promise"]),
        *words(f"Later ({row['evidence_date']})", row["evidence"]),
        *words(f"Why (score {row['evidence_score']})", row["evidence_reason"]),
        *words(f"Closed {row['closed_on']}", row["closed_because"]),
        place(row),
    ]
