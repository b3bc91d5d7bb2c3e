"""The project's measuring counts as the script does that came with the marked documents."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.evaluation.measuring import agree, pair
from tests.test_asking import run

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT.parent / "shared" / "evaluate" / "evaluate.py"
GOLD = ROOT / "tests" / "gold"


@pytest.mark.skipif(not SCRIPT.exists(), reason="../shared/evaluate/evaluate.py is not beside this checkout")
def test_same_numbers_as_the_reference_script(sample_database: Path) -> None:
    theirs = json.loads(
        subprocess.run(
            [sys.executable, SCRIPT, sample_database, GOLD, "--json"],
            capture_output=True,
            check=True,
            text=True,
        ).stdout
    )
    ours = json.loads(run("evaluate", str(GOLD), "--db", str(sample_database), "--json"))
    assert ours["records"] == {kind: pytest.approx(scores) for kind, scores in theirs["records"].items()}
    for name, share in theirs["attributes"].items():
        if share["of"]:
            assert ours["attributes"][name] == pytest.approx(share)


def test_each_record_pairs_once_and_the_best_overlap_first() -> None:
    assert pair([(0, 10), (20, 30)], [(0, 10), (2, 9), None], 0.4) == [(0, 0)]


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        (None, None, True),
        (None, "", True),
        (5, 5.0, True),
        (5, "five", False),
        ("the Director", "Director", True),
        ("Mr", "Mr A", False),
        ("the Chair", None, False),
    ],
)
def test_attributes_agree(gold: object, found: object, same: bool) -> None:
    assert agree(gold, found) is same


TABLES = ROOT / "tests" / "gold_tables"
TABLE_SCRIPT = SCRIPT.with_name("evaluate_tables.py")


@pytest.mark.skipif(
    not TABLE_SCRIPT.exists(), reason="../shared/evaluate/evaluate_tables.py is not beside this checkout"
)
@pytest.mark.parametrize("gold", sorted(TABLES.glob("*.json")), ids=lambda path: path.stem)
def test_same_rows_as_the_reference_script(sample_database: Path, gold: Path, tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, TABLE_SCRIPT, sample_database, gold], capture_output=True, check=True, text=True
    ).stdout.splitlines()
    (tmp_path / gold.name).write_bytes(gold.read_bytes())
    ours = json.loads(run("evaluate", str(tmp_path), "--db", str(sample_database), "--json"))
    rows = ours["scorecard_rows"]
    assert said[0] == (
        f"rows: precision {rows['precision']:.3f} recall {rows['recall']:.3f} F1 {rows['f1']:.3f} "
        f"(gold {rows['gold']}, found {rows['found']})"
    )
    theirs = {line.split()[0]: (int(line.split()[1]), int(line.split()[3])) for line in said[1:]}
    assert theirs == {name: (share["right"], share["of"]) for name, share in ours["columns"].items()}


def test_marked_tables_are_measured_beside_marked_records_and_errors_are_listed(tmp_path: Path) -> None:
    name = "env-performance-2023-24-q4"
    content = json.loads((TABLES / f"{name}.json").read_text())
    content["rows"][0]["target"] = 999
    content["rows"][1]["indicator"] = "Bats seen at dusk"
    (tmp_path / "rows.json").write_text(json.dumps(content))
    (tmp_path / "records.json").write_bytes((GOLD / f"{name}.json").read_bytes())
    said = run("evaluate", str(tmp_path), "--documents", str(ROOT / "corpus"), "--errors")
    assert "scorecard_rows" in said and "Mean F1" in said
    assert f"- {name} scorecard_rows missed: Bats seen at dusk" in said
    assert "target 999, found 132" in said
    assert "scorecard_rows" in run("evaluate", str(tmp_path), "--documents", str(ROOT / "corpus"), "--csv")


def test_rows_of_a_document_that_is_not_there_are_missed(tmp_path: Path) -> None:
    (tmp_path / "rows.json").write_text(
        '{"document": "none.pdf", "rows": [{"page": 1, "indicator": "Eggs"}]}'
    )
    lines = run("evaluate", str(tmp_path), "--csv").splitlines()
    assert lines[-1] == "scorecard_rows,0.0,0.0,0.0,1,0"
