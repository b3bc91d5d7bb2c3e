"""Questions without a verb of asking: points of a list, questions put straight, and what answers them by its place."""

import re
from dataclasses import replace

from extractors.language.comments import is_history
from extractors.language.limbs import inline_limbs
from extractors.language.people import Person
from extractors.language.speech import Act
from extractors.language.turns import Event, Query, Reply, State, Turn, reply, trimmed_end
from extractors.vocabulary import grammar

_GRAMMAR = grammar("questions.grammar")
_SAID = grammar("comments.grammar")
_SHORTEST = 12
"""Characters: what a named line says is no shorter."""
_ASKING = ("ask", "concern", "request")
_CLAUSE_END = re.compile(r";\s")
_NO_ANSWER = re.compile(
    r"\W*(?:It was (?:\w+ )?(?:RESOLVED|AGREED|resolved)\b"
    r"|(?:ACTIONS?|Actions?)(?: points?)?\b\W*(?=[\s:–—-])|(?:Find|See|Please|Click|Visit|Contact)\b)"
)
"""An action, or a word to the reader ("Please see the website")."""
_ARTICLE = len("The ") + 1
"""Characters: whoever stands before that opens the sentence."""


def point(turn: Turn, _: State) -> list[Event] | None:
    """A point of a list whose lead says that it is a question or comment, in whatever words."""
    lead = turn.lead
    asks = lead is not None and lead.kind == "mixed" and _GRAMMAR["point_asks"].match(turn.text, turn.start)
    if lead is None or not turn.first or (lead.kind in ("mixed", "told") and not asks):
        return None
    if any(
        act.deed in ("answer", "courtesy", "promise", "say") and not is_history(turn, act)
        for act in turn.acts
    ):
        return None
    if turn.words.endswith(":") and turn.text[turn.start - 1] == "\n":
        return []  # what the points under it are about
    if lead.nobody and _GRAMMAR["plain_fact"].match(turn.text, turn.start, turn.sentence.end):
        return []
    if _GRAMMAR["action_suggested"].match(turn.text, turn.start, turn.sentence.end):
        return []
    match = _GRAMMAR["topic_dash"].match(turn.text, turn.start, turn.sentence.end)
    if match and _GRAMMAR["topic_code"].fullmatch(match["topic"]):
        return []
    if match and _GRAMMAR["asks_on"].match(turn.text, match.end()):
        match = None
    if match and lead.asks and turn.end - match.end() > 12:
        query = Query(
            turn.start, match.end("topic"), turn.sentence.block, lead.asker, "question.topic-point", True
        )
        return [query, reply(turn, match.end(), None, bound=True)] if lead.kind == "topics" else [query]
    if turn.end - turn.start < 8 or _SAID["thanks"].match(turn.text, turn.start):
        return None
    if _GRAMMAR["only_answers"].match(turn.text, turn.start):
        return None
    opens = turn.people[0] if turn.people and turn.people[0].start == turn.start else None
    asker = opens if opens and opens.side == "member" and opens.kind in ("named", "group") else lead.asker
    return [Query(turn.start, turn.end, turn.sentence.block, asker, "question.point", lead.asks)]


def inline_points(turn: Turn, _: State) -> list[Event] | None:
    """ "Members made these points: (a) the tone was stiff; (b) a map was missing": each point is put by them."""
    lead = _GRAMMAR["inline_lead"].match(turn.text, turn.start, turn.end)
    points = inline_limbs(turn.text, lead.end(), turn.end) if lead else []
    asker = next((person for person in turn.people if lead and person.end <= lead.end()), None)
    if not points or (asker is not None and asker.side == "officer"):
        return None
    block = turn.sentence.block
    return [
        Query(start, trimmed_end(turn.text, start, end), block, asker, "question.inline-point", True)
        for start, end, _ in points
        if not _GRAMMAR["action_suggested"].match(turn.text, start, end)
    ]


def named_line(turn: Turn, state: State) -> list[Event] | None:
    """ "Ms Orme: It was mended" answers; "Cllr Webb – concerned about parking" and "Cllr Webb regarding bins" put."""
    opens = turn.people[0] if turn.people and turn.people[0].start == turn.start else None
    if opens is None or opens.kind not in ("named", "office") or any(a.speaker == opens for a in turn.acts):
        return None
    mark = _GRAMMAR["line_mark"].match(turn.text, opens.end, turn.end)
    begin = mark.end() if mark else opens.end
    if turn.end - begin < _SHORTEST:
        return None
    if state.speakers.answers(opens):
        asked = state.events and isinstance(state.events[-1], Query)
        spoken = mark is not None and mark["mark"] == ":"
        return [reply(turn, begin, opens)] if spoken and asked else None
    if not state.speakers.asks(opens):
        return None
    listed = turn.lead is not None and turn.lead.kind != "told"
    told = _GRAMMAR["line_puts"].match(turn.text, begin) if mark else None
    about = listed and mark is None and _GRAMMAR["line_about"].match(turn.text, begin)
    speaks_on = mark is not None and mark["mark"] == ":" and bool(state.events)
    if not (told or about or speaks_on):
        return None
    end = _CLAUSE_END.search(turn.text, begin, turn.end)
    stop = trimmed_end(turn.text, turn.start, end.start() if end else turn.end)
    return [Query(turn.start, stop, turn.sentence.block, opens, "question.named-line", True)]


def marked_reply(turn: Turn, state: State) -> list[Event] | None:
    """What stands behind "Response:" at the head of a paragraph or point answers the query before it."""
    inside = not turn.first and state.last_query(turn.sentence.block) is not None
    if not (turn.first or inside):
        return None
    mark = _GRAMMAR["section_answer"].match(turn.text, turn.start, turn.sentence.end)
    if mark is None and inside:
        mark = _GRAMMAR["short_answer"].match(turn.text, turn.start, turn.sentence.end)
    if mark is None or not mark["mark"].strip() or turn.end - mark.end() < 2:
        return None
    if not any(isinstance(event, Query) for event in state.events[-1:]):
        return None
    opens = next((person for person in turn.people if person.start == mark.end()), None)
    return [reply(turn, mark.end(), opens, bound=True)]


def direct(turn: Turn, state: State) -> list[Event] | None:
    """A question put straight, without a verb of asking: by whoever asked the one before, or by the lead's asker."""
    marked = turn.words.rstrip(" ”’\"'").endswith("?")
    before = state.last_query(turn.sentence.block)
    if any(act.voice != "participle" for act in turn.acts):
        return None
    if not (marked or (_GRAMMAR["direct"].match(turn.text, turn.start) and (before or turn.lead))):
        return None
    opens = turn.people[0] if turn.people and turn.people[0].start == turn.start else None
    named = opens and opens.side == "member" and re.match(r"\s*[:–—-]", turn.text[opens.end :][:4])
    asker = opens if named else before.asker if before else turn.lead.asker if turn.lead else None
    mark = _GRAMMAR["section_q"].match(turn.text, turn.start, turn.end)
    start = mark.end() if mark else turn.start
    head = _GRAMMAR["direct_head"].match(turn.text, turn.start, turn.end)
    heads = [p for p in turn.people if head and p.end < head.end() and p.kind in ("named", "group")]
    if head and heads:
        asker, start = heads[0], head.end()
    return [Query(start, turn.end, turn.sentence.block, asker, "question.direct", True)]


def answered_line(turn: Turn, _: State) -> list[Event] | None:
    """ "Who pays? – The Director said that …": a question and its answer in one line."""
    line = _GRAMMAR["answered_line"].match(turn.text, turn.start, turn.sentence.end)
    if line is None:
        return None
    stop = max(line.end("asked"), line.end("asked_so"))
    if any(act.start < stop for act in turn.acts):
        return None
    opens = next((person for person in turn.people if person.start == line.end()), None)
    asker = turn.lead.asker if turn.lead else None
    query = Query(turn.start, stop, turn.sentence.block, asker, "question.direct", True)
    return [query, reply(turn, line.end(), opens, bound=True)]


def told_point(turn: Turn, state: State) -> list[Event] | None:
    """A point of a list of what was replied, behind its first: it may answer another question."""
    lead = turn.lead
    before = state.events[-1] if state.events else None
    if lead is None or lead.kind != "told" or not turn.first or not isinstance(before, Reply):
        return None
    if any(turn.speakers) or turn.words.rstrip().endswith("?") or any(a.deed in _ASKING for a in turn.acts):
        return None
    told = reply(turn, turn.start, before.speaker)
    return [replace(told, block=before.block, listed=before.listed)]  # one list is one place


def statement(turn: Turn, state: State) -> list[Event] | None:
    """A plain sentence right after a question, in the same paragraph, answers it."""
    before = state.last_query(turn.sentence.block)
    if (
        before is None
        or not before.asks
        or any(_speaks(turn, act) for act in turn.acts)
        or _NO_ANSWER.match(turn.text, turn.start)
    ):
        return None
    speaker = _subject(turn)
    return [replace(reply(turn, turn.start, speaker, bound=True), weak=speaker is None)]


def _speaks(turn: Turn, act: Act) -> bool:
    """Whether the act is somebody's at the meeting; "pupils had moved up", "the firm had been asked" is nobody's."""
    if act.voice == "passive" and is_history(turn, act):
        return False
    return act.deed != "procedure" or act.speaker is None or act.speaker.side in ("member", "officer")


def _subject(turn: Turn) -> Person | None:
    """The officer whom a sentence without a verb of speech begins with ("Officers would look into it")."""
    opens = turn.people[0] if turn.people and turn.people[0].start == turn.start else None
    return opens if opens and opens.side == "officer" else None


def weighed(turn: Turn, state: State) -> Query:
    """The sentence as a question, where its words alone make it likely to be one: of whoever speaks in it, or else
    of whoever asked right before it in the paragraph."""
    opens = turn.people[0] if turn.people and turn.people[0].start - turn.start < _ARTICLE else None
    before = state.last_query(turn.sentence.block)
    asker = (
        next(iter(filter(None, turn.speakers)), None)
        or (opens if opens and opens.kind in ("named", "office", "group") else None)
        or (before.asker if before else None)
    )
    return Query(turn.start, turn.end, turn.sentence.block, asker, "weighed.question", True)
