"""`matters promises`: what was promised, and whether it ever came back."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing as closing_of
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from pipeline.cli.answers import print_answer
from pipeline.cli.cards import heading, place, status, words
from pipeline.cli.options import Output, database_option, output_options, plain_errors, reading
from pipeline.cli.scope import scope_options, sure_option
from pipeline.cli.tables import shown
from pipeline.plain import also_at, counted, due
from pipeline.queries.outcomes import STATUSES
from pipeline.queries.scope import Row, Scope


@click.group(name="promises", invoke_without_command=True)
@click.option("--status", "statuses", type=click.Choice(STATUSES), multiple=True, help="Only these fates.")
@click.option("--owner", help="Only promises of someone with this in their name or office.")
@click.option(
    "--tracker",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write them to this .xlsx file, in the columns of a recommendation tracker.",
)
@scope_options
@sure_option
@database_option
@output_options
@click.pass_context
def command(
    ctx: click.Context,
    statuses: tuple[str, ...],
    owner: str | None,
    tracker: Path | None,
    scope: Scope,
    sure: float,
    database: Path,
    output: Output,
) -> None:
    """Every promise, agreed action, request and suggestion, with its fate, the most pressing first.

    \b
    delivered  a later document records that it was done
    reported   spoken of again, still open
    repeated   promised again
    overdue    its due date has passed at the committee's latest meeting, without a word of it
    open       neither late nor long unspoken of
    silent     later meetings of the committee have not spoken of it (how many: matters ingest --silent-after)
    closed     a person has closed it: matters promises close

    \b
    Examples:
      matters promises --status overdue --status silent --committee Environment
      matters promises --sure 0.8 --csv > promises.csv
      matters promises --tracker tracker.xlsx
      matters promises close 004b601d --because "Sent by mail on 3 March"
    """
    if ctx.invoked_subcommand:
        return
    from pipeline.queries.outcomes import promises
    from pipeline.store.settings import silent_after

    with reading(database) as connection:
        rows = promises(connection, scope, statuses=statuses, owner=owner, sure=sure)
        if tracker:
            _write_tracker(rows, tracker)
            return
        such = f" that is {' or '.join(statuses)}" if statuses else ""
        such += f" of “{owner}”" if owner else ""
        print_answer(connection, rows, output, card, subject="", scope=scope, wanted="promise", such=such)
        if output == "table" and rows:
            fates = Counter(row["status"] for row in rows)
            click.echo(", ".join(f"{fates[each]} {each}" for each in STATUSES if fates[each]) + ".")
            if fates["silent"]:
                click.echo(
                    f"Silent: {silent_after(connection)} or more later meetings have not spoken of it."
                )


@command.command(name="close")
@click.argument("action_id", metavar="ID")
@click.option("--because", required=True, help="Why it is closed; kept with it.")
@database_option
def close_command(action_id: str, because: str, database: Path) -> None:
    """Close a promise by hand. ID may be shortened; `matters promises` shows it.

    The closing is kept in closings.csv beside the corpus, so that a rebuild keeps it and it can be reviewed.

    \b
    Example:
      matters promises close 004b601d --because "Sent by mail on 3 March"
    """
    from pipeline.follow_ups.closings import close

    with _writing(database) as connection:
        today = datetime.now(UTC).date().isoformat()
        closing, path = close(connection, database.absolute().parent, action_id, because, today)
    click.echo(shown(f"Closed: {closing.promise}\nKept in {path}"))


@command.command(name="reopen")
@click.argument("action_id", metavar="ID")
@database_option
def reopen_command(action_id: str, database: Path) -> None:
    """Take back what `close` did.

    \b
    Example:
      matters promises reopen 004b601d
    """
    from pipeline.follow_ups.closings import reopen

    with _writing(database) as connection:
        promise = reopen(connection, database.absolute().parent, action_id)
    click.echo(shown(f"Open again: {promise}"))


@contextmanager
def _writing(database: Path) -> Iterator[sqlite3.Connection]:
    """A transaction on a database that must be there."""
    from pipeline.follow_ups.closings import CannotClose
    from pipeline.store import open_for_writing
    from pipeline.store.writing import transaction

    with reading(database):
        pass  # says so in plain words where there is none
    try:
        with (
            plain_errors(database),
            closing_of(open_for_writing(database)) as connection,
            transaction(connection),
        ):
            yield connection
    except CannotClose as error:
        raise click.ClickException(str(error)) from error


def _write_tracker(rows: list[Row], path: Path) -> None:
    from pipeline.exports.tracker import write_tracker

    if path.suffix.lower() != ".xlsx":
        raise click.UsageError(f"{path} is no spreadsheet's name: end it in .xlsx.")
    try:
        write_tracker(rows, path)
    except OSError as error:
        raise click.ClickException(
            f"{path} cannot be written ({error.strerror}). Is it open elsewhere?"
        ) from error
    click.echo(f"{counted(len(rows), 'promise')} in {path}.")


def card(row: Row) -> list[str]:
    """One promise with its fate and the words that decide it."""
    facts = [row["commitment"], f"owner: {row['owner']}" if row["owner"] else None]
    facts += [due(row), f"{counted(row['age_days'], 'day')} old" if row["age_days"] else None]
    return [
        heading(row),
        f"  {status(row['status'])}: {shown('; '.join(filter(None, facts)))}",
        *words("Promised", row["promise"]),
        *(
            line
            for each in row["also"]
            for line in words(f"A{also_at(row | {'also': [each]})[1:]}", each["promise"])
        ),
        *words(f"Later ({row['evidence_date']})", row["evidence"]),
        *words(f"Why (score {row['evidence_score']})", row["evidence_reason"]),
        *words(f"Closed {row['closed_on']}", row["closed_because"]),
        place(row) + click.style(f" · id {row['action_id'][:8]}", dim=True),
    ]
