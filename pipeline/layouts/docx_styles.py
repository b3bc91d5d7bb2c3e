"""What Word's styles say of a paragraph: heading, bold, numbering."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml.etree import _Element as Element

from pipeline.layouts.docx_names import W, child, is_on, value

_HEADING = re.compile(r"heading\s*([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"toc\s*\d", re.IGNORECASE)
_DEEPEST = 20
"""Styles based on styles; a longer chain is a circle."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """A paragraph's list and its level there, 0 for the outermost."""

    list_id: str
    level: int


class Styles:
    """The styles of one file."""

    def __init__(self, root: Element | None) -> None:
        found = root.iterfind(W + "style") if root is not None else ()
        self._styles = {value(style, "styleId") or "": style for style in found}
        self._marks: dict[tuple[str | None, str], bool | None] = {}
        self._default = next(
            (name for name, style in self._styles.items()
             if value(style, "type") == "paragraph" and value(style, "default") in ("1", "true")), None,
        )  # fmt: skip

    def heading(self, paragraph: Element) -> int | None:
        """The level of a heading, 1 for the top; None for any other paragraph."""
        own = child(paragraph, "pPr", "outlineLvl")
        if own is not None:
            return _outline(own)
        for style in self._chain(paragraph):
            match = _HEADING.match(value(child(style, "name")) or "")
            if match:
                return int(match[1])
            outline = child(style, "pPr", "outlineLvl")
            if outline is not None:
                return _outline(outline)
        return None

    def is_title(self, paragraph: Element) -> bool:
        """Whether the paragraph has Word's style for a document's title."""
        return any((value(child(style, "name")) or "").lower() == "title" for style in self._chain(paragraph))

    def is_contents(self, paragraph: Element) -> bool:
        """Whether the paragraph is a line of the table of contents."""
        return any(_CONTENTS.match(value(child(style, "name")) or "") for style in self._chain(paragraph))

    def numbering(self, paragraph: Element) -> Numbering | None:
        """The paragraph's place in an automatic list."""
        list_id, level = _numbering(paragraph)
        for style in self._chain(paragraph):
            if list_id is not None:
                break
            list_id, styled = _numbering(style)
            level = styled if level is None else level
        if list_id is None or list_id == "0":
            return None
        return Numbering(list_id, int(level) if level and level.isdigit() and int(level) < 9 else 0)

    def list_of_style(self, name: str) -> str | None:
        """The list that a numbering style stands for."""
        return _numbering(self._styles[name])[0] if name in self._styles else None

    def is_strong(self, run: Element, paragraph: Element) -> bool:
        """Whether the run is set bold or underlined, by itself, its style or the paragraph's."""
        marks = child(run, "rPr")
        names = (value(child(marks, "rStyle")), value(child(paragraph, "pPr", "pStyle")) or self._default)
        return any(self._sets(marks, names, mark) for mark in ("b", "u"))

    def _sets(self, marks: Element | None, names: Iterable[str | None], mark: str) -> bool:
        said = (is_on(child(marks, mark)), *(self._of_style(name, mark) for name in names))
        return next((one for one in said if one is not None), False)

    def _of_style(self, name: str | None, mark: str) -> bool | None:
        """What a style says of a mark, remembered: a file has few styles and very many runs."""
        key = (name, mark)
        if key not in self._marks:
            said = (is_on(child(style, "rPr", mark)) for style in self._bases(name))
            self._marks[key] = next((one for one in said if one is not None), None)
        return self._marks[key]

    def is_hidden(self, run: Element) -> bool:
        """Whether the run is hidden text."""
        return bool(is_on(child(run, "rPr", "vanish")))

    def _chain(self, paragraph: Element) -> Iterator[Element]:
        return self._bases(value(child(paragraph, "pPr", "pStyle")) or self._default)

    def _bases(self, name: str | None) -> Iterator[Element]:
        for _ in range(_DEEPEST):
            style = self._styles.get(name or "")
            if style is None:
                return
            yield style
            name = value(child(style, "basedOn"))


def _numbering(element: Element) -> tuple[str | None, str | None]:
    place = child(element, "pPr", "numPr")
    return value(child(place, "numId")), value(child(place, "ilvl"))


def _outline(element: Element) -> int | None:
    level = value(element) or ""
    return int(level) + 1 if re.fullmatch(r"[0-8]", level) else None
