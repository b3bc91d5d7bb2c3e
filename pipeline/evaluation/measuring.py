"""Pair found records with gold records and count: precision, recall, F1, attributes, reliability.

The counting rules are those of the `evaluate.py` that came with the marked documents; a test holds the
two to the same numbers.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import comb
from typing import Any

from pipeline.evaluation.gold import ATTRIBUTES, KINDS, GoldDocument, placed
from pipeline.evaluation.scores import Bin, Disagreement, Judgement, Score, Share, reliability
from pipeline.evaluation.sources import FoundDocument
from pipeline.evaluation.spans import Span, bare, best_pairs, overlap, place, share_before

Row = Mapping[str, Any]
Placed = tuple[Row, Span | None]
Pair = tuple[Row, Row]


@dataclass
class Report:
    """Scores per record type, over all documents and per fold (council)."""

    records: defaultdict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    attributes: defaultdict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    folds: defaultdict[str, defaultdict[str, Score]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(Score))
    )
    disagreements: list[Disagreement] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    """Marked documents that were not found; all their records count as missed."""
    judged: list[Judgement] = field(default_factory=list)
    """One for each found record, in the order of the documents."""

    @property
    def mean_f1(self) -> float:
        """Mean over the record types, each counting alike."""
        return mean_f1(self.records)

    @property
    def calibration(self) -> list[Bin]:
        return reliability(
            [(each.confidence, each.right) for each in self.judged if each.confidence is not None]
        )


def mean_f1(records: Mapping[str, Score]) -> float:
    """Mean F1 of the record types; percentages and same_indicator are views of others and do not count."""
    scores = [records[kind].f1 for kind in KINDS if kind in records]
    return sum(scores) / len(scores) if scores else 0.0


def measure(pairs: Iterable[tuple[GoldDocument, FoundDocument | None]]) -> Report:
    """Compare each marked document with what was found in it, None where the document was not there."""
    report = Report()
    measures: list[tuple[Any, Any]] = []
    for gold, found in pairs:
        if found is None:
            report.absent.append(gold.document)
        text = bare(gold.text or (found.text if found else ""))
        for kind in KINDS:
            measures += _measure_kind(report, kind, gold, found, text)
    report.records["same_indicator"] = _agreement_on_measures(measures)
    return report


def _measure_kind(
    report: Report, kind: str, gold: GoldDocument, found: FoundDocument | None, text: str
) -> list[tuple[Any, Any]]:
    """Count one record type of one document; returns the measures that both sides name."""
    table, least = KINDS[kind]
    marked: list[Placed] = [(record, placed(record, text)) for record in gold.records[kind]]
    seen: list[Placed] = []
    if found:
        for row in found.rows.get(table, ()):
            near = share_before(found.text, row["start_char"])
            seen.append((row, place(row["text"] or "", text, near)))
    indexes = pair([span for _, span in marked], [span for _, span in seen], least)
    pairs = [(marked[i][0], seen[j][0]) for i, j in indexes]
    for scores in (report.records, report.folds[gold.fold]):
        scores[kind].add(len(pairs), len(marked), len(seen))
        if kind == "figures":
            in_gold = sum(record["unit"] == "%" for record, _ in marked)
            in_found = sum(row["unit"] == "%" for row, _ in seen)
            scores["percentages"].add(sum(g["unit"] == "%" for g, _ in pairs), in_gold, in_found)
    _note_disagreements(report, kind, gold, marked, seen, indexes)
    _judge_attributes(report, kind, pairs, text)
    return _measures_named(kind, pairs)


def pair(gold: Sequence[Span | None], found: Sequence[Span | None], least: float) -> list[tuple[int, int]]:
    """Indexes of the spans that are the same record, best overlap first, each used once."""
    return best_pairs(
        (score, i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if one and other and (score := overlap(one, other)) >= least
    )


def agree(gold: Any, found: Any) -> bool:
    """Whether one attribute is the same; of two texts one may stand inside the other."""
    if gold is None or found is None:
        return gold is None and found in (None, "")
    if isinstance(gold, (int, float)):
        try:
            return abs(float(found) - float(gold)) < 1e-6
        except (TypeError, ValueError):
            return False
    one, other = bare(str(gold)), bare(str(found))
    if not other:
        return False
    return one == other or (min(len(one), len(other)) > 3 and (one in other or other in one))


def _judge_attributes(report: Report, kind: str, pairs: Sequence[Pair], text: str) -> None:
    for gold, found in pairs:
        for key, column in ATTRIBUTES.get(kind, {}).items():
            report.attributes[f"{kind}.{key}"].add(agree(gold.get(key), found.get(column)))
        if kind in ("figures", "targets"):
            both = (gold.get("indicator") is None) == (found.get("indicator_id") is None)
            report.attributes[f"{kind}.has_indicator"].add(both)
        if kind == "questions":
            report.attributes["questions.answer"].add(
                _same_answer(gold.get("answer"), found.get("answer"), text)
            )


def _same_answer(gold: str | None, found: str | None, text: str) -> bool:
    if gold is None or not found:
        return gold is None and not found
    one, other = place(gold, text), place(found, text)
    return bool(one and other and overlap(one, other) >= 0.25)


def _measures_named(kind: str, pairs: Sequence[Pair]) -> list[tuple[Any, Any]]:
    if kind not in ("indicators", "figures", "targets"):
        return []
    named = [(gold.get("indicator"), found.get("indicator_id")) for gold, found in pairs]
    return named if kind == "indicators" else [both for both in named if all(both)]


def _agreement_on_measures(measures: Sequence[tuple[Any, Any]]) -> Score:
    """Over all pairs of records: where gold says "the same measure", does the database say so, and only there?"""

    def couples(keys: Iterable[Any]) -> int:
        return sum(comb(count, 2) for count in Counter(keys).values())

    return Score(couples(measures), couples(gold for gold, _ in measures), couples(f for _, f in measures))


def _note_disagreements(
    report: Report,
    kind: str,
    gold: GoldDocument,
    marked: Sequence[Placed],
    seen: Sequence[Placed],
    indexes: Sequence[tuple[int, int]],
) -> None:
    kept, confirmed = {i for i, _ in indexes}, {j for _, j in indexes}
    for i, (record, _) in enumerate(marked):
        if i not in kept:
            quote = " ".join(record["quote"].split())
            report.disagreements.append(Disagreement(gold.stem, kind, "missed", quote, None, None))
    for j, (row, _) in enumerate(seen):
        confidence = row.get("confidence")
        report.judged.append(Judgement(kind, str(row.get("rule")), gold.fold, confidence, j in confirmed))
        if j not in confirmed:
            text = " ".join(str(row["text"]).split())
            report.disagreements.append(
                Disagreement(gold.stem, kind, "extra", text, row.get("rule"), confidence)
            )
