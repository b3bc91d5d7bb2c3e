"""`matters pack`: the next meeting's pack of a committee."""

from pathlib import Path

import click

from pipeline.cli.options import database_option, reading
from pipeline.cli.scope import Day, sure_option

_FORMATS = ("md", "html", "docx")


@click.command(name="pack")
@click.argument("committee", nargs=-1, required=True)
@click.option(
    "--date", type=Day(last=False), help="The meeting it is for: what falls due before it is overdue."
)
@click.option("--council", help="The council, where several have a committee of this name.")
@click.option("--to", "path", type=click.Path(dir_okay=False, path_type=Path), help="Write it to this file.")
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), help="By default as --to's ending says, or Markdown."
)
@sure_option
@database_option
def command(
    committee: tuple[str, ...],
    date: str | None,
    council: str | None,
    path: Path | None,
    form: str | None,
    sure: float,
    database: Path,
) -> None:
    """One page for COMMITTEE's next meeting: promises to raise under Matters Arising, what was asked last time and
    not answered, indicators off target.

    \b
    Examples:
      matters pack Environment
      matters pack Children --date 2024-07-04 --to pack.docx
    """
    from pipeline.pack import page_of, to_docx, to_html, to_markdown
    from pipeline.queries.pack import NoSuchCommittee, make_pack

    form = form or (path.suffix[1:].lower() if path else "md")
    if form not in _FORMATS:
        raise click.UsageError(f"{path} says no format: end it in .md, .html or .docx, or give --format.")
    if form == "docx" and path is None:
        raise click.UsageError("A Word file needs a name: --to pack.docx")
    with reading(database) as connection:
        try:
            page = page_of(make_pack(connection, " ".join(committee), council=council, date=date, sure=sure))
        except NoSuchCommittee as error:
            raise click.ClickException(str(error)) from error
    data = to_docx(page) if form == "docx" else (to_html if form == "html" else to_markdown)(page).encode()
    if path is None:
        click.echo(data.decode())
        return
    try:
        path.write_bytes(data)
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written ({error.strerror}).") from error
    click.echo(f"{page.title}: {path}")
