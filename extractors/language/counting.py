"""What a number counts: the noun phrase behind it, and whether its noun tells of volume."""

import re
from dataclasses import dataclass

from extractors.vocabulary import rows, words

_ENDS = frozenset(words("phrase_ends.txt"))
_IRREGULAR = frozenset(words("irregular_plurals.txt"))
_NO_PLURAL = frozenset(words("not_plurals.txt"))
_UNCOUNTED = {row["noun"]: float(row["least"] or "inf") for row in rows("uncounted_nouns.csv")}
_TOKEN = re.compile(
    r"\s+(?P<word>(?:[Ss]tage|[Cc]ategory|[Gg]rade|[Bb]and|[Ll]evel|[Tt]ype|[Tt]ier|[Pp]riority|[Ss]ection)\s(?:\d{1,2}|[Oo]ne|[Tt]wo|[Tt]hree|[A-D])\b"
    r"|[A-Za-z][A-Za-z’'/-]*)"
)
"""A word behind a number, or what sorts the things counted: "45 Stage 2 complaints"."""
_OF_STAFF = re.compile(r"\s+of\s+(?P<whom>staff|crew|(?:the\s+)?(?:team|workforce))\b")
"""Who the members are that stand behind a number: "six members of staff" counts staff."""
_LEADING = frozenset(("of", "the", "our", "its", "all", "their", "these", "those"))
_FULL_TIME = ("fte", "wte")
"""A unit that a noun may still follow: "29.4 WTE nursing vacancies"."""
_LONGEST = 6
"""Words of a noun phrase, its noun among them: "24 newly approved and available foster carers"."""
_MOST_OF_ONE = 3
"""Words of what "one" counts."""
_SINGULAR = re.compile(r"(?:ss|us|is|ous)$")


@dataclass(frozen=True, slots=True)
class Noun:
    """The phrase ends at `end`; `head` is its noun in lower case, `None` where none was found in it."""

    end: int
    head: str | None


def noun_after(text: str, at: int, end: int) -> Noun:
    """The noun phrase that follows a number which ends at `at`, within `text[:end]`."""
    found: Noun | None = None
    capital = False
    count = 0
    while count < _LONGEST:
        match = _TOKEN.match(text, at, end)
        if not match:
            break
        word = match["word"]
        joins = word in ("and", "&") and (not found or (capital and _capital_next(text, match.end(), end)))
        if word.lower() in _ENDS and not (joins and count) and not _describes(text, match, end, count):
            capital = False
            break
        capital = word[:1].isupper()
        if is_plural(word):
            found = Noun(match.end(), word.lower().rstrip("’'"))
        elif found and not (capital or joins or found.head in _FULL_TIME):
            capital = False
            break
        at = match.end()
        count += 1
    if found and found.head in ("members", "member") and (whom := _OF_STAFF.match(text, found.end, end)):
        return Noun(whom.end(), whom["whom"].split()[-1])
    if found and capital and at > found.end:  # a name: "the 100 Mutuals Club"
        return Noun(at, None)
    return found or Noun(at, None)


def single_after(text: str, at: int, end: int) -> Noun:
    """The one thing that "one" counts, its head in the plural: "one near miss" is of "misses"."""
    words: list[re.Match[str]] = []
    while len(words) < _MOST_OF_ONE and (match := _TOKEN.match(text, at, end)):
        if (match["word"].lower() in _ENDS and match["word"] != "near") or match["word"][:1].isupper():
            break
        words.append(match)
        at = match.end()
    if not words:
        return Noun(at, None)
    head = words[-1]["word"].lower()
    if whom := _OF_STAFF.match(text, at, end) if head == "member" else None:
        return Noun(whom.end(), "staff")
    plural = re.sub(r"y$", "ie", head) + ("es" if re.search(r"(?:s|x|ch|sh)$", head) else "s")
    return Noun(at, plural)


def phrase_end(text: str, at: int, end: int) -> int:
    """Where the words after "half" or "three of the four" end: "half [of the key measures of success]"."""
    while (match := _TOKEN.match(text, at, end)) and match["word"].lower() in _LEADING:
        at = match.end()
    return noun_after(text, at, end).end


def is_plural(word: str) -> bool:
    """Whether `word` looks like a noun of which there are several."""
    lower = word.lower().rstrip("’'")
    if lower in _IRREGULAR:
        return True
    if word[-1:] == "s" and word[:-1].isupper():  # KPIs, EHCPs
        return True
    return len(lower) > 3 and lower.endswith("s") and lower not in _NO_PLURAL and not _SINGULAR.search(lower)


def tells_volume(head: str, value: float) -> bool:
    """Whether `value` of these say how much was done or is there, and not how something is made up."""
    least = _UNCOUNTED.get(head.rsplit("-", 1)[-1], _UNCOUNTED.get(head, 0.0))
    return value >= least


def _describes(text: str, match: re.Match[str], end: int, count: int) -> bool:
    """Whether a participle stands before the noun that is counted: "170 recorded crimes", or it is "near misses"."""
    after = _TOKEN.match(text, match.end(), end)
    if match["word"] == "near":
        return bool(after and after["word"].startswith("miss"))
    return not count and match["word"].endswith("ed") and bool(after and is_plural(after["word"]))


def _capital_next(text: str, at: int, end: int) -> bool:
    match = _TOKEN.match(text, at, end)
    return bool(match and match["word"][:1].isupper())
