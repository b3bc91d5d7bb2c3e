"""Decisions as they stand in minutes: openers ("RESOLVED that"), their limbs, and narrative decisions.

A limb is one thing decided. Limbs come from four families: under an opener, under a decision or
recommendation heading, in a sentence of the narrative ("The Committee noted …"), and in a proposal carried.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.language.decision_leads import is_done, leads_to_limbs, proposed_heading
from extractors.language.decision_openers import (
    after_opener,
    is_last,
    limbs_end,
    opener_at,
    own_mark,
    says_what,
    verb_of,
)
from extractors.language.labels import Ordinal, read_label
from extractors.language.limb_reading import DECIMAL, ENDS_OPEN, limbs_of, section_limbs
from extractors.language.limb_repeats import without_movers, without_repeats
from extractors.language.limbs import Limb, outcome_of, trimmed
from extractors.language.narrative import narrative_limbs
from extractors.language.orders import stands
from extractors.language.outline import Outline
from extractors.model import Block, Document
from extractors.vocabulary import grammar

_GRAMMAR = grammar("decisions.grammar")
_DEFAULT = {
    "agreed to recommend": "recommended",
    "resolved to recommend": "recommended",
    "recommended": "recommended",
    "recommendation": "recommended",
    "recommendations": "recommended",
    "noted": "noted",
    "approved": "approved",
    "deferred": "deferred",
}
"""What an opener makes of limbs whose own words say nothing else."""


_MOVED = frozenset({"decision.points-back", "decision.carried", "decision.moved"})
_CONTENT = re.compile(r"[a-z]{4,}")
_MOST = 0.6
_TITLE_ENDS = re.compile(r"[\s:./–—-]*")
_GOES_ON = re.compile(r"(?:[:;,–-]|\b(?:and|or))\s*$")
_ORDERS = re.compile(r"(?:that|to)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Open:
    """A decision whose limbs are still being read."""

    outcome: str
    outer: Ordinal | None
    last: Ordinal | None
    rule: str
    listed: bool = False
    """Whether its limbs so far have bullets or numbers: then a paragraph without ends the list."""
    said: bool = False
    """Whether the opener's own sentence was whole: then the bullets under it are limbs only if they say so."""


def find_limbs(document: Document, outline: Outline) -> tuple[Limb, ...]:
    """Every limb of every decision, in the order of the text, each decision once."""
    limbs = sorted(_read(document, outline), key=lambda limb: (limb.start, -limb.end))
    return tuple(without_movers(document.text, without_repeats(document.text, limbs)))


def _read(document: Document, outline: Outline) -> Iterator[Limb]:
    current: _Open | None = None
    for index, block in enumerate(document.blocks):
        part = outline.parts[index]
        if part in ("head", "attendance", "furniture") or block.start == block.end:
            continue
        if index in outline.titled:
            yield from _done_in_cells(document, block)
        block = _behind_title(document, outline, index)
        introduced = _GRAMMAR["introduces"].search(document.words(block))
        if current and _is_between(document, outline, index, current):
            continue
        if leads_to_limbs(document, index):
            current = _Open("agreed", None, None, "decision.listed")
            continue
        if current and current.rule == "decision.listed" and is_done(document, index):
            ordinal = read_label(block.label)
            mark = block.label if ordinal else None
            yield from limbs_of(
                document.text, block.body, block.end, mark, current.outcome, "decision.listed"
            )
            current = replace(current, last=ordinal or current.last)
            continue
        opener = opener_at(document, block)
        ordered = opener and (opener[1].isupper() or _GRAMMAR["soft_order"].match(document.words(block)))
        if part == "heading" and not introduced and not ordered:
            current = None
            yield from _told_heading(document, outline, index)
            if index + 1 < len(document.blocks):
                yield from proposed_heading(document, index)
            continue
        words = document.words(block)
        titled = index in outline.titled
        word = _GRAMMAR["only_done"].fullmatch(words[:1].upper() + words[1:] if titled else words)
        if word and block.kind != "table_row" and (word[1].isupper() or not current):
            current = None
            yield Limb(
                block.body,
                trimmed(document.text, block.body, block.end)[1],
                None,
                outcome_of(word[1], "agreed"),
                "decision.word",
            )
            continue
        if opener:
            begin, verb = opener
            yield from _but_votes(
                document,
                narrative_limbs(document, block, block.body, begin),
                document.text[begin : block.end],
            )
            rest = after_opener(document.text, begin, block.end)
            outcome = _DEFAULT.get(verb.lower(), "agreed")
            if _GRAMMAR["who_does"].fullmatch(document.text, rest, block.end):
                outcome = outcome_of(document.text[rest : block.end], outcome)
            current = _Open(outcome, read_label(block.label), None, "decision.opener")
            if says_what(document, index, rest):
                rest, mark = own_mark(document.text, rest, block.end)
                said = not (
                    _GOES_ON.search(document.words(block)) and is_last(document, block, begin, introduced)
                )
                current = replace(current, last=read_label(mark), said=said)
                if mark is None and part == "decision" and current.outer:
                    mark = block.label  # "2) RECOMMENDED that …" among the points of a decision
                stop = limbs_end(document.text, rest, block.end)
                yield from limbs_of(document.text, rest, stop, mark, outcome, "decision.opener")
                yield from _further(document, block, stop)
            continue
        if current:
            ordinal = read_label(block.label)
            decimal = DECIMAL.match(document.text, block.start, block.end)
            if (decimal and not current.said) or _is_limb(document, block, current, ordinal):
                start = decimal.end() if decimal else block.body
                mark = decimal[1] if decimal else block.label if ordinal else None
                yield from limbs_of(document.text, start, block.end, mark, current.outcome, "decision.limb")
                current = replace(current, last=ordinal or current.last, listed=bool(block.label))
                continue
            current = None
        if introduced:
            outcome = "recommended" if introduced["advised"] else outcome_of(introduced.group(), "agreed")
            current = _Open(outcome, read_label(block.label), None, "decision.introduced")
        elif part == "discussion" and stands(document, index):
            ordinal = read_label(block.label)
            mark = block.label if ordinal else None
            yield from limbs_of(document.text, block.body, block.end, mark, "agreed", "decision.stands")
            current = _Open("agreed", None, ordinal, "decision.stands", listed=True, said=True)
        elif part in ("decision", "recommendation"):
            yield from section_limbs(document, block, part)
        else:
            told = narrative_limbs(document, block, block.body, block.end)
            following = document.blocks[index + 1 : index + 2]
            opens = following and _GRAMMAR["opener"].match(document.words(following[0]))
            yield from _but_votes(document, told, document.words(following[0])) if opens else told


def _behind_title(document: Document, outline: Outline, index: int) -> Block:
    """The block, or what stands in it behind an item's title."""
    block, item = document.blocks[index], outline.titled.get(index)
    mark = _TITLE_ENDS.match(document.text, item.end, block.end) if item else None
    if mark is None or outline.parts[index] != "discussion":
        return block
    return replace(block, body=mark.end())


def _is_between(document: Document, outline: Outline, index: int, current: _Open) -> bool:
    """Whether the block is a heading, or a line that ends in a colon, with the decision's next limb right under it."""
    block = document.blocks[index]
    if block.label or index in outline.titled:
        return False
    words = document.words(block)
    only_who = ENDS_OPEN.search(words) or _GRAMMAR["half_who"].fullmatch(words)
    if outline.parts[index] != "heading" and not (current.last is None and only_who):
        return False
    for following in document.blocks[index + 1 : index + 3]:
        if following.label:
            ordinal = read_label(following.label)
            return ordinal is not None and (ordinal.follows(current.last) if current.last else ordinal.first)
        if following.kind != "heading":
            return False
    return False


def _done_in_cells(document: Document, row: Block) -> Iterator[Limb]:
    """What became of the item that a table's row is, where a cell says only that: "Approved"."""
    for cell in row.cells:
        word = _GRAMMAR["only_done"].fullmatch(document.text, cell.start, cell.end)
        if word:
            yield Limb(cell.start, word.end(1), None, outcome_of(word[1], "agreed"), "decision.word")


def _but_votes(document: Document, limbs: Iterator[Limb], said: str) -> Iterator[Limb]:
    """Without "The motion was carried", and without the motion itself, where what was resolved stands right behind
    it: `said`."""
    for limb in limbs:
        words = document.text[limb.start : limb.end]
        moved = limb.rule in _MOVED and _says_again(words, said)
        if not (moved or _GRAMMAR["only_vote"].fullmatch(words)):
            yield limb


def _says_again(motion: str, said: str) -> bool:
    """Whether most of what the motion proposes is in `said`."""
    clause = re.search(r"\b(?:that|to)\b([^.;]*)", motion)
    proposed = set(_CONTENT.findall(clause[1].lower())) if clause else set()
    return bool(proposed) and len(proposed & set(_CONTENT.findall(said.lower()))) >= _MOST * len(proposed)


def _further(document: Document, block: Block, start: int) -> Iterator[Limb]:
    """What else is decided from `start` on, in a paragraph that holds more than one opener."""
    text = document.text
    while start < block.end:
        match = _GRAMMAR["inside"].search(text, start, block.end)
        yield from narrative_limbs(document, block, start, match.start() if match else block.end)
        if match is None:
            return
        outcome = _DEFAULT.get(verb_of(match).lower(), "agreed")
        start = limbs_end(text, match.end(), block.end)
        yield from limbs_of(text, match.end(), start, None, outcome, "decision.inside")


def _is_limb(document: Document, block: Block, current: _Open, ordinal: Ordinal | None) -> bool:
    if block.kind == "table_row" or _GRAMMAR["no_limb"].match(document.words(block)):
        return False
    if ordinal is None:
        words = document.words(block)
        if block.label:
            point = block.kind == "bullet" and not re.search(r"\d", block.label)
            return point and (not current.said or bool(_ORDERS.match(words)))
        if current.said and not _ORDERS.match(words):
            return False
        return not current.listed and bool(_GRAMMAR["limb_start"].match(words)) and len(words) < 600
    if (
        current.outer
        and ordinal.follows(current.outer)
        and not (current.last and ordinal.follows(current.last))
    ):
        return False
    return ordinal.first if current.last is None else ordinal.follows(current.last)


def _told_heading(document: Document, outline: Outline, index: int) -> Iterator[Limb]:
    """A short line that a layout took for a heading may tell a decision: "May accounts approved"."""
    block = document.blocks[index]
    if index not in outline.titled and _GRAMMAR["tell.elliptic"].fullmatch(document.words(block)):
        yield from narrative_limbs(document, block, block.body, block.end)
