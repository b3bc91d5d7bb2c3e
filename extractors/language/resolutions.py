"""Decisions as they stand in minutes: openers ("RESOLVED that"), their limbs, and narrative decisions.

A limb is one thing decided. Limbs come from four families: under an opener, under a decision or
recommendation heading, in a sentence of the narrative ("The Committee noted …"), and in a proposal carried.
"""

import re
from collections.abc import Iterable, Iterator
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
from extractors.language.labels import read_label
from extractors.language.limb_reading import DECIMAL, limbs_of, section_limbs
from extractors.language.limb_repeats import without_motions, without_movers, without_repeats
from extractors.language.limbs import Limb, outcome_of, trimmed
from extractors.language.narrative import narrative_limbs
from extractors.language.open_decisions import OpenDecision
from extractors.language.orders import stands
from extractors.language.outline import Outline
from extractors.language.put_motions import with_motions
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
_TITLE_ENDS = re.compile(r"[\s:./–—-]*")
_GOES_ON = re.compile(r"(?:[:;,–-]|\b(?:and|or))\s*$")


def find_limbs(document: Document, outline: Outline) -> tuple[Limb, ...]:
    """Every limb of every decision, in the order of the text, each decision once."""
    return each_once(document.text, read_limbs(document, outline))


def read_limbs(document: Document, outline: Outline) -> tuple[Limb, ...]:
    """Every limb of every decision, in the order of the text, also where it says one again."""
    read = with_motions(document, outline, _Reading(document, outline).limbs())
    return tuple(sorted(read, key=lambda limb: (limb.start, -limb.end)))


def each_once(text: str, limbs: Iterable[Limb]) -> tuple[Limb, ...]:
    """`limbs` without what another of them says as well."""
    return tuple(without_movers(text, without_repeats(text, limbs)))


@dataclass(frozen=True, slots=True)
class _Line:
    """A block as it may decide something: without the item's title that it may begin with."""

    index: int
    block: Block
    words: str
    opener: tuple[int, str] | None
    introduced: re.Match[str] | None


@dataclass(slots=True)
class _Reading:
    """Goes through the blocks in order, and knows the decision that is still open."""

    document: Document
    outline: Outline
    open: OpenDecision | None = None

    def limbs(self) -> Iterator[Limb]:
        for index, block in enumerate(self.document.blocks):
            if self.outline.parts[index] in ("head", "attendance", "furniture") or block.start == block.end:
                continue
            if index in self.outline.titled:
                yield from _done_in_cells(self.document, block)
            yield from self._in_block(index)

    def _in_block(self, index: int) -> Iterable[Limb]:
        """The limbs of a block, by the first way of reading that it fits; None is "not so"."""
        document = self.document
        if self.open and self.open.goes_on_behind(document, self.outline, index):
            return ()
        if leads_to_limbs(document, index):
            self.open = OpenDecision("decision.listed")
            return ()
        block = _behind_title(document, self.outline, index)
        words = document.words(block)
        line = _Line(index, block, words, opener_at(document, block), _GRAMMAR["introduces"].search(words))
        for read in (self._done, self._headed, self._settled, self._opened, self._gone_on, self._introduced):
            limbs = read(line)
            if limbs is not None:
                return limbs
        return self._told(line)

    def _done(self, line: _Line) -> Iterable[Limb] | None:
        """A point of a list of what was done: "(a) NOTED the report"."""
        if self.open is None or self.open.rule != "decision.listed" or not is_done(self.document, line.index):
            return None
        block, ordinal, outcome = line.block, read_label(line.block.label), self.open.outcome
        self.open = replace(self.open, last=ordinal or self.open.last)
        mark = block.label if ordinal else None
        return limbs_of(self.document.text, block.body, block.end, mark, outcome, "decision.listed")

    def _headed(self, line: _Line) -> Iterable[Limb] | None:
        """A heading, which ends what was open, unless it opens a decision itself."""
        ordered = line.opener and (line.opener[1].isupper() or _GRAMMAR["soft_order"].match(line.words))
        if self.outline.parts[line.index] != "heading" or line.introduced or ordered:
            return None
        self.open = None
        return (
            *_told_heading(self.document, self.outline, line.index),
            *proposed_heading(self.document, line.index),
        )

    def _settled(self, line: _Line) -> Iterable[Limb] | None:
        """A word that says what became of the matter: "Approved."."""
        words, block = line.words, line.block
        titled = line.index in self.outline.titled
        word = _GRAMMAR["only_done"].fullmatch(words[:1].upper() + words[1:] if titled else words)
        if not word or block.kind == "table_row" or not (word[1].isupper() or not self.open):
            return None
        self.open = None
        end = trimmed(self.document.text, block.body, block.end)[1]
        return [Limb(block.body, end, None, outcome_of(word[1], "agreed"), "decision.word")]

    def _opened(self, line: _Line) -> Iterable[Limb] | None:
        """An opener, what is told before it, and the limbs behind it in its own paragraph."""
        if not line.opener:
            return None
        text, block, (begin, verb) = self.document.text, line.block, line.opener
        told = narrative_limbs(self.document, block, block.body, begin)
        before = without_motions(text, told, text[begin : block.end])
        rest = after_opener(text, begin, block.end)
        outcome = _DEFAULT.get(verb.lower(), "agreed")
        if _GRAMMAR["who_does"].fullmatch(text, rest, block.end):
            outcome = outcome_of(text[rest : block.end], outcome)
        opened = OpenDecision("decision.opener", outcome, outer=read_label(block.label))
        self.open = opened
        if not says_what(self.document, line.index, rest):
            return before
        rest, mark = own_mark(text, rest, block.end)
        waits = _GOES_ON.search(line.words) and is_last(self.document, block, begin, line.introduced)
        self.open = replace(opened, last=read_label(mark), said=not waits)
        if mark is None and self.outline.parts[line.index] == "decision" and opened.outer:
            mark = block.label  # "2) RECOMMENDED that …" among the points of a decision
        stop = limbs_end(text, rest, block.end)
        limbs = list(limbs_of(text, rest, stop, mark, outcome, "decision.opener"))
        reached = max((limb.end for limb in limbs), default=stop)
        return *before, *limbs, *_further(self.document, block, reached)

    def _gone_on(self, line: _Line) -> Iterable[Limb] | None:
        """The next limb of what is open; any other block ends it."""
        if self.open is None:
            return None
        text, block, opened = self.document.text, line.block, self.open
        decimal = DECIMAL.match(text, block.start, block.end)
        if opened.has_part(self.document, block):
            return ()
        if not (decimal and not opened.said) and not opened.has_limb(self.document, block):
            self.open = None
            return None
        ordinal = read_label(block.label)
        self.open = replace(opened, last=ordinal or opened.last, listed=bool(block.label))
        start = decimal.end() if decimal else block.body
        mark = decimal[1] if decimal else block.label if ordinal else None
        return limbs_of(text, start, block.end, mark, opened.outcome, "decision.limb")

    def _introduced(self, line: _Line) -> Iterable[Limb] | None:
        """A line that only says that limbs follow."""
        if not line.introduced:
            return None
        words = line.introduced
        last = line.words[max(words.start(), words.end("first")) : words.end()]
        outcome = "recommended" if words["advised"] else outcome_of(last, "agreed")
        self.open = OpenDecision("decision.introduced", outcome, outer=read_label(line.block.label))
        return _first_told(self.document, line.block)

    def _told(self, line: _Line) -> Iterable[Limb]:
        """What a block decides by itself: as an order, under a decision's heading, or as a sentence tells."""
        document, block, part = self.document, line.block, self.outline.parts[line.index]
        if part == "discussion" and stands(document, line.index):
            ordinal = read_label(block.label)
            self.open = OpenDecision("decision.stands", last=ordinal, listed=True, said=True)
            mark = block.label if ordinal else None
            return limbs_of(document.text, block.body, block.end, mark, "agreed", "decision.stands")
        if part in ("decision", "recommendation"):
            return section_limbs(document, block, part)
        told = narrative_limbs(document, block, block.body, block.end)
        below = document.words_below(line.index)
        return without_motions(document.text, told, below) if _GRAMMAR["opener"].match(below) else told


def _behind_title(document: Document, outline: Outline, index: int) -> Block:
    """The block, or what stands in it behind an item's title."""
    block, item = document.blocks[index], outline.titled.get(index)
    mark = _TITLE_ENDS.match(document.text, item.end, block.end) if item else None
    if mark is None or outline.parts[index] != "discussion":
        return block
    return replace(block, body=mark.end())


def _first_told(document: Document, block: Block) -> Iterable[Limb]:
    """What a line that introduces limbs decides before: "The Board noted the paper and agreed as follows:"."""
    line = _GRAMMAR["introduces"].search(document.text, block.body, block.end)
    if line is None or not line["first"]:
        return ()
    return narrative_limbs(document, block, block.body, line.end("first"))


def _done_in_cells(document: Document, row: Block) -> Iterator[Limb]:
    """What became of the item that a table's row is, where a cell says only that: "Approved"."""
    for cell in row.cells:
        word = _GRAMMAR["only_done"].fullmatch(document.text, cell.start, cell.end)
        if word:
            yield Limb(cell.start, word.end(1), None, outcome_of(word[1], "agreed"), "decision.word")


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


def _told_heading(document: Document, outline: Outline, index: int) -> Iterator[Limb]:
    """A short line that a layout took for a heading may tell a decision: "May accounts approved"."""
    block = document.blocks[index]
    if index not in outline.titled and _GRAMMAR["tell.elliptic"].fullmatch(document.words(block)):
        yield from narrative_limbs(document, block, block.body, block.end)
