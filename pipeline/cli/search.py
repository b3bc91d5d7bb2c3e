"""`matters search`: passages by their words."""

from pathlib import Path

import click

from pipeline.cli.answers import print_answer
from pipeline.cli.cards import heading, marked, place
from pipeline.cli.options import Output, database_option, output_options, reading
from pipeline.cli.scope import scope_options
from pipeline.queries.scope import Row, Scope


@click.command(name="search")
@click.argument("words", nargs=-1, required=True)
@scope_options
@click.option(
    "--limit", type=click.IntRange(1), default=20, show_default=True, help="Most passages to print."
)
@database_option
@output_options
def command(words: tuple[str, ...], scope: Scope, limit: int, database: Path, output: Output) -> None:
    """Find passages that hold all of WORDS, best first.

    "Words in quotes" stand together; AND, OR and NOT in capitals join; a star stands for any ending.

    \b
    Examples:
      matters search care leavers
      matters search '"sickness absence" NOT schools' --since 2023
    """
    from pipeline.queries.search import count_hits, search_passages

    asked = " ".join(words)
    with reading(database) as connection:
        rows = search_passages(connection, asked, scope, limit=limit)
        print_answer(connection, rows, output, _card, subject=asked, scope=scope, wanted="passage")
        if output == "table" and len(rows) == limit:
            click.echo(f"There are {count_hits(connection, asked, scope)} in all: --limit shows more.")


def _card(row: Row) -> list[str]:
    return [heading(row), f"  {marked(row['snippet'])}", place(row)]
