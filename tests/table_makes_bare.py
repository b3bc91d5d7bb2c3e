"""Invented reports whose tables have few lines or none, as word processors and browsers set them."""

from collections.abc import Sequence
from itertools import pairwise

from tests.pdf_writer import Pages, wrap

_SIZE, _LEADING, _PADDING = 9, 10.8, 5.0
Cells = Sequence[str]


def _row(pages: Pages, cells: Cells, edges: Sequence[float], font: str = "plain") -> float:
    """A row of cells that stand in the middle of its height; gives the place of its bottom."""
    blocks = [
        wrap(text, right - left - 8, font, _SIZE)
        for text, left, right in zip(cells, edges, edges[1:], strict=False)
    ]
    height = max(len(lines) for lines in blocks) * _LEADING
    for lines, left in zip(blocks, edges, strict=False):
        down = (height - len(lines) * _LEADING) / 2 + _LEADING * 0.8
        for number, text in enumerate(lines):
            if text:
                pages.put(text, left + 4, pages.y - down - number * _LEADING, font, _SIZE)
    pages.y -= height + _PADDING
    return pages.y + _PADDING / 2


def _borders(pages: Pages, at: float, edges: Sequence[float]) -> None:
    """The bottoms of cells, each drawn by itself."""
    for left, right in pairwise(edges):
        pages.pages[-1].append(f"{left:.1f} {at:.1f} {right - left:.1f} 0.7 re f")


def cell_borders() -> bytes:
    """Lines under cells and no others: two tables of one width, a year over four quarters, a cell across two."""
    pages = Pages("Ashmere Borough Council", None)
    pages.paragraph("How the council performed", font="bold", size=13)
    edges = [64.0, 220.0, 270.0, 320.0, 370.0, 420.0, 475.0, 530.0]
    pages.paragraph("Tenancies", font="bold", size=11, gap=2)
    pages.put("2021/22", 224, pages.y, "bold", _SIZE)
    pages.put("2022/23", 324, pages.y, "bold", _SIZE)
    _borders(pages, pages.y - 3, edges[1:6])
    pages.y -= 6
    heads = ["Measure", "Q3", "Q4", "Q1", "Q2", "Target 2022/23", "Status"]
    _borders(pages, _row(pages, heads, edges, "bold"), edges)
    for cells in (
        ["Rent that was collected, as a share of the rent due in the quarter", "96.0%", "96.9%", "97.1%", "97.4%",
         "98%", "Amber"],
        ["Homes let within four weeks of falling empty", "44", "51", "47", "58", "55", "Green"],
    ):  # fmt: skip
        _borders(pages, _row(pages, cells, edges), edges)
    pages.put("More homes fell empty in spring than in any year since 2015, most of them in the old blocks.", 68,
              pages.y - 8, "plain", _SIZE)  # fmt: skip
    pages.y -= _LEADING + _PADDING
    _borders(pages, pages.y + _PADDING / 2, edges)
    pages.y -= 18
    pages.put("Planning", 64, pages.y, "bold", 11)
    pages.y -= 22
    _borders(
        pages, _row(pages, ["Measure", "", "", "Q1", "Q2", "Target 2022/23", "Status"], edges, "bold"), edges
    )
    for cells in (
        ["Appeals that the council won", "", "", "71%", "62%", "70%", "Red"],
        ["Trees protected by a new order", "", "", "18", "26", "20", "Green"],
    ):
        _borders(pages, _row(pages, cells, edges), edges)
    return pages.finish("cell borders")


def centred_cells() -> bytes:
    """No line at all: names of two lines beside values of one, only two rows, a quarter over what it has."""
    pages = Pages("Ashmere Borough Council", None)
    pages.paragraph("Exceptions to report", font="bold", size=13)
    edges = [64.0, 210.0, 270.0, 330.0, 390.0, 450.0, 520.0]
    pages.put("Q1 2022/23", 214, pages.y, "bold", _SIZE)
    pages.put("Q2 2022/23", 334, pages.y, "bold", _SIZE)
    pages.y -= 9
    pages.put("Indicator", 68, pages.y, "bold", _SIZE)
    for x, text in zip(edges[1:5], ("Target", "Actual") * 2, strict=True):
        pages.put(text, x + 4, pages.y - 9, "bold", _SIZE)
    pages.put("Trend", 454, pages.y, "bold", _SIZE)
    pages.y -= 26
    for cells in (
        ["Fines paid before the case went to the magistrates", "60%", "57%", "60%", "52%", "Worse"],
        ["Noise complaints that were closed in ten working days", "85%", "80%", "85%", "86%", "Better"],
    ):
        _row(pages, cells, edges)
        pages.y -= 6
    pages.y -= 20
    pages.paragraph("Both were spoken of when the panel met in September.")
    return pages.finish("centred cells")


BARE = {"cell-borders.pdf": cell_borders, "centred-cells.pdf": centred_cells}
