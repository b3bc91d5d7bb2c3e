"""Wordings of actions by family, each with sentences that look like them and are none; the cases are in
`action_wordings.txt`. `\\n` parts paragraphs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors import actions
from tests.documents import parsed

HEADS = {
    "allotments": (
        "Present: Councillor Jane Orme (Chair), Councillor Piet Vance\n"
        "In attendance: Ms A Dee (Head of Highways), Robin H\n"
        "# 4. Allotments\nThe Head of Highways presented the paper.\n"
    ),
    "notes": "# 5. Telephones\nThe Practice Manager gave the figures for calls answered.\n",
    "committee": (
        "# 4. Quarter 2 Performance Report\nThe Committee considered a report of the Head of Performance.\n"
    ),
}
_NAMES = ("commitment", "kind", "owner", "due")


def _read_cases() -> Iterator[tuple[str, str, list[str]]]:
    head = ""
    for line in Path(__file__).with_name("action_wordings.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("##"):
            head = line.rpartition("@")[2]
        elif line.startswith("- "):
            yield head, line[2:], []
        elif line.startswith("+ "):
            said, _, text = line[2:].partition(" || ")
            yield head, text, said.split(" ; ")


CASES = list(_read_cases())


@pytest.mark.parametrize(("head", "text", "expected"), CASES, ids=[text[:60] for _, text, _ in CASES])
def test_wordings(head: str, text: str, expected: list[str]) -> None:
    page = parsed(HEADS[head] + text.replace("\\n", "\n"), date="2024-01-15")
    found = list(actions.find(page))
    assert len(found) == len(expected), [page.text[each.start_char : each.end_char] for each in found]
    for action, said in zip(found, expected, strict=True):
        for name, value in zip(_NAMES, said.split(" | "), strict=True):
            assert value == "*" or (getattr(action, name) or "-") == value, name
