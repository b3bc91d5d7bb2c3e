"""Bytes to `Document`: choose the layout, compose the text, fill in what is known about the document."""

import hashlib
from pathlib import PurePosixPath

from extractors.model import Document, Problem, digest
from pipeline.compose import compose
from pipeline.layouts import LAYOUTS
from pipeline.layouts.base import Unreadable
from pipeline.layouts.unread import tell_format
from pipeline.metadata import Known, describe


def read_document(data: bytes, source: str, manifest: Known | None = None) -> Document:
    """The document that `data` holds; `manifest` is what is known of it from elsewhere.

    Raises `Unreadable`, with the row for `problems`, where it holds none.
    """
    suffix = PurePosixPath(source).suffix.lower()
    layout = next((layout for layout in LAYOUTS if layout.accepts(data, suffix)), None)
    if layout is None:
        raise Unreadable(tell_format(data, suffix) or _unknown(suffix))
    reading = layout.read(data)
    text, blocks = compose(reading.pieces)
    sha256 = hashlib.sha256(data).hexdigest()
    document = Document(
        id=digest(sha256),
        source=source,
        sha256=sha256,
        format=layout.format,
        text=text,
        blocks=blocks,
        problems=reading.problems,
    )
    return describe(document, reading.fields, manifest)


def _unknown(suffix: str) -> Problem:
    called = f"Files that end in {suffix} are" if suffix else "A file without suffix is"
    return Problem(
        "read", "unknown format", f"{called} not read. Save the document as HTML, PDF, Word or text."
    )
