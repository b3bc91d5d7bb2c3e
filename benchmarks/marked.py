"""The sets of marked documents that accuracy is measured on."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.documents import read_document
from pipeline.evaluation import FoundDocument, GoldDocument, Report, find_in_files, load_gold, measure
from pipeline.evaluation.sources import as_rows
from pipeline.evaluation.tables import TableReport, load_tables
from pipeline.extract import extract
from pipeline.layouts.base import Unreadable

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class MarkedSet:
    """Gold files and the folders that hold their documents."""

    name: str
    gold: Path
    documents: tuple[Path, ...]
    about: str
    """What they are, in words for the site."""

    def measure(self) -> Report:
        """Read the documents, extract and compare."""
        return measure((gold, self._find(gold)) for gold in self.marked())

    def marked(self) -> list[GoldDocument]:
        """The documents that count. One whose table rows are marked is measured by these: its cells are figures too,
        which the marking of its prose leaves out."""
        tabular = {gold.stem for gold in load_tables(_TABLES)}
        return [gold for gold in load_gold(self.gold) if gold.stem not in tabular]

    def _find(self, gold: GoldDocument) -> FoundDocument | None:
        """The document's records, None where it is not there or cannot be read: then all its gold is missed."""
        try:
            return find_in_files(self.documents, gold)
        except Unreadable as error:
            print(f"{gold.document}: {error}")
            return None


_TABLES = ROOT / "tests/gold_tables"
_TABLE_SETS = (
    ("tables", _TABLES, ROOT / "corpus"),
    ("real tables", ROOT.parent / "shared/gold/tables", ROOT.parent / "shared/corpus"),
)
_SETS = (
    MarkedSet(
        "sample", ROOT / "tests/gold", (ROOT / "corpus",), "Invented minutes and reports of one council"
    ),
    MarkedSet(
        "styles",
        ROOT / "tests/gold/styles",
        (ROOT / "tests/gold/styles",),
        "Invented minutes in the styles of other bodies",
    ),
    MarkedSet(
        "clerks",
        ROOT / "tests/gold/clerks",
        (ROOT / "tests/gold/clerks",),
        "Invented minutes in the manner of other clerks",
    ),
    MarkedSet(
        "real",
        ROOT.parent / "shared/gold",
        (ROOT.parent / "shared/corpus",),
        "Real minutes and reports of several councils",
    ),
)


def marked_sets() -> Iterator[MarkedSet]:
    """The sets that are there: the real documents stand beside the checkout, on some machines."""
    for each in _SETS:
        if any(each.gold.glob("*.json")):
            yield each
        else:
            print(f"{each.name}: no marked documents in {each.gold}, left out")


def measure_tables() -> Iterator[tuple[str, TableReport]]:
    """The rows of the performance tables that are marked and there: the invented ones, and the real ones apart."""
    for name, folder, documents in _TABLE_SETS:
        report = TableReport()
        for gold in load_tables(folder):
            path = next(iter(sorted(documents.rglob(gold.document))), None)
            found = extract(read_document(path.read_bytes(), path.name)) if path else None
            report.add(gold, as_rows(found.document, found.records)["scorecard_rows"] if found else [])
        if report.rows.gold:
            yield name, report
