"""The reference pages are in step with the code, and the README shows commands that exist."""

import re
from pathlib import Path

import pytest

from benchmarks.docs import DOCS, PAGES
from pipeline.cli.group import COMMANDS

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("name", PAGES)
def test_reference_page_is_what_the_code_makes(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name](), "run make docs"


@pytest.mark.parametrize("page", ["README.md", "docs/evaluate.md"])
def test_pages_name_commands_and_targets_that_exist(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    named = set(re.findall(r"(?m)^ *\W*matters ([a-z]+)", text)) | set(re.findall(r"`matters ([a-z]+)", text))
    assert named <= set(COMMANDS)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"`make ([a-z]+)", text)):
        assert re.search(rf"(?m)^{target}:", makefile), f"make {target}"
