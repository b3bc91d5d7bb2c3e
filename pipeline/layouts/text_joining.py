"""Whether a printed line goes on in the next one: the lines of a paragraph found again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.vocabulary import words
from pipeline.layouts.labels import BRACKETED_ITEM, LABEL, OPENER
from pipeline.layouts.text_lines import Line

_FIELD = re.compile(r"[A-Z][\w'’()/&-]*(?: [\w'’()/&-]+){0,4}:(?=\s|$)")
_INITIAL = re.compile(r"[A-Z]\.\s")
_SENTENCE_END = re.compile(r"[.!?:][\"'”’)\]]*$")
_ENDS_OPEN = re.compile(
    rf"(?:[,&(/]|\b(?:{'|'.join(words('open_line_ends.txt'))}))$",
    re.IGNORECASE,
)
_TITLE_END = re.compile(r"\b(?:(?:Mr|Mrs|Ms|Dr|Cll?r|Cllrs|Prof|Rev|Hon)\.?(?: [A-Z]\.)*|No\.|St\.)$")
JOINERS = ("and", "or", "and/or")
"""Stand on a line of their own between the points of a resolution; they belong to the point above."""
_WIDEST_WRAPPED = 140
"""Characters. Nobody wraps lines by hand, or prints them on a page, longer than this."""
_NARROW = frozenset("ijltfrI.,;:'’‘|!()[]-/ ")
_WIDE = frozenset("mwMWABCDEGHNOQRUVXYZK&@%—")


def width(text: str) -> float:
    """How wide the text prints in a usual proportional font, in widths of its middling letters."""
    narrow = sum(character in _NARROW for character in text)
    wide = sum(character in _WIDE for character in text)
    return len(text) - 0.45 * narrow + 0.35 * wide


@dataclass(frozen=True, slots=True)
class Setting:
    """How the document's lines are set.

    `full` is the least width that lines are broken at, None where a line is a paragraph, and `usual` the
    middling one; `spaced` where empty lines stand between the lines of one paragraph too.
    """

    full: float | None
    usual: float
    spaced: bool


def read_setting(lines: Sequence[Line]) -> Setting:
    """Judge by the lines that certainly go on: those before a line that begins with a small letter."""
    certain = [
        (line, following)
        for line, following in pairwise(lines)
        if following.text[0].islower()
        and not LABEL.match(following.text)
        and len(line.text) > 40
        and not _SENTENCE_END.search(line.text)
        and line.style == following.style
    ]
    words_in_lines = sorted(len(line.text) for line in lines if len(line.text) > 40)
    if len(certain) < 2 or not words_in_lines or _share_over(words_in_lines, _WIDEST_WRAPPED) > 0.05:
        return Setting(None, 0, False)
    # A break came where the next word no longer fitted: line and word together are wider than the page.
    reach = sorted(width(f"{line.text} {following.text.split()[0]}") for line, following in certain)
    spaced = sum(following.blanks > 0 for _, following in certain) > len(certain) / 2
    return Setting(reach[len(reach) // 10], reach[len(reach) // 2], spaced)


def _share_over(lengths: Sequence[int], most: int) -> float:
    return sum(length > most for length in lengths) / len(lengths)


@dataclass(frozen=True, slots=True)
class Seam:
    """What the words on both sides of a line's end say: `ended` where a sentence ends there, `flows` where
    the words plainly go on."""

    ended: bool
    flows: bool


def read_seam(before: Line, line: Line, following: Line | None) -> Seam | None:
    """The seam between two lines; None where the words alone tell that `line` begins something new.

    `following` is the line after it.
    """
    if line.style in ("row", "header", "heading") or before.style in ("row", "header", "heading"):
        return None
    if before.style != line.style and not _style_spills(before, line):
        return None
    ended = bool(_SENTENCE_END.search(before.text)) and not _TITLE_END.search(before.text)
    open_end = not ended and bool(_ENDS_OPEN.search(before.text) or _TITLE_END.search(before.text))
    if LABEL.match(line.text) and not (open_end and _INITIAL.match(line.text)):
        return None
    if OPENER.match(line.text) and not open_end:
        return None
    if ended and following and BRACKETED_ITEM.fullmatch(following.text):
        return None
    if (ended and _FIELD.match(line.text)) or line.text.isupper() != before.text.isupper():
        return None
    return Seam(ended, open_end or line.text[0].islower())


def goes_on(before: Line, line: Line, following: Line | None, setting: Setting) -> bool:
    """Whether `line` continues the paragraph that ends in `before`; `following` is the line after it."""
    seam = read_seam(before, line, following)
    if seam is None:
        return False
    if line.text in JOINERS:
        return True
    apart = line.blanks > (1 if setting.spaced else 0)
    if setting.full is None:
        flows = seam.flows and (line.blanks == 0 or line.text[0].islower())
        return not seam.ended and len(before.text) > 40 and flows and before.text[-1] != ";"
    full = setting.usual if seam.ended else setting.full
    return _fills(before, line, full, seam.ended, seam.flows, apart)


def _fills(before: Line, line: Line, full: float, ended: bool, flows: bool, apart: bool) -> bool:
    reach = width(f"{before.text} {line.text.split()[0]}") + before.indent * 0.6
    if ended:
        return not apart and reach > full and (before.text[-1] != ":" or line.text[0].islower())
    if flows:
        return (before.text[-1] != ";" and (not apart or reach > 0.5 * full)) or reach > full
    return reach > (0.93 if not apart else 0.97) * full


def _style_spills(before: Line, line: Line) -> bool:
    """A bold line whose last words are set plain, or the other way: a small letter tells that it goes on, or a
    year."""
    return (line.text[0].islower() or line.text[0].isdigit()) and not _SENTENCE_END.search(before.text)
