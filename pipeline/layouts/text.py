"""Plain text and Markdown."""

import re
from collections.abc import Iterator

from extractors.model import Piece
from pipeline.layouts.base import Layout, Reading

_LABEL = re.compile(r"(\(?(?:\d{1,3}(?:\.\d{1,2}){0,2}|[a-zA-Z]|[ivx]{1,5})[.)]|[•·▪\uf0b7*–-])\s+(?=\S)")
_FURNITURE = re.compile(r"(?:---+|\d{1,3}|\(Image omitted\)|\[Original file\].*)")


def read(data: bytes) -> Reading:
    """Paragraphs, headings and points; hard-wrapped lines joined."""
    text = data.decode("utf-8-sig", errors="replace")
    return Reading(tuple(_pieces(text)))


def _pieces(text: str) -> Iterator[Piece]:
    paragraph = ""
    for raw in text.splitlines():
        line = re.sub(r"\*+", "", raw).strip()
        if _FURNITURE.fullmatch(line):
            continue
        starts = bool(_LABEL.match(line)) or raw.strip().startswith("**") or re.match(r"(?:Item|Question) \d", line)
        goes_on = line and paragraph and not starts and len(paragraph) > 60 and paragraph[-1] not in ".:!?"
        if goes_on:
            paragraph += " " + line
            continue
        if line or starts:
            if paragraph:
                yield _piece(paragraph)
            paragraph = line
    if paragraph:
        yield _piece(paragraph)


def _piece(paragraph: str) -> Piece:
    label = _LABEL.match(paragraph)
    if label:
        return Piece("bullet", paragraph, label=label.group(1), level=1)
    short = len(paragraph) < 90 and paragraph[-1] not in ".,;"
    return Piece("heading" if short else "paragraph", paragraph)


LAYOUT = Layout("text", "text", lambda data, suffix: suffix in {".txt", ".md", ".markdown"}, read)
