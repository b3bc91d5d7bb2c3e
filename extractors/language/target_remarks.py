"""What else is said of targets: who sets them, that they move, the colours of measures."""

import re
from collections.abc import Iterator, Sequence

from extractors.language.sentences import Sentence
from extractors.language.target_statement import TargetStatement
from extractors.language.target_status import Status
from extractors.vocabulary import grammar

_GRAMMAR = grammar("targets.grammar")
_COLOURED = ("had_colour", "was_coloured", "measures_coloured", "recoloured", "quoted_colour")
_TURNED: tuple[tuple[str, Status], ...] = (("turned_green", "met"), ("turned_red", "missed"))
_SUBJECT = 60
"""Characters of a measure's name that belong to the statement that it is red; a longer one does not."""


def read_setters(text: str, sentence: Sentence) -> Iterator[TargetStatement]:
    """ "the target was set nationally", "this was a national target"."""
    for name in ("set_by", "set_active", "kind_of"):
        for match in _GRAMMAR[name].finditer(text, sentence.start, sentence.end):
            before = text[sentence.start : match.start()]
            if _GRAMMAR["no_target"].search(text, sentence.start, match.end()):
                continue
            named = _GRAMMAR["named_target"].search(before)
            start = sentence.start + named.start() if named else match.start()
            yield TargetStatement(start, match.end(), None, None, match["setter"], "target.setter")


def read_moves(text: str, sentence: Sentence) -> Iterator[TargetStatement]:
    """ "the target had been set below last year's outturn", "be amended to the new targets", "was felt too low"."""
    for name in ("moved_on", "amended_to", "weighed"):
        for match in _GRAMMAR[name].finditer(text, sentence.start, sentence.end):
            end = match.start() + len(match.group().rstrip(" ,"))
            told = _GRAMMAR["it_was"].search(text, match.start(), end)
            status = _status_told(told) if told else None
            yield TargetStatement(match.start(), end, None, status, None, "target.moved")


def read_ratings(text: str, sentence: Sentence) -> Iterator[TargetStatement]:
    """ "29 were rated green", "nine amber": those that are red or amber have missed their targets."""
    span = sentence.start, sentence.end
    if _GRAMMAR["near_what"].search(text, *span):
        for match in _GRAMMAR["nearly_met"].finditer(text, *span):
            yield TargetStatement(*match.span(), None, "missed", None, "target.rating")
    if not _GRAMMAR["rating"].search(text, *span) or _GRAMMAR["no_rating"].search(text, *span):
        return
    coloured = (match for name in _COLOURED for match in _GRAMMAR[name].finditer(text, *span))
    for match in (*_GRAMMAR["rated"].finditer(text, *span), *coloured):
        is_counted = match.re is _GRAMMAR["rated"]
        if not is_counted and _GRAMMAR["no_colour"].search(
            text, max(span[0], match.start() - 12), match.end()
        ):
            continue
        met = match["colour"].lower() in ("green", "blue")
        yield TargetStatement(*match.span(), None, "met" if met else "missed", None, "target.rating")


def read_rest(text: str, sentence: Sentence) -> Iterator[TargetStatement]:
    """Of measures and targets just told, how the others stand: "… and five did not", "two were below"."""
    if not _GRAMMAR["near_what"].search(text, sentence.start, sentence.end):
        return
    for match in _GRAMMAR["rest_told"].finditer(text, sentence.start + 1, sentence.end):
        status: Status | None = None if match["mid"] else "met" if match["good"] else "missed"
        yield TargetStatement(*match.span(), None, status, None, "target.rest")


def read_pronouns(text: str, sentence: Sentence) -> Iterator[TargetStatement]:
    """Whether a target that the sentence names was met, told of "it": "… given that it had only been met twice"."""
    named = _GRAMMAR["targets_told"].search(text, sentence.start, sentence.end)
    if named is None:
        return
    for match in _GRAMMAR["it_was"].finditer(text, named.end(), sentence.end):
        if not _GRAMMAR["ruled"].search(
            text, max(named.end(), match.start() - len("whether or ")), match.start()
        ):
            yield TargetStatement(*match.span(), None, _status_told(match), None, "target.told")


def _status_told(match: re.Match[str]) -> Status:
    return "missed" if match["rarely"] or match["verb"].lower() == "missed" else "met"


def read_turned(text: str, sentence: Sentence, names: Sequence[tuple[int, int]]) -> Iterator[TargetStatement]:
    """The colour or the track of a measure: "missed bins had gone from green to red", "lettings remained on track".

    `names` are the spans of the measures that the sentence names.
    """
    for begin, end in names:
        if _GRAMMAR["risk"].search(text, begin, end):
            continue
        for name, status in _TURNED:
            if match := _GRAMMAR[name].match(text, end, sentence.end):
                start = begin if end - begin <= _SUBJECT else end + 1
                yield TargetStatement(start, match.end(), None, status, None, "target.turned")
