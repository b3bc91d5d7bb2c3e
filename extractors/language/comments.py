"""Which sayings are comments that a reader wants, and not reports, courtesies or the conduct of the meeting."""

import re

from extractors.language.deeds import is_deed
from extractors.language.people import Person
from extractors.language.speech import Act
from extractors.language.turns import State, Turn
from extractors.vocabulary import grammar

_GRAMMAR = grammar("questions.grammar")
_SAID = grammar("comments.grammar")
_CHAIRS = re.compile(r"\b(?:chair|mayor|provost|cathaoirleach|convener|presiding)", re.IGNORECASE)
_SUGGESTS = re.compile(r"\b(?:suggest|propos)", re.IGNORECASE)
_SUBSTANCE = 60
"""Characters: whoever agrees in fewer adds nothing of their own."""


def is_comment(turn: Turn, state: State, at: int, speaker: Person | None) -> bool:
    act = turn.acts[at]
    listed = turn.lead is not None and turn.lead.kind in ("asked", "mixed")
    told = turn.lead is not None and turn.lead.kind == "told"
    clause = turn.text[act.verb[0] : act.end]
    if _SAID["it_agreed"].match(turn.text, act.start):
        return False
    if told or act.end - act.verb[1] < 12:
        return False
    if any(_SAID[name].match(clause) for name in ("page", "hands_paper")) or _GRAMMAR["announces"].match(
        clause
    ):
        return False
    if _is_action(turn, act) or _GRAMMAR["housekeeping"].search(clause[:70]):
        return False
    if act.voice == "passive":
        if act.speaker:
            known = _SAID["made_known"].search(turn.text, *act.verb)
            return state.speakers.asks(speaker) and bool(known or _impersonal_comment(turn, act))
        return _impersonal_comment(turn, act)
    if (
        act.voice == "participle"
        or not state.speakers.comments(speaker)
        or speaker is None
        or (speaker.kind == "body" and not _SAID["bodies"].match(clause))
    ):
        return False
    business = _GRAMMAR["business"].search(clause[:70])
    if business and len(clause) < 90 and not _SAID["told"].match(clause):
        return bool(_SAID["remarks_of"].match(clause))
    if _SAID["strong"].match(clause) or _SAID["dwells"].match(clause):
        return True
    if _SAID["plain"].match(clause) and not _CHAIRS.search(speaker.words(turn.text)):
        return True
    if _SAID["echo"].match(clause) and len(clause) > _SUBSTANCE:
        return True
    if _SAID["soft"].match(clause) and _SAID["turns"].match(clause):
        return not _CHAIRS.search(speaker.words(turn.text))
    if _SAID["soft"].match(clause):
        return listed and len(clause) > _SUBSTANCE
    if speaker.side == "guest" and act.own_speaker:
        return True
    return listed or (state.speakers.begun and speaker.kind in ("named", "group", "office"))


def _is_action(turn: Turn, act: Act) -> bool:
    """Whether a suggestion is of something to do, active or passive ("it was suggested that the plan be sent out")."""
    view = _SAID["views"].match(turn.text, act.verb[0], act.end)
    if view and is_deed(turn.text, view.start("verb"), act.end):
        return True
    verb = _SUGGESTS.search(turn.text, act.verb[0], act.verb[1])
    return bool(_GRAMMAR["action_suggested"].match(turn.text, verb.start() if verb else act.verb[0], act.end))


def _impersonal_comment(turn: Turn, act: Act) -> bool:
    verb = turn.text[slice(*act.verb)]
    subject = turn.text[act.start : act.verb[0]].strip().lower()
    if subject == "it" and (act.speaker or _SAID["it_strong"].search(verb)):
        return True
    if is_history(turn, act):
        return False
    if re.search(r"\b(?:made|expressed|voiced|given)\b", verb):
        return bool(_SAID["put_noun"].search(subject))
    return turn.lead is not None and (
        bool(_SAID["it_listed"].search(verb))
        or (turn.lead.kind == "asked" and turn.first and "noted" in verb)
    )


def is_history(turn: Turn, act: Act) -> bool:
    """Whether a passive tells what had been said at another time ("concern had been expressed in 2021")."""
    return bool(_SAID["had_been"].search(turn.text, act.start, act.verb[1]))
