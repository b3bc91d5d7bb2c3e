"""Lines of a paragraph to a piece, with its depth told by where it stands under what came before it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.model import Piece
from pipeline.layouts.pdf_joining import Print
from pipeline.layouts.pdf_model import PrintedLine
from pipeline.layouts.text_pieces import make_piece

_LARGER = 1.15
_TITLE = 1.3
"""Of the usual font size: a heading without bold type, and one of the first level."""
_SMALLER = 0.9
"""Of the usual font size: small print, which is a note however short."""
_STEP = 0.8
"""Of the font size: what stands further in than this is a level deeper."""


class Shaping:
    """Makes the pieces of one document, in order."""

    def __init__(self, known: frozenset[str], setting: Print) -> None:
        self._known = known
        self._setting = setting
        self._labels: list[float] = []
        """Where the labels of the points stand that the next one may be nested in."""
        self._text = 0.0
        """Where the words of the last point stand."""
        self._margin: float | None = None
        """Where the section's paragraphs stand, once there is one."""

    def pieces(self, lines: Sequence[PrintedLine]) -> Iterator[Piece]:
        """The piece of one paragraph, and what stands beside it in the margin."""
        if not lines:
            return
        first = lines[0]
        size = first.size / self._setting.size
        if size > _LARGER:
            first = replace(first, style="bold")
        piece = make_piece([first, *lines[1:]], self._known)
        plain = first.style == "plain" and not piece.label
        if piece.kind == "heading" and plain and ("  " in first.text or size < _SMALLER):
            # "Place    The Old Granary", or a note under a chart.
            piece = replace(piece, kind="paragraph", level=0)
        text = " ".join(piece.text.split())
        yield replace(piece, text=text, level=self._level(piece, first, size > _TITLE))
        margin = [line for line in lines for line in line.beside]
        if margin:
            yield Piece("paragraph", " ".join(line.text for line in margin), page=margin[0].page, level=1)

    def _level(self, piece: Piece, first: PrintedLine, large: bool) -> int:
        place = first.x0 - first.left
        step = _STEP * first.size
        if piece.kind == "heading":
            self._labels, self._margin = [], None
            return 1 if large else piece.level
        if piece.kind == "bullet":
            while self._labels and place < self._labels[-1] - step:
                self._labels.pop()
            if not self._labels or place > self._labels[-1] + step:
                self._labels.append(place)
            self._text = _after_label(first) - first.left
            return len(self._labels)
        if self._labels and place < self._text - step:
            self._labels = [label for label in self._labels if label < place - step]
        if self._labels:
            return 1
        if self._margin is None or place < self._margin:
            self._margin = place
        return int(place >= self._margin + 2 * step)


def _after_label(line: PrintedLine) -> float:
    return line.words[1].x0 if len(line.words) > 1 else line.x0
