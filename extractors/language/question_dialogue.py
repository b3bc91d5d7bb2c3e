"""Questions and answers printed as they were spoken: a paragraph that asks, and under it one that answers.

Some clerks write no "asked" and no "replied" at all ("Why have fares gone up?", and on the next line "We lost the
grant."). Once is chance; where an item holds two such pairs it is how the talk is told, and a paragraph that ends in
a question mark is one question, whatever leads up to it there.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from extractors.language.outline import Outline
from extractors.language.pairing import Exchange
from extractors.language.people import Person
from extractors.language.question_sections import Sections, reply_in
from extractors.language.turns import Query
from extractors.model import Document
from extractors.vocabulary import grammar

_GRAMMAR = grammar("questions.grammar")
_FEWEST = 2
"""Pairs of one item that make it a dialogue."""
_SPEAKERS = ("named", "office", "group", "body")
_BEFORE = 3
"""Paragraphs before the first question in which it may be said who asks and who answers."""


def read_dialogue(
    document: Document, outline: Outline, people: Sequence[Person], taken: Collection[int]
) -> Sections:
    """Every question of a dialogue with its answer, in order; blocks in `taken` have been read otherwise."""
    pairs: dict[int, list[int]] = defaultdict(list)
    openers = {person.start: person for person in people if person.kind in _SPEAKERS}
    for index in range(len(document.blocks) - 1):
        if index not in taken and index + 1 not in taken and _is_pair(document, outline, index, openers):
            item = outline.item_at(document.blocks[index].start)
            pairs[item.start if item else -1].append(index)
    exchanges: list[Exchange] = []
    for found in pairs.values():
        if len(found) >= _FEWEST:
            exchanges += _told(document, people, found, openers)
    blocks = (at for exchange in exchanges for at in (exchange.query.block, exchange.query.block + 1))
    return Sections(tuple(exchanges), frozenset(blocks))


def _is_pair(document: Document, outline: Outline, index: int, openers: dict[int, Person]) -> bool:
    """Whether the block asks, and the next, which nobody is said to speak, answers."""
    asks, answers = document.blocks[index], document.blocks[index + 1]
    if any(block.kind == "table_row" or block.label for block in (asks, answers)):
        return False
    if index in outline.titled or outline.parts[index + 1] != "discussion" or answers.kind == "heading":
        return False
    opens = openers.get(asks.body)
    if answers.body in openers or (opens and opens.side == "officer"):
        return False
    words = document.words(answers)
    return (
        document.words(asks).endswith("?")
        and words.endswith((".", ")", "!"))
        and not words.endswith("?")
        and not _GRAMMAR["lead_end"].search(words)
    )


def _told(
    document: Document, people: Sequence[Person], found: Sequence[int], openers: dict[int, Person]
) -> Iterator[Exchange]:
    asker, responder = _parties(document, people, found[0])
    for index in found:
        block = document.blocks[index]
        named = openers.get(block.body)
        who = named if named and named.side in ("member", "guest") else asker
        query = Query(block.body, block.end, index, who, "question.dialogue", True)
        answer = reply_in(document, index + 1, document.blocks[index + 1].body, responder)
        yield Exchange(query, answer, (answer.start, answer.end))


def _parties(document: Document, people: Sequence[Person], first: int) -> tuple[Person | None, Person | None]:
    """Who asks and who answers, as is said before the first question ("Ms Orme answered Members' questions")."""
    for block in document.blocks[max(0, first - _BEFORE) : first]:
        answered = _GRAMMAR["took_questions"].search(document.text, block.body, block.end)
        if answered is None:
            continue
        asker = Person(*answered.span("asker"), "group", "member") if answered["asker"] else None
        named = [p for p in people if block.body <= p.start < answered.start() and p.side != "member"]
        return asker, _joined(document.text, named)
    return None, None


def _joined(text: str, named: Sequence[Person]) -> Person | None:
    """The first of the people, with those whom an "and" joins to them."""
    if not named:
        return None
    last = named[0]
    for person in named[1:]:
        if text[last.end : person.start].strip() not in ("and", "&", ","):
            break
        last = person
    return Person(named[0].start, last.end, "named", "officer")
