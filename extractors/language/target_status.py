"""Whether a clause says that a target is met or missed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extractors.vocabulary import grammar

Status = Literal["met", "missed"]
Side = Literal["above", "below"]

_GRAMMAR = grammar("targets.grammar")
_ABOVE = re.compile(r"(?:above|over|in excess|higher|twice|double|treble|triple|three times)", re.IGNORECASE)
_BELOW = re.compile(r"(?:below|under|lower|fewer)", re.IGNORECASE)
_WHICH = re.compile(r"\bwhich\s*$", re.IGNORECASE)
_ANTECEDENT = 60
"""Characters before a clause with "which" in which its measure is sought."""
_WHOLE = 100.0
_READINGS: tuple[tuple[str, Status], ...] = (("met", "met"), ("missed", "missed"))


@dataclass(frozen=True, slots=True)
class StatusPhrase:
    """`text[start:end]` says whether a target is met; `status` is None where it only may be ("on track to meet")."""

    start: int
    end: int
    status: Status | None
    on_budget: bool = False
    side: Side | None = None
    """On which side of the target, where only that is said and whether it is good depends on the measure."""


def read_status(text: str, begin: int, stop: int) -> StatusPhrase | None:
    """What the clause `text[begin:stop]` says of a target: a miss before a hit, the last of each.

    A negated hit is a miss ("did not meet target"). What might be, will be, or was asked for says nothing.
    """
    part = _GRAMMAR["part_met"].search(text, begin, stop)
    if part:
        return StatusPhrase(part.start(), part.end(), "met" if float(part["share"]) >= _WHOLE else "missed")
    found = [*_targets(text, begin, stop), *_budgets(text, begin, stop)]
    found.sort(key=lambda phrase: (phrase.status == "missed", phrase.start))
    if found:
        return found[-1]
    red = _GRAMMAR["in_the_red"].search(text, begin, stop)
    if red:
        return StatusPhrase(red.start(), red.end(), "missed")
    track = _GRAMMAR["on_track"].search(text, begin, stop)
    return StatusPhrase(track.start(), track.end(), None) if track else None


def judge(side: Side, lower_is_better: bool) -> Status:
    """Whether standing on this side of a target meets it."""
    return "met" if (side == "below") == lower_is_better else "missed"


def _targets(text: str, begin: int, stop: int) -> Iterator[StatusPhrase]:
    for name, says in _READINGS:
        for match in _GRAMMAR[name].finditer(text, begin, stop):
            before = text[begin : match.start()]
            if _GRAMMAR["to_be_met"].search(match.group()):
                if not _GRAMMAR["in_doubt"].search(before):
                    yield StatusPhrase(match.start(), match.end(), None)
                continue
            if (
                _is_unreal(before)
                or _GRAMMAR["by_the_unit"].search(before)
                or _GRAMMAR["ruled"].search(match.group())
                or _GRAMMAR["general"].search(text, max(0, begin - len(" where ")), match.start())
            ):
                continue
            side = _side(match.group())
            if side and _GRAMMAR["performing"].search(before):
                side, says = None, "met" if side == "above" else "missed"
            status = judge(side, _less_is_better(text, begin, stop)) if side else says
            negated = name == "met" and _GRAMMAR["negation"].search(before)
            if negated or _GRAMMAR["no_one"].search(before):
                status, side = _other(status), None
            yield StatusPhrase(match.start(), match.end(), status, side=side)


def _side(phrase: str) -> Side | None:
    return "above" if _ABOVE.match(phrase) else "below" if _BELOW.match(phrase) else None


def _less_is_better(text: str, begin: int, stop: int) -> bool:
    """By what the clause speaks of: the more sickness the worse, the more complaints answered in time the better."""
    if _GRAMMAR["at_most"].search(text, begin, stop):
        return True
    if _WHICH.search(text, max(0, begin - len(" which ")), begin):
        begin = max(0, begin - _ANTECEDENT)
    found = _GRAMMAR["less_is_better"].search(text, begin, stop)
    return bool(found and not _GRAMMAR["more_is_better"].search(text, begin, stop))


def _budgets(text: str, begin: int, stop: int) -> Iterator[StatusPhrase]:
    """Over budget is a miss for costs; for income it is under."""
    income = _GRAMMAR["income"].search(text, begin, stop)
    for name in ("budget_over", "budget_under", "budget_on"):
        for match in _GRAMMAR[name].finditer(text, begin, stop):
            before = text[begin : match.start()]
            if _is_unreal(before):
                continue
            says: Status = "missed" if name == "budget_over" else "met"
            if income and name != "budget_on":
                says = _other(says)
            if _GRAMMAR["negation"].search(before):
                says = _other(says)
            yield StatusPhrase(match.start(), match.end(), says, name == "budget_on")


def _is_unreal(before: str) -> bool:
    return bool(_GRAMMAR["unreal"].search(before)) and not _GRAMMAR["real"].search(before)


def _other(status: Status) -> Status:
    return "missed" if status == "met" else "met"
