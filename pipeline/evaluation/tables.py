"""Rows of performance tables against rows marked by hand (`docs/evaluate.md` describes the format).

A row pairs with the found row of the same page whose indicator's name is nearest, white space, case and
typography aside, at least `ALIKE`. A value that is null in gold is not judged.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path, PurePosixPath
from typing import Any

from pipeline.evaluation.gold import InvalidGold, marks_rows, read_gold
from pipeline.evaluation.scores import Disagreement, Score, Share
from pipeline.evaluation.spans import bare, best_pairs

ALIKE = 0.8
JUDGED = ("latest", "target", "floor", "rag", "rag_previous", "direction", "unit")
Found = Mapping[str, Any]


@dataclass(frozen=True)
class GoldTables:
    """The rows marked in one document."""

    path: Path
    document: str
    rows: Sequence[Mapping[str, Any]]

    @property
    def stem(self) -> str:
        return PurePosixPath(self.document).stem


@dataclass
class TableReport:
    """How well rows were found, and how often each column of the paired rows is right."""

    rows: Score = field(default_factory=Score)
    columns: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    disagreements: list[Disagreement] = field(default_factory=list)

    def add(self, gold: GoldTables, found: Sequence[Found]) -> None:
        """Judge one document. `found` are rows of `scorecard_rows`; those on pages that gold says nothing of are
        left out."""
        pages = {row.get("page") for row in gold.rows}
        seen = [row for row in found if row["page"] in pages]
        pairs = _pair(gold.rows, seen)
        self.rows.add(len(pairs), len(gold.rows), len(seen))
        for marked, other in ((gold.rows[i], seen[j]) for i, j in pairs):
            for column in JUDGED:
                if marked.get(column) is not None:
                    right = _agrees(marked[column], other.get(column))
                    self.columns[column].add(right)
                    if not right:
                        text = (
                            f"{marked['indicator']}: {column} {marked[column]!r}, found {other.get(column)!r}"
                        )
                        self._note(gold, "wrong", text, other)
        left, right_ = {i for i, _ in pairs}, {j for _, j in pairs}
        for i, marked in enumerate(gold.rows):
            if i not in left:
                self._note(gold, "missed", marked["indicator"], None)
        for j, other in enumerate(seen):
            if j not in right_:
                self._note(gold, "extra", str(other["indicator"]), other)

    def _note(self, gold: GoldTables, verdict: str, text: str, found: Found | None) -> None:
        rule = found.get("rule") if found else None
        self.disagreements.append(Disagreement(gold.stem, "scorecard_rows", verdict, text, rule, None))


def measure_tables(pairs: Iterable[tuple[GoldTables, Sequence[Found]]]) -> TableReport:
    """Judge each marked document by the rows of `scorecard_rows` that were found in it."""
    report = TableReport()
    for gold, found in pairs:
        report.add(gold, found)
    return report


def load_tables(folder: Path) -> list[GoldTables]:
    """The table gold of `folder`, by name; other gold files are left out. Raises `InvalidGold` for a file that is not
    in the format."""
    loaded = []
    for path, content in read_gold(folder):
        if not marks_rows(content):
            continue
        try:
            rows = content["rows"]
            if not all(isinstance(row["indicator"], str) for row in rows):
                raise TypeError("an indicator is no text")
            loaded.append(GoldTables(path, str(content["document"]), rows))
        except (KeyError, TypeError) as error:
            raise InvalidGold(f"{path}: not rows of performance tables: {error}") from error
    return loaded


def _pair(gold: Sequence[Mapping[str, Any]], found: Sequence[Found]) -> list[tuple[int, int]]:
    return best_pairs(
        (alike, i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if one.get("page") == other["page"]
        and (alike := _alike(one["indicator"], other["indicator"])) >= ALIKE
    )


def _alike(one: str, other: object) -> float:
    return SequenceMatcher(None, bare(one), bare(str(other or ""))).ratio()


def _agrees(gold: Any, found: Any) -> bool:
    if found is None:
        return False
    if isinstance(gold, (int, float)):
        try:
            return abs(float(found) - gold) < 1e-6
        except (TypeError, ValueError):
            return False
    return bare(str(gold)) == bare(str(found))
