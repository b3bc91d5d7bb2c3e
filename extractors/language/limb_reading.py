"""The limbs in a paragraph, a point, or under a heading: what is decided there, cut into its parts."""

import re
from collections.abc import Iterator

from extractors.language.labels import read_label
from extractors.language.limbs import Limb, inline_limbs, limb_label, outcome_of, split_limb, trimmed
from extractors.language.narrative import narrative_limbs
from extractors.language.orders import is_order
from extractors.language.sentences import sentence_bounds
from extractors.model import Block, Document
from extractors.vocabulary import grammar

_GRAMMAR = grammar("decisions.grammar")
ENDS_OPEN = re.compile(r":\s*[-–—]*\s*$")
DECIMAL = re.compile(r"(\d{1,3}(?:\.\d{1,3}){1,2})\.?\s+(?=[a-z“\"']|That\b|To\b)")
"""The number of a limb that counts on its item's: "4.1 to note the report"."""


def limbs_of(text: str, start: int, end: int, label: str | None, default: str, rule: str) -> Iterator[Limb]:
    """The limbs of `text[start:end]`: inline lettered ones, or the parts of one sentence joined by "and"."""
    lettered = inline_limbs(text, start, end)
    if lettered:
        for begin, stop, mark in lettered:
            yield from _split(text, begin, stop, mark, default, rule)
        return
    bounds = sentence_bounds(text, start, end)
    for number, (begin, stop) in enumerate(bounds):
        again = _GRAMMAR["opener"].match(text, begin, stop) if number else None
        if again and again.group("verb"):
            begin = again.end()  # "It was further RESOLVED to …"
        elif number and not (_GRAMMAR["limb_start"].match(text, begin) and outcome_of(text[begin:stop], "")):
            break
        yield from _split(text, begin, stop, label, default, rule)


def _split(text: str, start: int, end: int, label: str | None, default: str, rule: str) -> Iterator[Limb]:
    outcome = default
    for begin, stop in split_limb(text, start, end):
        begin, stop = trimmed(text, begin, stop)
        if stop - begin < len("That "):
            continue
        if text.startswith("to ", begin) or is_order(text[begin:stop]):
            outcome = default  # "to note X and to support Y": Y has a verb of its own, maybe not in the table
        outcome = "recommended" if default == "recommended" else outcome_of(text[begin:stop], outcome)
        yield Limb(begin, stop, limb_label(label), outcome, rule)


def section_limbs(document: Document, block: Block, part: str) -> Iterator[Limb]:
    """Under a "Decision" or "Recommendation" heading: each labelled point, each sentence that decides."""
    rule = f"decision.under-{part}"
    default = "recommended" if part == "recommendation" else "agreed"
    ordinal = read_label(block.label)
    words = document.words(block)
    decimal = DECIMAL.match(document.text, block.start, block.end)
    if _GRAMMAR["no_limb"].match(words):
        return
    if decimal:
        yield from limbs_of(document.text, decimal.end(), block.end, decimal[1], default, rule)
        return
    told = not ordinal and words.startswith("The ") and not _GRAMMAR["stands_listed"].match(words)
    done = part == "decision" and _GRAMMAR["done_limb"].match(words)
    if ordinal or done or (_GRAMMAR["limb_start"].match(words) and not told):
        if not ENDS_OPEN.search(words) or len(sentence_bounds(document.text, block.body, block.end)) > 1:
            yield from limbs_of(
                document.text, block.body, block.end, block.label if ordinal else None, default, rule
            )
        return
    yield from narrative_limbs(document, block, block.body, block.end)
