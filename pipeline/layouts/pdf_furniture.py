"""Running heads, running feet and page numbers of a PDF, found by their place and dropped."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.layouts.labels import OPENER
from pipeline.layouts.pdf_lines import gather, print_line
from pipeline.layouts.pdf_model import Page, Word
from pipeline.layouts.text_lines import PAGE_NUMBER, shape

_EDGE = 0.16
"""Share of a page's height, at the top and at the bottom, in which running heads stand."""
_SAME_PLACE = 6
"""Points that a running head may move from page to page."""
_PAGE_OF = re.compile(r"(?:^|\s)page \d{1,4} of \d{1,4}$|^page \d{1,4} of \d{1,4}\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,6}")


@dataclass(frozen=True, slots=True)
class _Mark:
    """What a line near a page's edge has in common with those of other pages."""

    shape: str
    place: int
    step: int | None = None
    """How far a number in it is ahead of the page's: the same for page numbers, whatever stands before."""


class _Marks:
    """How many pages have each mark."""

    def __init__(self, pages: Sequence[tuple[int, Iterable[Sequence[Word]]]], few: bool) -> None:
        self._least = 2 if few else 3
        self._counts = Counter(
            mark
            for number, lines in pages
            for mark in {mark for line in lines for mark in _marks(line, number)}
        )

    def repeats(self, line: Sequence[Word], number: int) -> bool:
        """Whether the line of page `number` stands on other pages too, numbers aside. Two pages are enough
        where a number in it counts them."""
        return any(
            sum(self._counts[replace(mark, place=mark.place + near)] for near in (-1, 0, 1))
            >= (self._least if mark.step is None else 2)
            for mark in _marks(line, number)
        )


def _marks(line: Sequence[Word], number: int) -> list[_Mark]:
    text = _text(line)
    place = round(line[0].middle / _SAME_PLACE)
    steps = {int(printed) - number for printed in _NUMBER.findall(text)}
    return [_Mark(shape(text), place), *(_Mark(shape(text), place, step) for step in steps)]


def _text(line: Sequence[Word]) -> str:
    return print_line(line, 0, 0, 0).text


def drop_furniture(pages: Sequence[Page]) -> list[Page]:
    """The pages without the lines that stand at the same place of several of them, numbers aside."""
    edges = [_edges(page) for page in pages]
    lines = [(page.number, [*top, *bottom]) for page, (top, bottom) in zip(pages, edges, strict=True)]
    marks = _Marks(lines, few=len(pages) <= 4)
    return [
        _without(page, [word for edge in pair for word in _outermost(edge, page.number, marks)])
        for page, pair in zip(pages, edges, strict=True)
    ]


def _edges(page: Page) -> tuple[list[list[Word]], list[list[Word]]]:
    """The lines near the page's top, and those near its bottom, each from the edge inwards."""
    height = page.height * _EDGE
    top = gather(word for word in page.words if word.bottom < height)
    bottom = gather(word for word in page.words if word.top > page.height - height)
    return top, bottom[::-1]


def _outermost(edge: Sequence[Sequence[Word]], number: int, marks: _Marks) -> list[Word]:
    """The words of the lines from the edge inwards, as far as they repeat; a bare page number is one."""
    dropped: list[Word] = []
    for at, line in enumerate(edge):
        text = _text(line)
        counts = bool(PAGE_NUMBER.fullmatch(text) or _PAGE_OF.search(text)) and (at == 0 or bool(dropped))
        if not counts and (OPENER.match(text) or not marks.repeats(line, number)):
            break
        dropped += line
    return dropped


def _without(page: Page, dropped: Sequence[Word]) -> Page:
    gone = {id(word) for word in dropped}
    return replace(page, words=tuple(word for word in page.words if id(word) not in gone))
