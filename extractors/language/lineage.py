"""Which measures are one measure under the codes of successive frameworks."""

from functools import cache

from extractors.vocabulary import rows


@cache
def kin_of(indicator_id: str) -> tuple[str, ...]:
    """The measure's predecessors and successors, near and far, in alphabetical order, without itself."""
    found: set[str] = set()
    left = [indicator_id]
    while left:
        here = left.pop()
        if here not in found:
            found.add(here)
            left += _neighbours().get(here, ())
    return tuple(sorted(found - {indicator_id}))


@cache
def _neighbours() -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for row in rows("indicator_lineage.csv"):
        table.setdefault(row["earlier"], []).append(row["later"])
        table.setdefault(row["later"], []).append(row["earlier"])
    return table
