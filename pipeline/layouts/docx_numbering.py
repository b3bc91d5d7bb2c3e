"""Word's automatic numbers, counted as Word counts them."""

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from pipeline.layouts.docx_names import W, child, value
from pipeline.layouts.docx_styles import Numbering, Styles
from pipeline.layouts.html_lists import count_label

_FORMATS = {
    "lowerLetter": "lower-alpha", "upperLetter": "upper-alpha", "lowerRoman": "lower-roman",
    "upperRoman": "upper-roman", "decimalZero": "decimal-leading-zero",
}  # fmt: skip
_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_LONGEST_LABEL = 30
"""Characters; more is a phrase that a template prints before its paragraphs."""


class Counter:
    """The counts of all lists so far. Ask for the paragraphs' labels in the order of the document."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        found = () if root is None else root.iterfind(W + "num")
        self._lists = {value(one, "numId") or "": one for one in found}
        found = () if root is None else root.iterfind(W + "abstractNum")
        self._kinds = {value(one, "abstractNumId") or "": one for one in found}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, place: Numbering) -> str:
        """The label that Word prints before the next paragraph at `place`: "(a)", "2.1", "•", "" for none."""
        kind = self._kind(place.list_id)
        if kind is None:
            return ""
        kind_id = value(kind, "abstractNumId") or ""
        counts = self._counts.setdefault(kind_id, [None] * _LEVELS)
        self._restart(place, counts)
        before = counts[place.level]
        counts[place.level] = self._start(place, kind) if before is None else before + 1
        for deeper in range(place.level + 1, _LEVELS):
            counts[deeper] = None
        return self._print(place, kind, counts)

    def _kind(self, list_id: str, hops: int = 3) -> Element | None:
        """The definition of a list, through the style that it may borrow it from."""
        kind = self._kinds.get(value(child(self._lists.get(list_id), "abstractNumId")) or "")
        link = value(child(kind, "numStyleLink"))
        if link and hops:
            borrowed = self._styles.list_of_style(link)
            return self._kind(borrowed, hops - 1) if borrowed else kind
        return kind

    def _restart(self, place: Numbering, counts: list[int | None]) -> None:
        """A list that says where to start does so once, even where it shares the counts of another."""
        for override in self._overrides(place):
            start = value(child(override, "startOverride"))
            if start and start.isdigit() and (place.list_id, place.level) not in self._begun:
                counts[place.level] = int(start) - 1
        self._begun.add((place.list_id, place.level))

    def _overrides(self, place: Numbering) -> Iterator[Element]:
        numbered = self._lists.get(place.list_id)
        for override in () if numbered is None else numbered.iterfind(W + "lvlOverride"):
            if value(override, "ilvl") == str(place.level):
                yield override

    def _level(self, place: Numbering, kind: Element, level: int) -> Element | None:
        for override in self._overrides(Numbering(place.list_id, level)):
            own = child(override, "lvl")
            if own is not None:
                return own
        return next((one for one in kind.iterfind(W + "lvl") if value(one, "ilvl") == str(level)), None)

    def _start(self, place: Numbering, kind: Element, level: int | None = None) -> int:
        start = value(child(self._level(place, kind, place.level if level is None else level), "start")) or ""
        return int(start) if re.fullmatch(r"\d{1,5}", start) else 1

    def _print(self, place: Numbering, kind: Element, counts: list[int | None]) -> str:
        level = self._level(place, kind, place.level)
        pattern = value(child(level, "lvlText")) or ""
        style = value(child(level, "numFmt")) or "decimal"
        if style == "bullet":
            return "•"
        if style == "none":
            return ""
        legal = child(level, "isLgl") is not None

        def printed(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            count = counts[at]
            shown = value(child(self._level(place, kind, at), "numFmt")) or "decimal"
            count = self._start(place, kind, at) if count is None else count
            return count_label(count, "decimal" if legal else _FORMATS.get(shown, "decimal"))

        label = _PLACE.sub(printed, pattern).strip()
        return label if len(label) <= _LONGEST_LABEL else ""
