"""The second reading: how likely each sentence holds a question, an action or a decision, all its words weighed.

The rules read first, and what they find stands. They know the ways of writing that somebody has thought of; here the
wording as a whole decides, by weights learnt from marked documents (`benchmarks/second_reading.py`), so that a way of
writing nobody thought of is found as well. What it finds bears a rule of its own (`weighed.action`) and the lower
confidence that was counted for it.
"""

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable
from functools import cache
from itertools import accumulate
from typing import Literal

from extractors.language.sentences import Sentence
from extractors.language.wording import Traits
from extractors.vocabulary import rows

Kind = Literal["questions", "actions", "decisions"]
KINDS: tuple[Kind, ...] = ("questions", "actions", "decisions")
BASE = "(base)"
"""The row of the weights that every sentence has."""
_LIKELY = 0.5
"""The least likelihood: of what it adds to unread minutes from there on, a little more than half is right."""


Span = tuple[int, int]


def read_again(
    sentences: Iterable[tuple[int, Sentence]], taken: Iterable[Span], wording: Callable[[int], Traits]
) -> dict[Kind, list[int]]:
    """For each kind the numbers of those of `sentences` that are likely to hold one.

    A sentence that holds anything of `taken`, where the rules have found something, is left alone.
    """
    found: dict[Kind, list[int]] = {kind: [] for kind in KINDS}
    spans = sorted(taken)
    reached = list(accumulate((end for _, end in spans), max))
    for number, sentence in sentences:
        before = bisect_left(spans, (sentence.end,))
        if before and reached[before - 1] > sentence.start:
            continue
        likelihood, kind = max(zip(likelihoods(wording(number)), KINDS, strict=True))
        if likelihood >= _LIKELY:
            found[kind].append(number)
    return found


def likelihoods(traits: Traits) -> tuple[float, ...]:
    """For each of `KINDS` the likelihood, 0 to 1, that a sentence of these traits holds one."""
    weights = _weights()
    held = [weights[trait] for trait in traits if trait in weights]
    scale = math.sqrt(max(1, len(traits)))
    return tuple(
        1 / (1 + math.exp(-(base + sum(weight[at] for weight in held) / scale)))
        for at, base in enumerate(weights[BASE])
    )


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    return {
        row["trait"]: tuple(float(row[kind] or 0) for kind in KINDS) for row in rows("second_reading.csv")
    }
