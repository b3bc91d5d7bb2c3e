"""Performance tables as blocks, whatever file they came from: which rows, and what they say. All are invented."""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extractors.language.column_roles import read_heading
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


def test_measures_under_each_year_beside_a_table_with_targets() -> None:
    folded = """
        Quarter 2 >6
        2023/24 >3 | 2022/23 >3
        Minor | Grave | All | Minor | Grave | All
        12 | 3 | 15 | 14 | 4 | 18
        """
    other = [replace(piece, table=2) for piece in table("Measure | Target | Actual\nTrees planted | 40 | 31")]
    found = list(find(parse(*table(folded, 3), *other)))[:3]
    assert [(row.indicator, row.latest, row.rule) for row in found] == [
        ("Minor", 12, "scorecard.activity"),
        ("Grave", 3, "scorecard.activity"),
        ("All", 15, "scorecard.activity"),
    ]
    assert rows(folded, headings=3) == []


def test_two_headings_of_values_with_their_ratings_and_two_trends() -> None:
    [row] = rows(
        """
        Code | Short Name | Q1 2013/14 >3 | Q2 2013/14 >3 | Annual Target 2013/14 | Long Trend | Latest Note
        | | Value | Target | Status | Value | Target | Status | | |
        LP4 | Days to decide a new claim | 22 | 20 | #ff0000 | 19.5 | 20 | #00b050 | 21 | ^up | Staff were trained.
        """,
        headings=2,
    )
    assert (row.code, row.latest, row.target, row.rag, row.rag_previous) == ("LP4", 19.5, 20, "green", "red")


def test_names_that_begin_as_ratings_do_and_quarters_to_come() -> None:
    [first, second] = rows(
        """
        Performance indicator | Good is | Q1 | Q2 | Q3 | Q4 | Target | On target?
        Missed bins per 100,000 | Low | 40 | 35 | | | 38 | Green
        Improved homes, all wards | High | 28% | 56% | | | 98% | On track
        """
    )
    assert (first.latest, first.rag, first.unit) == (35, "green", "per 100,000")
    assert (second.latest, second.indicator, second.rag) == (56, "Improved homes, all wards", "green")


def test_a_sum_beside_the_months_is_not_the_latest() -> None:
    [row] = rows("Metric | Target | Apr-23 | May-23 | YTD\nSerious incidents | 0 | 1 | 2 | 3")
    assert row.latest == 2


def test_a_theme_holds_until_the_next() -> None:
    found = rows(
        """
        Priority | KPI | Target | Previous quarter | Current quarter | RAG
        Homes | Empty homes brought back | 50 | 12 | 31 | A
        | Homeless cases prevented | 60% | 55% | 58% | A
        Streets | Graffiti removed in 2 days | 95% | 96% | 97% | G
        """
    )
    assert [(row.section, row.latest) for row in found] == [("Homes", 31), ("Homes", 58), ("Streets", 97)]


@pytest.mark.parametrize(
    "text",
    [
        "Action | Owner | Target date | Status\nSend the survey to tenants | J Marsh | 1 May 2024 | Green",
        "Summary | GREEN | AMBER | RED\nHousing services | 2 | 1 | 4\nPlanning services | 3 | 0 | 1",
        "Risk | Likelihood | Impact | Current score | Target score\nA pump fails in a flood | 3 | 4 | 12 | 6",
        "Name | Present | Apologies\nA Moss | ✓ |\nB Reed | | ✓",
        "Councillor | For | Against\nCouncillor Ash | 1 | 0",
        "Cabinet Member | A Person\nCorporate Director | Another Person",
        "Ward | Electorate 2022 | Electorate 2023\nRiverside | 4,100 | 4,150\nHillside | 3,900 | 3,880",
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


SAID = """
Measure|Target|Actual|Q1 2023/24|2022/23|RAG|DoT|Red|↑|95%|£1,200|n/a|-|12.5|Latest: 9%|Target: 8, Floor 7|Trees planted
Previous|Jan – Mar 24|Code|KP 1|0|1 of 3|Owner|
"""
WORDS = st.sampled_from(SAID.strip().replace("\n", "|").split("|")) | st.text(max_size=12)


@settings(max_examples=60)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=6), min_size=1, max_size=6))
@example([["Measure", "AAA"], ["Previous", "Measure", "", "Red"], ["Target", "Measure", "Red"]])
def test_any_table_gives_rows_inside_the_text_or_none(lines: list[list[str]]) -> None:
    pieces = [
        Piece("table_row", "", table=1, cells=tuple(Cell(text, column=at) for at, text in enumerate(line)))
        for line in lines
    ]
    parsed = parse(*pieces)
    for row in parsed.scorecards.rows:
        assert 0 <= row.start < row.end <= len(parsed.text)
        for value in (*row.figures, *row.targets):
            assert 0 <= value.start < value.end <= len(parsed.text)
            assert any(char.isdigit() for char in parsed.text[value.start : value.end])


def test_a_running_head_is_no_section() -> None:
    sheet = """
        Measure | Target | Q3 2023/24
        Gates in good repair | 90% | 92%
        """
    pieces = [Piece("heading", "Fields", level=1, page=1)]
    for page in (1, 2, 3):
        head = Piece("heading", "Annex B", level=1, page=page)
        pieces += [head, *(replace(piece, page=page, table=page) for piece in table(sheet))]
    pieces = [pieces[1], pieces[0], *pieces[2:]]
    assert {row.section for row in find(parse(*pieces))} == {"Fields"}


def test_a_heading_that_opens_two_pages_is_their_section() -> None:
    pieces: list[Piece] = []
    for page in (1, 2):
        sheet = table("Measure | Target | Q3 2023/24\nGates in good repair | 90% | 92%")
        pieces += [Piece("heading", "Fields", level=1, page=page)]
        pieces += [replace(piece, page=page, table=page) for piece in sheet]
    assert {row.section for row in find(parse(*pieces))} == {"Fields"}


@pytest.mark.parametrize(
    ("over", "section"),
    [
        ("Parks & Play KPIs", "Parks & Play KPIs"),
        ("Harbour Measures", "Harbour Measures"),
        ("Key Performance Indicators", "Summary"),
        ("Measure", "Summary"),
    ],
)
def test_a_table_named_over_its_measures(over: str, section: str) -> None:
    sheet = table(f"{over} | Target | Q3 2023/24\nGates in good repair | 90% | 92%")
    [row] = find(parse(Piece("heading", "Summary", level=1, page=1), *sheet))
    assert row.section == section


@pytest.mark.parametrize(
    ("heading", "role", "is_previous"),
    [
        ("Prev Qtr", "actual", True),
        ("Prev. RAG", "rating", True),
        ("Prevention target", "target", False),
        ("Projected outturn", "foreign", False),
        ("Year end outturn", "actual", False),
        ("Data available from", "date", False),
        ("Is higher better?", "polarity", False),
        ("RAGG", "rating", False),
        ("Dangosydd Perfformiad", "measure", False),
        ("Targed", "target", False),
        ("Canlyniad", "actual", False),
        ("What are we measuring?", "measure", False),
        ("How are we doing (Q3)", "actual", False),
        ("What we aimed for", "target", False),
        ("Latest position", "actual", False),
        ("Last reported", "actual", True),
        ("RAG against target", "rating", False),
        ("R/A/G", "rating", False),
        ("Better/worse", "direction", False),
        ("Oct - Dec", "actual", False),
        ("As at 31 December 2023", "actual", False),
        ("East Midlands", "benchmark", False),
        ("RAG thresholds", "scale", False),
        ("Service", "section", False),
        ("Var", "change", False),
        ("#", "reference", False),
        ("2031-32 to date", "actual", False),
        ("Target to date", "target", False),
        ("31/12/2031", "actual", False),
    ],
)
def test_headings_of_other_councils(heading: str, role: str, is_previous: bool) -> None:
    found = read_heading([heading], "2025-02-01")
    assert (found.role, found.is_previous) == (role, is_previous)


def test_a_forecast_is_not_the_latest_value() -> None:
    [row, _] = rows(
        """
        Measure | Q2 2023/24 | Q3 2023/24 | Projected outturn | Target
        Gates in good repair | 90% | 92% | 97% | 95%
        Stiles in good repair | 81% | 84% | 88% | 85%
        """
    )
    assert (row.latest_text, row.target_text) == ("92%", "95%")


def test_quarters_without_a_year_are_dated_by_the_heading_above() -> None:
    sheet = table("Measure | Target | Q4 | Q1\nGates in good repair | 90% | 94% | 92%")
    [row] = find(parse(Piece("heading", "Monitoring report, Quarter 1 2031/32", level=1), *sheet))
    assert row.latest_text == "92%"


@pytest.mark.parametrize(
    ("cells", "rag", "direction"),
    [
        ("Better than target | Amber", "green", None),
        ("Worse | Green", "green", "down"),
        ("+4% | Red", "red", None),
    ],
)
def test_what_stands_under_change_may_be_a_rating_or_a_direction(
    cells: str, rag: str, direction: str | None
) -> None:
    heads = "Change | Note" if cells.startswith("Better") else "Change | RAG"
    [row] = rows(f"Measure | Actual | Target | {heads}\nGates in good repair | 90% | 85% | {cells}")
    assert (row.rag, row.direction) == (rag, direction)


def test_of_a_count_and_its_share_the_share_is_the_value() -> None:
    [row] = rows("Measure | Actual | Target\nGates in good repair | 45 of 50 (90%) | 95%")
    assert (row.latest, row.unit) == (90, "%")
    [row] = rows("Measure | Actual | Target\nGates mended | 45 of 50 | 48")
    assert row.latest == 45


def test_answers_under_a_rating_are_understood_and_rate_nothing() -> None:
    document = parse(*table("Measure | Actual | Target | On target?\nGates in good repair | 90% | 85% | Yes"))
    [row] = find(document)
    assert row.rag is None
    assert not list(problems(document))
