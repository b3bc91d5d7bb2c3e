"""Every table of the database and its columns: the contract that people's saved queries depend on."""

import dataclasses
import types
import typing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractors.kinds import EXTRACTORS
from extractors.model import Extractor, Record

Columns = Mapping[str, type]


@dataclass(frozen=True)
class Table:
    """One table. `links` maps a column to the table whose `id` it holds."""

    name: str
    columns: Columns
    key: tuple[str, ...] = ("id",)
    links: Mapping[str, str] = dataclasses.field(default_factory=dict)
    indexes: tuple[tuple[str, ...], ...] = ()
    required: frozenset[str] = frozenset()


FIXED = (
    Table(
        "meetings",
        {"id": str, "council": str, "committee": str, "date": str},
        indexes=(("council", "committee", "date"), ("date",)),
    ),
    Table(
        "documents",
        {
            "id": str,
            "source": str,
            "sha256": str,
            "format": str,
            "kind": str,
            "council": str,
            "committee": str,
            "meeting_id": str,
            "title": str,
            "date": str,
            "url": str,
            "pages": int,
            "text": str,
            "codes": str,
            "period": str,
            "period_end": str,
            "ingested_at": str,
        },
        links={"meeting_id": "meetings"},
        indexes=(("meeting_id",), ("council", "committee", "date"), ("date",), ("source",), ("ingested_at",)),
        required=frozenset({"source", "sha256", "format", "text", "ingested_at"}),
    ),
    Table(
        "passages",
        {
            "id": str,
            "document_id": str,
            "agenda_item_id": str,
            "kind": str,
            "page": int,
            "start_char": int,
            "end_char": int,
            "text": str,
        },
        links={"document_id": "documents", "agenda_item_id": "agenda_items"},
        indexes=(("document_id", "start_char"), ("agenda_item_id",)),
        required=frozenset({"document_id", "kind", "start_char", "end_char", "text"}),
    ),
    Table(
        "records",
        {
            "id": str,
            "record_table": str,
            "document_id": str,
            "passage_id": str,
            "start_char": int,
            "text": str,
        },
        links={"document_id": "documents", "passage_id": "passages"},
        indexes=(("document_id", "start_char"), ("passage_id",), ("record_table",)),
        required=frozenset({"record_table", "document_id", "start_char", "text"}),
    ),
    Table(
        "indicators",
        {"id": str, "code": str, "name": str, "framework": str, "unit": str, "polarity": str},
    ),
    Table(
        "indicator_aliases",
        {"indicator_id": str, "alias": str},
        key=("indicator_id", "alias"),
        links={"indicator_id": "indicators"},
        indexes=(("alias",),),
    ),
    Table(
        "code_uses",
        {
            "document_id": str,
            "start_char": int,
            "end_char": int,
            "code": str,
            "use": str,
            "measure": str,
            "title": str,
        },
        key=("document_id", "start_char", "end_char", "code"),
        links={"document_id": "documents"},
        required=frozenset({"use"}),
    ),
    Table(
        "question_indicators",
        {"question_id": str, "indicator_id": str},
        key=("question_id", "indicator_id"),
        links={"question_id": "questions", "indicator_id": "indicators"},
        indexes=(("indicator_id",),),
    ),
    Table(
        "action_indicators",
        {"action_id": str, "indicator_id": str},
        key=("action_id", "indicator_id"),
        links={"action_id": "actions", "indicator_id": "indicators"},
        indexes=(("indicator_id",),),
    ),
    Table(
        "follow_ups",
        {
            "id": str,
            "action_id": str,
            "document_id": str,
            "passage_id": str,
            "relation": str,
            "score": float,
            "text": str,
            "start_char": int,
            "end_char": int,
            "reason": str,
        },
        links={"action_id": "actions", "document_id": "documents", "passage_id": "passages"},
        indexes=(("action_id",), ("document_id",), ("passage_id",)),
        required=frozenset({"action_id", "document_id", "relation", "text"}),
    ),
    Table(
        "same_promises",
        {"action_id": str, "same_as": str},
        key=("action_id",),
        links={"action_id": "actions", "same_as": "actions"},
        indexes=(("same_as",),),
        required=frozenset({"same_as"}),
    ),
    Table(
        "closings",
        {"action_id": str, "because": str, "closed_on": str, "promise": str},
        key=("action_id",),
        required=frozenset({"because"}),
    ),
    Table(
        "problems",
        {
            "id": str,
            "source": str,
            "document_id": str,
            "stage": str,
            "error": str,
            "detail": str,
            "seen_at": str,
        },
        links={"document_id": "documents"},
        indexes=(("source",), ("document_id",)),
        required=frozenset({"source", "stage", "error", "detail", "seen_at"}),
    ),
    Table(
        "files",
        {
            "source": str,
            "folder": str,
            "path": str,
            "size": int,
            "mtime_ns": int,
            "sha256": str,
            "described": str,
            "version": str,
            "outcome": str,
            "document_id": str,
        },
        key=("source",),
        links={"document_id": "documents"},
        indexes=(("document_id",), ("sha256",)),
    ),
    Table("settings", {"name": str, "value": str, "meaning": str}, key=("name",)),
)
"""`files` is what this machine saw (paths are relative to the database's folder), so that the next run reads
only what changed; it is the one table that differs between machines."""

_PLACE: Columns = {"id": str, "document_id": str, "passage_id": str, "agenda_item_id": str}
_PLACE_LINKS = {"document_id": "documents", "passage_id": "passages", "agenda_item_id": "agenda_items"}
_SPAN: Columns = {"start_char": int, "end_char": int, "text": str, "rule": str, "confidence": float}
_LINKED = {
    "indicator_id": "indicators",
    "decision_id": "decisions",
    "scorecard_row_id": "scorecard_rows",
}
"""A record's column of this name holds the id of a row in that table."""
_SOUGHT = ("due_date",)
"""Columns that rows are looked up by, beside the links."""
IN_SCORECARDS = ("figures", "targets")
"""The values of a performance table's row stand again in these, with `scorecard_row_id`."""


def tables(extractors: Sequence[Extractor] = EXTRACTORS) -> tuple[Table, ...]:
    """All tables: the fixed ones, and one for each record type."""
    records = tuple(record_table(extractor.record) for extractor in extractors)
    names = {table.name for table in (*FIXED, *records)}
    return tuple(
        dataclasses.replace(table, links={c: t for c, t in table.links.items() if t in names})
        for table in (*FIXED, *records)
    )


def record_table(record: type[Record]) -> Table:
    """The table of a record class: where it stands, its span, then its own columns in their order."""
    own = own_columns(record)
    if record.table in IN_SCORECARDS:
        own = {**own, "scorecard_row_id": str}
    links = _PLACE_LINKS | {column: _LINKED[column] for column in own if column in _LINKED}
    required = frozenset({"document_id", "start_char", "end_char", "text", "rule"})
    sought = [column for column in (*links, *_SOUGHT) if column in own or column in _PLACE]
    indexes = (("document_id", "start_char"), *((column,) for column in sought if column != "document_id"))
    return Table(record.table, {**_PLACE, **_SPAN, **own}, links=links, indexes=indexes, required=required)


def own_columns(record: type[Record]) -> Columns:
    """The columns that a record class adds to `Record`. What SQLite has no type for is kept as JSON."""
    hints = typing.get_type_hints(record)
    shared = {field.name for field in dataclasses.fields(Record)}
    return {
        field.name: _stored_as(hints[field.name])
        for field in dataclasses.fields(record)
        if field.name not in shared and field.metadata.get("stored", True)
    }


def _stored_as(hint: object) -> type:
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        hint = next(part for part in typing.get_args(hint) if part is not type(None))
    return hint if hint in (str, int, float, bool) else str
