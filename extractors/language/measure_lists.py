"""Measures that are the lines of a list: "the focus was on" above "Void rent lost", "Arrears", "ASB"."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from extractors.language.mention import Mention
from extractors.language.registry import Registry
from extractors.model import Block, Document

_MOST_WORDS = 7
_FEWEST = 2
"""Neighbouring lines that are names of measures: one alone may be an item's title or a service."""


def find_listed(document: Document, mentions: Sequence[Mention], registry: Registry) -> list[Mention]:
    """The lines that are a known measure's name, in lists of such lines, outside of `mentions`."""
    found: list[Mention] = []
    for names, run in groupby(document.blocks, lambda block: _is_name(document, block, mentions, registry)):
        lines = list(run)
        if names and len(lines) >= _FEWEST:
            found += _unnamed(document, lines, mentions, registry)
    return found


def _is_name(document: Document, block: Block, mentions: Sequence[Mention], registry: Registry) -> bool:
    """Whether the line is a point of a list and the name of a measure, and nothing else."""
    words = document.text[block.body : block.end].rstrip(" .;,")
    if block.kind != "bullet" or not 1 <= len(words.split()) <= _MOST_WORDS:
        return False
    covered = any(m.start <= block.body and m.end >= block.body + len(words) for m in mentions)
    return covered or registry.named(words) is not None


def _unnamed(
    document: Document, lines: Sequence[Block], mentions: Sequence[Mention], registry: Registry
) -> Iterator[Mention]:
    for line in lines:
        words = document.text[line.body : line.end].rstrip(" .;,")
        start, end = line.body, line.body + len(words)
        known = registry.named(words)
        if known and not any(m.start < end and start < m.end for m in mentions):
            yield Mention(start, end, known.id, None, words, "measure.line")
