"""Spans compared by the characters that matter: without white space, case, Markdown marks or typography.

Text that was laid out anew (a PDF read by another program, a wrapped line) still has its quotes in place.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

Span = tuple[int, int]

_TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00ad": ""})
_IGNORED = re.compile(r"[\s*\\>#|_]+")


def bare(text: str) -> str:
    """`text` as it is compared."""
    # Once before and once after: normalisation itself can bring forth quotes and dashes.
    normal = unicodedata.normalize("NFKC", text.translate(_TYPOGRAPHY)).translate(_TYPOGRAPHY)
    return _IGNORED.sub("", normal).lower()


def place(quote: str, text: str, near: float = 0.0, context: str | None = None) -> Span | None:
    """Where `quote` stands in `text`, which is bare already; None where it does not.

    Of several places, the one inside `context` if that is found, then the one nearest to `near`, a share
    (0 to 1) of the text's length.
    """
    needle = bare(quote)
    if not needle:
        return None
    starts = list(_occurrences(needle, text))
    if context:
        around = bare(context)
        inside = [
            outer + inner for outer in _occurrences(around, text) for inner in _occurrences(needle, around)
        ]
        starts = inside or starts
    if not starts:
        return None
    start = min(starts, key=lambda at: abs(at / max(1, len(text)) - near))
    return start, start + len(needle)


def share_before(text: str, offset: int) -> float:
    """The share (0 to 1) of the bare text that stands before `text[offset]`."""
    return len(bare(text[:offset])) / max(1, len(bare(text)))


def overlap(one: Span, other: Span) -> float:
    """Intersection over union, 0 to 1."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common / (max(one[1], other[1]) - min(one[0], other[0])) if common > 0 else 0.0


def _occurrences(needle: str, text: str) -> Iterator[int]:
    at = text.find(needle) if needle else -1
    while at >= 0:
        yield at
        at = text.find(needle, at + 1)


def best_pairs(candidates: Iterable[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """The pairs (score, one, other) that go together, best first, each one and each other used once."""
    left: set[int] = set()
    right: set[int] = set()
    pairs = []
    for _, i, j in sorted(candidates, reverse=True):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return pairs
