"""Options and errors that all commands share."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Literal, TypeVar

import click

DEFAULT_DATABASE = Path("output/minutes.db")
Output = Literal["table", "json", "csv"]
_Command = TypeVar("_Command", bound=Callable[..., Any])

database_option = click.option(
    "--db",
    "database",
    type=click.Path(dir_okay=False, path_type=Path),
    default=DEFAULT_DATABASE,
    show_default=True,
    envvar="MATTERS_DB",
    help="The database.",
)


def output_options(command: _Command) -> _Command:
    """`--json` and `--csv` for a command that prints a table; gives it `output`: table, json or csv."""
    command = click.option("--csv", "output", flag_value="csv", help="Print CSV.")(command)
    return click.option("--json", "output", flag_value="json", default="table", help="Print JSON.")(command)


@contextmanager
def plain_errors(database: Path) -> Iterator[None]:
    """Database errors in plain words, with exit code 1."""
    import sqlite3

    from pipeline.store.database import DatabaseProblem, in_plain_words

    try:
        yield
    except DatabaseProblem as error:
        raise click.ClickException(str(error)) from error
    except sqlite3.Error as error:
        raise click.ClickException(in_plain_words(error, database)) from error


@contextmanager
def reading(database: Path) -> Iterator[Any]:
    """A connection for queries; rows are read by column name."""
    from pipeline.store.database import open_for_reading

    with plain_errors(database), closing(open_for_reading(database)) as connection:
        yield connection
