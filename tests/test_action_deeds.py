"""The vocabulary of deeds and kinds, and how a kind is told."""

import re

import pytest

from extractors.language.deeds import kind_of
from extractors.vocabulary import rows

KINDS = {
    "briefing note", "report", "information", "investigate", "liaise", "review", "training", "letter", "visit",
    "attend", "add to work programme", "other",
}  # fmt: skip


@pytest.mark.parametrize("row", rows("action_deeds.csv"), ids=lambda row: row["pattern"][:24])
def test_each_deed_is_well_formed(row: dict[str, str]) -> None:
    re.compile(row["pattern"])
    assert set(row) == {"pattern", "kind", "sign"}
    assert row["kind"] in KINDS
    assert row["sign"] in ("sure", "timed")


@pytest.mark.parametrize("row", rows("action_kinds.csv"), ids=lambda row: row["pattern"][:24])
def test_each_kind_is_well_formed(row: dict[str, str]) -> None:
    re.compile(row["pattern"])
    assert row["kind"] in KINDS
    assert row["where"] in ("any", "report", "thing", "other")


@pytest.mark.parametrize(
    ("text", "verb", "kind"),
    [
        ("details would be provided by means of a briefing note", "provided", "briefing note"),
        ("a statement would be provided to the next meeting", "provided", "report"),
        ("the list would be provided to Members", "provided", "information"),
        ("the topic be added to the work programme", "added", "add to work programme"),
        ("the Chair write to the Minister", "write", "letter"),
        ("submit a request to the Minister", "submit", "other"),
        ("submit a report to the Minister", "submit", "report"),
        ("follow up with the contractor", "follow", "liaise"),
        ("follow up with Members", "follow", "information"),
    ],
)
def test_kind(text: str, verb: str, kind: str) -> None:
    assert kind_of(text, 0, len(text), text.index(verb)) == kind
