"""A dossier for people: its headlines, and the page with a chart."""

from collections.abc import Iterable
from html import escape

from pipeline.charts import Line, Point, draw_lines, sparkline
from pipeline.plain import where
from pipeline.queries.dossier import Dossier, Series, Value
from pipeline.queries.scope import Row
from pipeline.single_page import single_page

_SAID = {"question": "Asked", "promise": "Promised", "decision": "Decided"}


def name_of(row: Row) -> str:
    """A measure's code and name: "NI 117 16 to 18 year olds who are NEET"."""
    return " ".join(filter(None, (row["code"], row["name"])))


def kind_of(entry: Row) -> str:
    """What an entry of the timeline is: "Asked", "Target met", "Actual"."""
    return _SAID.get(entry["kind"], str(entry["kind"]).capitalize())


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
        lines.append(f"{whose}: {bars}  {amount(last.value, dossier.unit)} at the end{aim}  ({span})")
    return lines


def _better(dossier: Dossier) -> str:
    return f"{dossier.polarity.capitalize()} is better." if dossier.polarity else ""


def amount(value: float, unit: str | None) -> str:
    """ "41.3%", "£1,200", "9.4 days"."""
    number = f"{value:,.10g}"
    if unit == "£":
        return f"£{number}"
    return f"{number}%" if unit == "%" else f"{number} {unit or ''}".rstrip() if unit != "count" else number


def _when(value: Value) -> str:
    return value.period or value.when


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
    return [Point(each.when, each.value, f"{amount(each.value, unit)}, {_when(each)}") for each in values]


def table_of(dossier: Dossier) -> list[Row]:
    """The numbers of the chart, oldest first: council, code or id, period, value and the target that held then."""
    return [
        {
            "council": series.council,
            "indicator_id": series.indicator_id,
            "when": _when(value),
            "value": amount(value.value, dossier.unit),
            "target": amount(target, dossier.unit)
            if (target := series.target_at(value.when)) is not None
            else "",
            "places": value.places,
        }
        for series in dossier.series
        for value in series.values
    ]


def to_html(dossier: Dossier) -> str:
    """The dossier as one HTML file without scripts or outside parts; what documents say stands as text."""
    title = "; ".join(name_of(row) for row in dossier.measures)
    about = " ".join(headlines(dossier)[len(dossier.measures) : len(dossier.measures) + 1])
    parts = [
        f"<main><h1>{escape(title)}</h1><p>{escape(about)}</p>",
        chart_of(dossier),
        _html_table(dossier),
        "<h2>Everything said of it</h2><ol>",
        *(f"<li>{_html_entry(row)}</li>" for row in dossier.entries),
        "</ol></main>",
    ]
    return single_page(title, filter(None, parts))


def _html_table(dossier: Dossier) -> str:
    rows = table_of(dossier)
    if not rows:
        return "<p>No value of it can be placed in time.</p>"
    body = "".join(
        f"<tr><td>{escape(row['council'] or 'unknown')}</td><td>{escape(row['when'])}</td>"
        f"<td>{escape(row['value'])}</td>"
        f"<td>{escape(row['target'])}</td><td>{escape('; '.join(where(each) for each in row['places']))}</td></tr>"
        for row in rows
    )
    heads = "".join(
        f'<th scope="col">{head}</th>' for head in ("Council", "When", "Value", "Target", "Where")
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def _html_entry(row: Row) -> str:
    when = " · ".join(filter(None, (row["date"] or "no date", row["committee"], row["council"])))
    answer = f"<p>Answered: {escape(row['answer'])}</p>" if row["answer"] else ""
    words = row["passage"] if row["record_table"] == "figures" and row["passage"] else row["text"]
    value = f" {escape(row['text'])}" if words != row["text"] else ""
    return (
        f"<p><strong>{escape(kind_of(row))}</strong>{value}: {escape(when)}</p>"
        f"<blockquote>{escape(words)}</blockquote>{answer}"
        f'<p class="place">{escape(where(row))}</p>'
    )
