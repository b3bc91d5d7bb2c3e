"""Who is spoken of: names, offices and groups as printed, and on which side of the table they sit."""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from extractors.language.marks import is_pair
from extractors.language.naming import (
    GRAMMAR,
    OFFICE,
    TITLED,
    TITLED_PATTERN,
    Side,
    side_of_office,
    side_of_title,
)
from extractors.language.roster import Roster
from extractors.vocabulary import words as vocabulary_words

Kind = Literal["named", "office", "group", "body", "pronoun", "bare"]
"""`group` is Members, officers, residents, or one of them without a name; `body` the committee as one;
`bare` is a capitalised name without title that no list knows: it may be no person at all."""

_OTHER = re.compile(r"\s*,\s*(?P<office>the\s+[^,]+)$")
"""An office behind a member's name that is no part of it: "a query from Cllr Orme, the Director said"."""
_OFFICE_OF = r"(?:[Tt]he\s+)?(?:[A-Z][\w’'-]*\s+){1,5}(?:of|for)\b"
"""Behind a mere dash only an office that says of what it is belongs to the name ("Cllr Orme – Chair of the Forum")."""
_BODIES = frozenset(vocabulary_words("body_abbreviations.txt"))
_PRONOUN = r"(?:He|She|They|he|she|they)"
_GROUPS: tuple[tuple[str, Side], ...] = (
    ("public", "guest"),
    ("members", "member"),
    ("officers", "officer"),
    ("body", "member"),
    ("outsiders", "officer"),
)


@dataclass(frozen=True, slots=True)
class Person:
    """`text[start:end]` names somebody, with an office beside the name where one is printed."""

    start: int
    end: int
    kind: Kind
    side: Side

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end

    def words(self, text: str) -> str:
        """As printed."""
        return text[self.start : self.end]


@cache
def _pattern() -> re.Pattern[str]:
    name = GRAMMAR["name"].pattern
    groups = "|".join(f"(?P<{key}>{GRAMMAR[key].pattern})" for key, _ in _GROUPS)
    joint = rf"(?:\s*,\s*(?:as\s+)?|\s+[–—-]\s+(?={_OFFICE_OF})|\s+as\s+)(?:the\s+)?"
    beside = rf"(?:{joint}(?:{OFFICE})|\s*\((?:{OFFICE}|[A-Z][^()]{{2,70}})\))"
    titled = rf"{TITLED}(?:{name})"
    return re.compile(
        rf"(?<![\w’'])(?:"
        rf"(?P<titled>{TITLED_PATTERN.pattern}(?:{beside})?)"
        rf"|(?P<public>{GRAMMAR['public'].pattern})"
        rf"|(?P<introduced>(?:{GRAMMAR['bare'].pattern})(?P<beside>{beside}))"
        rf"|(?P<office>(?:{OFFICE})(?:,?\s+(?:{titled})|,\s+(?P<held>{GRAMMAR['bare'].pattern})(?=,))?)"
        rf"|{groups.replace('?P<public>', '?:')}"
        rf"|(?P<bare>{GRAMMAR['bare'].pattern})"
        rf"|(?P<initialled>[A-Z]{{2,4}})(?![\w’'])"
        rf"|(?P<first>{GRAMMAR['word'].pattern}(?:\s[A-Z])?)"
        rf"(?={GRAMMAR['initials_act'].pattern}|{GRAMMAR['pair_says'].pattern})"
        rf"|(?P<pronoun>{_PRONOUN})\b)"
    )


def find_people(text: str, roster: Roster, start: int = 0, end: int | None = None) -> list[Person]:
    """Everybody named in `text[start:end]`, in order, none overlapping."""
    stop = len(text) if end is None else end
    people: list[Person] = []
    at = start
    while match := _pattern().search(text, at, stop):
        person = _person(match, roster)
        if person:
            before = people[-1] if people else None
            if before and _introduces(text, before, person):
                person = replace(person, side="guest")
            people.append(person)
        at = person.end if person else match.end()
    return people


def _introduces(text: str, before: Person, person: Person) -> bool:
    """Whether the words before a name say that it is one of the public's: "a resident, Mrs Vale"."""
    if before.kind != "group" or before.side != "guest" or person.kind != "named":
        return False
    return (
        text[before.end : person.start].strip() in ("", ",")
        and side_of_title(person.words(text)) == "unknown"
        and not before.words(text).endswith("s")
    )


def _person(match: re.Match[str], roster: Roster) -> Person | None:
    start, end = match.span()
    words = match.group()
    if match["titled"]:
        side = side_of_title(words)
        known = roster.find(_name_only(words))
        if side == "unknown":
            side = known.side if known else side_of_office(words)
        if side == "unknown" and roster.members_are_titled:
            side = "officer"
        other = _OTHER.search(words) if side == "member" and match.string[end : end + 1] != "," else None
        if other and side_of_office(other["office"]) == "officer":
            end = start + other.start()
        return Person(start, end, "named", side)
    if match["public"]:
        return Person(start, end, "group", "guest")
    if match["office"]:
        return Person(start, end, "office", side_of_office(words))
    for key, side in _GROUPS:
        if match[key]:
            return Person(start, end, "body" if key in ("body", "outsiders") else "group", side)
    if match["pronoun"]:
        return Person(start, end, "pronoun", "unknown")
    if match["first"]:
        first = roster.side_of_first_name(words.split()[0])
        return Person(start, end, "named", first) if first else None
    known = roster.find(_name_only(words))
    if match["initialled"]:
        if known:
            return Person(start, end, "named", known.side)
        says = "pair_says" if is_pair(words) else "initials_act"
        acts = words not in _BODIES and any(
            GRAMMAR[name].match(match.string, end) for name in {says, "initials_act"}
        )
        return Person(start, end, "named", "unknown") if acts else None
    if match["introduced"]:
        side = side_of_office(match["beside"])
        if side == "unknown" and known:
            side = known.side
        return Person(start, end, "bare" if side == "unknown" else "named", side)
    if known and known.surname.lower() in words.lower():
        return Person(start, end, "named", known.side)
    return Person(start, end, "bare", "unknown")


def _name_only(words: str) -> str:
    return re.split(r"\s*[,(]", words, maxsplit=1)[0]
