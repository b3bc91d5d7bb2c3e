"""What the site's page "How good is this?" says: `output/accuracy.json`, which the gate writes with `--raise`, and
`python -m benchmarks.accuracy` without touching the floors.

`python -m benchmarks.accuracy --unseen GOLD DOCUMENTS "What they are" …`, three words for each set, measures marked
documents that nobody who wrote rules has read. They are said to be so, and stay in the file, although they are not in
the project.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.calibrate import as_counts, counts, held_out
from benchmarks.marked import ROOT, MarkedSet, marked_sets
from pipeline.evaluation import Bin, Report, Score

ACCURACY = ROOT / "output" / "accuracy.json"

Summary = dict[str, Any]
"""`sets`: precision and recall on each set of marked documents. `reliability`: of the records that were said to be so
sure, how many were right, each council's records judged by what was counted on the others alone."""


def summarise(measured: Sequence[tuple[MarkedSet, Report]]) -> Summary:
    """What was measured today."""
    judged = [each for _, report in measured for each in report.judged]
    return {
        "sets": [_set(marked, report) for marked, report in measured],
        "reliability": _lines(held_out(judged)),
    }


def summarise_unseen(sets: Sequence[MarkedSet]) -> Summary:
    """What was measured today on documents that are not in the project. The reliability is theirs alone: what rules
    were written from flatters."""
    measured = [(marked, marked.measure()) for marked in sets]
    judged = [each for _, report in measured for each in report.judged]
    read = counts(each for other in marked_sets() for each in other.measure().judged)
    return {
        "sets": [_set(*each) | {"unseen": True} for each in measured],
        "reliability": _lines(held_out(judged, as_counts(read))),
    }


def _lines(bins: Sequence[Bin]) -> list[dict[str, float | int]]:
    return [
        {"records": each.records, "said": round(each.confidence, 3), "right": round(each.right, 3)}
        for each in bins
    ]


def _set(marked: MarkedSet, report: Report) -> Summary:
    return {
        "name": marked.name,
        "about": marked.about,
        "measured": datetime.now(UTC).date().isoformat(),
        "documents": len(marked.marked()),
        "records": {kind: _row(score) for kind, score in report.records.items() if score.gold},
    }


def _row(score: Score) -> dict[str, float | int]:
    return {name: round(value, 3) for name, value in score.as_row().items()}


def merged(before: Summary, fresh: Summary) -> Summary:
    """What is said now. A set whose documents are not on this machine keeps what was measured of it before; so does the
    reliability, which is of the unseen set where there is one, else of all sets together."""
    known = {each["name"]: each for each in before.get("sets", [])}
    measured = {each["name"]: each for each in fresh["sets"]}
    sets = known | measured
    telling = {name for name, each in sets.items() if each.get("unseen")} or known.keys()
    whole = fresh if telling <= measured.keys() else before
    return {"sets": list(sets.values()), "reliability": whole["reliability"]}


def read(path: Path = ACCURACY) -> Summary:
    """What was written; empty where the file is not there."""
    said: Summary = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return said


def write(fresh: Summary, path: Path = ACCURACY) -> None:
    """Write what was measured today over what was before."""
    said = merged(read(path), fresh)
    path.write_text(json.dumps(said, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _unseen(arguments: Sequence[str]) -> Iterator[MarkedSet]:
    for number, (gold, documents, about) in enumerate(zip(*[iter(arguments)] * 3, strict=True), 1):
        name = "unseen" if number == 1 else f"unseen {number}"
        yield MarkedSet(name, Path(gold), (Path(documents),), about)


def main(arguments: Sequence[str]) -> None:
    if arguments[:1] == ["--unseen"]:
        write(summarise_unseen(list(_unseen(arguments[1:]))))
    else:
        write(summarise([(each, each.measure()) for each in marked_sets()]))


if __name__ == "__main__":
    main(sys.argv[1:])
