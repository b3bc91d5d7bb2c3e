"""Votes: who was recorded as voting how."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from extractors.language.parsed import Parsed
from extractors.model import Block, Extractor, Record

_SIDE = re.compile(
    r"(?:voting\s+|votes?\s+|voted\s+)?(?P<side>for|in\s+favour(?:\s+of\s+the\s+\w+)?|against|abst(?:ain(?:ed|ing)?|entions?))"
    r"(?:\s+the\s+(?:motion|amendment|recommendations?|proposal))?\s*(?P<count>[(\[]\s*\d{1,3}\s*[)\]])?\s*(?P<colon>[:–-])?\s*",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Prof|Rev)\.?\s+)?"
    r"(?:[A-Z]\.?\s+){0,3}[A-Z][\w'’-]+(?:\s+(?!Motion|Amendment|The\b|Resolved)[A-Z][\w'’-]+){0,3}"
)
_TITLES = re.compile(r"^(?:Councillors?|Cllrs?)\.?\s+")
_POSTNOMINAL = re.compile(r"(?:CBE|OBE|MBE|JP|QC|KC|QPM|DL|None|Nil)")
_REQUESTED = re.compile(
    r"(?P<names>(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss)\b[^.;]{2,200}?)\s+(?:requested|asked)\s+that\s+(?:his|her|their)\s+votes?\s+"
    r"(?P<side>in\s+favour|for|against)\b[^.;]{0,60}?\bbe\s+recorded"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Vote(Record):
    """The span is the councillor's name in the list of a recorded vote."""

    table: ClassVar[str] = "votes"
    councillor: str
    vote: str
    """`for`, `against` or `abstained`."""
    decision_id: str | None = None
    """Filled by the link stage: the decision of the same item that the vote was taken on."""


def find(parsed: Parsed) -> Iterator[Vote]:
    """Every name of every recorded vote: lists under "For (12)", "Against:", "Abstained"; members who asked
    that their votes be recorded."""
    side: str | None = None
    columns: dict[int, str] = {}
    for block in parsed.document.blocks:
        if block.kind == "table_row":
            columns = _side_columns(parsed.text, block) or columns
            yield from _of_row(parsed.text, block, columns)
        else:
            columns = {}
        opened = _SIDE.match(parsed.text, block.body, block.end)
        if opened and (opened.group("count") or opened.group("colon") or opened.end() == block.end):
            side = _vote(opened.group("side"))
            yield from _listed(parsed.text, opened.end(), block.end, side)
            if opened.end() < block.end:
                side = None
        elif side:
            yield from _listed(parsed.text, block.body, block.end, side)
            side = None
        else:
            yield from _requested(parsed.text, block)


def _side_columns(text: str, row: Block) -> dict[int, str]:
    """The columns that a row of column names ("Name | For | Against") gives to the sides."""
    named = {span.cell.column: _SIDE.fullmatch(text, span.start, span.end) for span in row.cells[1:]}
    sides = {column: _vote(match["side"]) for column, match in named.items() if match}
    return sides if len(sides) > 1 else {}


def _of_row(text: str, row: Block, columns: Mapping[int, str]) -> Iterator[Vote]:
    """ "Councillor Hale | Against", or a mark in the column of a side."""
    if len(row.cells) < 2 or not _NAME.fullmatch(text, row.cells[0].start, row.cells[0].end):
        return
    name, *rest = row.cells
    sides = [_vote(match["side"]) for span in rest if (match := _SIDE.fullmatch(text, span.start, span.end))]
    marked = [
        columns[span.cell.column] for span in rest if span.cell.column in columns and span.start < span.end
    ]
    found = sides or marked
    if len(found) == 1:
        yield from _names(text, name.start, name.end, found[0], "vote.row")


def _vote(side: str) -> str:
    first = side.lower()
    return "against" if first == "against" else "abstained" if first.startswith("abst") else "for"


def _requested(text: str, block: Block) -> Iterator[Vote]:
    for match in _REQUESTED.finditer(text, block.body, block.end):
        start, end = match.span("names")
        yield from _names(text, start, end, _vote(match.group("side")), "vote.requested")


def _listed(text: str, start: int, end: int, side: str) -> Iterator[Vote]:
    """The names of a list, a new side opening where one is named inside it ("For: A, B; Against: C")."""
    at = start
    for match in re.finditer(r"\b(?:For|Against|Abst\w+)\b[^,;.]{0,12}?[:(]", text[start:end]):
        opened = _SIDE.match(text, start + match.start(), end)
        if opened and (opened.group("count") or opened.group("colon")):
            yield from _names(text, at, opened.start(), side, "vote.listed")
            at, side = opened.end(), _vote(opened.group("side"))
    yield from _names(text, at, end, side, "vote.listed")


def _names(text: str, start: int, end: int, side: str, rule: str) -> Iterator[Vote]:
    if re.search(r"\b(?:was|were|that|the|is|of)\b", text[start:end]):
        return  # a sentence, not a list of names
    for match in re.finditer(r"[^,;]+?(?=\s+and\s+|[,;]|$)|(?<=\band\s)[^,;]+", text[start:end]):
        name = _NAME.search(match.group())
        if not name or _POSTNOMINAL.fullmatch(name.group()):
            continue
        begin = start + match.start() + name.start()
        stop = start + match.start() + name.end()
        councillor = _TITLES.sub("", text[begin:stop])
        yield Vote(start_char=begin, end_char=stop, rule=rule, councillor=councillor, vote=side)


EXTRACTOR = Extractor(Vote, find)
