"""`matters evaluate`: precision, recall and F1 against documents that a person has marked."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from pipeline.cli.options import Output, output_options, plain_errors
from pipeline.cli.tables import print_rows, shown
from pipeline.queries.scope import Row

if TYPE_CHECKING:
    from pipeline.evaluation import Disagreement, FoundDocument, GoldDocument, GoldTables, Report, TableReport

    Gold = TypeVar("Gold", GoldDocument, GoldTables)

_RECORDS = {
    "record": "Record", "precision": "Precision", "recall": "Recall", "f1": "F1", "gold": "Marked", "found": "Found",
}  # fmt: skip
_ATTRIBUTES = {"attribute": "Attribute of the paired records", "right": "Right", "of": "Of", "share": "Share"}
_BINS = {"said": "Said to be sure", "records": "Records", "mean": "Mean said", "right": "Right"}


@click.command(name="evaluate")
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="GOLD_DIR")
@click.option(
    "--documents",
    "folders",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Where the marked documents are, if not in GOLD_DIR or in a folder “corpus” beside it.",
)
@click.option(
    "--db",
    "database",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Judge what this database holds, and do not read the documents again.",
)
@click.option("--errors", is_flag=True, help="List what was missed and what was extra, with its text.")
@click.option("--folds", is_flag=True, help="Show each council's F1 apart.")
@output_options
def command(
    gold: Path, folders: tuple[Path, ...], database: Path | None, errors: bool, folds: bool, output: Output
) -> None:
    """Measure how good the records are, on documents that you have marked by hand.

    GOLD_DIR holds one JSON file for each marked document; docs/evaluate.md describes the format, so that a council
    can find out in an hour how good the program is on its own minutes. A file may mark the rows of performance
    tables instead.

    \b
    Examples:
      matters evaluate tests/gold --documents corpus
      matters evaluate my-gold --db output/minutes.db --errors
    """
    from pipeline.evaluation import InvalidGold, load_gold, load_tables, measure, measure_tables

    try:
        marked, tables = load_gold(gold), load_tables(gold)
    except InvalidGold as error:
        raise click.ClickException(str(error)) from error
    if database:
        with (
            plain_errors(database),
            closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as db,
        ):
            report = measure(_from_database(db, marked))
            rows = measure_tables(_rows_of(_from_database(db, tables)))
    else:
        places = folders or (gold, gold.parent / "corpus")
        report = measure(_from_files(marked, places))
        rows = measure_tables(_rows_of(_from_files(tables, places)))
    if output == "json":
        data = (_as_data(report, errors) if marked else {}) | (
            _tables_as_data(rows, errors) if tables else {}
        )
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    elif output == "csv":
        print_rows(
            (_records(report) if marked else []) + (_table_rows(rows) if tables else []), _RECORDS, "csv", ""
        )
    else:
        if marked:
            _print(report, errors, folds)
        if tables:
            _print_tables(rows, errors)


def _from_database(
    connection: sqlite3.Connection, marked: "list[Gold]"
) -> "Iterator[tuple[Gold, FoundDocument | None]]":
    from pipeline.evaluation import find_in_database

    for each in marked:
        yield each, find_in_database(connection, each)


def _from_files(
    marked: "list[Gold]", folders: tuple[Path, ...]
) -> "Iterator[tuple[Gold, FoundDocument | None]]":
    from pipeline.evaluation import find_in_files
    from pipeline.layouts.base import Unreadable

    for each in marked:
        try:
            yield each, find_in_files(folders, each)
        except Unreadable as error:
            click.echo(shown(f"{each.document}: {error}"), err=True)
            yield each, None


def _rows_of(
    pairs: "Iterator[tuple[GoldTables, FoundDocument | None]]",
) -> "Iterator[tuple[GoldTables, Sequence[Row]]]":
    for gold, found in pairs:
        if found is None:
            click.echo(shown(f"{gold.document} was not found: all its rows count as missed."), err=True)
        yield gold, [dict(row) for row in found.rows.get("scorecard_rows", ())] if found else []


def _print_tables(report: "TableReport", errors: bool) -> None:
    print_rows(_rounded(_table_rows(report)), _RECORDS, "table", "")
    columns = [{"attribute": name} | share.as_row() for name, share in report.columns.items() if share.of]
    print_rows(_rounded(columns), _ATTRIBUTES | {"attribute": "Column of the paired rows"}, "table", "")
    if errors:
        _print_errors(report.disagreements)


def _table_rows(report: "TableReport") -> list[Row]:
    return [{"record": "scorecard_rows"} | report.rows.as_row()]


def _tables_as_data(report: "TableReport", errors: bool) -> dict[str, object]:
    columns = {name: share.as_row() for name, share in report.columns.items()}
    data: dict[str, object] = {"scorecard_rows": report.rows.as_row(), "columns": columns}
    if errors:
        data["scorecard_disagreements"] = _plain(report.disagreements)
    return data


def _print(report: "Report", errors: bool, folds: bool) -> None:
    for name in report.absent:
        click.echo(shown(f"{name} was not found: all that is marked in it counts as missed."), err=True)
    print_rows(_rounded(_records(report)), _RECORDS, "table", "")
    print_rows(_rounded(_attributes(report)), _ATTRIBUTES, "table", "")
    click.echo(f"Mean F1 over the record types: {report.mean_f1:.3f}\n")
    if folds:
        names = list(report.folds)
        rows = [
            {"record": kind} | {fold: f"{report.folds[fold][kind].f1:.2f}" for fold in names}
            for kind in report.records
            if any(kind in report.folds[fold] for fold in names)
        ]
        print_rows(rows, {"record": "F1 of each council"} | {name: name for name in names}, "table", "")
    print_rows(_rounded(_bins(report)), _BINS, "table", "No record says how sure it is.")
    if errors:
        _print_errors(report.disagreements)


def _print_errors(disagreements: "Sequence[Disagreement]") -> None:
    for each in disagreements:
        sign = {"missed": "-", "wrong": "!"}.get(each.verdict, "+")
        rule = f" ({each.rule})" if each.rule else ""
        click.echo(shown(f"{sign} {each.document} {each.kind} {each.verdict}{rule}: {each.text}"))


def _records(report: "Report") -> list[Row]:
    return [{"record": kind} | score.as_row() for kind, score in report.records.items()]


def _attributes(report: "Report") -> list[Row]:
    return [{"attribute": name} | share.as_row() for name, share in report.attributes.items() if share.of]


def _bins(report: "Report") -> list[Row]:
    return [
        {"said": f"{each.least:.2f} to {each.below:.2f}", "records": each.records, "mean": each.confidence,
         "right": each.right}
        for each in report.calibration
    ]  # fmt: skip


def _rounded(rows: list[Row]) -> list[Row]:
    return [
        {name: f"{value:.3f}" if isinstance(value, float) else value for name, value in row.items()}
        for row in rows
    ]


def _as_data(report: "Report", errors: bool) -> dict[str, object]:
    data: dict[str, object] = {
        "records": {kind: score.as_row() for kind, score in report.records.items()},
        "attributes": {name: share.as_row() for name, share in report.attributes.items()},
        "mean_f1": report.mean_f1,
        "calibration": _bins(report),
        "not_found": report.absent,
    }
    if errors:
        data["disagreements"] = _plain(report.disagreements)
    return data


def _plain(disagreements: "Sequence[Disagreement]") -> list[Row]:
    return [{name: getattr(each, name) for name in each.__dataclass_fields__} for each in disagreements]
