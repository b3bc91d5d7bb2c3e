"""What the minutes hand out: "The Clerk to obtain quotes", "Action: JS", points under "Actions", action tables.

An assignment is agreed by the meeting; who it is given to stands before the verb, behind the words, or in a column.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.language.deeds import deed_at, is_formal
from extractors.language.outline import Outline
from extractors.language.sentences import sentence_bounds
from extractors.language.turns import trimmed_end
from extractors.language.undertaken import Undertaking
from extractors.model import Document
from extractors.vocabulary import grammar

_GRAMMAR = grammar("actions.grammar")
_LINES = grammar("action_lines.grammar")


@dataclass(frozen=True, slots=True)
class Mark:
    """Initials or a name that stand behind a paragraph and say who acts on it: "Action: JS"."""

    at: int
    """Where the paragraph they speak of ends."""
    start: int
    """Where that paragraph's last sentence begins."""
    owner: str


def find_assignments(document: Document, outline: Outline) -> tuple[list[Undertaking], list[Mark]]:
    """The assignments outside tables, in order, and the marks that name the owner of what stands before them."""
    found: list[Undertaking] = []
    marks: list[Mark] = []
    columned = any(_LINES["column"].fullmatch(document.words(block)) for block in document.blocks[:60])
    listed = False
    for index, block in enumerate(document.blocks):
        words = document.words(block)
        if block.kind == "table_row" or outline.parts[index] in ("head", "attendance", "furniture"):
            continue
        if _LINES["heading"].fullmatch(words):
            listed = True
            continue
        if outline.parts[index] == "heading":
            listed = False
            continue
        line = _LINES["line"].match(document.text, block.body, block.end)
        if line:
            found += _from_line(document, index, line.end(), marks)
            continue
        tail = _LINES["tail"].search(document.text, block.body, block.end)
        if tail and tail.start() > block.body:
            marks += mark_end(document, block.body, tail.start(), tail["who"])
        elif columned and index and _LINES["initials"].fullmatch(words):
            marks += mark_end(
                document, document.blocks[index - 1].body, document.blocks[index - 1].end, words
            )
        if listed and (block.kind == "bullet" or block.label):
            found += assign(document, block.body, tail.start() if tail else block.end, "action.listed")
            continue
        if outline.parts[index] == "recommendation":
            continue
        for start, end in sentence_bounds(document.text, block.body, block.end):
            found += _sentence(document, start, end, labelled=bool(block.label))
    return found, marks


def _from_line(document: Document, index: int, start: int, marks: list[Mark]) -> list[Undertaking]:
    """ "Action: X to do Y" says it all; "Action: X" names who acts on the paragraph before."""
    block = document.blocks[index]
    words = document.text[start : block.end]
    if not words.strip():
        return []
    if _LINES["only_owner"].fullmatch(words.strip()):
        if index:
            before = document.blocks[index - 1]
            marks += mark_end(document, before.body, before.end, words.strip(" ."))
        return []
    return assign(document, start, block.end, "action.line")


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
    owner = who["who"] if who else behind["who"] if behind else None
    verb = (
        who.start("verb")
        if who and "verb" in who.groupdict()
        else first_deed(text, who.end() if who else start, stop)
    )
    begin = who.end() if who and "verb" not in who.groupdict() else start
    return [Undertaking(begin, stop, verb, "agreed", rule, " ".join(owner.split()) if owner else None)]


def first_deed(text: str, start: int, end: int) -> int:
    """Where the first verb of a deed stands in `text[start:end]`; `start` where there is none."""
    for word in re.finditer(r"[A-Za-z][a-z-]+", text[start : min(end, start + 160)]):
        if deed_at(text, start + word.start(), end):
            return start + word.start()
    return start


def _sentence(document: Document, start: int, end: int, *, labelled: bool) -> Iterator[Undertaking]:
    text = document.text
    match = _GRAMMAR["assigned"].match(text, start, end)
    rule, owner = "action.assigned", match["who"] if match else None
    if not match and labelled:
        match, rule = _GRAMMAR["ordered"].match(text, start, end), "action.ordered"
        if match and not _is_order(text[start : match.start("verb")]):
            return
    if not match or is_formal(text, match.start("verb")):
        return
    if deed_at(text, match.start("verb"), end):
        stop = trimmed_end(text, start, end)
        yield Undertaking(
            start, stop, match.start("verb"), "agreed", rule, " ".join(owner.split()) if owner else None
        )


def _is_order(subject: str) -> bool:
    """Whether a point of the form "X be done" orders something, and is no statement or question."""
    return not (
        _GRAMMAR["finite"].search(subject) or re.search(r"\b(?:to|whether|if|not|that)\s+\w", subject[5:])
    )


def mark_end(document: Document, start: int, end: int, who: str) -> list[Mark]:
    """The mark of `who` behind `text[start:end]`; none behind nothing."""
    bounds = sentence_bounds(document.text, start, end)
    return [Mark(bounds[-1][1], bounds[-1][0], " ".join(who.split()).strip(" .()[]"))] if bounds else []


def give_owners(
    document: Document, found: Sequence[Undertaking], marks: Sequence[Mark]
) -> Iterator[Undertaking]:
    """The undertakings with the owners that marks behind their paragraph give; a mark behind a sentence that is
    none makes it one."""
    marked = {
        mark: [each for each in found if mark.start < each.end and each.start < mark.at] for mark in marks
    }
    owners = {id(each): mark.owner for mark, those in marked.items() for each in those}
    for each in found:
        yield replace(each, owner=owners[id(each)]) if id(each) in owners else each
    for mark, those in marked.items():
        end = trimmed_end(document.text, mark.start, mark.at)
        if not those and end - mark.start > 12:
            verb = first_deed(document.text, mark.start, end)
            yield Undertaking(mark.start, end, verb, "agreed", "action.marked", mark.owner)
