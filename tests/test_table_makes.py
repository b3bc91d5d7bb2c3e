"""Performance reports of twelve makes against their marked rows, and tables that PDF draws or does not draw."""

import dataclasses
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from extractors.language.parsed import Parsed
from extractors.model import Document
from extractors.scorecards import find
from pipeline.documents import read_document
from pipeline.evaluation.tables import GoldTables, TableReport, load_tables
from pipeline.ingest import ingest
from pipeline.layouts.pdf_arrows import read_arrow
from pipeline.layouts.pdf_tables import read_tables
from pipeline.store import open_for_writing
from tests.pdf_writer import Pages
from tests.table_makes import MAKES

ROOT = Path(__file__).parents[1]
MARKED = load_tables(Path(__file__).parent / "gold_tables" / "makes")
REPORT = ROOT.parent / "shared" / "corpus" / "kent" / "quarterly-performance-report-2024-25-q3.pdf"
REAL = ROOT.parent / "shared" / "gold" / "tables"


def add(report: TableReport, gold: GoldTables, document: Document) -> None:
    rows = find(Parsed(document))
    report.add(
        gold, [{field.name: getattr(row, field.name) for field in dataclasses.fields(row)} for row in rows]
    )


@pytest.mark.parametrize("gold", [pytest.param(gold, id=gold.document) for gold in MARKED])
def test_every_make_is_read_as_it_was_marked(gold: GoldTables) -> None:
    report = TableReport()
    add(report, gold, read_document(MAKES[gold.document](), gold.document))
    assert [(each.verdict, each.text) for each in report.disagreements] == []


def test_every_make_is_marked() -> None:
    assert {gold.document for gold in MARKED} == set(MAKES)


@pytest.mark.skipif(not REPORT.exists(), reason="../shared/corpus is not beside this checkout")
def test_a_real_report_of_seventy_pages() -> None:
    [gold] = load_tables(REAL)
    report = TableReport()
    document = read_document(REPORT.read_bytes(), gold.document)
    add(report, gold, document)
    # Half of the report is marked, and the halves share a page: its five other rows count as extra here.
    assert report.rows.paired == report.rows.gold == 77 and report.rows.found <= 82
    for column in ("latest", "target", "floor", "rag", "rag_previous", "direction"):
        assert (report.columns[column].share or 0) >= 0.97, column


def test_words_that_the_page_clips_stand_in_no_cell() -> None:
    pages = Pages(None, None)
    pages.pages[-1].append(
        "0.5 w 64 700 200 20 re S 264 700 200 20 re S 64 680 200 20 re S 264 680 200 20 re S"
    )
    for x, y, text in ((68, 706, "Measure"), (268, 706, "Target"), (68, 686, "Dogs found"), (268, 686, "12")):
        pages.put(text, x, y, size=9)
    pages.put("Floor 9", 268, 670, size=9)
    [table] = read_tables(pages.finish("clipped")).pages[1]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Measure", "Target"],
        ["Dogs found", "12"],
    ]
    assert table.rows[0].cells[1].box == (264, 122, 464, 142)


@pytest.mark.parametrize(("rules", "tables"), [(8, 1), (500, 0)])
def test_lines_without_number_are_a_drawing(rules: int, tables: int) -> None:
    pages = Pages(None, None)
    for number in range(rules):
        y = 700 - number * (14 if rules < 10 else 1)
        pages.pages[-1].append(" ".join(f"{x} {y} 90 0.5 re f" for x in (64, 154, 244)))
        if number % 14 == 0 or rules < 10:
            for x, text in zip((68, 158, 248), ("Dogs", "Cats", "Geese"), strict=True):
                pages.put(text, x, y + 3, size=9)
    assert len(read_tables(pages.finish("drawing")).pages) == tables


def test_minutes_in_columns_are_text() -> None:
    pages = Pages(None, None)
    for number in range(3):
        y = 720 - 60 * number
        pages.pages[-1].append(f"0.5 w 64 {y} 40 60 re S 104 {y} 340 60 re S 444 {y} 80 60 re S")
        pages.put(f"{number + 1}.", 68, y + 45, size=9)
        for line in range(4):
            pages.put(
                "The clerk told the trustees what had been done about the roof since they met",
                108,
                y + 45 - 11 * line,
                size=9,
            )
        pages.put("The clerk", 448, y + 45, size=9)
    assert read_tables(pages.finish("minutes")).pages == {}


def test_prose_with_numbers_is_no_table() -> None:
    pages = Pages("Council", "Foot")
    pages.paragraph(
        "In 2022 there were 14 fires, 12 floods and 9 rescues; in 2023 it was 16, 11 and 8. " * 12
    )
    assert read_tables(pages.finish("prose")).pages == {}


def picture(*rows: str) -> str | None:
    """Each character is eight pixels square."""
    mask = np.array([[char == "#" for char in row] for row in rows])
    return read_arrow(np.kron(mask, np.ones((8, 8), dtype=bool)))


@pytest.mark.parametrize(
    ("rows", "way"),
    [
        (("...#...", "..###..", ".#####.", "#######"), "up"),
        (("#######", ".#####.", "..###..", "...#..."), "down"),
        (("...#...", "..###..", ".#.#.#.", "#..#..#", "...#...", "...#..."), "up"),
        (("..###..", "..###..", "#######", ".#####.", "..###..", "...#..."), "down"),
        (("....#..", "....##.", "#######", "....##.", "....#.."), "same"),
        ((".###.", "#####", "#####", "#####", ".###."), None),
        (("#####", "#####", "#####"), None),
    ],
)
def test_arrows_by_their_outline(rows: tuple[str, ...], way: str | None) -> None:
    assert picture(*rows) == way


def _boxes_of(
    pages: Pages, rows: list[list[str]], widths: list[float], height: float = 20
) -> list[list[tuple[float, float]]]:
    """A ruled table at the top of the page; gives the lower left corner of each cell."""
    corners = []
    for number, row in enumerate(rows):
        y, x, line = 720 - height * number, 64.0, []
        for text, width in zip(row, widths, strict=True):
            pages.pages[-1].append(f"0.5 w {x} {y} {width} {height} re S")
            pages.put(text, x + 4, y + 6, size=9)
            line.append((x, y))
            x += width
        corners.append(line)
    return corners


def _icon(pages: Pages, x: float, y: float, colour: str) -> None:
    """A raster picture of ten points: a square of one colour in a white frame."""
    white, pixel = "ffffff" * 8, "ffffff" + colour * 6 + "ffffff"
    pages.pages[-1].append(
        f"q 10 0 0 10 {x} {y} cm BI /W 8 /H 8 /CS /RGB /BPC 8 /F /AHx ID {white}{pixel * 6}{white}> EI Q"
    )


@pytest.mark.parametrize("grey", [False, True])
def test_the_colour_of_a_raster_icon_is_the_rating(grey: bool) -> None:
    colours = {"red": "d63026", "amber": "ffbf00", "green": "54a64f"}
    pages = Pages(None, None)
    heads = ["Measure", "Target", "Quarter 2 2024/25", "RAG"]
    names = [["Hedges cut on time", "90%", "71%", ""], ["Benches mended on time", "90%", "88%", ""],
             ["Paths swept on time", "90%", "93%", ""]]  # fmt: skip
    corners = _boxes_of(pages, [heads, *names], [180, 60, 100, 60])
    for line, colour in zip(corners[1:], colours.values(), strict=True):
        _icon(pages, line[3][0] + 24, line[3][1] + 5, "777777" if grey else colour)
    rows = list(find(Parsed(read_document(pages.finish("icons"), "icons.pdf"))))
    assert [row.indicator for row in rows] == [name for name, *_ in names]
    assert [row.rag for row in rows] == ([None] * 3 if grey else list(colours))
    assert [row.direction for row in rows] == [None] * 3


def test_words_with_shading_behind_them_are_no_chart() -> None:
    pages = Pages(None, None)
    pages.pages[-1].append("0.5 w 64 700 400 20 re S 64 620 400 80 re S")
    pages.put("R7: Upkeep of the pier", 68, 706, size=9)
    for number in range(20):
        x, y = 70 + 70 * (number % 5), 680 - 14 * (number // 5)
        pages.pages[-1].append(f"0.9 g {x} {y} 28 12 re f {x + 28} {y} 4 12 re f 0 g")
        pages.put("planks", x + 2, y + 3, size=9)
    found = read_tables(pages.finish("risks")).pages.get(1, [])
    assert not [cell for table in found for row in table.rows for cell in row.cells if cell.mark == "chart"]


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """Every make, in one database."""
    folder = tmp_path_factory.mktemp("makes")
    (folder / "corpus").mkdir()
    for name, make in MAKES.items():
        (folder / "corpus" / name).write_bytes(make())
    with closing(open_for_writing(folder / "minutes.db")) as connection:
        ingest(connection, folder, [folder / "corpus"], workers=0)
        yield connection


@pytest.mark.parametrize(("table", "rule"), [("figures", "figure.table"), ("targets", "target.table")])
def test_every_value_of_a_table_leads_to_its_row(stored: sqlite3.Connection, table: str, rule: str) -> None:
    values = stored.execute(f"select count(*), count(scorecard_row_id) from {table} where rule = ?", [rule])
    found, linked = values.fetchone()
    assert 0 < found == linked


def test_a_target_of_a_turned_table_leads_to_the_measure_that_heads_its_column(
    stored: sqlite3.Connection,
) -> None:
    held = stored.execute(
        "select s.indicator, t.text from targets t join scorecard_rows s on s.id = t.scorecard_row_id "
        "join documents d on d.id = t.document_id where d.source like '%html-turned.html' order by t.start_char"
    ).fetchall()
    assert held == [("Loans of e-books", "9,500"), ("Visits to the mobile library", "1,200")]
