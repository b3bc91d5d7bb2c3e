"""Words to printed lines: what stands level, from left to right, spaced as it is printed."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from pipeline.layouts.pdf_model import PrintedLine, Word

_LEVEL = 0.5
"""Share of the lower word's height that two words of one line have in common: a raised "th" has it, the
line above has not."""
_TOUCHING = 0.12
"""Of the font size: words nearer than this, with no space typed, are one ("29" and a raised "th")."""
WIDE_GAP = 1.2
"""Of the font size: a gap that no space makes, as after the number of a paragraph."""
_LEADERS = re.compile(r"(?:\s?[.…_]){5,}")


def gather(words: Iterable[Word]) -> list[list[Word]]:
    """The words, by the lines they stand on from the top down, each from left to right."""
    lines: list[list[Word]] = []
    tallest: list[Word] = []
    for word in sorted(words, key=lambda word: (word.top + word.bottom, word.x0)):
        for at in range(len(lines) - 1, max(-1, len(lines) - 4), -1):
            if _is_level(word, tallest[at]):
                lines[at].append(word)
                if word.bottom - word.top > tallest[at].bottom - tallest[at].top:
                    tallest[at] = word
                break
        else:
            lines.append([word])
            tallest.append(word)
    return [_once(sorted(line, key=lambda word: word.x0)) for line in lines]


def _is_level(word: Word, other: Word) -> bool:
    common = min(word.bottom, other.bottom) - max(word.top, other.top)
    return common > _LEVEL * min(word.bottom - word.top, other.bottom - other.top)


def _once(line: list[Word]) -> list[Word]:
    """Without words printed twice, a point apart, to make them look bold."""
    kept = line[:1]
    for word in line[1:]:
        if word.text != kept[-1].text or word.x0 - kept[-1].x0 > 0.2 * word.size:
            kept.append(word)
    return kept


def print_line(words: Sequence[Word], left: float, right: float, page: int, column: int = 0) -> PrintedLine:
    """The words of one line, which stands between the margins `left` and `right`."""
    lettered = [word for word in words if any(map(str.isalpha, word.text))]
    size = _usual_size(words)
    return PrintedLine(
        text=_LEADERS.sub(" ", _spaced(words)).strip() or words[0].text,
        indent=max(0, round((words[0].x0 - left) / (0.75 * size))),
        page=page,
        style="bold" if lettered and all(word.bold for word in lettered) else "plain",
        words=tuple(words),
        x0=words[0].x0,
        top=min(word.top for word in words if word.size == size),
        x1=words[-1].x1,
        bottom=max(word.bottom for word in words if word.size == size),
        size=size,
        left=left,
        right=right,
        first=words[0].x1 - words[0].x0,
        column=column,
    )


def _usual_size(words: Sequence[Word]) -> float:
    """The font size of most of the characters."""
    letters: dict[float, int] = {}
    for word in words:
        letters[word.size] = letters.get(word.size, 0) + len(word.text)
    return max(letters, key=lambda size: (letters[size], size))


def _spaced(words: Sequence[Word]) -> str:
    text = words[0].text
    for before, word in pairwise(words):
        gap = (word.x0 - before.x1) / max(1.0, word.size)
        if gap > WIDE_GAP:
            text += "  "
        elif word.spaced or gap > _TOUCHING:
            text += " "
        text += word.text
    return text
