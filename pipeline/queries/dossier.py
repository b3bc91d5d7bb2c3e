"""All that the database says of one measure, whatever it was called: its values and targets as series that may be
compared, and everything said of it on one timeline."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractors.language.dated import has_time
from extractors.language.lineage import kin_of
from extractors.language.periods import find_periods
from pipeline.queries.indicators import describe, find_indicators
from pipeline.queries.measures import standing
from pipeline.queries.outcomes import fates_of
from pipeline.queries.scope import WHOLE, Row, Scope
from pipeline.queries.timeline import timeline

MEASURING = ("figures", "targets")


@dataclass(frozen=True, slots=True)
class Value:
    """What a measure stood at, or should have. `when` (ISO) is the last day of `period`, or the document's date where
    no period is known. `places` are the timeline's rows that print it, in the order of the timeline: one value of one
    period reported twice is one value with two places."""

    when: str
    period: str | None
    value: float
    unit: str | None
    places: tuple[Row, ...]

    @property
    def dated_by(self) -> str | None:
        """How its time is known where no words beside it say it: `item`, by the period that its agenda item is on,
        `report`, by that of the whole report, or `meeting`."""
        if not self.period:
            return "meeting"
        return None if any(row["period"] for row in self.places) else str(self.places[0]["dated_by"])


@dataclass(frozen=True, slots=True)
class Series:
    """The values and targets of one measure in one council (None: unknown), by date, all of one unit."""

    council: str | None
    indicator_id: str
    values: tuple[Value, ...]
    targets: tuple[Value, ...]

    def target_at(self, when: str) -> float | None:
        """The latest target known by `when`, else the first known after it; None where there is none."""
        known = [each for each in self.targets if each.when <= when] or self.targets[:1]
        return known[-1].value if known else None


@dataclass(frozen=True, slots=True)
class Dossier:
    """`measures` are those that were meant, `kin` the same measure under earlier and later codes; `entries` is the
    timeline of all of them, oldest first, each promise with its `fate`. `unit` is that of the series. `standing` is
    each council's latest word on a target, newest first."""

    measures: list[Row]
    kin: list[Row]
    unit: str | None
    series: list[Series]
    entries: list[Row]
    standing: list[Row] = field(default_factory=list)

    @property
    def polarity(self) -> str | None:
        """Which is better, `higher` or `lower`; None where it is not known of all."""
        known = {row["polarity"] for row in self.measures}
        return known.pop() if len(known) == 1 else None


def make_dossier(connection: sqlite3.Connection, text: str, scope: Scope = WHOLE) -> Dossier | None:
    """The dossier of the measure that `text` names (an id, a code, a name, or the name in other words); None where
    it names none."""
    meant = find_indicators(connection, text)
    return dossier_of(connection, meant.ids, scope) if meant else None


def dossier_of(connection: sqlite3.Connection, ids: Sequence[str], scope: Scope = WHOLE) -> Dossier:
    """The dossier of the measures `ids` and of their predecessors and successors."""
    kin = sorted({other for each in ids for other in kin_of(each)} - set(ids))
    entries = timeline(connection, [*ids, *kin], scope)
    measures = describe(connection, ids)
    unit = _unit(measures, entries)
    fates = fates_of(connection, [row["record_id"] for row in entries if row["kind"] == "promise"])
    told = [row | {"fate": fates.get(row["record_id"])} for row in _once(entries)]
    words = standing(connection, [*ids, *kin], scope)
    return Dossier(measures, describe(connection, kin), unit, _series(entries, unit), told, words)


def _once(entries: Sequence[Row]) -> list[Row]:
    """Without the bare number of a target whose statement stands in the timeline, too."""
    stated = {(row["document_id"], row["value"]) for row in entries if row["record_table"] == "targets"}
    return [
        row
        for row in entries
        if row["kind"] != "target"
        or row["record_table"] == "targets"
        or (row["document_id"], row["value"]) not in stated
    ]


def _unit(measures: Iterable[Row], entries: Iterable[Row]) -> str | None:
    """The measures' own unit where values are given in it, else the one that most values have."""
    given = Counter(row["unit"] for row in entries if row["kind"] == "actual" and row["unit"])
    own = next((row["unit"] for row in measures if row["unit"] in given), None)
    return own or next((unit for unit, _ in given.most_common(1)), None)


def _series(entries: Sequence[Row], unit: str | None) -> list[Series]:
    rows = [row for row in entries if row["value"] is not None and row["unit"] == unit]
    keys = sorted({(row["council"] or "", row["indicator_id"]) for row in rows if row["kind"] == "actual"})
    found = []
    for council, indicator in keys:
        own = [row for row in rows if (row["council"] or "", row["indicator_id"]) == (council, indicator)]
        values = _gathered(row for row in own if row["kind"] == "actual")
        if values:
            found.append(Series(council or None, indicator, values, _gathered(_targets(own))))
    return found


def _targets(rows: Sequence[Row]) -> list[Row]:
    """Targets with a value. A target is a record of two kinds, its number and its statement: the number has a period
    and stands for both."""
    numbers = [row for row in rows if row["record_table"] == "figures" and row["kind"] == "target"]
    known = {(row["document_id"], row["value"]) for row in numbers}
    stated = [row for row in rows if row["record_table"] == "targets"]
    return numbers + [row for row in stated if (row["document_id"], row["value"]) not in known]


def _gathered(rows: Iterable[Row]) -> tuple[Value, ...]:
    """The rows as values, by date; what has neither period nor date cannot be placed in time and is left out."""
    places: dict[tuple[str, str | None, float, str | None], list[Row]] = {}
    for row in rows:
        period = row["period"] or _of_item(row)
        when = _last_day(period) or row["date"]
        if when:
            places.setdefault((when, period, row["value"], row["unit"]), []).append(row)
    ordered = sorted(places.items(), key=lambda each: (each[0][0], each[0][2]))
    return tuple(Value(*key, tuple(rows)) for key, rows in ordered)


def _of_item(row: Row) -> str | None:
    """The period of its agenda item, but of a target that is set for another time ("90% by 2026")."""
    return None if row["record_table"] == "targets" and has_time(row["text"]) else row["item_period"]


def _last_day(period: str | None) -> str | None:
    found = find_periods(period) if period else []
    return found[0].end if len(found) == 1 else None
