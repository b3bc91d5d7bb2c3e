"""Invented performance reports, each of another make: how councils set their tables in PDF, Word and HTML.

Every function gives the file that its gold in `gold_tables/makes/` was marked on.
"""

import io
from collections.abc import Callable, Mapping

from docx import Document

from tests.pdf_writer import FILLS, MARGIN, Pages, wrap
from tests.table_makes_bare import BARE

Cells = list[str]
_UP = "{x} {y} m {x1} {y} l {x2} {t} l h f"
_DOWN = "{x} {t} m {x1} {t} l {x2} {y} l h f"
_LEFT = [64.0, 300.0, 350.0, 400.0, 450.0, 500.0]


def _line(pages: Pages, cells: Cells, at: list[float], font: str = "plain", size: float = 9) -> None:
    """One line of cells, each beginning at its place; the first wraps below itself."""
    lines = wrap(cells[0], at[1] - at[0] - 12, font, size)
    for x, text in zip(at[1:], cells[1:], strict=False):
        pages.put(text, x, pages.y, font, size)
    for number, text in enumerate(lines):
        pages.put(text, at[0], pages.y - number * size * 1.2, font, size)
    pages.y -= size * 1.2 * len(lines)


def _rule(pages: Pages, x0: float, x1: float) -> None:
    pages.pages[-1].append(f"0.5 w {x0} {pages.y:.1f} m {x1} {pages.y:.1f} l S")


def _arrow(pages: Pages, way: str, x: float, y: float) -> None:
    """A triangle of eight points, drawn as a path."""
    shape = _UP if way == "up" else _DOWN
    pages.pages[-1].append(f"0 g {shape.format(x=x, x1=x + 8, x2=x + 4, y=y, t=y + 7)}")


def unruled() -> bytes:
    """No line anywhere: columns of numbers, headings of two lines, names that wrap, bands in bold."""
    pages = Pages("Dunmere District Council", None)
    pages.paragraph("Performance report, Quarter 2 2023/24", font="bold", size=14)
    pages.paragraph(
        "The tables below show how services did from July to September 2023, beside the year before."
    )
    _line(pages, ["", "Q2", "Q1", "Q2", "Annual"], _LEFT, "bold")
    _line(pages, ["Measure", "2022/23", "2023/24", "2023/24", "target", "RAG"], _LEFT, "bold")
    pages.y -= 5
    _line(pages, ["Waste"], _LEFT, "bold")
    pages.y -= 5
    for cells in (
        ["Household waste that was reused, recycled or composted in the quarter (percentage)", "44.1%", "45.0%",
         "46.2%", "48%", "Amber"],
        ["Bins missed per 100,000 collections", "52", "61", "47", "50", "Green"],
        ["Fly-tips cleared within a day of their report", "88%", "84%", "79%", "90%", "Red"],
    ):  # fmt: skip
        _line(pages, cells, _LEFT)
        pages.y -= 5
    _line(pages, ["Homes"], _LEFT, "bold")
    pages.y -= 5
    for cells in (
        ["Days to let a home that stood empty", "30", "28", "26.5", "27", "Green"],
        ["Households in bed and breakfast at the end of the quarter, families with children included", "14", "n/a",
         "19", "10", "Red"],
    ):  # fmt: skip
        _line(pages, cells, _LEFT)
        pages.y -= 5
    pages.y -= 20
    pages.paragraph("Amber means within five per cent of the target. Homes are those that the council lets.")
    return pages.finish("unruled")


def half_ruled() -> bytes:
    """Rules between the rows only; RAG as a letter, direction as a word, a code before each name."""
    pages = Pages("Combe Valley Housing Board", None)
    pages.paragraph("Scorecard for October to December 2022", font="bold", size=13)
    at = [64.0, 110.0, 300.0, 350.0, 400.0, 450.0]
    right = 530
    pages.y -= 6
    _rule(pages, 64, right)
    rows = [
        ["Ref", "Indicator", "Target", "Actual", "RAG", "Trend"],
        ["HB1", "Gas safety certificates in date", "100%", "99.7%", "A", "Better"],
        ["HB2", "Repairs made good at the first visit, all trades and contractors taken together", "90%", "91.4%",
         "G", "Same"],
        ["HB3", "Rent arrears of current tenants", "£410,000", "£438,250", "R", "Worse"],
        ["HB4", "Tenants content with their neighbourhood", "85%", "-", "", ""],
    ]  # fmt: skip
    for number, cells in enumerate(rows):
        font = "plain" if number else "bold"
        pages.y -= 13
        lines = wrap(cells[1], 180, font, 9)
        for x, text in zip([at[0], *at[2:]], [cells[0], *cells[2:]], strict=True):
            pages.put(text, x, pages.y, font, 9)
        for down, text in enumerate(lines):
            pages.put(text, at[1], pages.y - down * 10.8, font, 9)
        pages.y -= 10.8 * (len(lines) - 1) + 5
        _rule(pages, 64, right)
    pages.y -= 24
    pages.paragraph("Tenants are asked for their views once a year.")
    return pages.finish("half ruled")


def over_pages() -> bytes:
    """A ruled table over two pages, its headings again on the second; ratings by fill alone, drawn triangles."""
    pages = Pages(None, "Brackwater Fire Authority")
    pages.paragraph("Service plan monitor, 2023/24 quarter 3", font="bold", size=13)
    for number in range(3):
        pages.paragraph(
            f"{number + 2}. This part of the report tells what the service did in the quarter. " * 8
        )
    widths = [190.0, 60.0, 60.0, 60.0, 40.0]
    rows = [
        ("Road collisions attended", "240", "251", "amber", "up"),
        ("Fires in homes, accidental", "80", "66", "green", "down"),
        ("First engine there within ten minutes", "85%", "81.5%", "red", "down"),
        ("Home safety visits made", "2,500", "2,711", "green", "up"),
        ("Working days lost to sickness, each firefighter", "7.5", "8.1", "amber", "up"),
        ("False alarms from automatic systems", "900", "1,204", "red", "up"),
    ]
    pages.y = 220
    head = ["Measure", "Target", "Actual", "Rating", "DoT"]
    _boxes(pages, head, widths, "bold")
    for number, (name, target, actual, colour, way) in enumerate(rows):
        if number == 4:
            pages._begin()
            _boxes(pages, head, widths, "bold")
        top = pages.y
        _boxes(pages, [name, target, actual, "", ""], widths, "plain", fills={3: colour})
        _arrow(pages, way, MARGIN + sum(widths[:4]) + 14, top - 4)
    pages.y -= 20
    pages.paragraph("An arrow that points up is a number that rose.")
    return pages.finish("over pages")


def _boxes(
    pages: Pages, cells: Cells, widths: list[float], font: str, fills: Mapping[int, str] | None = None
) -> None:
    """One ruled row of 24 points."""
    x, height = float(MARGIN), 24.0
    for at, (text, width) in enumerate(zip(cells, widths, strict=True)):
        box = f"{x:.1f} {pages.y - 14:.1f} {width} {height} re"
        if fills and at in fills:
            pages.pages[-1].append(f"{FILLS[fills[at]]} rg {box} f 0 g")
        pages.pages[-1].append(f"0.5 w {box} S")
        for number, line in enumerate(wrap(text, width - 8, font, 8)):
            pages.put(line, x + 4, pages.y - number * 9, font, 8)
        x += width
    pages.y -= height


def turned_heads() -> bytes:
    """Ruled, its headings on their side; days as columns, the rating in brackets after the value."""
    pages = Pages("Holt and Sallow Partnership", None)
    pages.paragraph("What was reported in January", font="bold", size=13)
    widths = [200.0, 60.0, 60.0, 60.0]
    pages.y -= 60
    for at, words in enumerate(("30/09/2031", "31/12/2031", "Year’s target"), 1):
        x = MARGIN + sum(widths[:at])
        pages.pages[-1].append(f"0.5 w {x:.1f} {pages.y:.1f} {widths[at]} 70 re S")
        words = words.replace("’", "\\222")
        pages.pages[-1].append(f"BT /bold 9 Tf 0 1 -1 0 {x + 30:.1f} {pages.y + 4:.1f} Tm ({words}) Tj ET")
    pages.pages[-1].append(f"0.5 w {MARGIN} {pages.y:.1f} {widths[0]} 70 re S")
    pages.put("Measure", MARGIN + 4, pages.y + 30, "bold", 9)
    pages.y -= 10
    for cells in (
        ["Carers who had a break in the month", "61% (A)", "66% (G)", "65%"],
        ["Hours of home care not given", "412 (R)", "388 (R)", "200"],
    ):
        _boxes(pages, cells, widths, "plain")
    return pages.finish("turned heads")


def cards() -> bytes:
    """A small table for each measure: title and rating, and under them latest, target and floor, previous."""
    pages = Pages("Tarn and Fell Council", None)
    pages.paragraph("Key measures", font="bold", size=13)
    for name, rating, way, cells in (
        ("Planning decisions on small sites in eight weeks", "AMBER", "down",
         ["Latest: 81%", "Target: 85%, Floor: 75%", "Previous: 86% (Green)"]),
        ("Number of visits to leisure centres, rolling twelve months", "GREEN", "up",
         ["Latest: 412,300", "Target 400,000 Floor 360,000", "Previous 398,120 (Amber)"]),
    ):  # fmt: skip
        top = pages.y
        _boxes(pages, [name, rating], [380.0, 80.0], "plain", fills={1: rating.lower()})
        _arrow(pages, way, MARGIN + 380 + 60, top - 6)
        _boxes(pages, cells, [150.0, 160.0, 150.0], "plain")
        pages.y -= 30
    return pages.finish("cards")


def word_banner() -> bytes:
    """Word: a year over its quarters, merged cells, bands, what is not there said in words."""
    document = Document()
    document.add_heading("Council plan, half-year report", 1)
    document.add_paragraph("What the council set out to do by September 2023, and what it did.")
    table = document.add_table(rows=2, cols=7)
    banner = table.rows[0].cells
    banner[0].text, banner[5].text, banner[6].text = "Performance measure", "Target 2023/24", "Status"
    banner[1].merge(banner[2]).text = "2022/23"
    banner[3].merge(banner[4]).text = "2023/24"
    for at in (0, 5, 6):
        banner[at].merge(table.rows[1].cells[at])
    for at, text in enumerate(("Q3", "Q4", "Q1", "Q2"), 1):
        table.rows[1].cells[at].text = text
    for cells in (
        ["Thriving towns"] + [""] * 6,
        ["Empty shops in the three town centres", "11%", "10.5%", "10.1%", "9.8%", "10%", "On target"],
        ["Jobs found for people out of work for a year", "31", "40", "22", "35", "30", "On target"],
        ["Healthy lives"] + [""] * 6,
        ["Members of the council's gyms", "3,120", "3,300", "3,344", "data not yet available", "3,500", "n/a"],
        ["Adults who walk or cycle each week", "61%", "60%", "59%", "58.5%", "62%", "Off target"],
    ):  # fmt: skip
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    return _saved(document)


def word_pairs() -> bytes:
    """Word: for each measure a table of labels and what they say."""
    document = Document()
    document.add_heading("Measures of the partnership", 1)
    for pairs in (
        [("Indicator", "Children who are ready for school"), ("Actual", "67.2%"), ("Target", "70%"), ("RAG", "Amber"),
         ("Direction of travel", "Improving")],
        [("Indicator", "Admissions of under-fives for injuries, per 10,000"), ("Actual", "118.4"), ("Target", "110"),
         ("RAG", "Red"), ("Direction of travel", "Worsening")],
    ):  # fmt: skip
        table = document.add_table(rows=0, cols=2)
        for label, text in pairs:
            row = table.add_row().cells
            row[0].text, row[1].text = label, text
        document.add_paragraph("")
    return _saved(document)


def _saved(document: object) -> bytes:
    data = io.BytesIO()
    document.save(data)  # type: ignore[attr-defined]
    return data.getvalue()


def html_fills() -> bytes:
    """HTML: codes and names in one column, ratings as the colour of the value's cell, arrows as characters."""
    rows = (
        ("CE 01 Letters answered within ten days", "95%", "97.1%", "#00b050", "&#9650;"),
        ("CE 02 Freedom of information answers in time", "90%", "88.4%", "#ffc000", "&#9660;"),
        ("CE 03 Complaints upheld by the Ombudsman (number)", "4", "9", "#ff0000", "&#9660;"),
        ("CE 04 Average minutes a caller waits", "2.5", "2.5", "#00b050", "&#9654;"),
    )
    body = "".join(
        f'<tr><td>{name}</td><td>{target}</td><td style="background-color:{fill}">{value}</td><td>{way}</td></tr>'
        for name, target, value, fill, way in rows
    )
    return _page(
        f"<h2>Customer measures</h2><table><tr><th>KPI</th><th>Target</th><th>Q4 2021/22</th><th>Trend</th></tr>{body}"
        "</table><p>Green: on target. Amber: near it. Red: well off.</p>"
    )


def html_turned() -> bytes:
    """HTML: a table for each measure, its rows target, actual and rating, its columns the quarters."""
    return _page(
        "<h2>Libraries</h2><table><tr><th>Loans of e-books</th><th>Q1</th><th>Q2</th><th>Q3</th></tr>"
        "<tr><td>Target</td><td>9,000</td><td>9,000</td><td>9,500</td></tr>"
        "<tr><td>Actual</td><td>8,700</td><td>9,310</td><td>9,480</td></tr>"
        "<tr><td>RAG</td><td>Amber</td><td>Green</td><td>Amber</td></tr></table>"
        "<table><tr><th>Visits to the mobile library</th><th>Q1</th><th>Q2</th><th>Q3</th></tr>"
        "<tr><td>Target</td><td>1,200</td><td>1,200</td><td>1,200</td></tr>"
        "<tr><td>Actual</td><td>1,011</td><td>987</td><td>1,244</td></tr>"
        "<tr><td>RAG</td><td>Red</td><td>Red</td><td>Green</td></tr></table>"
    )


def _grid(heads: str, *lines: str) -> str:
    """An HTML table from lines with `|` between cells."""
    top = "".join(f"<th>{head.strip()}</th>" for head in heads.split("|"))
    body = "".join(
        "<tr>" + "".join(f"<td>{cell.strip()}</td>" for cell in line.split("|")) + "</tr>" for line in lines
    )
    return f"<table><tr>{top}</tr>{body}</table>"


def html_system() -> bytes:
    """HTML as performance systems export it: status and trends in words, the polarity and a note beside."""
    return _page(
        "<h2>Corporate health</h2>"
        + _grid(
            "PI Code | Short Name | Good to be | Current Value | Current Target | Status | Short Trend | "
            "Latest Note",
            "CH 11 | Invoices paid in 30 days | High | 91.8% | 95% | Alert | Getting Worse | Two clerks left.",
            "CH 12 | Days lost to sickness for each employee | Low | 7.6 | 8 | OK | Improving | |",
            "CH 14 | Council tax collected | High | 55.3% | 55.5% | Warning | No Change | No data until May.",
        ).replace("<td></td></tr>", "</tr>")
    )


def html_months() -> bytes:
    """HTML: months as columns, one of them not yet known, and what is good told by an arrow's words."""
    return _page(
        "<h2>Street scene</h2>"
        + _grid(
            "Measure | Better if | Apr 2024 | May 2024 | Jun 2024 | Target | RAG",
            "Bins missed for each 10,000 emptied | Lower | 6.1 | 5.4 | 5.9 | 6 | G",
            "Street lights mended in five days | Higher | 88% | 86% | 83% | 90% | R",
            "Graffiti removed in two days | Higher | 97% | 93% | Not yet available | 95% | A",
        )
    )


def html_bilingual() -> bytes:
    """HTML: every heading in Welsh and in English."""
    return _page(
        "<h2>Addysg / Education</h2>"
        + _grid(
            "Cyf / Ref | Dangosydd / Indicator | Targed / Target | Chwarter 1 2023/24 / Quarter 1 2023/24 | "
            "Chwarter 2 2023/24 / Quarter 2 2023/24 | Statws / Status",
            "A1 | Pupils who learn in Welsh | 24% | 22.8% | 23.4% | Amber",
            "A2 | Pupils with free breakfasts | 5,000 | 5,122 | 5,310 | Green",
        )
    )


def word_tolerance() -> bytes:
    """Word: bands between the rows, a threshold beside the target, the rating before and now."""
    rows = (
        ("Ref", "Performance indicator", "Good is", "Annual target", "Amber threshold", "Q1 2024/25", "Q2 2024/25",
         "Previous rating", "Rating", "DoT"),
        ("Homes",) + ("",) * 9,
        ("H3", "Repairs kept to appointment", "High", "95%", "90%", "93.9%", "96.2%", "Amber", "Green", "Better"),
        ("H7", "Days to re-let a home", "Low", "25", "30", "33", "31.5", "Red", "Red", "Better"),
        ("Parks",) + ("",) * 9,
        ("P1", "Play areas inspected each month", "High", "40", "36", "40", "38", "Green", "Amber", "Worse"),
    )  # fmt: skip
    word = Document()
    word.add_heading("Quarterly scorecard", 1)
    table = word.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for row in rows:
        cells = table.add_row().cells
        if not any(row[1:]):
            cells[0].merge(cells[-1]).text = row[0]
            continue
        for cell, text in zip(cells, row, strict=True):
            cell.text = text
    return _saved(word)


def html_worded() -> bytes:
    """HTML: headings in everyday words, the unit over the names, shares beside counts, quarters without a year."""
    return _page(
        "<h2>Our services, quarter 1 2023/24</h2>"
        + _grid(
            "What we are measuring (%) | What we aimed for | Q4 | How did we do? (Q1) | Since last quarter: change | "
            "R/A/G | What we will do | #",
            "Telephone bookings that kept their time | 90 | 84.5 | 104 of 118 (88.1%) | Better | A | Ask them | 1",
            "Parcels of food that reached the door the same day | 75 | 70 | 66 | Worse | R | Hire a van | 2",
        )
        + "<h2>Swimming lessons in the quarter</h2>"
        + _grid("Target | 1,200", "Actual | 1,274", "RAG | Green").replace("th>", "td>")
    )


def _page(body: str) -> bytes:
    head = "<html><head><title>Performance</title></head><body><h1>Performance report</h1>"
    return f"{head}{body}</body></html>".encode()


MAKES: Mapping[str, Callable[[], bytes]] = {
    "unruled.pdf": unruled,
    "half-ruled.pdf": half_ruled,
    "over-pages.pdf": over_pages,
    "turned-heads.pdf": turned_heads,
    "cards.pdf": cards,
    "word-banner.docx": word_banner,
    "word-pairs.docx": word_pairs,
    "html-fills.html": html_fills,
    "html-turned.html": html_turned,
    "html-system.html": html_system,
    "html-months.html": html_months,
    "html-bilingual.html": html_bilingual,
    "html-worded.html": html_worded,
    "word-tolerance.docx": word_tolerance,
    **BARE,
}
