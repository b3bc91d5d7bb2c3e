"""A dossier for people: its headlines, and the page with a chart."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import escape
from itertools import groupby

from pipeline.charts import Line, Point, draw_lines, sparkline
from pipeline.plain import day, where
from pipeline.queries.dossier import MEASURING, Dossier, Series, Value
from pipeline.queries.scope import Row
from pipeline.single_page import single_page

TOGETHER = 3
"""Councils that one chart can show."""
DATED = {
    "item": "by its item’s period",
    "report": "by its report’s period",
    "meeting": "by the date of the meeting",
    None: "",
}
"""How a value is dated that has no period beside it."""
_SAID = {"question": "Asked", "promise": "Promised", "decision": "Decided"}


def name_of(row: Row) -> str:
    """A measure's code and name: "NI 117 16 to 18 year olds who are NEET"."""
    return " ".join(filter(None, (row["code"], row["name"])))


def together(entries: Iterable[Row]) -> list[list[Row]]:
    """The entries of a timeline; what one passage says of values and targets is one."""
    groups = groupby(
        entries,
        lambda row: (
            row["passage_id"] if row["record_table"] in MEASURING and row["passage_id"] else row["record_id"]
        ),
    )
    return [list(rows) for _, rows in groups]


def words_of(group: list[Row]) -> list[tuple[str, str]]:
    """What is said in a group of `together`, each word with what it is: "Asked", "Target met", "Actual"."""
    row = group[0]
    if row["record_table"] not in MEASURING:
        return [(_kind(row), row["text"]), *_reply(row)]
    said: dict[str, list[str]] = {}
    for each in group:
        of = f"{each['period']}: " if each["period"] else ""
        if not of and each["item_period"] and each["kind"] == "actual":
            of = f"{each['item_period']}, {DATED[each['dated_by']]}: "
        said.setdefault(_kind(each), []).append(of + each["text"])
    quote = [("In", row["passage"])] if row["passage"] else []
    return [*((kind, "; ".join(words)) for kind, words in said.items()), *quote]


def _kind(entry: Row) -> str:
    kind = str(entry["kind"])
    if kind == "question" and entry["asker"]:
        return f"{entry['asker']} asked"
    if kind == "promise" and entry["fate"]:
        return f"Promised ({entry['fate']})"
    became = f" {entry['became']}" if kind == "target" and entry["became"] else ""
    return _SAID.get(kind, kind.capitalize()) + became


def _reply(row: Row) -> list[tuple[str, str]]:
    if row["kind"] != "question":
        return []
    if not row["answer"]:
        return [("Reply", "none minuted")]
    promised = " (an answer was promised)" if row["outcome"] == "deferred" else ""
    return [
        ((f"{row['answered_by']} answered" if row["answered_by"] else "Answered") + promised, row["answer"])
    ]


def _said_of_standing(row: Row) -> str:
    """ "Off target: 5.1% against a target of 4.0% (7 March 2024, Health Committee, Aldermoor)"."""
    told = f"{row['latest_text']} against a target of {row['target_text']}" if row.get("latest_text") else ""
    body = ", ".join(filter(None, (day(row["date"]), row["committee"], row["council"])))
    return f"{row['state'].capitalize()}: {told or '“' + row['text'] + '”'} ({body})"


def headlines(dossier: Dossier) -> list[str]:
    """What the measure is, and each council's values as a line of bars: plain lines for a terminal."""
    lines = [name_of(row) for row in dossier.measures]
    about = [f"Measured in {dossier.unit}." if dossier.unit else "", _better(dossier)]
    if dossier.kin:
        about.append("Also counted as " + "; ".join(name_of(row) for row in dossier.kin) + ".")
    lines.append(" ".join(filter(None, about)) or "Neither its unit nor which way is better is known.")
    for series in dossier.series:
        first, last = series.values[0], series.values[-1]
        whose = series.council or "Council unknown"
        target = series.target_at(last.when)
        aim = f", target {amount(target, dossier.unit)}" if target is not None else ""
        bars = sparkline([value.value for value in series.values])
        span = f"{_when(first)} to {_when(last)}" if len(series.values) > 1 else _when(last)
        span += f", {DATED[last.dated_by]}" if last.dated_by in ("item", "report") else ""
        lines.append(f"{whose}: {bars}  {amount(last.value, dossier.unit)}{aim}  ({span})")
    return lines + [_said_of_standing(row) for row in dossier.standing if row["state"] != "not known"]


def _better(dossier: Dossier) -> str:
    return f"{dossier.polarity.capitalize()} is better." if dossier.polarity else ""


def amount(value: float, unit: str | None) -> str:
    """ "41.3%", "£1,200", "9.4 days"."""
    number = f"{value:,.10g}"
    if unit == "£":
        return f"£{number}"
    return f"{number}%" if unit == "%" else f"{number} {unit or ''}".rstrip() if unit != "count" else number


def _when(value: Value) -> str:
    return value.period or day(value.when)


def chart_of(dossier: Dossier) -> str:
    """The values of each council against their targets, as SVG; "" where there is nothing to draw."""
    lines = []
    for series in dossier.series:
        lines.append(Line(_named(dossier, series, "actual"), _points(series.values, dossier.unit)))
        if series.targets:
            lines.append(
                Line(_named(dossier, series, "target"), _points(series.targets, dossier.unit), target=True)
            )
    title = "; ".join(name_of(row) for row in dossier.measures)
    said = "Values as a line, targets as dashed steps. The table below has the same numbers. " + _better(
        dossier
    )
    return draw_lines(lines, title, said.strip(), dossier.unit or "")


def _named(dossier: Dossier, series: Series, what: str) -> str:
    several = len(dossier.series) > 1
    return (
        f"{series.council or 'Council unknown'}, {series.indicator_id}, {what}"
        if several
        else what.capitalize()
    )


def _points(values: Iterable[Value], unit: str | None) -> list[Point]:
    return [
        Point(
            each.when,
            each.value,
            ", ".join(filter(None, (amount(each.value, unit), _when(each), DATED[each.dated_by]))),
        )
        for each in values
    ]


def table_of(dossier: Dossier) -> list[Row]:
    """The numbers of the chart, oldest first: council, code or id, period and how that is known, value and the target
    that held then."""
    return [
        {
            "council": series.council,
            "indicator_id": series.indicator_id,
            "when": _when(value),
            "dated": DATED[value.dated_by],
            "value": amount(value.value, dossier.unit),
            "target": amount(target, dossier.unit)
            if (target := series.target_at(value.when)) is not None
            else "",
            "places": value.places,
        }
        for series in dossier.series
        for value in series.values
    ]


def to_html(dossier: Dossier, notes: Sequence[str] = ()) -> str:
    """The dossier as one HTML file without scripts or outside parts; what documents say stands as text. `notes` are
    what else a reader must know of the measure."""
    title = "; ".join(name_of(row) for row in dossier.measures)
    about = headlines(dossier)[len(dossier.measures)]
    standing = [_said_of_standing(row) for row in dossier.standing if row["state"] != "not known"]
    parts = [
        f"<main><h1>{escape(title)}</h1>",
        *(f"<p>{escape(line)}</p>" for line in (about, *standing, *notes)),
        *_html_charts(dossier),
        _html_table(dossier),
        "<h2>Everything said of it</h2><ol>",
        *(f"<li>{_html_entry(group)}</li>" for group in together(dossier.entries)),
        "</ol></main>",
    ]
    return single_page(title, filter(None, parts))


def _html_charts(dossier: Dossier) -> Iterator[str]:
    """One chart of a few councils; of more, one for each."""
    if len(dossier.series) <= TOGETHER:
        yield chart_of(dossier)
        return
    for series in dossier.series:
        yield f"<h2>{escape(series.council or 'Council unknown')}</h2>"
        yield chart_of(replace(dossier, series=[series]))


def _html_table(dossier: Dossier) -> str:
    """The numbers of the chart; whose they are only where there are several."""
    rows = table_of(dossier)
    if not rows:
        return "<p>No value of it can be placed in time.</p>"
    heads = ["Council"] * (len(dossier.series) > 1) + ["When", "Value", "Target", "Where"]
    cells = [
        [
            row["council"] or "unknown",
            ", ".join(filter(None, (day(row["when"]), row["dated"]))),
            row["value"],
            row["target"],
            "; ".join(map(where, row["places"])),
        ]
        for row in rows
    ]
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row[-len(heads) :]) + "</tr>" for row in cells
    )
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _html_entry(group: list[Row]) -> str:
    row = group[0]
    when = ", ".join(
        filter(None, (day(row["date"], "No date"), row["committee"], row["council"], row["agenda_item"]))
    )
    said = "".join(
        f"<blockquote>{escape(words)}</blockquote>"
        if label == "In"
        else f"<p><strong>{escape(label)}:</strong> {escape(words)}</p>"
        for label, words in words_of(group)
    )
    return f'<p class="place">{escape(when)}</p>{said}<p class="place">{escape(where(row))}</p>'
