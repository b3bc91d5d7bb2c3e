"""A document's text as the minutes read: headings, paragraphs, points, tables and pages, with every record marked."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from pipeline.queries.scope import Row
from pipeline.site.kinds import BY_TABLE
from pipeline.site.marking import Mark, Marker

_SEPARATOR = re.compile(r" ?\| ?")
"""Between the cells of a row; of the two blanks around an empty cell, one is gone."""


_LINKED = ("decisions", "actions", "questions", "votes", "targets", "figures")
"""Records that have a link in the text; one on every row and item would be too many."""


@dataclass(frozen=True, slots=True)
class Line:
    """One passage: where it begins, and its text in cells; only the rows of tables have several. `record` is the anchor
    of the record that the whole row is, if it is one."""

    start: int
    cells: tuple[Markup, ...]
    record: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A run of passages of one kind on one page. `page` is set where a page of the source begins."""

    kind: str
    page: int | None
    lines: tuple[Line, ...]


def anchor(found: str, row: Row) -> str:
    """The id of a record in its document's page: r- and the record's id; answers a-; news of promises e- and where
    they begin."""
    if found == "answers":
        return f"a-{row['id']}"
    return f"e-{row['start_char']}" if found == "follow_ups" else f"r-{row['id']}"


def marks_of(spans: Iterable[Row], address: Callable[[str], str]) -> list[Mark]:
    """The marks for `queries.documents.spans_of`. `address` makes a path of the site a link."""
    return [_mark(row, address) for row in spans]


def _mark(row: Row, address: Callable[[str], str]) -> Mark:
    found = row["found"]
    kind = BY_TABLE[found]
    return Mark(
        row["start_char"], row["end_char"], found, anchor(found, row), kind.one,
        href=_leads_to(row, address), letter=kind.letter,
    )  # fmt: skip


def _leads_to(row: Row, address: Callable[[str], str]) -> str | None:
    """A measure's name leads to all that is known of it, other records to their cards."""
    if row["found"] == "indicator_mentions":
        return address(f"/indicator/{row['indicator_id']}") if row["indicator_id"] else None
    return address(f"/record/{row['id']}") if row["found"] in _LINKED else None


def parts_of(text: str, passages: Sequence[Row], marks: Sequence[Mark]) -> Iterator[Part]:
    """The parts of a document, in order. Everything in them is escaped."""
    rows = {mark.start: mark.anchor for mark in marks if mark.kind == "scorecard_rows"}
    marker = Marker(text, [mark for mark in marks if mark.kind != "scorecard_rows"])
    last: int | None = None
    for (kind, page, _), run in groupby(passages, key=_run_of):
        lines = tuple(
            Line(
                row["start_char"],
                tuple(marker.piece(*cell) for cell in _cells(text, row)),
                rows.get(row["start_char"]),
            )
            for row in run
        )
        yield Part(kind, page if page and page != last else None, lines)
        last = page or last


def _run_of(row: Row) -> tuple[str, int | None, int | None]:
    """Table rows and points that follow one another stand together; every heading and paragraph stands alone."""
    alone = None if row["kind"] in ("table_row", "bullet") else row["start_char"]
    return row["kind"], row["page"], alone


def _cells(text: str, row: Row) -> Iterator[tuple[int, int]]:
    start, end = row["start_char"], row["end_char"]
    if row["kind"] == "table_row":
        for separator in _SEPARATOR.finditer(text, start, end):
            yield start, separator.start()
            start = separator.end()
    yield start, end
