"""Whether a printed line of a PDF goes on in the next: by its words, and by its place on the page."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import quantiles

from pipeline.layouts.labels import LABEL
from pipeline.layouts.pdf_lines import WIDE_GAP
from pipeline.layouts.pdf_model import Column, PrintedLine
from pipeline.layouts.text_joining import JOINERS, Seam, read_seam

_SPACE = 0.25
"""Of the font size: a space between words."""
_SLACK = 0.6
"""Of the font size, that a full line's next word may have fitted by: margins are not exact."""
_APART = 1.25
"""Of the usual distance between lines, where a paragraph ends."""
_FAR_APART = 1.8
_STEP = 1.0
"""Of the font size: a first line further in than this begins a paragraph."""
_FEW = 12
"""Lines of a column that may all be short."""
_LEVEL_TABS = 3
"""Points."""
_SIZES = 0.12
"""Share by which the font sizes of one paragraph's lines differ."""


@dataclass(frozen=True, slots=True)
class Print:
    """How a document is set: `pitch` from line to line and `size` of the font, as most of its lines have
    them."""

    size: float
    pitch: float
    """In font sizes."""


def read_print(lines: Sequence[PrintedLine]) -> Print:
    """Judge by all lines: the commonest size, and distance between lines of one column."""
    sizes: Counter[float] = Counter()
    pitches: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    for before, line in pairwise(lines):
        if before.column == line.column and line.top > before.top:
            pitches[round((line.top - before.top) / line.size, 1)] += len(line.text)
    return Print(
        max(sizes, key=lambda size: (sizes[size], size), default=11.0),
        max(pitches, key=lambda pitch: (pitches[pitch], -pitch), default=1.2),
    )


def set_margins(columns: Sequence[Column]) -> list[Column]:
    """The columns, each with its number. Those over the whole width share the document's left margin; one of
    few lines, which may all be short, has the right margin of its like."""
    like = {
        make: [line for column in columns if column.make == make for line in column.lines]
        for make in ("whole", "noted")
    }
    left = _outermost([line.x0 for make in like for line in like[make]])
    right = {make: -_outermost([-line.x1 for line in lines]) for make, lines in like.items()}
    numbered = []
    for number, column in enumerate(columns, 1):
        whole = column.make != "part"
        reach = right[column.make] if whole and len(column.lines) < _FEW else 0.0
        numbered.append(
            replace(
                column,
                lines=tuple(
                    replace(
                        line,
                        column=number,
                        left=left if whole else line.left,
                        right=max(line.right, reach),
                    )
                    for line in column.lines
                ),
            )
        )
    return numbered


def _outermost(edges: Sequence[float]) -> float:
    """The least edge, but for the few that stand out."""
    return quantiles(edges, n=50)[0] if len(edges) >= 20 else min(edges, default=0.0)


def continues(
    gathered: Sequence[PrintedLine], line: PrintedLine, following: PrintedLine | None, setting: Print
) -> bool:
    """Whether `line` goes on with the paragraph of the lines `gathered`; `following` is the line after it."""
    before = gathered[-1]
    seam = read_seam(before, line, following)
    if line.text in JOINERS:
        return True
    if seam is None or abs(line.size - before.size) > _SIZES * before.size:
        return False
    if _begins_entry(before, line):
        return False
    slack = before.right - (before.x1 + _SPACE * before.size + line.first)
    full = slack < _SLACK * before.size
    if line.column != before.column:
        return _goes_on_overleaf(gathered, line, seam, full)
    pitch = (line.top - before.top) / max(1.0, setting.pitch * line.size)
    if pitch > _FAR_APART:
        return seam.flows and not seam.ended and full
    apart = pitch > _APART
    if seam.ended:
        colon = before.text[-1] == ":" and not line.text[0].islower()
        return full and not apart and not colon and not _steps_in(gathered, line)
    if seam.flows:
        return before.text[-1] != ";" and (full or not apart)
    return full and not apart


def _goes_on_overleaf(gathered: Sequence[PrintedLine], line: PrintedLine, seam: Seam, full: bool) -> bool:
    """On the next page or in the next column no white tells. A sentence's end is then the paragraph's, unless
    both lines hang under one label."""
    before = gathered[-1]
    if not seam.ended:
        return before.text[-1] != ";" if seam.flows else full
    hangs = line.x0 - line.left > line.size and abs(line.x0 - line.left - before.x0 + before.left) < 3
    return full and hangs and bool(LABEL.match(gathered[0].text)) and before.x0 > gathered[0].x0


def _begins_entry(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether the line has a label and, behind a tab, words that stand under those of the line before:
    "Present:    Cllr Ashby" over "Clerk:    Bo Nash"."""
    tab = _tab(line)
    if tab is None:
        return False
    above = _tab(before)
    return abs(tab - (before.x0 if above is None else above)) < _LEVEL_TABS


def _tab(line: PrintedLine) -> float | None:
    """Where the words behind the line's first wide gap stand."""
    gaps = (word.x0 for before, word in pairwise(line.words) if word.x0 - before.x1 > WIDE_GAP * word.size)
    return next(gaps, None)


def _steps_in(gathered: Sequence[PrintedLine], line: PrintedLine) -> bool:
    """Whether the line begins further in than the paragraph's lines, as a new paragraph's first line does."""
    before = gathered[-1]
    if len(gathered) == 1 and LABEL.match(before.text):
        return False
    return line.x0 - before.x0 > _STEP * line.size
