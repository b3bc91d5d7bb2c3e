"""Numbers that count nothing (dates, times, references, ages, votes, addresses), found before quantities are read."""

from collections.abc import Iterator

from extractors.language.dates import find_dates
from extractors.language.periods import find_periods
from extractors.vocabulary import grammar

_HELPERS = {"month", "n", "small_word", "aim"}
_PATTERNS = tuple(
    pattern for name, pattern in grammar("not_quantities.grammar").items() if name not in _HELPERS
)


def set_aside(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of `text[start:end]` whose numbers are no quantities, in order, possibly overlapping."""
    return sorted(_stretches(text, start, end))


def _stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for written in find_dates(text, start, end):
        yield written.start, written.end
    for period in find_periods(text, start, end):
        yield period.start_char, period.end_char
    sentence = text[start:end]
    for pattern in _PATTERNS:
        for match in pattern.finditer(sentence):
            if match.end() > match.start():
                yield start + match.start(), start + match.end()
