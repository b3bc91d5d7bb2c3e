"""Weighs the traits by which later passages are told to speak of a promise, on all marked pairs of meetings and the
fates of the sample corpus, and measures by cross-validation what precision each recall costs.

    python -m benchmarks.follow_up_weights           the curve
    python -m benchmarks.follow_up_weights --write   and the weights, into extractors/vocabulary
"""

import json
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from pipeline.follow_ups.candidates import Candidates
from pipeline.follow_ups.deeds import reference_of
from pipeline.follow_ups.differences import is_of_another
from pipeline.follow_ups.linking import passages_of, promises_of
from pipeline.follow_ups.matching import LEAST_COVERED
from pipeline.follow_ups.model import Passage, Promise
from pipeline.follow_ups.promised import subject_of
from pipeline.follow_ups.said import heard, said_in
from pipeline.follow_ups.traits import Traits, traits_of
from pipeline.ingest import ingest
from pipeline.store import open_for_writing

_ROOT = Path(__file__).parents[1]
_PAIRS = _ROOT / "tests" / "follow_ups"
_WEIGHTS = _ROOT / "extractors" / "vocabulary" / "follow_up_weights.csv"
_HEAD = """\
# What each trait of pipeline/follow_ups/traits.py tells of a later clause: that it says that a promise was kept, or
# that it is still open. Logistic regression on all marked pairs: python -m benchmarks.follow_up_weights --write
"""
_HALF_HELD_OUT = ("unseen_pairs.json", "clerks_pairs.json")
_COLUMNS = {"delivered": {"delivered"}, "open": {"reported", "repeated"}}
_PRECISIONS = (1.0, 0.97, 0.95, 0.9, 0.85, 0.8)
_FOLDS = 8
_SHRINKAGE = 2.0
"""L2: the weights of few pairs must not run away."""

Numbers = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True)
class Case:
    """A promise and one later passage; `clauses` holds the traits of each clause that may answer, by the relation that
    it would have; `fold` keeps the passages of one promise together."""

    marked: str | None
    fold: int
    clauses: tuple[tuple[str, Traits], ...]


def main(arguments: Sequence[str]) -> None:
    cases, missed = _cases()
    fitted = {}
    for column, relations in _COLUMNS.items():
        kept = [_of_column(each, column) for each in cases]
        answers = np.array([each.marked in relations for each in cases], dtype=float)
        total = int(answers.sum()) + sum(each in relations for each in missed)
        scores = _crossed(cases, kept, answers)
        print(column, f"{total} marked;", "; ".join(_curve(scores, answers, total)))
        fitted[column] = _fit(kept, answers)
    if "--write" in arguments:
        _write(fitted)


def _cases() -> tuple[list[Case], list[str | None]]:
    """Every promise with every later passage that is held against it, and the marks of those that never are."""
    cases: list[Case] = []
    missed: list[str | None] = []
    for path in sorted(_PAIRS.glob("*pairs.json")):
        pairs = [
            each for each in json.loads(path.read_text(encoding="utf-8")) if not is_held_out(path.name, each)
        ]
        promises, passages, marks = read_pairs(pairs)
        _hold(promises, passages, marks, cases, missed)
    _hold(*read_wordings(), cases, missed)
    for promises, passages, marks in _sample():
        _hold(promises, passages, marks, cases, missed)
    return cases, missed


Marks = dict[tuple[str, str], str]
"""Relation by promise and passage."""


def _hold(
    promises: Iterable[Promise],
    passages: Sequence[Passage],
    marks: Marks,
    cases: list[Case],
    missed: list[str | None],
) -> None:
    candidates = Candidates(passages)
    held = set()
    for promise in promises:
        subject = subject_of(promise)
        for passage in candidates.after(promise, subject.own, LEAST_COVERED):
            if passage.council != promise.council:
                continue
            marked = marks.get((promise.id, passage.id))
            held.add((promise.id, passage.id))
            if marked == "either":
                continue
            clauses = tuple(
                (said.relation, traits)
                for said in (heard(promise.text, each) for each in said_in(passage, promise.kind))
                if (traits := traits_of(subject, said, candidates.weights))
                and not is_of_another(subject, said, candidates.weights)
            )
            cases.append(Case(marked, hash_of(promise.text) % _FOLDS, clauses))
    missed += [relation for key, relation in marks.items() if key not in held and relation != "either"]


def is_held_out(file: str, pair: dict[str, Any]) -> bool:
    """Whether a pair is kept for measuring alone (tests/follow_ups/README.md)."""
    return file in _HALF_HELD_OUT and int(pair["id"].lstrip("abcdefghijklmnopqrstuvwxyz")) % 2 == 1


def hash_of(text: str) -> int:
    return sum(place * ord(letter) for place, letter in enumerate(text, 1))


def read_pairs(pairs: Sequence[dict[str, Any]]) -> tuple[list[Promise], list[Passage], Marks]:
    """The marked pairs of one file as one council's."""
    promises, passages, marks = [], [], {}
    for number, pair in enumerate(pairs):
        name = f"{number:03}"
        promises.append(Promise(id=name, council="Invented", **pair["promise"]))
        for place, later in enumerate(pair["later"]):
            text, marked = later["text"], later["relation"]
            again = ((0, len(text)),) if marked == "repeated" else ()
            passage = Passage(
                f"{name}.{place}", name, text, 0, later["date"], "Invented", later["committee"], later["item"],
                is_row=reference_of(text) is not None, actions=again,
            )  # fmt: skip
            passages.append(passage)
            if marked:
                marks[name, passage.id] = marked
    return promises, passages, marks


def read_wordings() -> tuple[list[Promise], list[Passage], Marks]:
    """The ways of saying that something was done; each pair has a council of its own, as all are about alike things."""
    pairs = json.loads((_PAIRS / "wordings.json").read_text(encoding="utf-8"))
    promises, passages, marks = [], [], {}
    for number, each in enumerate(pairs):
        name, council = f"{number:03}", f"Invented {number}"
        promises.append(
            Promise(name, date="2031-01-01", council=council, committee=council, **each["promise"])
        )
        passages.append(
            Passage(name, name, each["later"], 0, "2031-03-01", council, council, each["item"],
                    is_row=" | " in each["later"])
        )  # fmt: skip
        if each["relation"]:
            marks[name, name] = each["relation"]
    return promises, passages, marks


def _sample() -> Iterator[tuple[list[Promise], list[Passage], Marks]]:
    """The sample corpus, council by council, with the marks of tests/fates."""
    from tests.make_corpus import CORPUS
    from tests.test_fates import Sample

    with TemporaryDirectory() as folder:
        path = Path(folder) / "minutes.db"
        with closing(open_for_writing(path)) as connection:
            ingest(connection, path.parent, [CORPUS], workers=0)
            connection.row_factory = None
            sample = Sample(connection)
            connection.row_factory = sqlite3.Row
            for row in connection.execute("select distinct council from documents").fetchall():
                passages = list(passages_of(connection, row[0]))
                promises = [
                    each
                    for each in promises_of(connection, row[0])
                    if sample.promises.get(each.id) is not None
                ]
                yield promises, passages, dict(sample.marks(promises, passages))


def _of_column(case: Case, column: str) -> Numbers:
    found = [each for relation, each in case.clauses if (relation == "delivered") == (column == "delivered")]
    return np.array(found, dtype=float).reshape(-1, len(Traits._fields))


def _fit(kept: Sequence[Numbers], answers: Numbers) -> Numbers:
    """Base and weights by the best clause of each passage, which those before choose."""
    weights: Numbers | None = None
    for _ in range(4):
        rows, right = [], []
        for each, answer in zip(kept, answers, strict=True):
            if len(each):
                told = each[:, 0] + each[:, 1] if weights is None else each @ weights[1:]
                rows.append(each[int(told.argmax())])
                right.append(answer)
        weights = _regression(np.array(rows), np.array(right))
    assert weights is not None
    return weights


def _regression(rows: Numbers, right: Numbers) -> Numbers:
    """Logistic regression by Newton's method; the base is not shrunk."""
    table = np.hstack([np.ones((len(rows), 1)), rows])
    shrinkage = np.full(table.shape[1], _SHRINKAGE)
    shrinkage[0] = 1e-3
    weights: Numbers = np.zeros(table.shape[1])
    for _ in range(60):
        likely = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
        slope = table.T @ (likely - right) + shrinkage * weights
        bend = (table.T * (likely * (1 - likely))) @ table + np.diag(shrinkage)
        step = np.linalg.solve(bend, slope)
        weights = weights - step
        if abs(step).max() < 1e-6:
            break
    return weights


def _crossed(cases: Sequence[Case], kept: Sequence[Numbers], answers: Numbers) -> Numbers:
    """The best score of each passage, by weights that never saw its promise."""
    folds = np.array([each.fold for each in cases])
    scores: Numbers = np.full(len(cases), -np.inf)
    for fold in range(_FOLDS):
        inside = np.flatnonzero(folds != fold)
        weights = _fit([kept[at] for at in inside], answers[inside])
        for at in np.flatnonzero(folds == fold):
            if len(kept[at]):
                scores[at] = (weights[0] + kept[at] @ weights[1:]).max()
    return scores


def _curve(scores: Numbers, answers: Numbers, total: int) -> Iterator[str]:
    order = np.argsort(-scores, kind="stable")
    order = order[np.isfinite(scores[order])]
    right = np.cumsum(answers[order])
    precision = right / np.arange(1, len(order) + 1)
    for least in _PRECISIONS:
        enough = np.flatnonzero(precision >= least)
        if len(enough):
            at = enough[-1]
            likely = 1 / (1 + np.exp(-scores[order][at]))
            yield f"precision {least:.2f} at recall {right[at] / total:.2f} (score {likely:.2f})"


def _write(fitted: dict[str, Numbers]) -> None:
    names = ("base", *Traits._fields)
    lines = [
        f"{name},{','.join(f'{fitted[column][at]:.2f}' for column in _COLUMNS)}"
        for at, name in enumerate(names)
    ]
    _WEIGHTS.write_text(
        _HEAD + "trait," + ",".join(_COLUMNS) + "\n" + "\n".join(lines) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
