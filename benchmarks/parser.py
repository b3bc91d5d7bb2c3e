"""Does a trained parser earn its time? `python -m benchmarks.parser [GOLD_DIR DOCUMENTS_DIR]`.

Each feature of `parser_features` is tried alone on the marked documents, and judged by the figure it is meant to lift,
over all documents and council by council. `held out` is what a careful maintainer would get: for each council the
feature is used only where it helps on all the others. The cost is CPU time on the sentences that the feature needs.
`docs/parser.md` gives the result.
"""

import argparse
import dataclasses
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.marked import MarkedSet, marked_sets
from benchmarks.parser_features import FEATURES, Feature, Row
from benchmarks.syntax import HOW_TO_GET, Cost, Trees, load_trained
from extractors.language.parsed import Parsed
from pipeline.documents import read_document
from pipeline.evaluation import FoundDocument, GoldDocument, Report, measure
from pipeline.evaluation.gold import KINDS
from pipeline.evaluation.sources import as_rows
from pipeline.extract import extract

if TYPE_CHECKING:
    from spacy.language import Language

_UNUSED = ("ner", "senter")


@dataclass
class Tally:
    """A figure as a fraction, so that folds can be pooled: F1 is 2 × paired of gold + found, a share right of all."""

    hits: int = 0
    of: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.hits + other.hits, self.of + other.of)

    @property
    def errors(self) -> int:
        """Misses and extras, or wrong attributes."""
        return self.of - self.hits

    @property
    def value(self) -> float:
        return self.hits / self.of if self.of else 0.0


@dataclass(frozen=True)
class Read:
    """A marked document with what the project finds in it."""

    set: str
    gold: GoldDocument
    parsed: Parsed
    rows: dict[str, list[Row]]

    @property
    def words(self) -> int:
        return len(self.parsed.text.split())


@dataclass
class Trial:
    """One feature on all documents: the figure by (set, fold), without and with it, and the cost."""

    feature: Feature
    without: defaultdict[tuple[str, str], Tally]
    with_it: defaultdict[tuple[str, str], Tally]
    cost: Cost

    def pooled(self, tallies: dict[tuple[str, str], Tally], of: str | None = None) -> float:
        return sum((each for (name, _), each in tallies.items() if of in (None, name)), Tally()).value

    def moved(self) -> tuple[int, int]:
        """Folds that have fewer errors with it, and more."""
        changes = [self.with_it[fold].errors - self.without[fold].errors for fold in self.without]
        return sum(change < 0 for change in changes), sum(change > 0 for change in changes)

    def held_out(self) -> float:
        """The figure where each fold uses the feature only if it helps on all other folds together."""
        chosen = Tally()
        for fold in self.without:
            others = [other for other in self.without if other != fold]
            before = sum((self.without[each] for each in others), Tally()).value
            after = sum((self.with_it[each] for each in others), Tally()).value
            chosen += self.with_it[fold] if after > before else self.without[fold]
        return chosen.value


def read(marked: MarkedSet) -> Iterator[Read]:
    """The set's documents that are there, each read once."""
    for gold in marked.marked():
        path = next((p for folder in marked.documents for p in sorted(folder.rglob(gold.document))), None)
        if path is not None:
            document = read_document(path.read_bytes(), path.name)
            yield Read(marked.name, gold, Parsed(document), as_rows(document, extract(document).records))


def run(feature: Feature, documents: Sequence[Read], language: "Language") -> Trial:
    """Measure the documents without and with the feature."""
    trial = Trial(feature, defaultdict(Tally), defaultdict(Tally), Cost())
    table = KINDS[feature.kind][0]
    for each in documents:
        rows = each.rows.get(table, [])
        trees = Trees(language, each.parsed, feature.needs(each.parsed, rows), trial.cost)
        trial.cost.of += each.words
        fold = each.set, each.gold.fold
        trial.without[fold] += _judge(feature, each, rows)
        trial.with_it[fold] += _judge(feature, each, list(feature.change(trees, rows)))
    return trial


def _judge(feature: Feature, read_: Read, rows: list[Row]) -> Tally:
    only = {kind: read_.gold.records[kind] if kind == feature.kind else [] for kind in KINDS}
    gold = dataclasses.replace(read_.gold, records=only)
    found = FoundDocument(read_.parsed.text, {KINDS[feature.kind][0]: rows})
    return _tally(measure([(gold, found)]), feature.judged)


def _tally(report: Report, figure: str) -> Tally:
    if figure in report.attributes:
        return Tally(report.attributes[figure].right, report.attributes[figure].of)
    score = report.records.get(figure)
    return Tally(2 * score.paired, score.gold + score.found) if score else Tally()


def table(trials: Iterable[Trial], sets: Sequence[str]) -> Iterator[str]:
    """The result, line by line: each set's figure without and with, folds better and worse, held out, cost."""
    heads = "".join(f"{name:>14}" for name in sets)
    yield f"{'':11}{'':34}{heads}{'all':>14}{'better/worse':>14}{'held out':>10}{'words':>7}{'words/s':>9}"
    for trial in trials:
        cells = "".join(_cell(trial, name) for name in (*sets, None))
        better, worse = trial.moved()
        cost = trial.cost
        yield (
            f"{trial.feature.kind:11}{trial.feature.name:34}{cells}{f'{better}/{worse}':>14}{trial.held_out():10.3f}"
            f"{cost.words / max(1, cost.of):7.0%}{cost.words / max(cost.seconds, 1e-9):9,.0f}"
        )


def _cell(trial: Trial, name: str | None) -> str:
    before, after = trial.pooled(trial.without, name), trial.pooled(trial.with_it, name)
    return f"  {before:.3f}→{after:.3f}".rjust(14)


def main(arguments: list[str] | None = None) -> int:
    """Print the table; without the model, how to get it."""
    parser = argparse.ArgumentParser(description="Does a trained parser earn its time?")
    parser.add_argument("gold", nargs="?", type=Path, help="another folder of marked documents")
    parser.add_argument("documents", nargs="?", type=Path, help="where its documents are")
    options = parser.parse_args(arguments)
    trained = load_trained(exclude=_UNUSED)
    if trained is None:
        print(f"spaCy's small English model is not installed: {HOW_TO_GET}.")
        return 2
    sets = list(marked_sets())
    if options.gold:
        sets = [MarkedSet("given", options.gold, (options.documents or options.gold,), "As given")]
    documents = [each for marked in sets for each in read(marked)]
    folds = {(each.set, each.gold.fold) for each in documents}
    words = sum(each.words for each in documents)
    print(f"{len(documents)} documents of {len(folds)} councils, {words:,} words; {trained[1]}")
    for line in table((run(each, documents, trained[0]) for each in FEATURES), [each.name for each in sets]):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
