"""How sure it is that a clause speaks of a promise: its traits, weighed as they were measured to tell."""

import math
from functools import cache

from extractors.vocabulary import rows
from pipeline.follow_ups.model import Relation
from pipeline.follow_ups.traits import Traits

LEAST: dict[Relation, float] = {"delivered": 0.75, "repeated": 0.58, "reported": 0.58}
"""Least score of each relation; measured by `python -m benchmarks.follow_up_weights`."""


def score(traits: Traits, relation: Relation) -> float:
    """0 to 1: how likely a clause with these traits is to say of the promise what `relation` names."""
    base, weights = _weights("delivered" if relation == "delivered" else "open")
    told = base + sum(weight * value for weight, value in zip(weights, traits, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, told))))


@cache
def _weights(column: str) -> tuple[float, tuple[float, ...]]:
    """What every clause has, and the weight of each trait."""
    by_name = {row["trait"]: float(row[column]) for row in rows("follow_up_weights.csv")}
    return by_name["base"], tuple(by_name[name] for name in Traits._fields)
