"""What the minutes hand out: "The Clerk to obtain quotes", "Action: JS", points under "Actions", action tables.

An assignment is agreed by the meeting; who it is given to stands before the verb, behind the words, or in a column.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.language.deeds import deed_at, first_deed, is_formal
from extractors.language.marks import is_first_name, is_somebody
from extractors.language.outline import Outline
from extractors.language.sentences import sentence_bounds
from extractors.language.turns import trimmed_end
from extractors.language.undertaken import Commitment, Undertaking
from extractors.model import Block, Document
from extractors.vocabulary import grammar

_GRAMMAR = grammar("actions.grammar")
_LINES = grammar("action_lines.grammar")
_NOTES: tuple[tuple[str, Commitment], ...] = (("short_note", "agreed"), ("requested_note", "requested"))
_FURTHER = re.compile(r"[;.]\s+(?:and\s+|so\s+)?|,\s+(?:and\s+|so\s+)?|\sso\s+(?=[A-Z])")
_OFFERED = re.compile(r"\b(?:agreed|offered|volunteered) to\s")
_WILL = re.compile(r"\b(?:will|would|going to)\s")
_TOLD_BY = ("action.promise", "action.promise-noun", "action.future", "action.can", "action.assigned")
"""Rules whose owner is the subject of the deed itself, and so printed with it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Initials or a name behind a paragraph that say who acts on it: "Action: JS"."""

    begin: int
    end: int
    """The paragraph they speak of."""
    last: int
    """Where its last sentence begins."""
    owner: str
    due: str | None = None
    every: bool = False
    """Whether it speaks of all that the paragraph hands out ("ACTIONS JS")."""


def find_assignments(document: Document, outline: Outline) -> tuple[list[Undertaking], list[Mark]]:
    """The assignments outside tables, in order, and the marks that name the owner of what stands before them."""
    reader = _Reader(document)
    for block, part in zip(document.blocks, outline.parts, strict=True):
        if block.kind != "table_row" and part not in ("head", "attendance", "furniture"):
            reader.read(block, part)
    return reader.found, reader.marks


class _Reader:
    """Goes through the blocks; knows whether a list of actions is open, and the paragraph before."""

    def __init__(self, document: Document) -> None:
        self.found: list[Undertaking] = []
        self.marks: list[Mark] = []
        self._document = document
        self._columned = any(_LINES["column"].fullmatch(document.words(block)) for block in document.blocks)
        self._listed = False
        self._before: Block | None = None

    def read(self, block: Block, part: str) -> None:
        words = self._document.words(block)
        alone = _LINES["marked_alone"].fullmatch(words)
        if alone and (alone["initials"] or is_somebody(self._document.text, alone["who"])):
            self._mark_before(alone["who"], every=alone["every"] is not None)
        elif _LINES["heading"].fullmatch(words):
            self._listed = block.kind == "heading" or not _LINES["column"].fullmatch(words)
        elif part == "heading":
            self._listed = False
        elif self._columned and _LINES["only_owner"].fullmatch(words) and not block.label:
            self._mark_before(words)
        else:
            self._read_paragraph(block, part)
            self._before = block

    def _read_paragraph(self, block: Block, part: str) -> None:
        text = self._document.text
        given = _LINES["line_for"].match(text, block.body, block.end)
        if given:
            who = " ".join(given["who"].split())
            self.found += [
                replace(each, owner=who)
                for each in assign(self._document, given.end(), block.end, "action.line")
            ]
            return
        line = _LINES["line"].match(text, block.body, block.end)
        if line:
            self._read_line(line.end(), block.end)
            return
        inline = _LINES["inline"].search(text, block.body, block.end)
        if inline and not _LINES["only_owner"].fullmatch(text[inline.end() : block.end].strip(" )].")):
            self._read_line(inline.end(), block.end)
            block = replace(block, end=inline.start())
        tail = _tail(text, block)
        end = tail.start() if tail and tail.start() > block.body else block.end
        if tail and end < block.end:
            self.marks += mark_end(self._document, block.body, end, tail["who"])
        if self._listed and (block.kind == "bullet" or block.label):
            self.found += assign(self._document, block.body, end, "action.listed")
        elif part != "recommendation":
            for start, stop in sentence_bounds(text, block.body, end):
                self.found += _sentence(self._document, start, stop, labelled=bool(block.label))

    def _read_line(self, start: int, end: int) -> None:
        """ "Action: X to do Y" says it all; "Action: X" names who acts on the paragraph before."""
        words = self._document.text[start:end].strip()
        if _LINES["only_owner"].fullmatch(words) or _LINES["owner_due"].fullmatch(words):
            self._mark_before(words)
        elif words and not _LINES["told_since"].match(words):
            text = self._document.text
            for begin, stop in _parts(text, start, end):
                self.found += assign(self._document, begin, _first_end(text, begin, stop), "action.line")

    def _mark_before(self, who: str, *, every: bool = False) -> None:
        if self._before:
            marks = mark_end(self._document, self._before.body, self._before.end, who)
            self.marks += [replace(mark, every=every) for mark in marks]


def _tail(text: str, block: Block) -> re.Match[str] | None:
    """Who acts, behind the paragraph: "Action: JS", or "JS" alone where the minutes tell who that is."""
    said = _LINES["tail"].search(text, block.body, block.end)
    bare = None if said else _LINES["tail_bare"].search(text, block.body, block.end)
    return bare if bare and is_somebody(text, bare["who"]) else said


def assign(document: Document, start: int, end: int, rule: str) -> list[Undertaking]:
    """The whole of `text[start:end]` as one action, its owner taken from before the verb or from the end."""
    text = document.text
    while start < end and text[start].isspace():
        start += 1
    behind = _LINES["owner_behind"].search(text, start, end)
    stop = trimmed_end(text, start, behind.start() if behind else end)
    if stop - start < 6:
        return []
    who = _GRAMMAR["assigned"].match(text, start, stop) or _LINES["owner_first"].match(text, start, stop)
    if not who:
        acting = _GRAMMAR["acting"].match(text, start, stop)
        who = acting if acting and deed_at(text, acting.start("verb"), stop) else None
    if not who:
        named = _GRAMMAR["first_name"].match(text, start, stop)
        who = named if named and deed_at(text, named.start("verb"), stop) else None
    owner = who["who"] if who else behind["who"] if behind else None
    verb = (
        who.start("verb")
        if who and "verb" in who.groupdict()
        else first_deed(text, who.end() if who else start, stop)
    )
    begin = who.end() if who and "verb" not in who.groupdict() else start
    owner = " ".join(owner.split()) if owner else None
    return [Undertaking(begin, stop, verb, "agreed", rule, owner, _due(behind))]


def _due(behind: re.Match[str] | None) -> str | None:
    """When it is due, as what stands behind the words says ("(JS, March)")."""
    return behind["due"].strip(" .)]") if behind and behind["due"] else None


def _sentence(document: Document, start: int, end: int, *, labelled: bool) -> Iterator[Undertaking]:
    """What a sentence hands out."""
    for begin, stop in _parts(document.text, start, end):
        yield from _clause(document, begin, stop, labelled=labelled)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """ "Clerk to write to the school; JB to ask for help": one part for each who is given something to do."""
    further = (joint.end() for joint in _FURTHER.finditer(text, start, end))
    cuts = [start, *(at for at in further if _hands_out(text, at, end)), end]
    yield from pairwise(cuts)


def _hands_out(text: str, at: int, end: int) -> bool:
    """Whether "Robin to ring", with one whom the text names, or "Clerk to ring" begins there."""
    named = _GRAMMAR["first_name"].match(text, at, end)
    return bool(_GRAMMAR["assigned"].match(text, at, end) or (named and is_first_name(text, named["who"])))


def _first_end(text: str, start: int, end: int) -> int:
    """Where the first sentence ends, if it says what is to be done; what follows only explains it."""
    bounds = sentence_bounds(text, start, end)
    if len(bounds) < 2 or deed_at(text, first_deed(text, *bounds[0]), bounds[0][1]) is None:
        return end
    return bounds[0][1]


def _clause(document: Document, start: int, end: int, *, labelled: bool) -> Iterator[Undertaking]:
    text = document.text
    note = _note(text, start, end)
    if note:
        yield note
        return
    topic = _GRAMMAR["topics"].match(text, start, end)
    match = (
        _GRAMMAR["assigned"].match(text, start, end)
        or (_GRAMMAR["assigned"].match(text, topic.end(), end) if topic else None)
        or _by_first_name(document, start, end)
    )
    if match:
        yield from _handed_to(text, start, end, match)
    elif labelled and (match := _GRAMMAR["ordered"].match(text, start, end)):
        verb = match.start("verb")
        if _is_order(text[start:verb]) and not is_formal(text, verb) and deed_at(text, verb, end):
            yield Undertaking(start, trimmed_end(text, start, end), verb, "agreed", "action.ordered")
    elif (order := _LINES["order"].fullmatch(text, start, end)) and deed_at(text, start, end):
        who = " ".join(order["who"].split())
        yield Undertaking(start, order.start("behind"), start, "agreed", "action.ordered", who)


def _note(text: str, start: int, end: int) -> Undertaking | None:
    """ "Update at next meeting": a note without a doer."""
    for name, commitment in _NOTES:
        note = _GRAMMAR[name].fullmatch(text, start, end)
        if note:
            return Undertaking(
                start, trimmed_end(text, start, end), note.start("verb"), commitment, "action.note"
            )
    return None


def _handed_to(text: str, start: int, end: int, match: re.Match[str]) -> Iterator[Undertaking]:
    """What `match` gives somebody to do, or lets them promise ("Robin will ring")."""
    verb = match.start("verb")
    if is_formal(text, verb) or _GRAMMAR["purpose"].match(text, verb, end):
        return
    offered = _OFFERED.search(text, match.start(), verb)
    promised = offered or _WILL.search(text, match.start(), verb)
    if deed_at(text, verb, end) or offered or _is_told(match):
        commitment: Commitment = "promised" if promised else "agreed"
        who = " ".join(match["who"].split())
        yield Undertaking(start, trimmed_end(text, start, end), verb, commitment, "action.assigned", who)


def _by_first_name(document: Document, start: int, end: int) -> re.Match[str] | None:
    """ "Robin to speak to the school", where the text names a Robin with a surname."""
    match = _GRAMMAR["first_name"].match(document.text, start, end)
    return match if match and is_first_name(document.text, match["who"]) else None


def _is_told(match: re.Match[str]) -> bool:
    """Whether the words before "to" name one who is given work, so that any verb but one of state is some."""
    verb = match["verb"]
    return bool(_GRAMMAR["surely_assigned"].fullmatch(match["who"])) and not (
        _GRAMMAR["state"].fullmatch(verb)
        or _GRAMMAR["procedure"].fullmatch(verb)
        or verb.endswith(("ing", "ed"))
    )


def _is_order(subject: str) -> bool:
    """Whether a point of the form "X be done" orders something, and is no statement or question."""
    return not (
        _GRAMMAR["finite"].search(subject) or re.search(r"\b(?:to|whether|if|not|that)\s+\w", subject[5:])
    )


def mark_end(document: Document, start: int, end: int, who: str) -> list[Mark]:
    """The mark of `who` behind `text[start:end]`; none behind nothing."""
    bounds = sentence_bounds(document.text, start, end)
    if not bounds:
        return []
    words = " ".join(who.split())
    timed = _LINES["owner_and_time"].fullmatch(words)
    owner = (timed["who"] if timed else words).strip(" .()[]")
    return [Mark(start, bounds[-1][1], bounds[-1][0], owner, timed["due"].strip(" .)]") if timed else None)]


def give_owners(
    document: Document, found: Sequence[Undertaking], marks: Sequence[Mark]
) -> Iterator[Undertaking]:
    """The undertakings with the owners that marks behind their paragraph give to the last of them; where the
    paragraph holds none, its last sentence is one. Who is printed as the doer stays the owner."""
    starts = [each.start for each in found]
    owners: dict[int, Mark] = {}
    for mark in marks:
        at = bisect_left(starts, mark.end) - 1
        if at >= 0 and found[at].end > mark.begin:
            if found[at].rule != "action.log":
                owners[at] = mark
            while mark.every and at > 0 and found[at - 1].end > mark.begin:
                at -= 1
                owners[at] = mark
        elif (end := trimmed_end(document.text, mark.last, mark.end)) - mark.last > 12:
            verb = first_deed(document.text, mark.last, end)
            yield Undertaking(mark.last, end, verb, "agreed", "action.marked", mark.owner, mark.due)
    for index, each in enumerate(found):
        told = each.owner if each.rule in _TOLD_BY else None
        own = owners.get(index)
        yield replace(each, owner=told or own.owner, due=each.due or own.due) if own else each
