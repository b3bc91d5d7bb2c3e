"""Who or what a verb of the future has for its subject, and whether the clause can bind anybody."""

import re
from dataclasses import dataclass, replace

from extractors.language.people import Person
from extractors.language.undertaken import Told
from extractors.vocabulary import grammar

_GRAMMAR = grammar("actions.grammar")
_ORG = re.compile(
    rf"(?<![\w’'-])(?:{_GRAMMAR['org'].pattern}|(?-i:{_GRAMMAR['acronym'].pattern}))"
    rf"{_GRAMMAR['beside'].pattern}\s*$",
    re.IGNORECASE,
)
_PAIR = re.compile(r"\s*(?:and|&|/)\s*(?:the )?")
_LATTER = re.compile(r"\bthe (?P<which>latter|former)\s*(?:also |then )?$", re.IGNORECASE)
_BESIDE = re.compile(rf"{_GRAMMAR['beside'].pattern}{_GRAMMAR['gap'].pattern}")


@dataclass(frozen=True, slots=True)
class Subject:
    """`text[start:end]`; `person` is None for a body that is no speaker ("the Parks team") and for a thing."""

    start: int
    end: int
    person: Person | None
    acts: bool
    """Whether it is somebody who can promise, not a thing or an outsider."""


def subject_before(told: Told, verb: int) -> Subject | None:
    """Who the verb at `verb` is said of: a person, or a body that acts for the council."""
    which = _LATTER.search(told.text, told.start, verb)
    if which:
        return _one_of_two(told, which)
    for person in reversed(told.people):
        if person.end > verb:
            continue
        if _BESIDE.fullmatch(told.text, person.end, verb):
            person = _with_fellow(told, person)
            words = told.text[person.start : verb]
            outside = _is_outside(words) or (person.side == "guest" and person.kind != "named")
            return Subject(_with_article(told, person.start), person.end, person, not outside)
        break
    gap = re.search(rf"{_GRAMMAR['gap'].pattern}$", told.text[told.start : verb], re.IGNORECASE)
    stop = told.start + gap.start() if gap else verb
    return _body_before(told, stop) or (_body_before(told, verb) if stop != verb else None)


def _with_fellow(told: Told, person: Person) -> Person:
    """The person with whoever stands before an "and" at it: "JB and AL offered to draft it"."""
    before = next(
        (p for p in told.people if p.end < person.start and _PAIR.fullmatch(told.text, p.end, person.start)),
        None,
    )
    if before is None or before.kind != person.kind or person.kind not in ("named", "office"):
        return person
    return replace(person, start=before.start)


def _one_of_two(told: Told, which: re.Match[str]) -> Subject | None:
    """Whom "the latter" or "the former" means: the last or last but one who was named."""
    before = [
        p for p in told.people if p.end <= which.start() and p.kind in ("named", "office", "group", "body")
    ]
    back = 1 if which["which"].lower() == "latter" else 2
    if len(before) < back:
        return None
    return Subject(which.start(), which.end(), before[-back], before[-back].side != "guest")


def _with_article(told: Told, start: int) -> int:
    """`start`, or where a "the" before it begins."""
    return start - 4 if told.text[max(told.start, start - 4) : start].lower() == "the " else start


def _body_before(told: Told, stop: int) -> Subject | None:
    window = max(told.start, stop - 90)
    for pattern in filter(None, (told.own, _ORG)):
        match = pattern.search(told.text, window, stop)
        if match and told.text[match.end() : stop].strip() == "":
            words = match.group()
            if not _GRAMMAR["none_such"].search(words):
                return Subject(match.start(), match.end(), None, not _is_outside(words))
    return None


def _is_outside(words: str) -> bool:
    """Whether `words` name one who does not act for the council."""
    return bool(_GRAMMAR["outsider"].search(words)) and not _GRAMMAR["department"].fullmatch(words.strip())


def clause_before(told: Told, verb: int) -> int:
    """Where the clause begins whose verb is at `verb`: after "advised that", a break, or the sentence's start."""
    text, begin = told.text, told.start
    for match in _GRAMMAR["speech"].finditer(text, told.start, verb):
        begin = match.end()
    for match in _GRAMMAR["break"].finditer(text, begin, verb):
        comma = match.group().strip() == ","
        if comma and not re.match(r"(?:in|following|regarding|when|once|as|with|at|after|on|to|for|if)\b",
                                  text[begin : match.start()].strip(), re.IGNORECASE):  # fmt: skip
            continue
        if comma or _GRAMMAR["finite"].search(text, begin, match.start()):
            begin = match.end()
    while begin < verb and (text[begin].isspace() or text[begin] in ",:;"):
        begin += 1
    return begin


def is_settled(told: Told, start: int, modal: int) -> bool:
    """Whether a clause that begins at `start` and has its modal at `modal` says flatly what will be done:
    not under a condition or a question, not in a relative clause, not denied."""
    text = told.text
    before = text[told.start : start]
    subject = re.sub(r"^which\s+", "", text[start:modal])
    opened = text[clause_before(told, modal) : modal]
    return not (
        _GRAMMAR["inside"].search(before)
        or _GRAMMAR["condition"].search(opened)
        or _GRAMMAR["condition"].search(before[-160:].rsplit(". ")[-1])
        or _GRAMMAR["aim"].search(text, told.start, modal)
        or _GRAMMAR["laid_down"].search(text, told.start, modal)
        or _GRAMMAR["relative"].search(subject)
        or _GRAMMAR["depends"].search(subject)
        or _GRAMMAR["nothing"].search(subject)
    )


def is_conditional(told: Told, modal: int, verb: int) -> bool:
    """Whether what the clause says depends on something ("only if it failed") or holds as a rule ("normally")."""
    late = _GRAMMAR["late_condition"].search(told.text, verb, told.end)
    # "Would inspect the verges and have them cut if they were a hazard": only the second depends on it.
    if late and late.group().lower().startswith("if") and " and " in told.text[verb : late.start()]:
        late = None
    return bool(late or _GRAMMAR["habit"].search(told.text, modal, verb))
