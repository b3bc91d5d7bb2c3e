"""Questions told as a noun or put first as a topic, with the reply in the same sentence.

"In response to a question from a Member about parking, Ms Orme said …"; "The Director responded to a query on X by
stating …"; "In response to Councillor Orme, …"; "In relation to parking, she stated …" while answering.
"""

import re

from extractors.language.people import Person
from extractors.language.stems import stems
from extractors.language.turns import Event, Query, Reply, State, Turn, reply, trimmed_end
from extractors.vocabulary import grammar

_GRAMMAR = grammar("questions.grammar")
_SHORTEST = 12
"""Characters: an answer is no shorter."""
_REPLIES = ("answer", "say", "promise", "procedure")


def asked_as_noun(turn: Turn, state: State) -> list[Event] | None:
    """ "in response to a question about …", with whatever answers it."""
    match = _one_noun(turn)
    several = None if match else _GRAMMAR["many_nouns"].search(turn.text, turn.start, turn.sentence.end)
    found = match or several
    if found is None:
        return None
    start = found.start("noun")
    fronted = not turn.text[turn.start : found.start()].strip(" ,–-")
    answer = _answering_act(turn, found.end())
    asker = _source(turn, start, turn.end)
    if several and not _is_one_of_its_own(turn, state, several, asker, fronted and answer is not None):
        state.answering = True
        state.askers = asker or state.askers
        return None
    end = _phrase_end(turn, found.end(), answer, fronted)
    asker = _source(turn, start, end)
    if match and asker is None and answer is None and match.groupdict().get("after"):
        return []  # "Following a query from the auditors, the accounts were mended": not asked at this meeting
    query = Query(start, end, turn.sentence.block, asker, "question.noun", True)
    return [query, *_reply_to_noun(turn, state, found.start(), end, answer)]


def _one_noun(turn: Turn) -> re.Match[str] | None:
    """One question named as a noun: anywhere behind words of replying, or at the start behind weaker ones."""
    found = _GRAMMAR["asked_noun"].search(turn.text, turn.start, turn.sentence.end)
    if found:
        return found
    fronted = _GRAMMAR["fronted_noun"].match(turn.text, turn.start, turn.sentence.end)
    return fronted if fronted and _answering_act(turn, fronted.end()) is not None else None


def _is_one_of_its_own(
    turn: Turn, state: State, found: re.Match[str], asker: Person | None, answers: bool
) -> bool:
    """Whether questions in the plural are one that is told nowhere else: it says what they were about, or is answered
    here ("In response to questions, Ms Orme said …") and none waits for that answer."""
    if _GRAMMAR["has_topic"].match(turn.text, found.end(), turn.sentence.end):
        return True
    if _GRAMMAR["lead_end"].search(turn.text, found.end(), turn.sentence.end):
        return False
    if asker and _GRAMMAR["source"].match(turn.text, found.end(), asker.start) and answers:
        return True
    if _GRAMMAR["other_nouns"].match(turn.text, found.start("noun")):
        return answers
    return answers and not any(isinstance(event, Query) for event in state.events[-1:])


def _source(turn: Turn, start: int, end: int) -> Person | None:
    """Whose question it is: "from a Member", "by Cllr Orme", "Cllr Orme's question"."""
    for person in turn.people:
        if not start <= person.start < end or person.side == "officer":
            continue
        before = turn.text[start : person.start]
        owner = turn.text[person.end : person.end + 1] in ("’", "'") or re.search(
            r"[’']s$", person.words(turn.text)
        )
        if owner or re.search(r"\b(?:from|by|of)\s+$", before):
            return person
    return None


def _answering_act(turn: Turn, at: int) -> int | None:
    """The index of the first act after `at` that can answer."""
    return next((i for i, act in enumerate(turn.acts) if act.verb[0] >= at and act.deed in _REPLIES), None)


def _phrase_end(turn: Turn, at: int, answer: int | None, fronted: bool) -> int:
    """Where the noun phrase of a question ends: before the clause that answers it."""
    text = turn.text
    if answer is not None:
        act = turn.acts[answer]
        stop = act.start if act.start >= at else act.verb[0]
        return len(re.sub(r"[\s,;:–-]*(?:\b(?:by|and|in|it|which)\b[\s,]*)*$", "", text[:stop]))
    comma = _GRAMMAR["clause_comma"].search(text, at, turn.sentence.end) if fronted else None
    return comma.start() if comma else turn.end


def _reply_to_noun(turn: Turn, state: State, noun: int, end: int, answer: int | None) -> list[Event]:
    if answer is not None:
        act, speaker = turn.acts[answer], turn.speakers[answer]
        start = act.start if act.start < noun or act.start >= end else act.verb[0]
        if turn.text[act.verb[1] : turn.sentence.end].strip(" :;,.-–—") in ("", "that", "as follows"):
            state.awaited = (speaker,)
            return []
        return [reply(turn, start, speaker, act=act, bound=True)]
    rest = re.compile(r"[\s,;:–-]*(?:by\s+)?").match(turn.text, end)
    start = rest.end() if rest else end
    if turn.end - start > 12:
        return [reply(turn, start, None, bound=True)]
    for act, speaker in zip(turn.acts, turn.speakers, strict=True):
        if act.verb[0] < noun and act.deed in _REPLIES:
            if _GRAMMAR["only_replies"].match(turn.text, act.verb[0]):
                state.awaited = (speaker,)
                return []
            stop = trimmed_end(turn.text, act.start, noun)
            return [Reply(act.start, stop, turn.sentence.block, speaker, bound=True)]
    state.awaited = (None,)
    return []


def asked_as_subject(turn: Turn, _: State) -> list[Event] | None:
    """ "Questions from Councillor Orme centred on parking", "Mr Webb's query on parking was answered by …"."""
    match = _GRAMMAR["subject_noun"].match(turn.text, turn.start, turn.sentence.end)
    answered = _GRAMMAR["answered_noun"].match(turn.text, turn.start, turn.sentence.end)
    if match is None and answered is None:
        return None
    end = trimmed_end(turn.text, turn.start, answered.end() if answered else turn.end)
    stop = match.end() if match else end
    return [
        Query(turn.start, end, turn.sentence.block, _source(turn, turn.start, stop), "question.subject", True)
    ]


def asked_first(turn: Turn, _: State) -> list[Event] | None:
    """ "Asked by Councillor Orme if the lift worked, Mr Snell confirmed …"."""
    match = _GRAMMAR["asked_first"].match(turn.text, turn.start, turn.sentence.end)
    at = _answering_act(turn, match.end()) if match else None
    if match is None or at is None or turn.acts[at].start < match.end():
        return None
    end = trimmed_end(turn.text, turn.start, turn.acts[at].start)
    begin, stop = match.span("asker")
    asker = next((person for person in turn.people if begin <= person.start < stop), None)
    query = Query(turn.start, end, turn.sentence.block, asker, "question.asked-first", True)
    return [query, reply(turn, turn.acts[at].start, turn.speakers[at], act=turn.acts[at], bound=True)]


def to_a_person(turn: Turn, state: State) -> list[Event] | None:
    """ "In response to Councillor Orme, …": a question of hers, unless one waits for its answer."""
    for person in turn.people:
        lead = _GRAMMAR["reply_person"].search(turn.text, turn.start, person.start)
        if not lead or person.side == "officer" or person.kind in ("body", "pronoun", "bare"):
            continue
        if turn.text[person.end : person.end + 1] in ("’", "'"):
            continue
        at = next((i for i, a in enumerate(turn.acts) if a.verb[0] > person.end and a.deed in _REPLIES), None)
        if at is None:
            continue
        act = turn.acts[at]
        start = act.start if act.start > person.start or act.start < lead.start() else act.verb[0]
        key = state.speakers.key
        waits = any(isinstance(e, Query) and e.asker and key(e.asker) == key(person) for e in state.events)
        answer = reply(turn, start, turn.speakers[at], act=act, to=person, bound=not waits)
        several = person.kind == "group" and not re.match(
            r"[Aa]n?\b|[Oo]ne\b|[Aa]nother\b", person.words(turn.text)
        )
        if waits or several:
            return [answer]
        asks = _GRAMMAR["who_asks"].match(turn.text, person.end, turn.sentence.end)
        begin, end = lead.start(), person.end
        if asks and start > asks.end():
            begin, end = person.start, trimmed_end(turn.text, person.start, start)
        query = Query(begin, end, turn.sentence.block, person, "question.in-reply-to", True)
        return [query, answer]
    return None


def _raised_before(text: str, state: State, begin: int, end: int) -> bool:
    """Whether the topic takes up what was asked before in this item, so that it is no question of its own."""
    topic = stems(text, begin, end)
    asked = (stems(text, event.start, event.end) for event in state.events if isinstance(event, Query))
    return any(topic and len(topic & each) * 3 >= len(topic) * 2 for each in asked)


def _topic_and_rest(turn: Turn, begin: int) -> list[Event] | None:
    """A point of a list of answers that says what was asked, and after a comma the answer ("On bins, they …")."""
    comma = _GRAMMAR["clause_comma"].search(turn.text, begin, turn.sentence.end)
    if comma is None or turn.lead is None or turn.end - comma.end() < _SHORTEST:
        return None
    query = Query(turn.start, comma.start(), turn.sentence.block, turn.lead.asker, "question.topic", True)
    return [query, reply(turn, comma.end(), turn.lead.responder, bound=True)]


def topic_first(turn: Turn, state: State) -> list[Event] | None:
    """A topic and what is said of it, while questions are being answered."""
    topics = turn.lead is not None and turn.lead.kind == "topics"
    if not (topics or turn.lead or state.answering):
        return None
    match = _GRAMMAR["topic_front"].match(turn.text, turn.start, turn.sentence.end)
    if not (match or (topics and turn.first)):
        return None
    at = next((i for i, act in enumerate(turn.acts) if act.deed in _REPLIES), None)
    if at is None and topics and match:
        return _topic_and_rest(turn, match.end())
    if at is None or any(act.deed in ("ask", "concern", "request") for act in turn.acts[: at + 1]):
        return None
    speaker = turn.speakers[at]
    if speaker and speaker.side == "member" and not state.speakers.answers(speaker):
        return None
    begin = match.end() if match else turn.start
    end = len(re.sub(r"[\s,:;–—-]+$", "", turn.text[: turn.acts[at].start]))
    if end - begin < 4 or _GRAMMAR["empty_topic"].fullmatch(turn.text, begin, end):
        return None
    waits = state.last_query(turn.sentence.block)
    if _raised_before(turn.text, state, begin, end) or (waits and waits.asks and not topics):
        return [reply(turn, turn.acts[at].start, speaker, act=turn.acts[at])]
    lead = turn.lead
    asker = lead.asker if lead and lead.asker else state.askers
    if speaker is None and topics and lead:
        speaker = state.speakers.resolve(lead.responder)
    query = Query(begin, end, turn.sentence.block, asker, "question.topic", True)
    return [query, reply(turn, turn.acts[at].start, speaker, act=turn.acts[at], bound=True)]
