"""What the site's page "How good is this?" says: `output/accuracy.json`, which the gate writes with `--raise`, and
`python -m benchmarks.accuracy` without touching the floors."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.marked import ROOT, MarkedSet, marked_sets
from pipeline.evaluation import Report, Score

ACCURACY = ROOT / "output" / "accuracy.json"


def summary_of(marked: MarkedSet, report: Report) -> dict[str, Any]:
    """What was measured on one set, and when (ISO date): counts with precision and recall, and the reliability."""
    return {
        "name": marked.name,
        "about": marked.about,
        "measured": datetime.now(UTC).date().isoformat(),
        "documents": len(marked.marked()),
        "records": {
            kind: _row(score) for kind, score in report.records.items() if score.gold
        },
        "reliability": [
            {"records": each.records, "said": round(each.confidence, 3), "right": round(each.right, 3)}
            for each in report.calibration
        ],
    }  # fmt: skip


def _row(score: Score) -> dict[str, float | int]:
    return {name: round(value, 3) for name, value in score.as_row().items()}


def write(summaries: list[dict[str, Any]], path: Path = ACCURACY) -> None:
    """Write what was measured; a set whose documents are not on this machine keeps what was measured of it before."""
    fresh = {each["name"]: each for each in summaries}
    known = {each["name"]: each for each in read(path)}
    path.write_text(json.dumps(list((known | fresh).values()), indent=1, ensure_ascii=False) + "\n", "utf-8")


def read(path: Path = ACCURACY) -> list[dict[str, Any]]:
    """What was written; nothing where the file is not there."""
    return json.loads(path.read_text("utf-8")) if path.exists() else []


if __name__ == "__main__":
    write([summary_of(each, each.measure()) for each in marked_sets()])
