"""Count how often each rule is right, and show how far its confidence can be trusted: `make calibrate`.

Writes `extractors/vocabulary/confidence.csv` from all marked documents, and prints the reliability table by folds: each
council's records are judged with the counts of the others alone.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.marked import ROOT, marked_sets
from pipeline.confidence import Calibration
from pipeline.evaluation import Bin, Judgement
from pipeline.evaluation.gold import KINDS
from pipeline.evaluation.scores import reliability

TABLE = ROOT / "extractors/vocabulary/confidence.csv"
Count = tuple[str, str, int, int]


def counts(judged: Iterable[Judgement]) -> list[Count]:
    """(table, rule, right, found) of each rule, sorted."""
    found: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for each in judged:
        key = KINDS[each.kind][0], each.rule
        found[key] += 1
        right[key] += each.right
    return [(*key, right[key], found[key]) for key in sorted(found)]


def held_out(judged: Sequence[Judgement]) -> list[Bin]:
    """The reliability of confidences that come from the other folds' documents."""
    said: list[tuple[float, bool]] = []
    for fold in sorted({each.fold for each in judged}):
        others = Calibration(counts(each for each in judged if each.fold != fold))
        for each in judged:
            if each.fold == fold:
                confidence = others.confidence(KINDS[each.kind][0], each.rule)
                said.append((confidence if confidence is not None else 0.5, each.right))
    return reliability(said)


def write(path: Path, found: Sequence[Count]) -> None:
    """The counts behind the comment that the file begins with."""
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    lines = [*head, "table,rule,right,found", *(",".join(map(str, row)) for row in found)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    judged = [each for marked in marked_sets() for each in marked.measure().judged]
    write(TABLE, counts(judged))
    print(f"{'said':>12}{'records':>9}{'mean said':>11}{'right':>8}")
    for each in held_out(judged):
        print(f"{each.least:5.2f}–{each.below:.2f} {each.records:9}{each.confidence:11.3f}{each.right:8.3f}")


if __name__ == "__main__":
    main()
