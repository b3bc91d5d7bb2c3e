"""Lines of a page as segments: words that stand close together, parted by gaps wider than a blank."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pipeline.layouts.pdf_table_rows import is_value_text

Interval = tuple[float, float]
_WIDE = 0.75
"""Heights of a line from which a gap between words parts two cells."""
_STAGGERED = 0.3
"""Heights of a line by which two lines of one row overlap, at least."""
_SENTENCE = 9
"""Words from which a segment is prose rather than a heading."""
_BOLD = re.compile(r"bold|black|heavy|semibd", re.IGNORECASE)


@dataclass(frozen=True)
class Segment:
    """Words of one line that belong together."""

    text: str
    x0: float
    x1: float
    bold: bool

    @property
    def interval(self) -> Interval:
        return self.x0, self.x1

    @cached_property
    def is_value(self) -> bool:
        return is_value_text(self.text)


@dataclass(frozen=True)
class Line:
    """Segments from left to right; `top` and `bottom` in points from the page's top; `height` of its type."""

    segments: tuple[Segment, ...]
    top: float
    bottom: float
    height: float

    @cached_property
    def has_values(self) -> bool:
        """Whether two segments at least are values, and what else there is may be a name."""
        values = sum(segment.is_value for segment in self.segments)
        return values >= 2 and len(self.segments) >= 2

    @property
    def has_sentence(self) -> bool:
        return any(len(segment.text.split()) > _SENTENCE for segment in self.segments)


def overlap(one: Interval, other: Interval) -> float:
    """Points that two intervals share; negative: the gap between them."""
    return min(one[1], other[1]) - max(one[0], other[0])


def read_segments(words: Sequence[Mapping[str, Any]]) -> list[Line]:
    """The lines of the words, top to bottom."""
    lines: list[list[Mapping[str, Any]]] = []
    for word in sorted(words, key=lambda word: (word["top"] + word["bottom"]) / 2):
        middle = (word["top"] + word["bottom"]) / 2
        if lines and middle < lines[-1][0]["bottom"] - 0.25 * (lines[-1][0]["bottom"] - lines[-1][0]["top"]):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [_line(sorted(line, key=lambda word: word["x0"])) for line in lines]


def _line(words: Sequence[Mapping[str, Any]]) -> Line:
    top, bottom = min(word["top"] for word in words), max(word["bottom"] for word in words)
    return Line(tuple(_segments(words, bottom - top)), float(top), float(bottom), float(bottom - top))


def join_staggered(lines: Sequence[Line]) -> list[Line]:
    """The lines, those as one that stand half a line apart: cells of one line beside cells of two, all of them
    in the middle of their row."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last and last.bottom - line.top > _STAGGERED * line.height:
            segments = sorted((*last.segments, *line.segments), key=lambda segment: segment.x0)
            bottom = max(last.bottom, line.bottom)
            joined[-1] = Line(tuple(segments), last.top, bottom, min(last.height, line.height))
        else:
            joined.append(line)
    return joined


def _segments(words: Sequence[Mapping[str, Any]], height: float) -> Iterator[Segment]:
    run: list[Mapping[str, Any]] = []
    for word in words:
        if run and word["x0"] - run[-1]["x1"] > _WIDE * height:
            yield _segment(run)
            run = []
        run.append(word)
    yield _segment(run)


def _segment(words: Sequence[Mapping[str, Any]]) -> Segment:
    return Segment(
        " ".join(str(word["text"]) for word in words),
        float(words[0]["x0"]),
        float(max(word["x1"] for word in words)),
        all(bool(_BOLD.search(str(word.get("fontname", "")))) for word in words),
    )
