"""What the points under a lead are: what was asked, topics with their answers, or what an officer told."""

import re
from collections.abc import Sequence
from typing import Literal

from extractors.language.people import Person
from extractors.vocabulary import grammar

LeadKind = Literal["asked", "topics", "mixed", "told"]
"""What each point is: a question or comment; a topic with its answer; either, as its own words tell; what an
officer told the meeting."""

_GRAMMAR = grammar("questions.grammar")
_KINDS: tuple[LeadKind, ...] = ("topics", "mixed", "asked")
_IS_OBJECT = re.compile(r"\b(?:\w+ed|to|for|with|on|by|gave|told)\s+$", re.IGNORECASE)
_LONGEST = 400
"""Characters of a lead."""


def kind_of(sentence: str, named: Sequence[Person], begin: int) -> LeadKind | None:
    """What the sentence says of the points under it, None where it is no lead; `named` are the people in it, and
    `begin` is where it stands in the text that their spans count in."""
    if len(sentence) > _LONGEST or any(
        _GRAMMAR[name].search(sentence) for name in ("lead_none", "lead_facing")
    ):
        return None
    if _GRAMMAR["lead_thing"].match(sentence):
        return None
    if _GRAMMAR["lead_replies"].match(sentence):
        return "told"
    if _GRAMMAR["lead_answers"].search(sentence):
        return "topics"
    if _is_told(sentence, named, begin):
        return "told"
    if _names_asker(sentence, named, begin):
        return "asked"
    if not _GRAMMAR["lead_noun"].search(sentence):
        return None
    return next((kind for kind in _KINDS if _GRAMMAR[f"lead_{kind}"].search(sentence)), None)


def _is_told(sentence: str, named: Sequence[Person], begin: int) -> bool:
    """Whether an officer tells the points, or they reply."""
    by_officer = named and (named[0].side == "officer" or named[0].kind == "pronoun")
    if (by_officer or _GRAMMAR["lead_reply"].match(sentence)) and not _GRAMMAR["lead_put"].search(sentence):
        return True
    ends = [person.end - begin for person in named if person.side == "officer"]
    return bool(ends and _GRAMMAR["lead_told"].match(sentence, ends[-1]))


def _names_asker(sentence: str, named: Sequence[Person], begin: int) -> bool:
    """Whether the lead is a member's, guest's or stranger's name alone, or ends in a member who asks."""
    if not named:
        return False
    if named[0].kind == "named" and is_only(sentence, named[0], begin):
        return True
    last = named[-1]
    return (
        last.side == "member"
        and not _IS_OBJECT.search(sentence, 0, last.start - begin)
        and bool(_GRAMMAR["lead_askers"].match(sentence, last.end - begin))
    )


def is_only(sentence: str, person: Person, begin: int) -> bool:
    """Whether the lead is nothing but a name ("Councillor Orme:")."""
    return person.start == begin and not sentence[person.end - begin :].strip(" :–—-")
