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
