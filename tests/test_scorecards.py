"""Performance tables as blocks, whatever file they came from: which rows, and what they say. All are invented."""

from dataclasses import replace

import pytest

from extractors.language.parsed import Parsed
from extractors.model import Cell, Document, Piece, digest
from extractors.scorecards import ScorecardRow, find, problems
from pipeline.compose import compose

Given = str | Cell


def table(text: str, headings: int = 1) -> list[Piece]:
    """A line a row, `|` between cells; `#colour` after a text is its fill, `^up` a drawn arrow, `>2` its span."""
    pieces = []
    for number, line in enumerate(filter(None, map(str.strip, text.splitlines()))):
        cells, column = [], 0
        for part in line.split("|"):
            words = part.split()
            fill = next((w for w in words if w.startswith("#")), None)
            mark = next((w[1:] for w in words if w.startswith("^")), None)
            span = next((int(w[1:]) for w in words if w.startswith(">") and w[1:].isdigit()), 1)
            said = " ".join(
                w for w in words if not w.startswith(("#", "^")) and not (w[0] == ">" and w[1:].isdigit())
            )
            cells.append(Cell(said, fill=fill, mark=mark, column=column, span=span))
            column += span
        pieces.append(Piece("table_row", "", page=1, table=1, header=number < headings, cells=tuple(cells)))
    return pieces


def parse(*pieces: Piece, date: str | None = "2024-02-01") -> Parsed:
    text, blocks = compose(pieces)
    return Parsed(Document(digest(text), "t.html", "0" * 64, "html", text, blocks, date=date))


def rows(text: str, headings: int = 1) -> list[ScorecardRow]:
    return list(find(parse(Piece("heading", "Homes", level=1), *table(text, headings))))


def test_a_plain_table() -> None:
    [first, second] = rows(
        """
        Ref | Measure | Target | Q2 2023/24 | Q3 2023/24 | RAG | Direction
        HS4 | Gas certificates in date | 100% | 99.1% | 99.6% | Amber | ↑
        HS9 | Days to let an empty home | 28 | 31 | 35.5 | R | ↓
        """
    )
    assert (first.code, first.indicator, first.section) == ("HS4", "Gas certificates in date", "Homes")
    assert (first.latest, first.latest_text, first.unit, first.target) == (99.6, "99.6%", "%", 100)
    assert (first.rag, first.direction) == ("amber", "up")
    assert (second.latest, second.unit, second.rag, second.direction) == (35.5, "days", "red", "down")


def test_a_year_over_its_quarters_and_a_band_between_rows() -> None:
    [kept, other] = rows(
        """
        Indicator | 2022/23 >2 | 2023/24 >2 | Annual target
         | Q3 | Q4 | Q1 | Q2 |
        Streets > | | | | |
        Lamps mended in five days | 88% | 90% | 91% | 93% | 95%
        Parks | | | | |
        Visits to the splash pool | 200 | 100 | n/a | - | 900
        """,
        headings=2,
    )
    assert (kept.latest, kept.target, kept.section) == (93, 95, "Streets >")
    assert (other.latest, other.latest_text, other.target, other.section) == (None, None, 900, "Parks")


def test_ratings_by_fill_alone() -> None:
    found = rows(
        """
        KPI | Target | Actual
        Benefit claims decided in 20 days | 90% | 96% #00b050
        Calls answered in a minute | 80% | 61% #ff0000
        Bins missed per 100,000 | 40 | 44 #ffc000
        """
    )
    assert [row.rag for row in found] == ["green", "red", "amber"]
    assert [row.unit for row in found] == ["%", "%", "per 100,000"]


def test_previous_ratings_and_drawn_arrows_without_values() -> None:
    [row] = rows(
        """
        Library KPIs | RAG rating >2 | DoT
        | Latest | Previous |
        % of loans returned on time | GREEN | AMBER | ^down
        """,
        headings=2,
    )
    assert (row.rag, row.rag_previous, row.direction, row.latest, row.unit) == (
        "green",
        "amber",
        "down",
        None,
        "%",
    )


def test_a_card() -> None:
    [row] = rows(
        """
        Share of planning appeals dismissed ^chart | AMBER ^same
        Latest: 71.5% | Target: 75%, Floor 70% | Previous: 69% (Red)
        """,
        headings=0,
    )
    assert (row.indicator, row.latest, row.target, row.floor) == (
        "Share of planning appeals dismissed",
        71.5,
        75,
        70,
    )
    assert (row.rag, row.rag_previous, row.direction) == ("amber", "red", "same")


def test_a_turned_table() -> None:
    [row] = rows(
        """
        Meals delivered on time | Q1 | Q2 | Q3
        Target | 90% | 90% | 92%
        Actual | 85% | 91% | 89%
        RAG | Red | Green | Amber
        """
    )
    assert (row.indicator, row.latest, row.target, row.rag) == ("Meals delivered on time", 89, 92, "amber")


def test_measures_under_each_year() -> None:
    found = rows(
        """
        Quarter 2 >6
        2023/24 >3 | 2022/23 >3
        Minor | Grave | All | Minor | Grave | All
        12 | 3 | 15 | 14 | 4 | 18
        """,
        headings=3,
    )
    assert [(row.indicator, row.latest) for row in found] == [("Minor", 12), ("Grave", 3), ("All", 15)]


@pytest.mark.parametrize(
    "text",
    [
        "Action | Owner | Target date | Status\nSend the survey to tenants | J Marsh | 1 May 2024 | Green",
        "Summary | GREEN | AMBER | RED\nHousing services | 2 | 1 | 4\nPlanning services | 3 | 0 | 1",
        "Risk | Likelihood | Impact | Current score | Target score\nA pump fails in a flood | 3 | 4 | 12 | 6",
        "Councillor | For | Against\nCouncillor Ash | 1 | 0",
        "Cabinet Member | A Person\nCorporate Director | Another Person",
        "Service | Budget £000 | Forecast £000 | Variance\nWaste | 1,200 | 1,300 | 100",
    ],
)
def test_tables_of_other_things_are_left_alone(text: str) -> None:
    assert rows(text) == []


def test_a_column_that_is_not_understood_is_named() -> None:
    parsed = parse(*table("Measure | Target | Q3 | Wobble\nTrees planted by schools | 40 | 31 | 7"))
    [problem] = problems(parsed)
    assert "Wobble" in problem.detail and problem.error == "not understood"


def test_figures_and_targets_stand_where_their_numbers_do() -> None:
    parsed = parse(*table("Measure | Target | Q2 2023/24 | Q3 2023/24\nTrees planted | 40 | 28 | 1,031"))
    [row] = parsed.scorecards.rows
    assert [(parsed.text[f.start : f.end], f.value, f.role, f.period) for f in row.figures] == [
        ("28", 28, "actual", "2023/24 Q2"),
        ("1,031", 1031, "actual", "2023/24 Q3"),
        ("40", 40, "target", None),
    ]
    assert [parsed.text[t.start : t.end] for t in row.targets] == ["40"]


def test_the_headings_again_on_the_next_page_are_no_row() -> None:
    once = table("Measure | Target | Actual\nTrees planted | 40 | 31")
    again = [
        replace(piece, page=2)
        for piece in table("Measure | Target | Actual\nHedges laid | 4 | 5", headings=0)
    ]
    assert [(row.page, row.indicator) for row in find(parse(*once, *again))] == [
        (1, "Trees planted"), (2, "Hedges laid")]  # fmt: skip


def test_cells_stand_where_they_say_though_the_first_and_last_are_empty() -> None:
    text, [block] = compose(table(" | Latest | | Previous | "))
    assert [text[span.start : span.end] for span in block.cells] == ["", "Latest", "", "Previous", ""]
    assert all(block.start <= span.start <= span.end <= block.end for span in block.cells)
