"""Limbs of a decision: splitting them, and what the printed verb makes of each."""

import re
from dataclasses import dataclass
from functools import cache

from extractors.language.labels import read_label
from extractors.vocabulary import rows

_MARK = re.compile(
    r"(?:(?<=\s)|(?<=^)|(?<=[:–—-]))(\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)|(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)])\s+(?=\S)"
)
_VERB = (
    r"(?:agree[sd]?|note[sd]?|approve[sd]?|recommend(?:s|ed)?|delegate[sd]?|request(?:s|ed)?|endorse[sd]?|refer(?:red)?|"
    r"authorise[sd]?|support(?:s|ed)?|ask(?:s|ed)?|instruct(?:s|ed)?|adopt(?:s|ed)?|invite[sd]?|appoint(?:s|ed)?)"
)
# A new limb begins after a semicolon, or after "and" with a verb of deciding, "to" or "that" with its own subject.
_JOINT = re.compile(
    rf";\s*(?:and\s+)?(?=(?:that\b|to\b|{_VERB}\b|the\b|a\b|[A-Z]))"
    rf"|,?\s+and\s+(?:also\s+)?(?=(?:to\s+(?!be\b)\w+|that\s+(?!they\b|it\b|these\b|this\b|those\b)|{_VERB}\s+(?:to|that|the|its|a|an|with|in)\b))"
)


@dataclass(frozen=True, slots=True)
class Limb:
    """`text[start:end]` is one thing decided, without its label and opener."""

    start: int
    end: int
    label: str | None
    outcome: str
    rule: str


@cache
def _outcomes() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"\b(?:{row['pattern']})\b", re.IGNORECASE), row["outcome"])
        for row in rows("decision_verbs.csv")
    )


def limb_label(label: str | None) -> str | None:
    """The label as it is recorded: brackets kept, a full stop not ("(a)", "1")."""
    return label.rstrip(".") if label else None


def outcome_of(text: str, default: str) -> str:
    """The outcome that the first printed verb gives, or `default` where none is printed."""
    found = []
    for order, (pattern, outcome) in enumerate(_outcomes()):
        match = pattern.search(text)
        if match:
            found.append((match.start(), order, outcome))
    return min(found)[2] if found else default


def inline_limbs(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """(start, end, mark) of limbs lettered or numbered inside one paragraph: "(1) …; (2) …". Empty where there
    are not at least two marks in sequence, or the first is not the list's first."""
    marks = []
    last = None
    for match in _MARK.finditer(text, start, end):
        ordinal = read_label(match.group(1))
        if ordinal and (ordinal.first if last is None else ordinal.follows(last)):
            marks.append(match)
            last = ordinal
    if len(marks) < 2:
        return []
    stops = [match.start() for match in marks[1:]] + [end]
    return [(match.end(), stop, match.group(1)) for match, stop in zip(marks, stops, strict=True)]


def split_limb(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of one limb that decide different things, as (start, end)."""
    bounds = []
    begin = start
    for match in _JOINT.finditer(text, start, end):
        if match.start() - begin >= 8:
            bounds.append((begin, match.start()))
            begin = match.end()
    bounds.append((begin, end))
    return bounds


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without white space, a closing full stop, semicolon or "; and"."""
    chunk = text[start:end]
    chunk = re.sub(r"[\s.;:,]*(?:[;,]\s*and)?[\s.;:,]*$", "", chunk)
    lead = len(chunk) - len(chunk.lstrip(' –—-:;,“"'))
    return start + lead, start + max(len(chunk), lead)
