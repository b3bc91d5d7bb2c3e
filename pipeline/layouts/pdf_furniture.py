"""Running heads, running feet and page numbers of a PDF, found by their place and dropped."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.layouts.labels import OPENER
from pipeline.layouts.pdf_lines import gather, print_line
from pipeline.layouts.pdf_model import Page, Word
from pipeline.layouts.text_lines import PAGE_NUMBER, shape

_EDGE = 0.16
"""Share of a page's height, at the top and at the bottom, in which running heads stand."""
_SAME_PLACE = 6
"""Points that a running head may move from page to page."""
_PAGE_OF = re.compile(r"(?:^|\s)page \d{1,4} of \d{1,4}$|^page \d{1,4} of \d{1,4}\b", re.IGNORECASE)
Mark = tuple[str, int]


def drop_furniture(pages: Sequence[Page]) -> list[Page]:
    """The pages without the lines that stand at the same place of several of them, numbers aside."""
    chains = [_edges(page) for page in pages]
    places = Counter(mark for page in chains for mark in {_mark(line) for edge in page for line in edge})
    least = 2 if len(pages) <= 4 else 3
    return [
        _without(page, [word for edge in edges for word in _outermost(edge, places, least)])
        for page, edges in zip(pages, chains, strict=True)
    ]


def _edges(page: Page) -> tuple[list[list[Word]], list[list[Word]]]:
    """The lines near the page's top, and those near its bottom, each from the edge inwards."""
    height = page.height * _EDGE
    top = gather(word for word in page.words if word.bottom < height)
    bottom = gather(word for word in page.words if word.top > page.height - height)
    return top, bottom[::-1]


def _mark(line: Sequence[Word]) -> Mark:
    text = print_line(line, 0, 0, 0).text
    return shape(text), round(line[0].middle / _SAME_PLACE)


def _outermost(edge: Sequence[Sequence[Word]], places: Counter[Mark], least: int) -> list[Word]:
    """The words of the lines from the edge inwards, as far as they repeat; a bare page number is one."""
    dropped: list[Word] = []
    for at, line in enumerate(edge):
        text = print_line(line, 0, 0, 0).text
        known, place = _mark(line)
        repeats = sum(places[known, near] for near in (place - 1, place, place + 1))
        numbers = bool(PAGE_NUMBER.fullmatch(text) or _PAGE_OF.search(text))
        if (repeats >= least and not OPENER.match(text)) or (numbers and (at == 0 or dropped)):
            dropped += line
        else:
            break
    return dropped


def _without(page: Page, dropped: Sequence[Word]) -> Page:
    gone = {id(word) for word in dropped}
    return replace(page, words=tuple(word for word in page.words if id(word) not in gone))
