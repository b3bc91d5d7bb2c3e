"""The words of a Word paragraph, as they would print once all tracked changes are accepted."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from pipeline.layouts.docx_names import W, chosen, value
from pipeline.layouts.docx_styles import Styles
from pipeline.layouts.paragraphs import Run

_DROPPED = frozenset(
    W + name
    for name in (
        "del", "moveFrom", "pPr", "rPr", "delText", "instrText", "delInstrText", "footnoteReference",
        "endnoteReference", "commentReference", "annotationRef", "sdtPr", "ruby", "fldChar", "txbxContent",
    )
)  # fmt: skip
_MARKS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_BREAKS = {W + name: text for name, text in _MARKS.items()}
_TEXT, _BREAK, _SYMBOL, _RUN, _BOX = W + "t", W + "br", W + "sym", W + "r", W + "txbxContent"
_TICKS = frozenset({"F0FC", "00FC", "F0FE", "2713", "2714"})


def read_runs(paragraph: Element, styles: Styles) -> list[Run]:
    """The paragraph's words with their weight; a line break is a line feed."""
    runs: list[Run] = []
    strong = False
    stack = [paragraph]
    while stack:
        element = stack.pop()
        if element.tag in _DROPPED:
            continue
        if element.tag == _RUN:
            if styles.is_hidden(element):
                continue
            strong = styles.is_strong(element, paragraph)
        text = _text(element)
        if text:
            runs.append((text, strong))
        stack.extend(reversed(list(chosen(element))))
    return runs


def _text(element: Element) -> str:
    if element.tag == _TEXT:
        return element.text or ""
    if element.tag == _BREAK:
        return "\n" if value(element, "type") in (None, "textWrapping") else " "
    if element.tag == _SYMBOL:
        return "✓" if (value(element, "char") or "").upper() in _TICKS else "•"
    return _BREAKS.get(str(element.tag), "")


def boxes(paragraph: Element) -> Iterator[Element]:
    """The text boxes that hang on the paragraph, each once, though files hold them twice."""
    stack = [paragraph]
    while stack:
        element = stack.pop()
        if element.tag == _BOX:
            yield element
        else:
            stack.extend(reversed(list(chosen(element))))
