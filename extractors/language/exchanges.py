"""Exchanges: what was put to the meeting and what was said in reply, in the order of the text.

Families of rules, tried in this order on each sentence: a reply that the sentence before announced, a question told
as a noun, a reply to a named person, a line headed by a name, a topic put first, speech acts, a point of a list whose
lead says that it is a question, a plain statement right after a question.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from extractors.language.leads import Lead, Leads, read_leads
from extractors.language.outline import Outline
from extractors.language.pairing import Exchange, pair
from extractors.language.people import Person
from extractors.language.question_acts import acts
from extractors.language.question_dialogue import read_dialogue
from extractors.language.question_nouns import (
    asked_as_noun,
    asked_as_subject,
    asked_first,
    to_a_person,
    topic_first,
)
from extractors.language.question_points import (
    answered_line,
    direct,
    inline_points,
    marked_reply,
    named_line,
    point,
    statement,
    told_point,
    weighed,
)
from extractors.language.question_sections import read_sections
from extractors.language.sentences import Sentence
from extractors.language.speakers import Speakers
from extractors.language.speech import Act
from extractors.language.talk import find_talk
from extractors.language.turns import Event, Query, Reply, State, Turn, reply
from extractors.model import Document
from extractors.vocabulary import grammar

_GRAMMAR = grammar("questions.grammar")
_TITLE = 50
"""Characters: the title of a point is no longer."""


def read_exchanges(
    document: Document,
    outline: Outline,
    people: Sequence[Person],
    sentences: Sequence[Sentence],
    speech: Sequence[tuple[Act, ...]],
    likely: Collection[int] = (),
) -> Iterator[Exchange]:
    """Every query of the document, in order, each with its reply; an answer stands in the same item.

    A sentence that ends at one of `likely` is a query, whatever the rules make of it.
    """
    leads = read_leads(document, outline, people)
    sections = read_sections(document, outline, people, leads)
    dialogue = read_dialogue(document, outline, people, sections.blocks)
    yield from sections.exchanges
    yield from dialogue.exchanges
    talk = [
        (sentence, acts_of)
        for sentence, acts_of in find_talk(document, outline, sentences, speech)
        if document.blocks[sentence.block].kind != "table_row"
        and sentence.block not in sections.blocks | dialogue.blocks | leads.foreign
    ]
    for item, turns in groupby(talk, key=lambda each: outline.item_at(each[0].start)):
        public = item is not None and _GRAMMAR["public_title"].search(document.text, item.start, item.end)
        state = State(Speakers(document.text, public=bool(public)))
        for sentence, acts_of in turns:
            turn = _turn(document, sentence, acts_of, people, leads, state)
            head = leads.heads.get(sentence.start)
            found = _lead_events(turn, head, state) if head else _events(turn, state)
            replies = any(isinstance(event, Reply) and event.listed for event in found)
            state.events += [weighed(turn, state)] if sentence.end in likely and not replies else found
        yield from pair(document.text, state.events, state.speakers.same)


def _turn(
    document: Document,
    sentence: Sentence,
    acts_of: tuple[Act, ...],
    people: Sequence[Person],
    leads: Leads,
    state: State,
) -> Turn:
    lead = leads.over.get(sentence.block)
    state.speakers.begun = state.speakers.begun or lead is not None
    speakers = tuple(state.speakers.follow(act) for act in acts_of)
    inside = tuple(p for p in people if sentence.start <= p.start < sentence.end)
    first = sentence.start == document.blocks[sentence.block].body
    return Turn(document.text, sentence, acts_of, speakers, inside, lead, first)


def _events(turn: Turn, state: State) -> list[Event]:
    if _GRAMMAR["no_questions"].search(turn.words):
        return []
    for rule in _RULES:
        found = rule(turn, state)
        if found is not None:
            _name_before(turn, state, found)
            _drop_title(state, found)
            return found
    return []


def _name_before(turn: Turn, state: State, found: list[Event]) -> None:
    """A named reply right behind a nameless one: "Ms Orme added" says that the other was hers, too; otherwise
    a mere statement was no reply, but led up to this one."""
    before = state.events[-1] if state.events else None
    first = found[0] if found else None
    if not (isinstance(before, Reply) and isinstance(first, Reply) and before.speaker is None and turn.acts):
        return
    if _GRAMMAR["adds"].match(turn.text, turn.acts[0].verb[0]):
        state.events[-1] = replace(before, speaker=first.speaker)
    elif before.weak and first.speaker and first.block - before.block <= 1:
        state.events.pop()


def _drop_title(state: State, found: list[Event]) -> None:
    """A point's title is no question where one is asked in so many words right behind it ("Bins. Ms Orme asked …")."""
    before = state.events[-1] if state.events else None
    first = found[0] if found else None
    if (
        isinstance(before, Query)
        and before.rule == "question.point"
        and isinstance(first, Query)
        and first.rule != "question.point"
        and first.block == before.block
        and before.end - before.start <= _TITLE
    ):
        state.events.pop()


def _lead_events(turn: Turn, lead: Lead, state: State) -> list[Event]:
    """A lead asks nothing but the one question it may answer; it says who asks from here on, or who replies."""
    found = asked_as_noun(turn, state) or []
    if lead.kind in ("topics", "mixed"):
        state.answering = True
        state.askers = lead.asker or state.askers
    elif lead.kind == "told" and state.awaited is None:
        state.awaited = (state.speakers.resolve(lead.responder),)
    return found


def _awaited(turn: Turn, state: State) -> list[Event] | None:
    """The reply that the sentence before announced ("Ms Orme replied that:")."""
    if state.awaited is None:
        return None
    (speaker,), state.awaited = state.awaited, None
    if turn.acts and turn.acts[0].deed in ("ask", "concern", "request"):
        return None
    listed = turn.lead is not None and turn.lead.kind == "told"
    replies = turn.lead is not None and _GRAMMAR["lead_replies"].match(turn.text, turn.lead.start)
    return [replace(reply(turn, turn.start, speaker, bound=not listed), listed=bool(listed and replies))]


_RULES: tuple[Callable[[Turn, State], list[Event] | None], ...] = (
    _awaited, told_point, marked_reply, answered_line, inline_points, asked_as_noun, asked_as_subject, asked_first,
    to_a_person, named_line, topic_first, acts, direct, point, statement,
)  # fmt: skip
