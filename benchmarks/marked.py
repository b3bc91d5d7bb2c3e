"""The sets of marked documents that accuracy is measured on."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.evaluation import FoundDocument, GoldDocument, Report, find_in_files, load_gold, measure
from pipeline.layouts.base import Unreadable

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class MarkedSet:
    """Gold files and the folders that hold their documents."""

    name: str
    gold: Path
    documents: tuple[Path, ...]

    def measure(self) -> Report:
        """Read the documents, extract and compare."""
        return measure((gold, self._find(gold)) for gold in load_gold(self.gold))

    def _find(self, gold: GoldDocument) -> FoundDocument | None:
        """The document's records, None where it is not there or cannot be read: then all its gold is missed."""
        try:
            return find_in_files(self.documents, gold)
        except Unreadable as error:
            print(f"{gold.document}: {error}")
            return None


_SETS = (
    MarkedSet("sample", ROOT / "tests/gold", (ROOT / "corpus",)),
    MarkedSet("styles", ROOT / "tests/gold/styles", (ROOT / "tests/gold/styles",)),
    MarkedSet("real", ROOT.parent / "shared/gold", (ROOT.parent / "shared/corpus",)),
)


def marked_sets() -> Iterator[MarkedSet]:
    """The sets that are there: the real documents stand beside the checkout, on some machines."""
    for each in _SETS:
        if any(each.gold.glob("*.json")):
            yield each
        else:
            print(f"{each.name}: no marked documents in {each.gold}, left out")
