"""`matters publish`: a folder that shows the database to the world."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.options import database_option, plain_errors, reading
from pipeline.cli.tables import shown

if TYPE_CHECKING:
    from pipeline.exports.still import Progress


@click.command(name="publish")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DEST")
@click.option(
    "--address",
    default="",
    metavar="URL",
    help="Where the still pages will stand on the web; feeds and citations then name it.",
)
@click.option(
    "--every-record",
    is_flag=True,
    help="Give figures, targets, votes and names of measures pages of their own as well.",
)
@database_option
def command(folder: Path, address: str, every_record: bool, database: Path) -> None:
    """Write the site into the folder DEST, in two forms.

    DEST/pages are still pages, for any web server or to open from a folder; they cannot search or filter.
    DEST/datasette is the whole site with the database, for a computer that runs it; a README there says how.

    DEST must be new, empty, or an earlier export, which is replaced once all is written. Decisions, promises and
    questions have a page each; other records are shown where they stand in their document, as they are many.

    \b
    Examples:
      matters publish /srv/minutes
      matters publish public --address https://minutes.example.org/
    """
    from urllib.parse import urlsplit

    from pipeline.exports.folder import Refused
    from pipeline.exports.publication import publish
    from pipeline.exports.still import NotMade

    if address and not (urlsplit(address).scheme in ("http", "https") and urlsplit(address).netloc):
        raise click.UsageError(f"--address {address} is no web address: it begins with https:// and a name.")
    with reading(database):
        pass  # says so in plain words, by its own name, where it cannot be read
    try:
        with plain_errors(database), _progress() as progress:
            made = publish(database, folder, progress, address=address, every_record=every_record)
    except (Refused, NotMade) as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(
            f"{error.filename or folder}: {error.strerror}. Nothing was changed."
        ) from error
    click.echo(
        f"{folder} holds {made.pages:,} pages and {made.files:,} files, {made.bytes / 1e6:,.1f} MB in all."
    )
    if made.uncarded:
        click.echo(
            f"{made.uncarded:,} records have no page of their own and are shown in their documents (--every-record)."
        )
    click.echo(
        f"\nOpen {folder / 'pages' / 'index.html'}, or serve {folder / 'datasette'} (its README says how)."
    )


@contextmanager
def _progress() -> Iterator["Progress"]:
    """A bar on the terminal; nothing where the output goes to a file."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("Writing"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[name]}", markup=False),
    )
    console = Console(stderr=True)
    with Bar(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Writing", total=None, name="")
        yield lambda done, total, name: bar.update(task, completed=done, total=total, name=shown(name))
