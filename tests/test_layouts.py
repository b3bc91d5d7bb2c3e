"""Every golden folder reads as a person said that it should."""

from pathlib import Path

import pytest

from tests.golden_layouts import describe, folders


@pytest.mark.parametrize(
    ("path", "expected"), [pytest.param(*pair, id=pair[0].parent.name) for pair in folders()]
)
def test_golden_folder(path: Path, expected: Path) -> None:
    assert describe(path) == expected.read_text(encoding="utf-8"), (
        "what this page reads as has changed: see tests/golden_layouts.py"
    )
