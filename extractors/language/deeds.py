"""What is done: the deed that a verb names, and the kind of action a clause tells of."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import chain

from extractors.vocabulary import grammar, rows

_GRAMMAR = grammar("actions.grammar")
_WORD = re.compile(r"[A-Za-z][a-z-]+")
_PARTICIPLE = re.compile(r"[A-Za-z]+ed\b")
_REACH = 160
"""How far into a clause its deed may stand, in characters."""
# "An update would be given": what is given decides whether that is a report.
_GIVES = re.compile(r"(?:provid|giv|suppl|mak|made|prepar|produc)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Deed:
    """What a verb in any of its forms stands for."""

    kind: str
    sure: bool
    """Whether it is an action wherever it is said of the future; if not, only where a time is set or somebody
    is the subject."""


def _pattern(words: str) -> str:
    return words.replace(" ", r"\s+")


@cache
def _deeds() -> tuple[tuple[re.Pattern[str], Deed], ...]:
    return tuple(
        (
            re.compile(rf"(?:{_pattern(row['pattern'])})\b", re.IGNORECASE),
            Deed(row["kind"], row["sign"] == "sure"),
        )
        for row in rows("action_deeds.csv")
    )


@cache
def _nouns() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return tuple(
        (re.compile(_pattern(row["pattern"]), re.IGNORECASE), row["kind"], row["where"])
        for row in rows("action_kinds.csv")
    )


def deed_at(text: str, at: int, end: int) -> Deed | None:
    """The deed whose verb begins at `text[at]`, or None where it is no deed."""
    return next((deed for pattern, deed in _deeds() if pattern.match(text, at, end)), None)


def is_deed(text: str, at: int, end: int) -> bool:
    """Whether the verb at `text[at]`, behind "should", is something to do: a deed, or anything done to a thing."""
    return deed_at(text, at, end) is not None or bool(_GRAMMAR["done_to_it"].match(text, at, end))


def first_deed(text: str, start: int, end: int) -> int:
    """Where the verb of what is to be done stands in `text[start:end]`: at once, in a passive ("updated plans to be
    sent"), or else the first that tells of a deed; `start` where none does."""
    if deed_at(text, start, end) and not _PARTICIPLE.match(text, start, end):
        return start
    passive = (match.start("verb") for match in _GRAMMAR["subjunctive"].finditer(text, start, end))
    words = (match.start() for match in _WORD.finditer(text, start, min(end, start + _REACH)))
    return next((at for at in chain(passive, words) if deed_at(text, at, end)), start)


def is_formal(text: str, at: int) -> bool:
    """Whether the verb at `text[at]` belongs to the meeting itself ("to note"), or is none ("to this proposal")."""
    return any(
        match and not text[match.end() : match.end() + 1].isalpha()
        for match in (_GRAMMAR[name].match(text, at) for name in ("procedure", "no_verb"))
    )


def kind_of(text: str, start: int, end: int, verb: int) -> str:
    """The kind of the action that `text[start:end]` tells of; its deed's verb begins at `verb`."""
    deed = deed_at(text, _innermost(text, verb, end), end)
    for pattern, kind, where in _nouns():
        if _counts(text, verb, deed, where) and pattern.search(text, start, end):
            return kind
    return deed.kind if deed else "other"


def _innermost(text: str, verb: int, end: int) -> int:
    """The verb that says what is done: "look at the route" of "ask officers to look at the route"."""
    through = _GRAMMAR["through_another"].match(text, verb, end)
    return through.end() if through and deed_at(text, through.end(), end) else verb


def _counts(text: str, verb: int, deed: Deed | None, where: str) -> bool:
    """Whether words that count only `where` the deed is of some make count here."""
    if where == "report":
        return bool(_GIVES.match(text, verb))
    if where == "thing":
        return deed is None or deed.kind != "liaise"
    return where == "any" or deed is None or deed.kind == "other"
