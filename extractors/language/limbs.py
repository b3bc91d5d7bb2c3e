"""Limbs of a decision: splitting them, and what the printed verb makes of each."""

import re
from dataclasses import dataclass
from functools import cache

from extractors.language.labels import read_label
from extractors.language.orders import is_order
from extractors.vocabulary import grammar, rows

_GRAMMAR = grammar("decisions.grammar")


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


_SHORTEST = 6
"""Characters of a part of a limb."""
_VERB = re.compile(
    r"\b(?:be|is|are|was|were|has|have|will|should|do|does|calls|urges|demands|deplores|condemns|opposes|believes|"
    r"recognises|expresses|acknowledges|regrets|resolves|asks|writes|requests)\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"(?:subject to [^,;]{3,160}, )?(?:that )?(?:the|an?|all|any|both) (?:[^.;]|\.(?=\d)){1,300}?"
    r"\b(be (?:\w+ )?(?:approved|agreed|adopted|endorsed|accepted|noted|received|confirmed|"
    r"deferred|referred|rejected|refused)\b)",
    re.IGNORECASE,
)


def limb_label(label: str | None) -> str | None:
    """The label as it is recorded: brackets kept, a full stop not ("(a)", "1")."""
    return label.rstrip(".") if label else None


def outcome_of(text: str, default: str) -> str:
    """The outcome that the first printed verb gives, or `default` where none is printed."""
    passive = _PASSIVE.match(text)
    if passive:
        # "the rates noted in paragraph 4 be approved": the verb is behind "be".
        text = text[passive.start(1) :]
    found = []
    for order, (pattern, outcome) in enumerate(_outcomes()):
        match = pattern.search(text)
        if match:
            found.append((match.start(), order, outcome))
    return min(found)[2] if found else default


def inline_limbs(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """(start, end, mark) of limbs lettered or numbered inside one paragraph: "(1) …; (2) …".

    Empty where there are not at least two marks in sequence, or the first is not a list's first.
    """
    marks = []
    last = None
    for match in _GRAMMAR["mark"].finditer(text, start, end):
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
    for match in _GRAMMAR["joint"].finditer(text, start, end):
        waits = _waits_for_verb(text, begin, match.start(), end) or _goes_on_noting(
            text, begin, match.end(), end
        )
        if match.start() - begin >= _SHORTEST and not waits:
            bounds.append((begin, match.start()))
            begin = match.end()
    bounds.append((begin, end))
    return bounds


def _waits_for_verb(text: str, start: int, joint: int, end: int) -> bool:
    """Whether what stands before the joint has no verb yet: "That the plan and authorise … be approved" is one."""
    before = text[start:joint]
    if not re.match(r"that\b", before, re.IGNORECASE) or outcome_of(before, "") or _VERB.search(before):
        return False
    return bool(re.search(r"\bbe\b", text[joint:end]))


def _goes_on_noting(text: str, start: int, further: int, end: int) -> bool:
    """Whether "and that …" behind "noted that …" is noted too, and not ordered."""
    noting = re.search(r"\bnote[ds]? that\b", text[start:further], re.IGNORECASE)
    return bool(noting and re.match(r"that\b", text[further:end]) and not is_order(text[further:end]))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without white space, a closing full stop, semicolon, "; and" or "and that:-"."""
    chunk = text[start:end]
    chunk = re.sub(r"[\s.;:,]*(?:[;,\s]\s*and(?:\s+that\s*:[-–]?)?)?[\s.;:,]*$", "", chunk)
    lead = len(chunk) - len(chunk.lstrip(' –—-:;,“"'))
    return start + lead, start + max(len(chunk), lead)
