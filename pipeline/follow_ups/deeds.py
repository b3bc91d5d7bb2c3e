"""What a later sentence says of a deed: that it was done, that it is still to come, or nothing."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from extractors.language.sentences import sentence_bounds
from extractors.vocabulary import grammar, rows
from pipeline.follow_ups.recalls import recalls

State = Literal["done", "likely", "pending", "silent"]
"""`likely`: a deed that keeps such a promise is spoken of as past, though not outright said to be done."""

_GRAMMAR = grammar("follow_ups.grammar") | grammar("follow_up_deeds.grammar")
_FAMILIES = {row["kind"]: tuple(row["families"].split()) for row in rows("follow_up_deeds.csv")}
_PAPERS = {row["kind"]: frozenset(row["papers"].split()) for row in rows("follow_up_deeds.csv")}
_CLAUSE = re.compile(
    r";\s+|,?\s+(?:but|although|though|however|while|whilst)\s+|,?\s+and\s+(?=(?:he|she|it|they|this|that|there|the|would|will|had|was|were|a|an)\b)"
)
_CELL = " | "
_FEW_WORDS = 2


@dataclass(frozen=True, slots=True)
class Clause:
    """`text[start:end]` and what it says of a promise of one kind."""

    start: int
    end: int
    state: State


def clauses(text: str, kind: str) -> list[Clause]:
    """The clauses of a passage, each judged for promises of `kind`; a table's row is one, judged by its status."""
    if _CELL in text:
        return [Clause(0, len(text), _state_of_row(text))]
    found: list[Clause] = []
    for first, last in sentence_bounds(text, 0, len(text)):
        if found and (status := _lone_status(text[first:last])) != "silent":
            found[-1] = Clause(found[-1].start, last, status)
        else:
            fresh = _of(text, first, last, kind)
            if found and found[-1].state == "silent" and _GRAMMAR["of_it"].match(text, first):
                # "Park gate. This had been mended": what it is stands in the sentence before.
                fresh[0] = Clause(found.pop().start, fresh[0].end, fresh[0].state)
            found += fresh
    return found


def _lone_status(sentence: str) -> State:
    """What a sentence of a word or two says of the entry before it: "Clerk to mend the gate. Done." """
    return _status_of(sentence) if len(sentence.split()) <= _FEW_WORDS else "silent"


def _state_of_row(row: str) -> State:
    """What an action log's row says by its status; a row of results, whatever its colour, says nothing."""
    _, *cells = row.split(_CELL)
    if sum(bool(_GRAMMAR["figure_cell"].fullmatch(cell.strip())) for cell in cells) > 1:
        return "silent"
    return _status_of(cells[-1])


def _of(text: str, start: int, end: int, kind: str) -> list[Clause]:
    """The clauses of a sentence; it is one clause where it says that a part was done and the rest is to come."""
    found = [
        Clause(*bounds, state_of(text[slice(*bounds)], kind)) for bounds in _clause_bounds(text, start, end)
    ]
    states = {each.state for each in found}
    if {"done", "pending"} <= states and (
        _GRAMMAR["part"].search(text, start, end) or any(_takes_back(text, *each) for each in pairwise(found))
    ):
        return [Clause(start, end, "pending")]
    return found


def _takes_back(text: str, one: Clause, other: Clause) -> bool:
    """Whether a clause says of the subject of the one before that it came to nothing: "had been invited but was unable
    to attend"."""
    between = text[one.end : other.start]
    return (
        one.state == "done"
        and other.state == "pending"
        and bool(_GRAMMAR["but"].search(between) and _GRAMMAR["of_same"].match(text, other.start))
    )


def state_of(clause: str, kind: str) -> State:
    """Whether the clause says that a deed which keeps a promise of `kind` was done. What is negated, still to come
    or only imagined was not."""
    if _GRAMMAR["undone"].search(clause) and not _GRAMMAR["unreal"].search(clause):
        return "pending"
    if _GRAMMAR["ordered"].search(clause) or _GRAMMAR["corrects"].search(clause):
        return "silent"
    if deed_in(clause, kind):
        return "done"
    if _GRAMMAR["pending"].search(clause):
        return "silent" if _only_asks(clause) else "pending"
    if not tells(clause) or _GRAMMAR["answers_member"].search(clause):
        return "silent"
    return "likely" if _tells_of_deed(clause, kind) else "silent"


def _tells_of_deed(clause: str, kind: str) -> bool:
    """Whether it tells of the past, and of such a deed, or of what was asked for before."""
    name = f"likely.{kind.replace(' ', '_')}"
    deed = _GRAMMAR.get(name, _GRAMMAR["likely.other"])
    return bool(_GRAMMAR["past"].search(clause) and (deed.search(clause) or recalls(clause)))


def deed_in(clause: str, kind: str) -> tuple[int, int] | None:
    """Where the clause says that something was done which keeps a promise of `kind`."""
    families = (*_FAMILIES.get(kind, _FAMILIES["other"]), "any")
    return next(filter(None, (_done(clause, family) for family in families)), None)


@lru_cache(maxsize=1 << 14)
def _done(clause: str, family: str) -> tuple[int, int] | None:
    """Where a deed of the family is told; remembered, as families keep promises of several kinds."""
    for match in _GRAMMAR[f"done.{family}"].finditer(clause):
        before = clause[: match.start()]
        if not (_GRAMMAR["not_yet"].search(before) or _GRAMMAR["unreal"].search(before)):
            return match.span()
    return None


def _only_asks(clause: str) -> bool:
    """Whether the clause asks when something will be, and neither answers nor speaks of what was promised."""
    asks = _GRAMMAR["asking"].search(clause) and not _GRAMMAR["not_only_asking"].search(clause)
    return bool(asks) and not recalls(clause)


def tells(clause: str) -> bool:
    """Whether a clause states something, rather than asks or imagines it, or corrects the minutes."""
    return not (
        _only_asks(clause) or _GRAMMAR["imagined"].match(clause) or _GRAMMAR["corrects"].search(clause)
    )


def _status_of(cell: str) -> State:
    """What the status column of an action log says."""
    if _GRAMMAR["status_open"].search(cell):
        return "pending"
    return "done" if _GRAMMAR["status_done"].search(cell) else "silent"


def papers_of(kind: str) -> frozenset[str]:
    """What a paper or event is called that keeps a promise of `kind`."""
    return _PAPERS.get(kind, frozenset())


def brings(clause: str) -> bool:
    """Whether the clause says that a paper was put before the meeting."""
    return bool(_GRAMMAR["done.brought"].search(clause))


def reference_of(row: str) -> str | None:
    """The reference number in the first cell of an action log's row."""
    first = row.split(_CELL, 1)[0].strip()
    match = _GRAMMAR["reference"].fullmatch(first)
    return match.group() if match and _CELL in row else None


def _clause_bounds(text: str, start: int, end: int) -> list[tuple[int, int]]:
    bounds, begin = [], start
    for match in _CLAUSE.finditer(text, start, end):
        if match.start() - begin > 12:
            bounds.append((begin, match.start()))
            begin = match.end()
    return [*bounds, (begin, end)]
