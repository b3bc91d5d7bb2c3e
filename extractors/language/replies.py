"""Which sayings may answer: an officer's, a presenter's, what "was explained", what a body heard behind a question."""

from extractors.language.comments import is_history
from extractors.language.naming import side_of_title
from extractors.language.people import Person
from extractors.language.speech import Act
from extractors.language.stems import stems
from extractors.language.turns import Event, Query, State, Turn
from extractors.vocabulary import grammar

_SAID = grammar("comments.grammar")


def waiting_query(turn: Turn, state: State, sofar: list[Event]) -> Query | None:
    """The query right before, in this sentence or else in this paragraph or at the end of the one before."""
    last = sofar[-1] if sofar else None
    if isinstance(last, Query):
        return last
    return state.last_query(turn.sentence.block) or _just_asked(turn, state)


def _just_asked(turn: Turn, state: State) -> Query | None:
    """The question that ended the paragraph before, where this one opens with what "was noted" on the subject."""
    last = state.events[-1] if state.events else None
    if not isinstance(last, Query) or not last.asks or turn.sentence.block - last.block != 1:
        return None
    opens = turn.first and turn.lead is None and _SAID["it_noted"].match(turn.text, turn.start)
    paragraph = turn.text.rfind("\n", 0, last.start) + 1
    shared = opens and stems(turn.text, paragraph, last.end) & stems(turn.text, turn.start, turn.end)
    return last if shared else None


def may_reply(turn: Turn, state: State, act: Act, speaker: Person | None, before: Query | None) -> bool:
    waiting = before is not None
    if act.voice == "passive":
        if act.deed == "answer":
            return not is_history(turn, act) and (act.hearer is None or _is_told_here(turn.text, act.hearer))
        if act.deed != "say" or not waiting:
            return False
        listed = turn.lead is not None and turn.lead.kind == "mixed"
        if listed and before and not before.asks and _SAID["it_agreed"].match(turn.text, act.start):
            return False  # what is agreed on a comment is a decision, and no answer
        return listed or _is_noted(turn, act, before)
    if speaker is None or act.voice == "participle":
        return False
    if state.speakers.answers(speaker) or (waiting and state.speakers.reports(speaker)):
        return True
    if before and before.asker and before.asker.side == "guest" and speaker.side == "member":
        return act.deed in ("answer", "promise") or speaker.kind in ("office", "group", "body")
    if speaker.side == "guest":
        return act.deed == "answer" and waiting
    if _SAID["takes_note"].match(turn.text, act.verb[0]):
        before = state.last_query(turn.sentence.block)
        return before is not None and not (before.asker and state.speakers.same(before.asker, speaker))
    if speaker.kind == "body":
        return _body_hears(turn, state, act, speaker)
    if speaker.kind in ("named", "office"):
        if act.deed in ("answer", "promise"):
            own = before and before.asker and state.speakers.same(before.asker, speaker)
            return not own and (waiting or bool(state.events))
        return act.deed == "say" and _takes_up(turn, state, speaker)
    return speaker.side == "unknown" and act.deed != "say"


def _is_told_here(text: str, hearer: Person) -> bool:
    """Whether whoever "was informed" sits at the table, and is not people in general."""
    return hearer.side != "officer" and not _SAID["people_say"].fullmatch(hearer.words(text))


def _body_hears(turn: Turn, state: State, act: Act, speaker: Person) -> bool:
    """Whether a body heard something right behind another's question, or, if it is the executive, said it."""
    before = state.last_query(turn.sentence.block)
    if before is None or (before.asker and state.speakers.same(before.asker, speaker)):
        return False
    executive = state.speakers.reports(speaker) and act.deed in ("say", "answer")
    return executive or bool(_SAID["hears"].match(turn.text, act.verb[0]))


def _is_noted(turn: Turn, act: Act, before: Query | None) -> bool:
    """Whether "it was noted that" right behind a question, in the same paragraph, says what was answered."""
    said = _SAID["it_noted"].match(turn.text, act.start)
    return bool(said and before and before.asks and act.speaker is None)


def _takes_up(turn: Turn, state: State, speaker: Person) -> bool:
    """Whether one without a member's title speaks right after another's question, in the same paragraph."""
    before = state.last_query(turn.sentence.block)
    if before is None or not before.asks or speaker.kind != "named":
        return False
    if side_of_title(speaker.words(turn.text)) == "member":
        return False
    return before.asker is None or not state.speakers.same(before.asker, speaker)
