"""The patterns for names and offices, made once from the vocabulary."""

import re
from functools import cache
from typing import Literal, cast

from extractors.vocabulary import grammar, rows

Side = Literal["member", "officer", "guest", "unknown"]
"""Elected, co-opted or a governor; paid staff and their like; the public, partners, applicants."""

GRAMMAR = grammar("people.grammar")
_TITLES = rows("people_titles.csv")
_ROLES = rows("people_roles.csv")
TITLE = "(?:" + "|".join(row["pattern"].replace(" ", r"\s+") for row in _TITLES) + r")\b\.?,?"
_NOUN = "(?:" + "|".join(row["pattern"].replace(" ", r"\s+") for row in _ROLES) + ")"
_LOOSE = "(?:" + "|".join(row["pattern"].replace(" ", r"\s+") for row in _ROLES if row["case"] == "any") + ")"
_NO_OFFICE = GRAMMAR["no_office"].pattern
# "The Panel asks officers": no officer of that name.
_SENDS = r"(?:ask|request|urge|invite|instruct|task|direct|thank|want|expect|remind|encourage|advise|inform)s"
_MINOR = r"(?:of|for|to|and|&|the|in|on|with|at)"
# What follows the noun of an office: "of Children and Adults", ", Policy and Performance", "(Adults)".
_TAIL = (
    rf"(?:(?:\s*[,–—/-]\s*|\s+)(?:{_MINOR}\s+){{0,3}}(?!{_NO_OFFICE}|{TITLE}\s)[A-Z][\w’'&/-]*"
    rf"|\s*\((?!{TITLE}\s)[A-Z][^()]{{1,80}}\))*"
)
_FIRST = (
    rf"(?:(?:A/|Ag\.?\s|A/g\s)?(?!{_NO_OFFICE})[A-Z][\w’'&/-]*"
    rf"(?:,(?=\s+[A-Z]\w+(?:\s+(?:and|&)|,))|\s+(?:of|and|&|for))?\s+){{0,7}}?"
)
OFFICE = (
    rf"(?:(?:[Tt]he|[Aa]n?|[Oo]ur|[Aa]nother|[Oo]ne)\s+)?(?:[A-Z][\w]*[’']s?\s+)?{_FIRST}\b{_NOUN}\b{_TAIL}"
    rf"|(?:[Tt]he|[Aa]n?|[Aa]nother|[Oo]ne)\s+(?:(?!{_MINOR}\b|[Mm]embers?\b|that\b|which\b|who\b|\w+ed\b|{_SENDS}\b)[\w’'-]+\s+){{0,2}}?(?i:{_LOOSE})\b"
)
OFFICE_PATTERN = re.compile(OFFICE)
TITLED = rf"(?:[Tt]he\s+)?(?:{TITLE}\s*)(?:{TITLE}\s*){{0,2}}"
# The names before "and" are bounded: of an endless list each name would else be read again for each before it.
TITLED_PATTERN = re.compile(
    rf"{TITLED}(?:{GRAMMAR['name'].pattern})"
    rf"(?:(?:\s*,\s*(?:{TITLED})?(?:{GRAMMAR['name'].pattern})){{0,12}},?\s+(?:and|&)\s+(?:{TITLED})?(?:{GRAMMAR['name'].pattern}))?"
)
NAME_PATTERN = re.compile(rf"(?P<title>{TITLED})?(?P<name>{GRAMMAR['name'].pattern})")
_TITLE_SIDES = tuple((re.compile(row["pattern"].replace(" ", r"\s+")), row["side"]) for row in _TITLES)
_ROLE_SIDES = tuple(
    (re.compile(rf"(?:^|\b){row['pattern']}\b", re.IGNORECASE if row["case"] else 0), row["side"])
    for row in _ROLES
)


@cache
def side_of_title(words: str) -> Side:
    """The side that a title at the start of `words` gives: "Cllr" a member, "Mr" unknown."""
    bare = re.sub(r"^[Tt]he\s+", "", words)
    for pattern, side in _TITLE_SIDES:
        match = pattern.match(bare)
        if match and not bare[match.end() : match.end() + 1].isalpha():
            return cast(Side, side or "unknown")
    return "unknown"


@cache
def side_of_office(words: str) -> Side:
    """The side of who holds the office `words`: that of the role noun that stands first."""
    found = [
        (match.start(), order, side)
        for order, (pattern, side) in enumerate(_ROLE_SIDES)
        if (match := pattern.search(words))
    ]
    return cast(Side, min(found)[2]) if found else "unknown"


def without_title(words: str) -> str:
    """The name without titles and letters after it: "Cllr. Jane Orme MBE" -> "Jane Orme"."""
    bare = re.sub(rf"^{TITLED}", "", words.strip())
    return re.sub(rf"{GRAMMAR['postnominal'].pattern}$", "", bare).strip(" ,.")
