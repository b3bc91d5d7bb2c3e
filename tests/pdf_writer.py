"""A small PDF writer for the sample corpus: text in the standard fonts, ruled tables, filled cells.

The pages have what makes real minutes hard to read back: running headers and footers, page numbers, lines
broken after hyphens, a second column at the right margin. Output depends on the calls alone (no date, no
compression), so the committed files can be made again byte for byte.
"""

import re

from pdfminer.fontmetrics import FONT_METRICS

WIDTH, HEIGHT, MARGIN = 595, 842, 64
FONTS = {"plain": "Times-Roman", "bold": "Times-Bold"}
FILLS = {"red": "0.84 0.19 0.15", "amber": "1 0.75 0", "green": "0.33 0.65 0.31"}
Row = list[tuple[str, str | None]]


def text_width(text: str, font: str, size: float) -> float:
    """Width in points."""
    widths = FONT_METRICS[FONTS[font]][1]
    return sum(widths.get(char, 500) for char in text) * size / 1000


def wrap(text: str, width: float, font: str = "plain", size: float = 11) -> list[str]:
    """Lines no wider than `width`; as in Word, a line may end after a hyphen."""
    lines = [""]
    for word in re.findall(r"\S+?-(?=[a-z])|\S+\s*", text):
        if lines[-1] and text_width((lines[-1] + word).rstrip(), font, size) > width:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += word
    return [line.rstrip() for line in lines]


class Pages:
    """Writes down the page and goes on to the next where there is no room."""

    def __init__(self, head: str | None, foot: str | None) -> None:
        self.head, self.foot = head, foot
        self.pages: list[list[str]] = []
        self.right = WIDTH - MARGIN
        self._begin()

    def _begin(self) -> None:
        self.pages.append([])
        self.y = HEIGHT - 90

    def room(self, height: float) -> None:
        """Begin a new page unless `height` points are left on this one."""
        if self.y - height < 80:
            self._begin()

    def put(self, text: str, x: float, y: float, font: str = "plain", size: float = 11) -> None:
        """One run of text with its base line at `y`."""
        escaped = re.sub(r"([()\\])", r"\\\1", text)
        self.pages[-1].append(f"BT /{font} {size} Tf {x:.1f} {y:.1f} Td ({escaped}) Tj ET")

    def paragraph(
        self, text: str, *, indent: float = 0, hang: float = 0, font: str = "plain", size: float = 11,
        centred: bool = False, gap: float = 8, beside: str = "",
    ) -> None:  # fmt: skip
        """A wrapped paragraph; `beside` stands in the right column, level with its last line."""
        left = MARGIN + indent
        label, body = text.split(" ", 1) if hang else ("", text)
        lines = wrap(body, self.right - left - hang, font, size)
        for number, line in enumerate(lines):
            self.room(size * 1.25)
            if label and not number:
                self.put(label, left, self.y, font, size)
            slack = (self.right - left - text_width(line, font, size)) / 2 if centred else 0
            self.put(line, left + hang + slack, self.y, font, size)
            if number < len(lines) - 1:
                self.y -= size * 1.25
        for line in wrap(beside, WIDTH - MARGIN - self.right - 12, "bold", 10) if beside else []:
            self.put(line, self.right + 12, self.y, "bold", 10)
            self.y -= 12.5
        self.y -= size * 1.25 + gap - (12.5 if beside else 0)

    def table(self, rows: list[Row], widths: list[float], size: float = 9) -> None:
        """A ruled table, the first row bold and repeated on each page."""
        for number, row in enumerate(rows):
            before = len(self.pages)
            self.room(self._height(row, widths, size))
            if number and len(self.pages) > before:
                self._row(rows[0], widths, size, "bold")
            self._row(row, widths, size, "plain" if number else "bold")
        self.y -= 16

    def _height(self, row: Row, widths: list[float], size: float) -> float:
        cells = zip(row, widths, strict=True)
        return 7 + size * 1.2 * max(len(wrap(text, width - 8, "bold", size)) for (text, _), width in cells)

    def _row(self, row: Row, widths: list[float], size: float, font: str) -> None:
        height = self._height(row, widths, size)
        x, top = float(MARGIN), self.y + size
        for (text, fill), width in zip(row, widths, strict=True):
            box = f"{x:.1f} {top - height:.1f} {width} {height:.1f} re"
            if fill:
                self.pages[-1].append(f"{FILLS[fill]} rg {box} f 0 g")
            self.pages[-1].append(f"0.5 w {box} S")
            for number, line in enumerate(wrap(text, width - 8, font, size)):
                self.put(line, x + 4, top - size - 2 - number * size * 1.2, font, size)
            x += width
        self.y -= height

    def finish(self, title: str) -> bytes:
        """The file."""
        for number, page in enumerate(self.pages, 1):
            self._furniture(page, f"Page {number} of {len(self.pages)}" if self.head else str(number))
        return serialise(["\n".join(page) for page in self.pages], title)

    def _furniture(self, page: list[str], number: str) -> None:
        current, self.pages = self.pages, [page]
        if self.head:
            self.put(self.head, MARGIN, HEIGHT - 50, size=9)
        if self.foot:
            self.put(self.foot, MARGIN, 44, size=9)
        self.put(number, WIDTH - MARGIN - text_width(number, "plain", 9), 44, size=9)
        self.pages = current


def serialise(streams: list[str], title: str, page: str = "") -> bytes:
    """Page content streams as a PDF 1.4 file; `page` is further entries of every page's dictionary."""
    kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(len(streams)))
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>",
        font.format(FONTS["plain"]),
        font.format(FONTS["bold"]),
        f"<< /Title ({title}) /Producer (tests/make_corpus.py) >>",
    ]
    resources = "<< /Font << /plain 3 0 R /bold 4 0 R >> >>"
    for number, stream in enumerate(streams):
        box = f"/MediaBox [0 0 {WIDTH} {HEIGHT}]"
        contents = f"/Contents {7 + 2 * number} 0 R"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} /Resources {resources} {contents} {page}>>")
        length = len(stream.encode("cp1252"))
        objects.append(f"<< /Length {length} >>\nstream\n{stream}\nendstream")
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    xref = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 5 0 R >>\n"
    return out + f"{xref}{trailer}startxref\n{len(out)}\n%%EOF\n".encode("cp1252")
