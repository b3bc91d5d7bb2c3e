"""The marked documents: every gold file loads, and every quote in it stands in its document as read."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from pipeline.documents import read_document
from pipeline.evaluation.gold import KINDS, GoldDocument, load_gold, placed
from pipeline.evaluation.spans import bare, place
from tests.make_corpus import CORPUS

GOLD = Path(__file__).parent / "gold"
TABLES = Path(__file__).parent / "gold_tables"
FOLDERS = [folder for folder in (GOLD, GOLD / "styles", GOLD / "clerks") if any(folder.glob("*.json"))]
MARKED = [gold for folder in FOLDERS for gold in load_gold(folder)]

VALUES: Mapping[str, Mapping[str, set[str | None]]] = {
    "figures": {"role": {"actual", "target", "benchmark", "change"}},
    "targets": {"status": {"met", "missed", None}},
    "actions": {
        "commitment": {"agreed", "promised", "requested", "suggested"},
        "kind": {
            "add to work programme",
            "attend",
            "briefing note",
            "information",
            "investigate",
            "letter",
            "liaise",
            "other",
            "report",
            "review",
            "training",
            "visit",
        },
    },
    "decisions": {
        "outcome": {
            "agreed",
            "approved",
            "deferred",
            "noted",
            "other",
            "recommended",
            "referred",
            "rejected",
        },
    },
}
"""The closed lists of `docs/evaluate.md`: record type, attribute, what it may be."""


def document_of(name: str) -> Path:
    """The file that a gold file names, wherever it stands."""
    return next(path for folder in (CORPUS, GOLD) for path in sorted(folder.rglob(name)))


def text_of(name: str) -> str:
    """The document's text as the program reads it."""
    path = document_of(name)
    return read_document(path.read_bytes(), path.name).text


def unplaced(gold: GoldDocument, text: str) -> list[str]:
    """The quotes that `text` does not hold: slips of the person who marked."""
    hay = bare(text)
    records = [(kind, record) for kind in KINDS for record in gold.records[kind]]
    lost = [f"{kind}: {record['quote']}" for kind, record in records if placed(record, hay) is None]
    answers = [record["answer"] for record in gold.records["questions"] if record.get("answer")]
    contexts = [record["context"] for _, record in records if record.get("context")]
    return lost + [quote for quote in answers + contexts if place(quote, hay) is None]


@pytest.mark.parametrize("gold", [pytest.param(gold, id=gold.stem) for gold in MARKED])
def test_every_quote_stands_in_its_document(gold: GoldDocument) -> None:
    assert unplaced(gold, text_of(gold.document)) == []


@pytest.mark.parametrize("gold", [pytest.param(gold, id=gold.stem) for gold in MARKED])
def test_marks_use_the_closed_lists_and_no_place_is_marked_twice(gold: GoldDocument) -> None:
    for kind, attributes in VALUES.items():
        for name, allowed in attributes.items():
            assert {record[name] for record in gold.records[kind]} <= allowed
    for kind, records in gold.records.items():
        marks = [(record["quote"], record.get("context")) for record in records]
        assert len(set(marks)) == len(marks), kind


@pytest.mark.parametrize("gold", [pytest.param(gold, id=gold.stem) for gold in MARKED])
def test_figures_targets_and_questions_name_indicators_that_are_mentioned(gold: GoldDocument) -> None:
    mentioned = {record["indicator"] for record in gold.records["indicators"]}
    named = {record["indicator"] for kind in ("figures", "targets") for record in gold.records[kind]}
    asked = {name for record in gold.records["questions"] for name in record["indicators"]}
    assert (named | asked) - {None} <= mentioned


def test_every_document_of_the_sample_corpus_is_marked() -> None:
    marked = {gold.document for gold in load_gold(GOLD)}
    assert marked == {path.name for path in CORPUS.rglob("*") if path.is_file() and path.parent != CORPUS}


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in sorted(TABLES.glob("*.json"))])
def test_table_rows_stand_in_their_report(path: Path) -> None:
    marked = json.loads(path.read_text(encoding="utf-8"))
    hay = bare(text_of(marked["document"]))
    if marked["document"].endswith(".pdf") and not all(
        place(row["indicator"], hay) for row in marked["rows"]
    ):
        pytest.xfail("rows of ruled tables in PDF are not read as rows yet")
    for row in marked["rows"]:
        for quote in (row["indicator"], row["code"], row["latest_text"], row["target_text"]):
            assert place(quote, hay), quote
