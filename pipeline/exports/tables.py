"""Rows as CSV."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.exports.cells import guarded


def to_csv(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> str:
    """CSV with a header: every column of the rows, `columns` where there are none. No cell runs as a formula."""
    names = list(rows[0].keys()) if rows else list(columns)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_cell(row[name]) for name in names] for row in rows)
    return out.getvalue()


def _cell(value: Any) -> Any:
    """A list as JSON. A lone carriage return would end the row: it is a line's end like others."""
    sound = guarded(json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value)
    return sound.replace("\r\n", "\n").replace("\r", "\n") if isinstance(sound, str) else sound
