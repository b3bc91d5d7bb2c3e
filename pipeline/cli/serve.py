"""`matters serve`: the database in a browser."""

from pathlib import Path

import click

from pipeline.cli.options import database_option, reading


@click.command(name="serve")
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8001, show_default=True, help="The port to listen on."
)
@database_option
def command(port: int, database: Path) -> None:
    """Show the database in a browser, at http://127.0.0.1 and the port, to this machine alone. Nothing can be
    changed there.

    \b
    Example:
      matters serve --db output/minutes.db
    """
    with reading(database):
        pass  # says so in plain words where there is none
    import uvicorn

    from pipeline.publish import site

    try:
        pages = site(database)
    except OSError as error:
        raise click.ClickException(
            f"{error.filename} is missing: serve from a checkout of the project."
        ) from error
    click.echo(f"http://127.0.0.1:{port}  (stop with Ctrl-C)")
    uvicorn.run(pages.app(), host="127.0.0.1", port=port, log_level="warning", lifespan="on")
