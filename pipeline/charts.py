"""Charts drawn as SVG and as text, without scripts: values over time against their targets."""

from collections.abc import Sequence
from datetime import date
from math import ceil, floor, log10
from typing import NamedTuple
from xml.etree import ElementTree as Xml

_WIDTH, _HEIGHT = 720, 320
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 24, 24, 44
_LEGEND = 20
"""Height of a line of the legend, which stands under the frame."""
_BARS = "▁▂▃▄▅▆▇█"
_DASHES = ("none", "8 3", "2 3", "8 3 2 3")


class Point(NamedTuple):
    """A value at a day (ISO), with the words that say what it is."""

    when: str
    value: float
    label: str


class Line(NamedTuple):
    """A named line of points by date; a `target` is drawn as steps, dashed, with hollow marks."""

    name: str
    points: Sequence[Point]
    target: bool = False


def draw_lines(lines: Sequence[Line], title: str, description: str, unit: str = "") -> str:
    """The lines as one SVG, or "" where there is no point. Colours are left to classes (`line`, `target`, `axis`) over
    `currentColor`; each point says its label as a tooltip, the whole its title and description to screen readers."""
    points = [point for line in lines for point in line.points]
    if not points:
        return ""
    frame = _Frame.around(points)
    root = Xml.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {_WIDTH} {_HEIGHT + _LEGEND * len(lines)}",
            "role": "img",
            "class": "chart",
            "aria-label": f"{title}. {description}",
        },
    )
    Xml.SubElement(root, "title").text = title
    Xml.SubElement(root, "desc").text = description
    _draw_axes(root, frame, unit)
    for number, line in enumerate(lines):
        _draw_line(root, frame, line, _DASHES[number % len(_DASHES)])
    _draw_legend(root, lines)
    return Xml.tostring(root, encoding="unicode")


def sparkline(values: Sequence[float]) -> str:
    """The values as a row of bars, low to high: "▁▄█"; of equal values all in the middle."""
    if not values:
        return ""
    low, high = min(values), max(values)
    if low == high:
        return _BARS[3] * len(values)
    return "".join(_BARS[round((value - low) / (high - low) * (len(_BARS) - 1))] for value in values)


class _Frame(NamedTuple):
    """The part of time (as days) and of the values that the chart shows."""

    first: int
    last: int
    low: float
    high: float
    step: float

    @classmethod
    def around(cls, points: Sequence[Point]) -> "_Frame":
        days = [date.fromisoformat(point.when).toordinal() for point in points]
        values = [point.value for point in points]
        spread = max(values) - min(values) or abs(max(values)) or 1.0
        step = _round_step(spread / 4)
        low, high = floor(min(values) / step) * step, ceil(max(values) / step) * step
        low, high = (low - step, high + step) if low == high else (low, high)
        pad = 30 if min(days) == max(days) else 0
        return cls(min(days) - pad, max(days) + pad, low, high, step)

    def x(self, when: str) -> float:
        share = (date.fromisoformat(when).toordinal() - self.first) / (self.last - self.first)
        return round(_LEFT + share * (_WIDTH - _LEFT - _RIGHT), 1)

    def y(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return round(_HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM), 1)


def _round_step(raw: float) -> float:
    """1, 2 or 5 times a power of ten, at least `raw` (and at least a billionth: nothing is measured finer)."""
    raw = max(raw, 1e-9)
    power = 10.0 ** floor(log10(raw))
    return next(times * power for times in (1, 2, 5, 10) if times * power >= raw * 0.999)


def _draw_axes(root: Xml.Element, frame: _Frame, unit: str) -> None:
    axis = Xml.SubElement(root, "g", {"class": "axis", "font-size": "12", "fill": "currentColor"})
    for number in range(round((frame.high - frame.low) / frame.step) + 1):
        value = frame.low + number * frame.step
        y = str(frame.y(value))
        Xml.SubElement(axis, "line", {
            "x1": str(_LEFT), "x2": str(_WIDTH - _RIGHT), "y1": y, "y2": y, "stroke": "currentColor",
            "stroke-opacity": "0.2",
        })  # fmt: skip
        text = Xml.SubElement(axis, "text", {"x": str(_LEFT - 8), "y": y, "dy": "4", "text-anchor": "end"})
        text.text = f"{value:,.10g}{'%' if unit == '%' else ''}"
    for year in range(date.fromordinal(frame.first).year, date.fromordinal(frame.last).year + 1):
        start = date(year, 1, 1).isoformat()
        if frame.first <= date.fromisoformat(start).toordinal() <= frame.last:
            _mark_day(axis, frame.x(start), str(year))
    if date.fromordinal(frame.first).year == date.fromordinal(frame.last).year:
        middle = (_LEFT + _WIDTH - _RIGHT) / 2
        _mark_day(axis, middle, str(date.fromordinal(frame.first).year), tick=False)


def _mark_day(axis: Xml.Element, x: float, words: str, *, tick: bool = True) -> None:
    if tick:
        Xml.SubElement(axis, "line", {
            "x1": str(x), "x2": str(x), "y1": str(_HEIGHT - _BOTTOM), "y2": str(_HEIGHT - _BOTTOM + 6),
            "stroke": "currentColor",
        })  # fmt: skip
    text = Xml.SubElement(
        axis, "text", {"x": str(x), "y": str(_HEIGHT - _BOTTOM + 22), "text-anchor": "middle"}
    )
    text.text = words


def _draw_line(root: Xml.Element, frame: _Frame, line: Line, dash: str) -> None:
    group = Xml.SubElement(
        root, "g", {"class": "target" if line.target else "line", "stroke": "currentColor"}
    )
    places = [(frame.x(point.when), frame.y(point.value)) for point in line.points]
    if line.target:
        path = _steps(places)
        dash = "4 4"
    else:
        path = "M" + " L".join(f"{x} {y}" for x, y in places)
    Xml.SubElement(group, "path", {"d": path, "fill": "none", "stroke-width": "2", "stroke-dasharray": dash})
    for (x, y), point in zip(places, line.points, strict=True):
        mark = Xml.SubElement(group, "circle", {
            "cx": str(x), "cy": str(y), "r": "4", "fill": "none" if line.target else "currentColor",
        })  # fmt: skip
        Xml.SubElement(mark, "title").text = f"{line.name}: {point.label}"


def _draw_legend(root: Xml.Element, lines: Sequence[Line]) -> None:
    """One line for each name, with a piece of its line before it."""
    for number, line in enumerate(lines):
        y = _HEIGHT + number * _LEGEND
        group = Xml.SubElement(
            root, "g", {"class": "target" if line.target else "line", "stroke": "currentColor"}
        )
        dash = "4 4" if line.target else _DASHES[number % len(_DASHES)]
        Xml.SubElement(group, "path", {
            "d": f"M{_LEFT} {y} H{_LEFT + 36}", "stroke-width": "2", "stroke-dasharray": dash, "fill": "none",
        })  # fmt: skip
        text = Xml.SubElement(root, "text", {
            "x": str(_LEFT + 44), "y": str(y), "dy": "4", "font-size": "12", "fill": "currentColor",
        })  # fmt: skip
        text.text = line.name


def _steps(places: Sequence[tuple[float, float]]) -> str:
    """A target holds until the next one is set, and the last one to the chart's edge; the first stands for the time
    before it as well, as in `Series.target_at`."""
    x, y = places[0]
    path = [f"M{_LEFT} {y}"]
    for x, y in places[1:]:
        path.append(f"H{x} V{y}")
    return " ".join([*path, f"H{_WIDTH - _RIGHT}"])
