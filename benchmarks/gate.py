"""Hold accuracy to floors that only rise: `python -m benchmarks.gate [--raise]`.

Each set of marked documents has its own floors in `tests/floors.json`. A figure below its floor fails; `--raise` lifts
the floors to what is reached now and never lowers one, and writes what the site says of accuracy
(`output/accuracy.json`).
"""

import json
import sys
from pathlib import Path

from benchmarks import accuracy
from benchmarks.marked import MarkedSet, marked_sets, measure_tables
from pipeline.evaluation import Report
from pipeline.evaluation.tables import TableReport

FLOORS = Path(__file__).parents[1] / "tests" / "floors.json"
_SLACK = 0.0005
"""Floors are kept with three decimals."""

Figures = dict[str, float]


def figures(report: Report) -> Figures:
    """F1 of each record type and the share right of each attribute."""
    found = {name: score.f1 for name, score in report.records.items() if score.gold}
    found |= {name: share.share for name, share in report.attributes.items() if share.share is not None}
    return found | {"mean F1": report.mean_f1}


def shortfalls(reached: Figures, floors: Figures) -> list[str]:
    """What lies under its floor, in words."""
    return [
        f"{name} is {reached.get(name, 0):.3f}, its floor {floor:.3f}"
        for name, floor in floors.items()
        if reached.get(name, 0) < floor - _SLACK
    ]


def raised(reached: Figures, floors: Figures) -> Figures:
    """The floors lifted to what is reached."""
    return {name: round(max(value, floors.get(name, 0)), 3) for name, value in reached.items()}


def show(marked: MarkedSet, report: Report, floors: Figures) -> None:
    """Print the table of one set: over all its documents, its floor, and fold by fold (each council alone)."""
    folds = list(report.folds)
    print(f"\n{marked.name}: {marked.gold}")
    print(f"{'':26}{'F1':>7}{'floor':>7}  " + " ".join(f"{fold[:9]:>9}" for fold in folds))
    for name, value in figures(report).items():
        alone = [report.folds[fold].get(name) for fold in folds]
        cells = " ".join(f"{score.f1:9.2f}" if score and score.gold else " " * 9 for score in alone)
        print(f"{name:26}{value:7.3f}{floors.get(name, 0):7.3f}  {cells}".rstrip())


def table_figures(report: TableReport) -> Figures:
    """F1 of the rows and the share right of each of their columns."""
    columns = {name: share.share for name, share in report.columns.items() if share.share is not None}
    return {"rows": report.rows.f1} | columns


def main() -> int:
    floors: dict[str, Figures] = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    reached: dict[str, Figures] = {}
    measured = []
    for marked in marked_sets():
        report = marked.measure()
        reached[marked.name] = figures(report)
        measured.append((marked, report))
        show(marked, report, floors.get(marked.name, {}))
    for name, tables in measure_tables():
        reached[name] = table_figures(tables)
        print(f"\n{name}: " + ", ".join(f"{each} {value:.3f}" for each, value in reached[name].items()))
    failed = [
        f"{name}: {line}"
        for name, found in reached.items()
        for line in shortfalls(found, floors.get(name, {}))
    ]
    if "--raise" in sys.argv:
        floors |= {name: raised(found, floors.get(name, {})) for name, found in reached.items()}
        accuracy.write(accuracy.summarise(measured))
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n")
    print("\n" + ("\n".join(["Below the floor:", *failed]) if failed else "All floors hold."))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
