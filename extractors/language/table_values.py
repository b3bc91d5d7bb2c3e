"""What stands in the cells of a performance table: numbers with their units, ratings, directions."""

import re
from dataclasses import dataclass

from extractors.model import Cell
from extractors.vocabulary import rows

_RATINGS = {row["word"]: row["rating"] for row in rows("ratings.csv")}
_DIRECTIONS = {row["word"]: row["direction"] for row in rows("directions.csv")}
_UNITS = tuple((row["unit"], re.compile(row["pattern"], re.IGNORECASE)) for row in rows("table_units.csv"))
_NUMBER = re.compile(
    r"(?<![\w.,])(?P<sign>[-−–+])?\s?(?P<money>[£€])?\s?(?P<sign2>[-−])?(?P<digits>\d{1,3}(?:[,\s]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
    r"(?:\s?(?P<unit>%|per\s?cent\b|percentage\s+points?\b|pp\b|working\s+days?\b|days?\b|weeks?\b|months?\b|years?\b|"
    r"hours?\b|hrs?\b|minutes?\b|mins?\b|seconds?\b|secs?\b|tonnes?\b|kg\b|million\b|m\b|bn\b|k\b))?",
    re.IGNORECASE,
)
_LONG_UNITS = {
    "percent": "%", "pp": "points", "percentagepoint": "points", "percentagepoints": "points",
    "hr": "hours", "hrs": "hours", "min": "minutes", "mins": "minutes", "sec": "seconds", "secs": "seconds",
    "workingday": "working days", "workingdays": "working days",
}  # fmt: skip
_SCALES = {"k": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9}
_COMPARATORS = (
    ("over", re.compile(r"^\W*(?:>|≥|over|above|at least|more than|minimum|min\b)", re.IGNORECASE)),
    ("under", re.compile(r"^\W*(?:<|≤|under|below|at most|(?:less|fewer|no more) than|maximum|max\b)", re.IGNORECASE)),
    ("about", re.compile(r"^\W*(?:~|c\.|circa|about|approx)", re.IGNORECASE)),
)  # fmt: skip
_OUT_OF = re.compile(r"\(?\s*(\d[\d,]*)\s*(?:/|of|out\s+of)\s*(\d[\d,]*)\s*\)?", re.IGNORECASE)
_RATED = re.compile(r"\b(?i:(red|amber|green))\b|[(\[]\s?([RAG])\s?[)\]]|(?<=[\d%])\s+([RAG])$")
_SHARE = re.compile(
    r"\d[\d,]*\s*(?:/|(?:out\s+)?of)\s*\d[\d,]*\s*[(\[,;:=–—-]+\s*(?=\d+(?:\.\d+)?\s?%)", re.IGNORECASE
)
_BARE = re.compile(r"[^\w✓✔✗✘🟢🟡🟠🔴↑⬆▲△⇧⇑🡅🡑🔼⮝↗⬈🡕↓⬇▼▽⇩⇓🡇🡓🔽⮟↘⬊🡖→←↔⇔⬌►▶◄➔➡⇨🡆🡒=]+")
_REST = re.compile(r"\s*[-–—:(\[,;/]|\s(?:from|since|on|by|vs|compared|than|in|to)\s", re.IGNORECASE)
_DIGITS = re.compile(r"[£€]?\d[\d.,]*\s?%?")


@dataclass(frozen=True, slots=True)
class Value:
    """`text[start:end]` of a cell is the number with its unit; `unit` is None for a bare number."""

    start: int
    end: int
    value: float
    unit: str | None
    comparator: str | None
    out_of: float | None = None


def read_value(text: str, start: int = 0) -> Value | None:
    """The value of a cell: its first number, of a range the upper end; None where the cell gives none.

    A cell of words with a number among them ("no data before Q3") is no value.
    """
    match = _NUMBER.search(text, start)
    if match is None or not _leads(text[start : match.start()]):
        return None
    if share := _SHARE.match(text, match.start()):
        match = _NUMBER.search(text, share.end()) or match
    ends = _range_end(text, match)
    last = ends or match
    if _is_sentence(text[last.end() :]):
        return None
    unit, scale = _unit(last)
    if ends is not None and unit is None:
        unit, scale = _unit(match)
    value = _number(last) * scale
    comparator = next(
        (name for name, pattern in _COMPARATORS if pattern.search(text[start : match.end()])), None
    )
    begin = match.start("money") if match["money"] else match.start("digits")
    sign = match["sign2"] or (match["sign"] if ends is None else None)
    if sign in ("-", "−", "–"):
        value, begin = -value, match.start()
    return Value(begin, last.end(), value, unit, comparator, _out_of(text, match))


def _leads(before: str) -> bool:
    """Whether what stands before a number leaves it the cell's value: signs, a rating, a word or two."""
    return len(re.findall(r"[A-Za-z]{2,}", before)) <= 3 and not re.search(
        r"\bq(?:uarter)?\s*$", before, re.IGNORECASE
    )


def _is_sentence(after: str) -> bool:
    return len(re.findall(r"[A-Za-z]{2,}", after)) > 8


def _range_end(text: str, match: re.Match[str]) -> re.Match[str] | None:
    joint = re.match(r"\s*(?:-|–|—|to)\s*(?=[£€\d])", text[match.end() :])
    if joint is None or match["sign"]:
        return None
    return _NUMBER.match(text, match.end() + joint.end())


def _number(match: re.Match[str]) -> float:
    return float(re.sub(r"[,\s]", "", match["digits"]))


def _unit(match: re.Match[str]) -> tuple[str | None, float]:
    word = re.sub(r"\s+", "", match["unit"] or "").lower()
    scale = _SCALES.get(word, 1.0)
    if match["money"]:
        return match["money"], scale
    if not word or scale != 1.0:
        return None, scale
    if word in _LONG_UNITS:
        return _LONG_UNITS[word], 1.0
    return word if word in ("%", "kg") else word.rstrip("s") + "s", 1.0


def _out_of(text: str, match: re.Match[str]) -> float | None:
    whole = _OUT_OF.search(text, match.start())
    return float(whole[2].replace(",", "")) if whole else None


def unit_in(words: str) -> str | None:
    """The unit that a measure's name, a heading or a unit column gives: `%`, `days`, `tonnes`, … or None."""
    text = words.strip()
    return next((unit for unit, pattern in _UNITS if pattern.search(text)), None)


def is_count(words: str) -> bool:
    """Whether a measure's name says that it counts: "Number of", "Total", "How many"."""
    return bool(re.search(r"\b(?:number|total|count|volume|how many|no\.? of)\b", words, re.IGNORECASE))


def is_average(words: str) -> bool:
    """Whether a measure's name says that it is a level of some unit, not a number of things."""
    return bool(
        re.search(
            r"\b(?:average|mean|median|rate|ratio|cost|time|speed|score|index|level)\b", words, re.IGNORECASE
        )
    )


def rating_of(cell: Cell, by_fill: bool = True) -> str | None:
    """`red`, `amber` or `green` as the cell's word, letter or symbol says, or else its mark or fill."""
    said = _look_up(cell.text, _RATINGS)
    if said or (cell.mark in ("red", "amber", "green")):
        return said or cell.mark
    return hue_of(cell.fill) if by_fill and cell.fill else None


def direction_of(cell: Cell) -> str | None:
    """`up`, `down` or `same`, as the cell's arrow or word says; "better than target" is a rating."""
    if cell.mark in ("up", "down", "same"):
        return cell.mark
    return None if _bare(cell.text) in _RATINGS else _look_up(cell.text, _DIRECTIONS)


def rating_in(text: str) -> str | None:
    """A rating in brackets or after a number: "89% (Amber)", "89% A"."""
    match = _RATED.search(text)
    return _RATINGS[next(filter(None, match.groups())).lower()] if match else None


def is_yes_or_no(text: str) -> bool:
    """Whether a cell answers a heading's question ("On target?") and gives no rating."""
    return text.strip().lower() in ("yes", "no", "y", "n", "n/a", "-", "")


def _look_up(text: str, words: dict[str, str]) -> str | None:
    """The entry that the cell is, numbers aside; or that stands before a mark or a comparison ("Amber – within 5%",
    "improved from Q1"); or its one symbol. A name that begins with such a word is none."""
    for part in (text, _REST.split(text, maxsplit=1)[0]):
        if (bare := _bare(part)) in words:
            return words[bare]
    signs = [char for char in text if char in words and not char.isalnum() and char != "="]
    return words[signs[0]] if signs else None


def _bare(text: str) -> str:
    """A cell's words and symbols in lower case, without numbers."""
    return " ".join(_BARE.sub(" ", _DIGITS.sub(" ", text)).lower().split())


def hue_of(fill: str | None, least: float = 0.12) -> str | None:
    """The rating that a colour stands for, by its hue; None for greys, pale tints (saturation under `least`)
    and hues between."""
    if not fill or not re.fullmatch(r"#[0-9a-fA-F]{6}", fill):
        return None
    red, green, blue = (int(fill[i : i + 2], 16) for i in (1, 3, 5))
    high, low = max(red, green, blue), min(red, green, blue)
    if high - low < least * max(high, 1) or high < 70:
        return None
    hue = _hue(red, green, blue, high, high - low)
    if hue < 16 or hue >= 340:
        return "red"
    if 22 <= hue < 66:
        return "amber"
    return "green" if 75 <= hue < 170 else None


def _hue(red: int, green: int, blue: int, high: int, spread: int) -> float:
    """0 to 360 degrees."""
    if high == red:
        return 60 * (((green - blue) / spread) % 6)
    if high == green:
        return 60 * ((blue - red) / spread + 2)
    return 60 * ((red - green) / spread + 4)
