"""`matters ingest`: read documents into the database."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.options import database_option, plain_errors
from pipeline.cli.tables import shown
from pipeline.plain import counted

if TYPE_CHECKING:
    from pipeline.ingest import Progress, Summary

_MOST_SHOWN = 20
_MOST_CODES = 5


@click.command(name="ingest")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…")
@database_option
@click.option("--strict", is_flag=True, help="Exit with 1 when a file could not be read.")
@click.option(
    "--workers", type=click.IntRange(0), help="Processes to read with (as many as cores; 0: in this one)."
)
@click.option(
    "--seconds", type=click.FloatRange(1), default=300.0, show_default=True, help="Most time for a document."
)
@click.option(
    "--silent-after",
    type=click.IntRange(1),
    metavar="N",
    help="A promise is silent after N later meetings without a word of it; kept in the database (at first 3).",
)
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def command(
    paths: tuple[Path, ...],
    database: Path,
    strict: bool,
    workers: int | None,
    seconds: float,
    silent_after: int | None,
    as_json: bool,
) -> None:
    """Read the documents at PATH (folders or files) into the database.

    Only what is new or changed is read; documents whose files are gone from PATH are taken out. A file that cannot
    be read is listed with the reason, and the run goes on. A manifest.csv in the folder may give path, council,
    committee, date, title, url and kind.

    \b
    Examples:
      matters ingest corpus
      matters ingest ~/minutes/2024 --db output/2024.db
    """
    for path in paths:
        if not path.exists():
            raise click.UsageError(f"There is no file or folder at {path}.")
    summary = _ingest(paths, database, workers, seconds, silent_after)
    if as_json:
        click.echo(json.dumps(vars(summary), ensure_ascii=False, indent=2))
    else:
        _print(summary, database)
    if strict and summary.failed:
        sys.exit(1)


def _ingest(
    paths: tuple[Path, ...], database: Path, workers: int | None, seconds: float, silent_after: int | None
) -> "Summary":
    from pipeline.ingest import ingest
    from pipeline.store import open_for_writing
    from pipeline.store.settings import set_silent_after
    from pipeline.store.writing import transaction

    with plain_errors(database), closing(open_for_writing(database)) as connection, _progress() as progress:
        base = database.absolute().parent
        if silent_after:
            with transaction(connection):
                set_silent_after(connection, silent_after)
        return ingest(connection, base, paths, workers=workers, seconds=seconds, progress=progress)


@contextmanager
def _progress() -> Iterator["Progress"]:
    """A bar on the terminal; nothing where the output goes to a file."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    with Bar(
        TextColumn("Reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[source]}", markup=False),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    ) as bar:
        task = bar.add_task("Reading", total=None, source="")

        def show(done: int, total: int, source: str) -> None:
            bar.update(task, completed=done, total=total, source=shown(source))

        yield show


def _print(summary: "Summary", database: Path) -> None:
    """The summary for people."""
    from pipeline.queries.own_codes import said_of

    counts = {
        "new": summary.new,
        "changed": summary.changed,
        "unchanged": summary.unchanged,
        "removed": summary.removed,
        "failed": summary.failed,
        "partly read": summary.partly_read,
        "duplicates": summary.duplicates,
    }
    always = ("new", "changed", "unchanged", "removed", "failed")
    said = ", ".join(f"{count} {name}" for name, count in counts.items() if count or name in always)
    click.echo(f"{summary.read} read in {summary.seconds:.1f} s: {said}.")
    click.echo(f"\n{database} holds {summary.documents} documents:")
    for table, count in summary.records.items():
        click.echo(f"  {count:>8,}  {table.replace('_', ' ')}")
    codes = [said_of(dict(row)) for row in summary.own_codes]
    _print_some(codes, "code", " of councils’ own", _MOST_CODES, "--json lists them.")
    problems = [f"{row['source']}: {row['error']}. {row['detail']}" for row in summary.problems]
    _print_some(problems, "problem", "", _MOST_SHOWN, "matters problems lists them.")
    if summary.documents:
        click.echo("\nNext: matters --help lists what you can ask; matters problems says what was not read.")


def _print_some(lines: Sequence[str], one: str, which: str, most: int, elsewhere: str) -> None:
    """The first lines under their number, and where the others are."""
    if lines:
        click.echo(f"\n{counted(len(lines), one)}{which}:")
    for line in lines[:most]:
        click.echo(shown(f"  {line}"))
    if len(lines) > most:
        click.echo(f"  … and {len(lines) - most:,} more: {elsewhere}")
