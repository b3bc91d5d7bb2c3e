"""Questions and comments as speech acts, and the replies to them."""

import re
from dataclasses import replace

from extractors.language.comments import is_comment, is_history
from extractors.language.people import Person
from extractors.language.replies import may_reply, waiting_query
from extractors.language.speech import Act
from extractors.language.turns import Event, Query, Reply, State, Turn, reply, trimmed_end
from extractors.vocabulary import grammar

_GRAMMAR = grammar("questions.grammar")
_SAID = grammar("comments.grammar")
_ASKING = ("ask", "concern", "request")
_SPLIT = re.compile(
    r",?\s+and\s+(?=(?:if|whether|what|when|how|why|who|where|is there|are there|for clar\w+)\b)"
    r"|[,;]\s+(?=(?:if|whether|what|when|how|why|who|where)\b)"
)
_OPENED = re.compile(r"\W*(?:[\w’'.-]+\s+){0,6}?(?:if|whether|what|when|how|why|who|where|about|for|on)\b")
# The first "that" only joins the clause ("requested that a chart be added").
_BACK = re.compile(
    r"\W*(?:that\s+)?(?:\w+\s+){0,4}?(?:it|this|these|they|them|that|such|same|ones)\b(?!\s+(?:an?|the)\b)",
    re.IGNORECASE,
)
# "Both were back and officers were confident": the first clause is as much the answer as the second.
_CLAUSE_BEFORE = re.compile(r"\b(?:was|were|had|has|is|are|would|will)\b[^,;]*\b(?:and|but)\s+$")
_IS = re.compile(r"(?:was|were|is|are|has|have|be(?:en|ing)?)\b")
_THIS = re.compile(
    r"\b(?:this|these|those|such|the same) (?!meeting|committee|panel|board|year)[a-z]+", re.IGNORECASE
)

_TO_THIS = re.compile(
    r"\b(?:to|of|for|by|with|about|from|on) (?:this|that|these|it|them)\b(?=[\s.?]*$)", re.IGNORECASE
)

# "Said that the list was thin and asked for examples" is one thing put; "and asked that examples be given" is another.
_FOR_IT = re.compile(r"(?:\w+ )?(?:\w+ for|requested|sought)\b(?! that\b)", re.IGNORECASE)


def acts(turn: Turn, state: State) -> list[Event] | None:
    """What each act of the sentence asks, remarks or replies."""
    if _only_doubts(turn, state):
        return [reply(turn, turn.start, None, bound=True)]
    events: list[Event] = []
    for at, act in enumerate(turn.acts):
        speaker = turn.speakers[at]
        if act.deed not in _ASKING or (act.deed == "concern" and state.speakers.answers(speaker)):
            events += _comment_or_reply(turn, state, at, speaker, events)
            continue
        found = _questions(turn, state, at, speaker)
        if found and events and found[0].start == events[-1].start:
            events.pop()  # the question takes up the one before ("queried the target and asked if it was …")
        events += found
    return events or None


def _only_doubts(turn: Turn, state: State) -> bool:
    """Whether "There is doubt on this" stands behind a question put straight, and so answers it."""
    before = state.last_query(turn.sentence.block)
    asked = before is not None and turn.text.startswith("?", before.end - 1)
    return asked and bool(turn.acts) and turn.acts[0].voice == "passive" and turn.acts[0].speaker is None


def _questions(turn: Turn, state: State, at: int, speaker: Person | None) -> list[Event]:
    """What the act asks, in one question or several, and the answer that its own clause may end with."""
    act = turn.acts[at]
    if act.voice == "passive" and not _is_put(turn, act):
        return []
    if act.voice == "active" and (
        speaker is None or (state.speakers.answers(speaker) and not _wants_to_know(turn, act))
    ):
        return []
    clause = turn.text[act.verb[0] : act.end]
    if _GRAMMAR["announces"].match(clause) or (act.deed != "concern" and _only_conducts(clause)):
        return []
    if act.voice == "active" and _GRAMMAR["contentless"].match(turn.text, act.verb[0], act.end):
        return []
    before = turn.acts[at - 1] if at else None
    if act.voice == "participle" and _is_of_business(before):
        return []  # "The Board considered a paper, presented by Ms Dee, asking it to choose"
    if act.voice == "participle" and speaker is None:
        if turn.lead is None:
            return []
        speaker = turn.lead.asker
    if speaker and speaker.kind == "pronoun" and turn.lead:
        speaker = turn.lead.asker or speaker
    start = _with_scene(turn, at)
    deed = "asked" if act.voice == "active" else act.voice
    end = trimmed_end(turn.text, act.start, act.end)
    stop, answer = _answered_tail(turn, act, end)
    parts = [(start, stop)] if act.deed == "concern" else _parts(turn.text, start, act.verb[1], stop)
    events: list[Event] = [
        Query(begin, end, turn.sentence.block, speaker, f"question.{deed}", True, act.hearer)
        for begin, end in parts
    ]
    return [*events, *answer]


def _is_of_business(act: Act | None) -> bool:
    """Whether the act before only says what business a body did."""
    return (
        act is not None and act.deed == "procedure" and act.speaker is not None and act.speaker.kind == "body"
    )


def _answered_tail(turn: Turn, act: Act, end: int) -> tuple[int, list[Event]]:
    """Where the clause of `act` ends as a question, and the answer that stands in it behind that."""
    tail = _GRAMMAR["tail_answer"].search(turn.text, act.verb[1], end)
    if tail is None:
        return end, []
    return trimmed_end(turn.text, act.start, tail.start()), [
        replace(reply(turn, tail.end(), None, bound=True), end=end)
    ]


def _only_conducts(clause: str) -> bool:
    """Whether what is asked is how the meeting goes on ("asked Members to introduce themselves")."""
    return bool(_GRAMMAR["housekeeping"].search(clause[:90])) and not _GRAMMAR["considers"].match(clause)


def _wants_to_know(turn: Turn, act: Act) -> bool:
    """Whether an officer by title or office asks as a member does ("Mr Finch asked when the gate would be mended")."""
    named = act.speaker is not None and act.speaker.kind == "named"
    return named and act.hearer is None and bool(_GRAMMAR["wants_to_know"].match(turn.text, act.verb[0]))


def _is_put(turn: Turn, act: Act) -> bool:
    """Whether a passive puts something to the meeting: "it was queried", "concerns were raised"."""
    verb = turn.text[slice(*act.verb)].lower()
    if act.hearer and act.hearer.side == "member":
        return act.hearer.kind == "office" and bool(_SAID["asked_of"].match(turn.text, act.verb[0]))
    subject = turn.text[act.start : act.verb[0]]
    if not _IS.match(verb) and _SAID["put_noun"].search(verb):
        return True  # "there were concerns", "concerns raised about"
    if is_history(turn, act) and not (act.speaker and act.speaker.side == "member"):
        return False
    if act.speaker and act.speaker.kind != "body" and act.speaker.side == "member":
        return True
    if _SAID["of_old"].match(subject) or (
        act.speaker is None and _SAID["by_others"].match(turn.text, act.verb[1])
    ):
        return False
    if act.hearer is None and re.search(r"\brequested\b", verb) and act.speaker is None:
        return True
    if act.hearer and act.hearer.side == "officer" and _SAID["asked_to_say"].match(turn.text, act.verb[0]):
        return True
    if act.hearer and act.hearer.kind in ("office", "named", "pronoun") and verb.endswith("asked"):
        return not turn.text.startswith("to ", act.verb[1] + 1)
    if re.search(r"\b(?:raised|sought|requested|posed|put|asked|made|expressed|voiced|cast)\b", verb):
        return bool(_SAID["put_noun"].search(subject) or _SAID["need"].search(subject)) or bool(
            re.fullmatch(r"it\s+", subject, re.IGNORECASE)
        )
    return True


def _with_scene(turn: Turn, at: int) -> int:
    """The start of a question; with "Members noted the checks and" before it, where it points back to that."""
    act = turn.acts[at]
    if at and not act.own_speaker:
        before = turn.acts[at - 1]
        same = before.deed in ("say", "courtesy", "ask", "concern") and before.voice == "active"
        bare = _GRAMMAR["bare_why"].fullmatch(turn.text, act.verb[1], act.end)
        scene = before.deed in _ASKING or any(
            _SAID[name].match(turn.text, before.verb[0]) for name in ("scene", "viewed")
        )
        back = (
            bare
            or _BACK.match(turn.text, act.verb[1], act.end)
            or _THIS.search(turn.text, act.verb[1], act.end)
            or _TO_THIS.search(turn.text, act.verb[1], act.end)
        )
        for_it = act.deed == "request" and before.deed == "say" and _FOR_IT.match(turn.text, act.verb[0])
        leads_up = for_it or _SAID["leads_up"].match(turn.text, before.verb[0])
        if same and ((scene and back) or leads_up):
            return before.start
    return act.start


def _parts(text: str, start: int, verb: int, end: int) -> list[tuple[int, int]]:
    """Several questions in one clause: "asked when …, what … and whether …"."""
    parts = []
    begin = start
    for match in _SPLIT.finditer(text, verb, end):
        opened = _OPENED.match(text, verb if begin == start else begin, match.start())
        if (
            opened
            and match.start() - max(begin, verb) > 14
            and end - match.end() > 12
            and not _BACK.match(text[match.end() : match.end() + 25])
        ):
            parts.append((begin, match.start()))
            begin = match.end()
    return [*parts, (begin, end)]


def _comment_or_reply(
    turn: Turn, state: State, at: int, speaker: Person | None, sofar: list[Event]
) -> list[Event]:
    act = turn.acts[at]
    if act.deed in ("courtesy", "procedure"):
        return []
    if at and not act.own_speaker and sofar and _goes_on(turn, at):
        return []
    before = waiting_query(turn, state, sofar)
    if (before or _led_up_to(state)) and _tells_by_the_way(turn, state, at):
        return [reply(turn, turn.acts[at - 1].start, speaker, act=act)]
    if may_reply(turn, state, act, speaker, before):
        if _GRAMMAR["as_follows"].fullmatch(turn.text, act.verb[1], act.end):
            state.awaited = (speaker,)
            return []
        joined = at == 0 and _CLAUSE_BEFORE.search(turn.text, turn.start, act.start)
        here = [event for event in sofar if isinstance(event, Query)]
        bound = bool(_SAID["takes_point"].match(turn.text, act.verb[0])) or (
            len(here) == 1 and isinstance(sofar[-1], Query)
        )
        return [reply(turn, turn.start if joined else act.start, speaker, act=act, bound=bound)]
    if act.deed == "say" and is_comment(turn, state, at, speaker):
        if at + 1 < len(turn.acts) and _absorbed(turn, at):
            return []
        end = trimmed_end(turn.text, act.start, act.end)
        asker = (
            speaker
            if act.voice == "active" or (speaker and state.speakers.asks(speaker))
            else (turn.lead.asker if turn.lead and not act.own_speaker else None)
        )
        if asker is None and act.voice != "passive" and turn.lead and turn.lead.kind == "asked":
            asker = turn.lead.asker
        stop, answer = _answered_tail(turn, act, end)
        query = Query(act.start, stop, turn.sentence.block, asker, f"comment.{act.voice}", False, act.hearer)
        return [query, *answer]
    return []


def _led_up_to(state: State) -> bool:
    """Whether the last sentence only seemed to answer, by its place."""
    last = state.events[-1] if state.events else None
    return isinstance(last, Reply) and last.weak


def _tells_by_the_way(turn: Turn, state: State, at: int) -> bool:
    """Whether an officer does something and tells why ("invited Members to visit, explaining that …")."""
    return (
        at > 0
        and turn.acts[at].voice == "participle"
        and turn.acts[at - 1].deed == "procedure"
        and state.speakers.answers(turn.speakers[at])
    )


def _goes_on(turn: Turn, at: int) -> bool:
    """Whether the speaker of the act before only goes on in the same clause ("asked why and referred to the plan")."""
    return turn.acts[at - 1].deed not in _ASKING or bool(
        _SAID["scene"].match(turn.text, turn.acts[at].verb[0])
    )


def _absorbed(turn: Turn, at: int) -> bool:
    """Whether the comment only sets the scene of the question that the same speaker goes on to ask."""
    following = turn.acts[at + 1]
    return (
        following.deed in _ASKING
        and not following.own_speaker
        and _with_scene(turn, at + 1) == turn.acts[at].start
    )
