"""Documents for tests: plain text as blocks, without a file."""

import re

from extractors.language.parsed import Parsed
from extractors.model import Document, Piece, digest
from pipeline.compose import compose

_LABEL = re.compile(r"(\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]|\([A-Z]\)|[•–-])\s+(?=\S)")


def document(text: str, **known: str) -> Document:
    """One block a line: `# ` begins a heading, a label makes a point, ` | ` a table row, else a paragraph."""
    pieces = []
    for line in filter(None, map(str.strip, text.splitlines())):
        label = _LABEL.match(line)
        if line.startswith("# "):
            pieces.append(Piece("heading", line[2:], level=1))
        elif " | " in line:
            pieces.append(Piece("table_row", line))
        elif label:
            pieces.append(Piece("bullet", line, level=1, label=label.group(1)))
        else:
            pieces.append(Piece("paragraph", line))
    whole, blocks = compose(pieces)
    return Document(
        id=digest(text), source="test.txt", sha256="0" * 64, format="text", text=whole, blocks=blocks, **known
    )  # type: ignore[arg-type]


def parsed(text: str, **known: str) -> Parsed:
    """The document of `text`, ready for an extractor, as the rules alone read it."""
    return Parsed(document(text, **known), reads_again=False)
