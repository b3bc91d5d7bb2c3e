"""What is known of a document besides its text: from the manifest, the markup, or its own words."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import islice
from typing import cast, get_args

from extractors.model import Document, DocumentKind
from extractors.vocabulary import grammar
from pipeline.bodies import FULL_COUNCIL, is_council, is_council_itself
from pipeline.document_head import KIND_ORDER, Line, read_head, read_lines

KINDS: tuple[str, ...] = get_args(DocumentKind)
Known = Mapping[str, str]
"""Any of `council`, `committee`, `date` (ISO), `title`, `kind`, `url`, and of a page its `publisher`."""

_GRAMMAR = grammar("document_head.grammar")
_PAPERS = ("report", "agenda")
_TOLD = 2
"""Sentences that tell what was said at a meeting, at which a document without a title is its minutes."""
_READ_FOR_KIND = 100_000
_READ_FOR_ATTENDANCE = 3_000


def describe(document: Document, fields: Known | None = None, manifest: Known | None = None) -> Document:
    """`document` with what the manifest says of it, else its markup (`fields`), else its own words, else None."""
    lines = read_lines(document)
    said = {**read_head(lines), **(fields or {})}
    if "publisher" in said:
        said.setdefault("council", said["publisher"])
    if is_council(said.get("council")) and is_council_itself(said.get("committee")):
        said["committee"] = FULL_COUNCIL
    known = {**said, **(manifest or {})}
    kind = known.get("kind") or _read_kind(document, lines)
    return replace(
        document,
        kind=cast(DocumentKind, kind) if kind in KINDS else None,
        council=known.get("council"),
        committee=known.get("committee"),
        date=known.get("date"),
        title=known.get("title"),
        url=known.get("url"),
    )


def _read_kind(document: Document, lines: list[Line]) -> str | None:
    """What the head calls the document; an item's page, or one without a title, is minutes where it tells
    what was said, and a paper is where it holds the minutes of its item too."""
    called = next(
        (kind for line in lines for kind in KIND_ORDER if _GRAMMAR[f"kind.{kind}"].match(line.text)), None
    )
    if called in _PAPERS and _GRAMMAR["minuted"].search(document.text, 0, _READ_FOR_KIND):
        return "minutes"
    if called and not any(line.under_lead for line in lines):
        return called
    told = islice(_GRAMMAR["told"].finditer(document.text, 0, _READ_FOR_KIND), _TOLD)
    attended = _GRAMMAR["attended"].search(document.text, 0, _READ_FOR_ATTENDANCE)
    return "minutes" if sum(1 for _ in told) >= (1 if attended else _TOLD) else called
