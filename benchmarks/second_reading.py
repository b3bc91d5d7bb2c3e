"""Learns the weights of the second reading (extractors/language/second_reading.py) from all marked documents.

    python -m benchmarks.second_reading            how well they tell, by folds of documents
    python -m benchmarks.second_reading --write    and the weights, into extractors/vocabulary

Besides the marked documents it learns from the invented sentences of the tests: the rules read these as their tests
say, and so the weights learn in words what the rules know in patterns.
"""

import ast
import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.marked import marked_sets
from extractors.language.parsed import Parsed
from extractors.language.second_reading import BASE, KINDS, Kind
from extractors.language.wording import Traits
from extractors.model import Document
from pipeline.documents import read_document
from pipeline.evaluation.gold import placed
from pipeline.evaluation.spans import bare
from pipeline.extract import extract

_ROOT = Path(__file__).parents[1]
_WEIGHTS = _ROOT / "extractors" / "vocabulary" / "second_reading.csv"
_HEAD = """\
# What each trait of a sentence's wording (extractors/language/wording.py) tells of its holding a question, an action or
# a decision: logistic regression on all marked documents: python -m benchmarks.second_reading --write
# A trait that tells little of a kind has no weight. `0` is any number, `@member` anybody on that side of the table.
"""
_FEWEST = 3
"""Sentences that a trait stands in."""
_LEAST = 1.2
"""Weights below this are left out: nearly half, which change no result on unread minutes by more than 0.01."""
_SHRINKAGE = 0.01
_STEPS = 300
_RATE = 0.5
_FOLDS = 5
_SHORTEST = 7
"""Words of a test's sentence."""
_NOT_BY_RULES = "test_second_reading.py"
"""Whose sentences the rules are meant not to read."""
_MARKED = re.compile(r"^[+] [^\n]*? \|\| |^- |‹(?:#\d+ )?|[›«»]| \|\| .*$", re.DOTALL)
"""What stands about a wording in a list of them."""
_BEFORE = "Minutes of the meeting\n\n1. Performance report\n\n"
"""What the tests' sentences are read under."""

Numbers = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence: its traits, and of which kinds it holds a record."""

    traits: Traits
    holds: frozenset[Kind]


def main(arguments: Sequence[str]) -> None:
    """Prints how well the weights tell, and writes them where asked to."""
    documents = list(_marked())
    invented = list(_invented())
    print(f"{len(documents)} marked documents, {len(invented)} texts of tests")
    for kind in KINDS:
        print(f"{kind:10}", _crossed(documents, invented, kind))
    if "--write" in arguments:
        examples = [each for document in (*documents, *invented) for each in document]
        _write({kind: learn(examples, kind) for kind in KINDS})


def _marked() -> Iterator[list[Example]]:
    """The sentences of each marked document, as its gold says."""
    for marked in marked_sets():
        for gold in marked.marked():
            path = next(
                p for folder in marked.documents for p in sorted(folder.rglob(Path(gold.document).name))
            )
            document = read_document(path.read_bytes(), path.name)
            starts = {kind: _places(document.text, gold.records.get(kind, ())) for kind in KINDS}
            yield _examples(document, starts)


def _places(text: str, records: Sequence[Any]) -> list[int]:
    """Where the quotes of gold records begin in `text`."""
    kept = [at for at, letter in enumerate(text) for _ in bare(letter)]
    bared = bare(text)
    spans = (placed(record, bared) for record in records)
    return [kept[span[0]] for span in spans if span and len(kept) == len(bared)]


def _invented() -> Iterator[list[Example]]:
    """The texts that stand in the tests, as the rules read them."""
    for words in sorted(set(_texts())):
        document = read_document((_BEFORE + words).encode(), "test.txt")
        records = extract(document).records
        yield _examples(
            document,
            {
                kind: [r.start_char for r in records if r.table == kind and not r.rule.startswith("weighed.")]
                for kind in KINDS
            },
        )


def _texts() -> Iterator[str]:
    """The sentences that the tests' code holds, and those of their lists of wordings without the marks."""
    for path in sorted((_ROOT / "tests").glob("**/*.py")):
        if path.name == _NOT_BY_RULES:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                words = node.value
                if len(words.split()) >= _SHORTEST and words[:1].isupper() and not set(words) & set("\\<>{}"):
                    yield words
    for path in sorted((_ROOT / "tests").glob("*_wordings.txt")):
        for case in re.split(r"\n+(?=[+-] )|\n\s*\n", path.read_text(encoding="utf-8")):
            words = _MARKED.sub("", case).replace("\\n", "\n\n").strip()
            if words and not words.startswith("#"):
                yield words


def _examples(document: Document, starts: dict[Kind, list[int]]) -> list[Example]:
    parsed = Parsed(document)
    return [
        Example(
            parsed.wording(number),
            frozenset(
                kind
                for kind, places in starts.items()
                if any(sentence.start <= at < sentence.end for at in places)
            ),
        )
        for number, sentence in enumerate(parsed.sentences)
    ]


def learn(examples: Sequence[Example], kind: Kind) -> dict[str, float]:
    """The weight of each trait that tells something of `kind`, and of the base: logistic regression, Adagrad."""
    counted = Counter(trait for each in examples for trait in each.traits)
    places = {trait: at for at, trait in enumerate(sorted(t for t, n in counted.items() if n >= _FEWEST))}
    held = [[places[trait] for trait in sorted(each.traits) if trait in places] for each in examples]
    columns = np.array([at for row in held for at in row])
    lengths = [len(row) for row in held]
    lines = np.repeat(np.arange(len(held)), lengths)
    scale = np.repeat([1 / np.sqrt(max(1, len(each.traits))) for each in examples], lengths)
    answers = np.array([kind in each.holds for each in examples], dtype=float)
    weights, base = np.zeros(len(places)), 0.0
    steepness, base_steepness = np.full(len(places), 1e-8), 1e-8
    for _ in range(_STEPS):
        score = np.bincount(lines, weights=weights[columns] * scale, minlength=len(held)) + base
        error = 1 / (1 + np.exp(-score)) - answers
        slope = (
            np.bincount(columns, weights=error[lines] * scale, minlength=len(places)) + _SHRINKAGE * weights
        )
        steepness += slope**2
        weights -= _RATE * slope / np.sqrt(steepness)
        base_steepness += error.sum() ** 2
        base -= _RATE * error.sum() / np.sqrt(base_steepness)
    return {BASE: base} | {t: float(weights[at]) for t, at in places.items() if abs(weights[at]) >= _LEAST}


def _crossed(documents: Sequence[list[Example]], invented: Sequence[list[Example]], kind: Kind) -> str:
    """Precision and recall of the weights alone at some likelihoods, on documents that they were not learnt from."""
    told, right = [], []
    for fold in range(_FOLDS):
        inside = [each for at, one in enumerate(documents) if at % _FOLDS != fold for each in one]
        weights = learn([*inside, *(each for one in invented for each in one)], kind)
        for one in documents[fold::_FOLDS]:
            for each in one:
                score = sum(weights.get(trait, 0) for trait in each.traits) / np.sqrt(
                    max(1, len(each.traits))
                )
                told.append(1 / (1 + np.exp(-score - weights[BASE])))
                right.append(kind in each.holds)
    likely, holds = np.array(told), np.array(right)
    return "; ".join(
        f"from {least:.1f}: precision {holds[likely >= least].mean():.2f}, "
        f"recall {(holds & (likely >= least)).sum() / holds.sum():.2f}"
        for least in (0.3, 0.4, 0.5, 0.6)
    )


def _write(learnt: dict[Kind, dict[str, float]]) -> None:
    traits = sorted({trait for weights in learnt.values() for trait in weights})
    out = StringIO(newline="")
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["trait", *KINDS])
    for trait in traits:
        table.writerow(
            [trait, *(f"{learnt[kind][trait]:.1f}" if trait in learnt[kind] else "" for kind in KINDS)]
        )
    _WEIGHTS.write_text(_HEAD + out.getvalue(), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
