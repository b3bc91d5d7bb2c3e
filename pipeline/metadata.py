"""What is known of a document besides its text: from the manifest, the markup, or its own words."""

from collections.abc import Mapping
from dataclasses import replace
from typing import cast, get_args

from extractors.model import Document, DocumentKind

KINDS: tuple[str, ...] = get_args(DocumentKind)
Known = Mapping[str, str]
"""Any of `council`, `committee`, `date` (ISO), `title`, `kind`, `url`."""


def describe(document: Document, fields: Known | None = None, manifest: Known | None = None) -> Document:
    """`document` with what the manifest says, else its markup (`fields`), else its own words, else None."""
    known = {**(fields or {}), **(manifest or {})}
    kind = known.get("kind")
    return replace(
        document,
        kind=cast(DocumentKind, kind) if kind in KINDS else None,
        council=known.get("council"),
        committee=known.get("committee"),
        date=known.get("date"),
        title=known.get("title"),
        url=known.get("url"),
    )
