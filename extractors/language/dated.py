"""Whether a sentence gives a level a time of its own: "71% last year" is not of the quarter that its item is on."""

from extractors.vocabulary import grammar

_GRAMMAR = grammar("times.grammar")


def dated_otherwise(text: str, start: int, end: int, span: tuple[int, int]) -> bool:
    """Whether the sentence `text[start:end]` says another time of the number at `span` than that of its item: earlier,
    at the meeting, still to come, or a month or year by name. What a time is set against ("71%, against 65% last
    year") has none of it."""
    first, last = _clause(text, start, end, span)
    if _GRAMMAR["other_time"].search(text, first, last):
        return True
    apart = _GRAMMAR["set_apart"].match(text, last, end)
    if apart and _GRAMMAR["other_time"].search(text, *apart.span()):
        return True
    opening = _GRAMMAR["opening"].match(text, start, span[0])
    return bool(opening and _GRAMMAR["other_time"].search(text, *opening.span()))


def has_time(words: str) -> bool:
    """Whether the words name a time of their own."""
    return _GRAMMAR["other_time"].search(words) is not None


def _clause(text: str, start: int, end: int, span: tuple[int, int]) -> tuple[int, int]:
    """The words around the number that speak of it alone."""
    first, last = start, end
    for mark in _GRAMMAR["break"].finditer(text, start, end):
        if mark.end() <= span[0]:
            first = mark.end()
        elif mark.start() >= span[1]:
            last = mark.start()
            break
    return first, last
