"""Lines of one paragraph to a piece: joined, and told to be a heading, a point or a paragraph."""

import re
from collections.abc import Iterable, Sequence

from extractors.model import Piece
from pipeline.layouts.labels import LABEL
from pipeline.layouts.text_lines import Line
from pipeline.layouts.titles import heads_unmarked, may_head

_LONGEST_WORD = 60
"""Characters at a line's end that hold its last word."""
_WORDS = re.compile(r"[^\W\d_]{2,}")


def known_words(lines: Iterable[Line]) -> frozenset[str]:
    """The words that stand whole in a line, in small letters."""
    return frozenset(word.lower() for line in lines for word in _WORDS.findall(line.text))


def make_piece(lines: Sequence[Line], known: frozenset[str]) -> Piece:
    """The piece that the lines of one paragraph make; `known` are the document's words, in small letters."""
    first = lines[0]
    text = join((line.text for line in lines), known)
    label = LABEL.match(text)
    if first.style == "heading":
        return Piece("heading", text, page=first.page, level=first.level)
    if first.style == "bold" and may_head(text):
        return Piece("heading", text, page=first.page, level=2, label=label["label"] if label else None)
    if label:
        return Piece("bullet", text, page=first.page, level=_depth(first), label=label["label"])
    if heads_unmarked(text):
        return Piece("heading", text, page=first.page, level=2)
    return Piece("paragraph", text, page=first.page, level=1 if first.indent >= 8 else 0)


def _depth(line: Line) -> int:
    """1 for a point at the margin or one step in, more for each further four columns."""
    return 1 + max(0, line.indent - 4) // 4


def join(lines: Iterable[str], known: frozenset[str]) -> str:
    """The lines as one; a word broken at a line's end is whole where the document has it whole elsewhere."""
    text = ""
    for line in lines:
        if not text:
            text = line
        elif re.search(r"\w-$", text[-2:]) and line[:1].isalnum():
            whole = _WORDS.findall(text[-_LONGEST_WORD:])[-1:] + _WORDS.findall(line)[:1]
            broken = len(whole) == 2 and "".join(whole).lower() in known and text.endswith(whole[0] + "-")
            text = (text[:-1] if broken else text) + line
        else:
            text = f"{text}{'' if text.endswith(chr(0xAD)) else ' '}{line}"
    return text
