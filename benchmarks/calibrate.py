"""Count how often each rule is right, and show how far its confidence can be trusted: `make calibrate`.

Writes `extractors/vocabulary/confidence.csv` from all marked documents, and prints the reliability table by folds: each
council's records are judged with the counts of the others alone.

`python -m benchmarks.calibrate --unread FOLDER…` counts documents (with their gold beside them) that no rule was
written from as well. They need not be in the project: what was counted of them stays in the table until they are
counted anew.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.marked import ROOT, MarkedSet, marked_sets
from extractors.vocabulary import rows
from pipeline.confidence import Calibration, Count, discounted
from pipeline.evaluation import Bin, Judgement
from pipeline.evaluation.gold import KINDS
from pipeline.evaluation.scores import reliability

TABLE = ROOT / "extractors/vocabulary/confidence.csv"
Counts = dict[tuple[str, str], tuple[int, int]]
"""(right, found) of each (table, rule)."""


def counts(judged: Iterable[Judgement]) -> Counts:
    """How often each rule was right."""
    found: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for each in judged:
        key = KINDS[each.kind][0], each.rule
        found[key] += 1
        right[key] += each.right
    return {key: (right[key], found[key]) for key in found}


def held_out(judged: Sequence[Judgement], read: Iterable[Count] = ()) -> list[Bin]:
    """The reliability of confidences that come from the other folds' documents, and from `read` ones."""
    known = list(discounted(read))
    said: list[tuple[float, bool]] = []
    for fold in sorted({each.fold for each in judged}):
        others = Calibration([*known, *as_counts(counts(each for each in judged if each.fold != fold))])
        for each in judged:
            if each.fold == fold:
                confidence = others.confidence(KINDS[each.kind][0], each.rule)
                said.append((confidence if confidence is not None else 0.5, each.right))
    return reliability(said)


def as_counts(found: Counts) -> Iterator[Count]:
    """As the calibration takes them."""
    return ((*key, *numbers) for key, numbers in found.items())


def known_unread() -> Counts:
    """What was counted before of documents that no rule was written from."""
    return {
        (row["table"], row["rule"]): (int(row["unread_right"]), int(row["unread_found"]))
        for row in rows(TABLE.name)
        if row["unread_found"] != "0"
    }


def write(path: Path, read: Counts, unread: Counts) -> None:
    """Write the counts behind the comment that the file begins with."""
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    lines = [*head, "table,rule,right,found,unread_right,unread_found"]
    for key in sorted(read | unread):
        lines.append(",".join(map(str, (*key, *read.get(key, (0, 0)), *unread.get(key, (0, 0))))))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def show(title: str, bins: Iterable[Bin]) -> None:
    """Print a reliability table."""
    print(f"{title}\n{'said':>12}{'records':>9}{'mean said':>11}{'right':>8}")
    for each in bins:
        print(f"{each.least:5.2f}–{each.below:.2f} {each.records:9}{each.confidence:11.3f}{each.right:8.3f}")


def main(arguments: Sequence[str]) -> None:
    read = [each for marked in marked_sets() for each in marked.measure().judged]
    unread = known_unread()
    if arguments[:1] == ["--unread"]:
        sets = [MarkedSet("unread", Path(each), (Path(each),), "") for each in arguments[1:]]
        judged = [each for marked in sets for each in marked.measure().judged]
        unread = counts(judged)
        show("Documents that no rule was written from", held_out(judged, as_counts(counts(read))))
    write(TABLE, counts(read), unread)
    show("Documents that rules were written from", held_out(read))


if __name__ == "__main__":
    main(sys.argv[1:])
