"""The officers' own tracker as a spreadsheet: the columns that scrutiny teams keep by hand. And in the same manner,
questions and decisions."""

import io
from collections.abc import Sequence
from pathlib import Path

from pipeline.exports.workbook import write_workbook
from pipeline.plain import also_at, counted
from pipeline.queries.scope import Row

_COLUMNS = (
    ("Reference", 12), ("Origin", 34), ("Date", 12), ("Area", 34), ("Recommendation", 60), ("Lead Officer", 28),
    ("Action taken", 60), ("RAG status", 12), ("Due", 14), ("Status", 12), ("Source", 40),
)  # fmt: skip
_QUESTIONS = (
    ("Reference", 12), ("Origin", 34), ("Date", 12), ("Area", 34), ("Question", 60), ("Asked by", 28),
    ("Answer", 60), ("Answered by", 28), ("Outcome", 18), ("Source", 40),
)  # fmt: skip
_DECISIONS = (
    ("Reference", 12), ("Origin", 34), ("Date", 12), ("Area", 34), ("Limb", 8), ("Decision", 60), ("Outcome", 14),
    ("Source", 40),
)  # fmt: skip
_RAG = {
    "delivered": "Green",
    "closed": "Green",
    "reported": "Amber",
    "repeated": "Amber",
    "open": "Amber",
    "silent": "Red",
    "overdue": "Red",
}
_FILLS = {"Green": "C6E0B4", "Amber": "FFE699", "Red": "F4B6B6"}


def write_tracker(rows: Sequence[Row], to: Path | io.BytesIO) -> None:
    """Write promises (rows of `queries.outcomes.promises`) as .xlsx. Raises OSError."""
    write_workbook(to, "Recommendation tracker", _COLUMNS, [_promise(row) for row in rows], _FILLS)


def write_questions(rows: Sequence[Row], to: Path | io.BytesIO) -> None:
    """Write questions (rows of `queries.asked.questions`) as .xlsx. Raises OSError."""
    write_workbook(to, "Questions", _QUESTIONS, [_question(row) for row in rows])


def write_decisions(rows: Sequence[Row], to: Path | io.BytesIO) -> None:
    """Write decisions (rows of `queries.outcomes.decisions`) as .xlsx. Raises OSError."""
    write_workbook(to, "Decisions", _DECISIONS, [_decision(row) for row in rows])


def _promise(row: Row) -> list[str]:
    return [
        *_origin(row, row["action_id"]), row["promise"], row["owner"] or "", _taken(row), _RAG.get(row["status"], ""),
        row["due_date"] or row["due"] or "", row["status"], "; ".join(filter(None, (_source(row), also_at(row)))),
    ]  # fmt: skip


def _taken(row: Row) -> str:
    """What was done, with its date; else for how long nothing was said of it."""
    if row["closed_because"]:
        return f"{row['closed_on']}: {row['closed_because']}"
    if row["evidence"]:
        return f"{row['evidence_date']}: {row['evidence']}"
    unsaid = row["meetings_since"]
    return f"Not spoken of in {counted(unsaid, 'later meeting')}." if unsaid else ""


def _question(row: Row) -> list[str]:
    return [
        *_origin(row, row["id"]), row["question"], row["asker"] or "", row["answer"] or "", row["answered_by"] or "",
        row["outcome"] or "", _source(row),
    ]  # fmt: skip


def _decision(row: Row) -> list[str]:
    return [
        *_origin(row, row["id"]), row["label"] or "", row["decision"], row["outcome"] or "", _source(row),
    ]  # fmt: skip


def _origin(row: Row, record_id: str) -> list[str]:
    origin = ", ".join(filter(None, (row["committee"], row["council"])))
    return [record_id[:8], origin, row["date"] or "", row["agenda_item"] or ""]


def _source(row: Row) -> str:
    return f"{row['source']}, page {row['page']}" if row["page"] else str(row["source"])
