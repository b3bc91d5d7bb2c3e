"""Questions and answers in sections that are headed so: "Question 1 … Response …", "Q: … A: …".

Where a document says in so many words which paragraph is the question and which the answer, no verb of speech is
needed to tell. A question mark or an answer's heading must be there, so that a mere title ("Question time:") is none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.language.leads import Leads
from extractors.language.naming import Side
from extractors.language.outline import Outline
from extractors.language.pairing import Exchange
from extractors.language.people import Person
from extractors.language.sentences import sentence_bounds
from extractors.language.turns import Query, Reply, trimmed_end
from extractors.model import Document
from extractors.vocabulary import grammar

_GRAMMAR = grammar("questions.grammar")
_QUESTION = ("section_question", "section_q", "section_asks", "section_comment")
_ACTION = re.compile(r"\bACTIONS?\b\s*(?:[:–-]|\()")
_IS_ABOUT = re.compile(
    r"\s+(?:also |now |both |all )?(?:has|have|had|is|are|was|were|can|could|do|does|did)\b"
)
_MOST_BLOCKS = 8
"""Paragraphs that one question or one answer takes at the most; a longer one is read to there."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A block that opens a question or an answer; its words begin at `begin`, which may be its end."""

    block: int
    begin: int
    match: re.Match[str]
    short: bool
    """Whether the mark is a mere letter ("Q.", "A:")."""

    def group(self, name: str) -> tuple[int, int] | None:
        """Where a named part of the mark stands, if it is there."""
        found = self.match.groupdict().get(name)
        return self.match.span(name) if found else None


@dataclass(frozen=True, slots=True)
class Sections:
    """The exchanges found, and the indices of the blocks that they take up."""

    exchanges: tuple[Exchange, ...]
    blocks: frozenset[int]


def read_sections(document: Document, outline: Outline, people: Sequence[Person], leads: Leads) -> Sections:
    """Every headed question of the document with its answer, in order; whose they are, a lead over them may say."""
    exchanges: list[Exchange] = []
    taken: set[int] = set()
    index = 0
    while index < len(document.blocks):
        mark = _question_at(document, outline, index)
        found = _read(document, outline, people, mark) if mark else None
        if found:
            exchange, stop = found
            exchanges.append(_asked_under(outline, leads, exchange))
            taken.update(range(index, stop))
            index = stop
        else:
            index += 1
    return Sections(tuple(exchanges), frozenset(taken))


def _asked_under(outline: Outline, leads: Leads, exchange: Exchange) -> Exchange:
    """The exchange; where it prints no asker, the item's last lead before it may name one ("Members' questions:")."""
    query = exchange.query
    if query.asker:
        return exchange
    item = outline.item_at(query.start)
    before = [
        lead
        for lead in leads.heads.values()
        if lead.start < query.start and lead.kind != "told" and outline.item_at(lead.start) == item
    ]
    return replace(exchange, query=replace(query, asker=before[-1].asker)) if before else exchange


def _question_at(document: Document, outline: Outline, index: int) -> _Mark | None:
    if outline.parts[index] not in ("discussion", "heading") or document.blocks[index].kind == "table_row":
        return None
    return next((mark for name in _QUESTION if (mark := _mark(document, index, name))), None)


def _mark(document: Document, index: int, name: str) -> _Mark | None:
    block = document.blocks[index]
    for start in {block.start, block.body}:
        match = _GRAMMAR[name].match(document.text, start, block.end)
        if match and match.end() > start:
            return _Mark(index, match.end(), match, name in ("section_q", "section_a"))
    return None


def _read(
    document: Document, outline: Outline, people: Sequence[Person], mark: _Mark
) -> tuple[Exchange, int] | None:
    """The exchange that `mark` opens, and the index of the first block behind it."""
    answer = _answer_under(document, outline, mark)
    stop = answer.block if answer else _end_of(document, outline, mark)
    begin, end = _extent(document, mark, stop)
    if begin >= end or not (answer or document.text[begin:end].rstrip().endswith("?")):
        return None
    named = next((p for p in people if p.start == begin and p.kind in ("named", "office", "group")), None)
    asker = _person(mark.group("asker"), "member") or named or _asker_in_title(document, outline, mark)
    query = Query(begin, end, mark.block, asker, "question.section", True)
    if answer is None:
        return _replied(document, outline, people, query, stop)
    return _answered(document, outline, people, query, answer)


def _replied(
    document: Document, outline: Outline, people: Sequence[Person], query: Query, stop: int
) -> tuple[Exchange, int]:
    """The question with the paragraph behind it, where that says who replied; else without an answer."""
    unanswered = Exchange(query, None, None), stop
    if stop >= len(document.blocks) or stop in _heads(outline):
        return unanswered
    block = document.blocks[stop]
    speaker = next((person for person in people if person.start == block.body), None)
    if speaker is None or not _GRAMMAR["lead_answer"].match(document.text, min(speaker.end + 1, block.end)):
        return unanswered
    if _only_announces(document.text, block.body, block.end):
        stop += 1
        if stop >= len(document.blocks) or stop in _heads(outline):
            return Exchange(query, None, None), stop
        block = document.blocks[stop]
    answer = reply_in(document, stop, block.body, speaker)
    return Exchange(query, answer, (answer.start, answer.end)), stop + 1


def reply_in(document: Document, index: int, begin: int, speaker: Person | None) -> Reply:
    """The reply from `begin` to the end of its paragraph, or to an "ACTION:" inside it."""
    block = document.blocks[index]
    action = _ACTION.search(document.text, begin, block.end)
    end = trimmed_end(document.text, begin, action.start() if action else block.end)
    defers = bool(_GRAMMAR["defers"].search(document.text, begin, end))
    return Reply(begin, end, index, speaker, bound=True, defers=defers)


def _answer_under(document: Document, outline: Outline, mark: _Mark) -> _Mark | None:
    """The mark of the answer, before the next question or item."""
    for index in range(mark.block + 1, min(mark.block + 1 + _MOST_BLOCKS, len(document.blocks))):
        if outline.item_at(document.blocks[index].start) != outline.item_at(mark.match.start()):
            return None
        found = _mark(document, index, "section_answer")
        found = found or (_mark(document, index, "section_a") if mark.short else None)
        if found:
            return found
        if _question_at(document, outline, index):
            return None
    return None


def _end_of(document: Document, outline: Outline, mark: _Mark) -> int:
    """A question without an answer's mark takes its own block, or the one under its heading."""
    follows = mark.block + 1
    own = mark.begin < document.blocks[mark.block].end
    return follows if own or follows >= len(document.blocks) or follows in _heads(outline) else follows + 1


def _heads(outline: Outline) -> frozenset[int]:
    return frozenset(item.block for item in outline.items)


def _extent(document: Document, mark: _Mark, stop: int) -> tuple[int, int]:
    """The words behind the mark, or of the paragraphs between it and block `stop`."""
    block = document.blocks[mark.block]
    if mark.begin < block.end:
        begin, last = mark.begin, stop - 1
    elif mark.block + 1 < stop:
        begin, last = document.blocks[mark.block + 1].body, stop - 1
    else:
        return mark.begin, mark.begin
    end = document.blocks[last].end
    return begin, end if document.text[begin:end].rstrip().endswith("?") else trimmed_end(
        document.text, begin, end
    )


def _answered(
    document: Document, outline: Outline, people: Sequence[Person], query: Query, mark: _Mark
) -> tuple[Exchange, int]:
    index = mark.block
    begin = mark.begin
    while begin >= document.blocks[index].end or _only_announces(
        document.text, begin, document.blocks[index].end
    ):
        index += 1
        if index > mark.block + 2 or index >= len(document.blocks) or index in _heads(outline):
            return Exchange(query, None, None), min(index, len(document.blocks))
        begin = document.blocks[index].body
    places = {begin, mark.begin if index == mark.block else document.blocks[mark.block + 1].body}
    text = document.text
    named = (
        person
        for person in people
        if person.start in places and person.kind in ("named", "office") and _answers(text, person)
    )
    reply = reply_in(document, index, begin, _person(mark.group("who"), "officer") or next(named, None))
    return Exchange(query, reply, (reply.start, reply.end)), index + 1


def _answers(text: str, person: Person) -> bool:
    """Whether the answer begins with who gives it, and not with whom it is about ("Staff are pleased")."""
    return not _IS_ABOUT.match(text, person.end)


def _only_announces(text: str, begin: int, end: int) -> bool:
    """Whether the paragraph only says who answers ("Ms Orme replied as follows:")."""
    return text[begin:end].rstrip().endswith(":") and len(sentence_bounds(text, begin, end)) == 1


def _asker_in_title(document: Document, outline: Outline, mark: _Mark) -> Person | None:
    item = outline.item_at(mark.match.start())
    title = _GRAMMAR["section_title"].match(document.text, item.start, item.end) if item else None
    return _person(title.span("asker"), "guest") if title else None


def _person(span: tuple[int, int] | None, side: Side) -> Person | None:
    return Person(*span, "named", side) if span else None
