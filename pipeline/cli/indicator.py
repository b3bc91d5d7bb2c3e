"""`matters indicator`: the dossier of one measure."""

from pathlib import Path

import click

from pipeline.cli.answers import print_absence
from pipeline.cli.cards import heading, place, print_cards, words
from pipeline.cli.options import Output, database_option, output_options, reading
from pipeline.cli.scope import scope_options
from pipeline.cli.tables import print_rows, shown
from pipeline.plain import counted
from pipeline.queries.scope import Row, Scope


@click.command(name="indicator")
@click.argument("indicator", nargs=-1, required=True)
@click.option(
    "--html",
    "page",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write a page with a chart to this file.",
)
@scope_options
@database_option
@output_options
def command(
    indicator: tuple[str, ...], page: Path | None, scope: Scope, database: Path, output: Output
) -> None:
    """The dossier of an indicator (by its code or any of its names): values against targets, questions with answers,
    promises and decisions, oldest first, each with its source. Its earlier and later codes are included.

    \b
    Examples:
      matters indicator NI 148
      matters indicator "recycling rate" --since 2023 --csv > recycling.csv
      matters indicator NEET --html neet.html
    """
    from pipeline.dossier import headlines, to_html, together
    from pipeline.queries.disagreements import disagreements, said_of_disagreement
    from pipeline.queries.dossier import dossier_of, make_dossier
    from pipeline.queries.indicators import suggest
    from pipeline.queries.own_codes import own_codes, said_of

    asked = " ".join(indicator)
    with reading(database) as connection:
        dossier, taken = make_dossier(connection, asked, scope), []
        if dossier is None and len(only := suggest(connection, asked, most=2, least=100.0)) == 1:
            dossier = dossier_of(connection, [only[0]["id"]], scope)
            taken = [f"The one indicator with “{asked}” in its names:"]
        if dossier is None or not dossier.entries:
            print_absence(connection, asked, scope, output, "value, question, promise or decision")
            return
        ids = [row["id"] for row in dossier.measures]
        said = [
            *map(said_of, own_codes(connection, ids)),
            *map(said_of_disagreement, disagreements(connection, ids)),
        ]
    if page:
        try:
            page.write_text(to_html(dossier, said), "utf-8")
        except OSError as error:
            raise click.ClickException(f"{page} could not be written: {error.strerror}.") from error
        click.echo(f"Wrote {page}.", err=output != "table")
        if output == "table":
            return
    if output != "table":
        print_rows(dossier.entries, {}, output, "")
        return
    click.echo("\n".join(shown(line) for line in (*taken, *headlines(dossier), *said)) + "\n")
    groups = together(dossier.entries)
    print_cards(map(_card, groups))
    click.echo(f"\n{counted(len(groups), 'entry', 'entries')}.")


def _card(group: list[Row]) -> list[str]:
    """One entry of the timeline; values with the sentence or table row that prints them."""
    from pipeline.dossier import words_of

    said = [line for label, text in words_of(group) for line in words(label, text)]
    return [heading(group[0]), *said, place(group[0])]
