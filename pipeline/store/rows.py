"""One document as rows, ready to be written: a pure function, done where the document was read."""

import dataclasses
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from extractors.language.code_uses import CodeUse
from extractors.language.report_periods import report_period
from extractors.model import Document, Problem, Record, digest, record_id
from pipeline.extract import Extraction
from pipeline.store.columns import IN_SCORECARDS, own_columns
from pipeline.store.council_codes import Codes, dumps
from pipeline.store.linking import Places, Span, passage_id

Row = dict[str, Any]


@dataclass(frozen=True)
class DocumentRows:
    """The rows of one document, table by table. Nothing in them depends on when or where they were made."""

    document_id: str
    tables: Mapping[str, list[Row]]
    problems: tuple[Problem, ...]


def to_rows(extraction: Extraction, codes: Codes = ()) -> DocumentRows:
    """All rows that `extraction` gives, each linked to its passage, agenda item and indicators. `codes` are those of
    the council's other documents that it was made with."""
    document = extraction.document
    places = Places(document, extraction.records)
    tables: dict[str, list[Row]] = {
        "meetings": _meeting_rows(document),
        "documents": [_document_row(document) | {"codes": dumps(codes)}],
        "passages": [_passage_row(document, places, index) for index in range(len(document.blocks))],
        "code_uses": [_use_row(document, use) for use in extraction.code_uses],
        "records": [],
        "question_indicators": [],
        "action_indicators": [],
    }
    for record in extraction.records:
        row = _record_row(document, places, record)
        tables.setdefault(record.table, []).append(row)
        tables["records"].append(_found_row(record, row))
        about = _ABOUT.get(record.table)
        if about:
            link, column, spans_of = about
            tables[link].extend(
                {column: row["id"], "indicator_id": slug} for slug in places.indicators_of(spans_of(record))
            )
    return DocumentRows(document.id, tables, (*document.problems, *extraction.problems))


def meeting_id(document: Document) -> str | None:
    """The same for every document of a meeting; None where committee or date is unknown."""
    if not (document.committee and document.date):
        return None
    return digest("meetings", document.council or "", document.committee, document.date)


def _meeting_rows(document: Document) -> list[Row]:
    meeting = meeting_id(document)
    known = {name: getattr(document, name) for name in ("council", "committee", "date")}
    return [{"id": meeting, **known}] if meeting else []


def _document_row(document: Document) -> Row:
    names = (
        "id", "source", "sha256", "format", "kind", "council", "committee", "title", "date", "url", "text",
    )  # fmt: skip
    pages = max((block.page or 0 for block in document.blocks), default=0)
    period = report_period(document)
    return {name: getattr(document, name) for name in names} | {
        "meeting_id": meeting_id(document),
        "pages": pages or None,
        "period": period.label if period else None,
        "period_end": period.end if period else None,
    }


def _use_row(document: Document, use: CodeUse) -> Row:
    return {
        "document_id": document.id,
        "start_char": use.start,
        "end_char": use.end,
        "code": use.code,
        "use": use.use,
        "measure": use.indicator_id,
        "title": use.title,
    }


def _passage_row(document: Document, places: Places, index: int) -> Row:
    block = document.blocks[index]
    return {
        "id": passage_id(document.id, block),
        "document_id": document.id,
        "agenda_item_id": places.item_of(block),
        "kind": block.kind,
        "page": block.page,
        "start_char": block.start,
        "end_char": block.end,
        "text": document.text[block.start : block.end],
    }


def _record_row(document: Document, places: Places, record: Record) -> Row:
    row: Row = {
        "id": record_id(document.id, record),
        "document_id": document.id,
        "passage_id": places.passage_at(record.start_char),
        "agenda_item_id": places.item_at(record.start_char),
        "start_char": record.start_char,
        "end_char": record.end_char,
        "text": document.text[record.start_char : record.end_char],
        "rule": record.rule,
        "confidence": record.confidence,
    }
    row |= {name: _plain(getattr(record, name)) for name in own_columns(type(record))}
    if record.table == "votes":
        row["decision_id"] = places.decision_for(record)
    if record.table in IN_SCORECARDS:
        row["scorecard_row_id"] = places.scorecard_row_for(record)
    return row


def _found_row(record: Record, row: Row) -> Row:
    """The record among all records, for searching them together: a question is found by its answer's words, too."""
    names = ("id", "document_id", "passage_id", "start_char")
    words = " … ".join(filter(None, (row["text"], row.get("answer"))))
    return {name: row[name] for name in names} | {"record_table": record.table, "text": words}


def _plain(value: object) -> object:
    """What SQLite can hold: a box or list as JSON."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        value = dataclasses.astuple(value)
    return json.dumps(value) if isinstance(value, tuple | list | dict) else value


def _question_spans(record: Record) -> list[Span]:
    start, end = getattr(record, "answer_start_char", None), getattr(record, "answer_end_char", None)
    return [record.span] if start is None or end is None else [record.span, (start, end)]


def _action_spans(record: Record) -> list[Span]:
    return [record.span]


_ABOUT: Mapping[str, tuple[str, str, Callable[[Record], list[Span]]]] = {
    "questions": ("question_indicators", "question_id", _question_spans),
    "actions": ("action_indicators", "action_id", _action_spans),
}
"""Record tables whose rows are about indicators: the table of links, its column, the spans that count."""
