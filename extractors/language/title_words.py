"""Whether words are a title: usual ones of an agenda, headings inside an item, sentences that are none."""

import re
from collections.abc import Iterable
from typing import Protocol

from extractors.model import Block
from extractors.vocabulary import rows, words

# A finite verb of narration: what has one is a sentence, not a title.
_SENTENCE = re.compile(
    r"\b(?:was|were|had|has|have|will|would|asked|noted|stated|advised|thanked|explained|confirmed|welcomed|gave|"
    r"(?:agreed|resolved|proposed|reported|considered|received|introduced|presented|recommended)\s+(?:that|to|the|a|an|by))\b"
    r"|\bfollowing\s*:$"
)
# "To receive and accept apologies", "Approval of the draft minutes": the usual title stands behind what is to be
# done with it.
_TO_DO = re.compile(
    r"(?:to\s+)?(?:receive|accept|correct|approve|consider|note|confirm|record|agree|sign|adopt|fix|set|declare|discuss|invite|hear|"
    r"review)"
    r"(?:\s*(?:/|,|&|and\b|or\b)\s*(?:receive|accept|approve|consider|note|confirm|record|agree|sign|adopt))*"
    r"\s+(?:(?:any|the|all|members['’])\s+)?|"
    r"(?:confirmation|approval|adoption|acceptance|agreement|signing|receipt|review)\s+of\s+(?:the\s+)?"
    r"(?=(?:\w+\s+)?minutes?\b)",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?:(?:Cllr|Mr|Mrs|Ms|Miss|Dr|Sir|Rev)\.?|Councillor(?= [A-Z]\.? ))(?: [A-Z][\w.’'-]*){1,4}(?: \([^)]{1,40}\))?"
)
_DAY = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?)?"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\b,?(?: \d{4})?"
    r"(?:,? (?:at )?\d.{0,20})?",
    re.IGNORECASE,
)
_PARTS = {row["heading"]: row["part"] for row in rows("part_headings.csv")}
_USUAL = tuple(words("item_titles.txt"))
LONGEST_TITLE = 260
"""Characters; agenda titles of joint committees run to three printed lines, no longer."""


def part_of_heading(text: str) -> str | None:
    """The part that a heading inside an item opens ("Decision:" -> decision), or None."""
    return _PARTS.get(text.strip().rstrip(":–—- ").lower().replace("’", "'"))


def is_usual(title: str) -> bool:
    """Whether the title stands on nearly every agenda ("Apologies for absence")."""
    plain = title.lower().replace("’", "'")
    return plain.startswith(_USUAL) or _TO_DO.sub("", plain, count=1).startswith(_USUAL)


class Titled(Protocol):
    """What has a title at `text[start:end]`."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def count_usual(text: str, titled: Iterable[Titled]) -> int:
    """How many of the titles stand on nearly every agenda."""
    return sum(is_usual(text[each.start : each.end]) for each in titled)


def narrates(text: str) -> bool:
    """Whether the words have a verb of narration."""
    return bool(_SENTENCE.search(text))


def reads_as_title(text: str, block: Block) -> bool:
    """Short, one sentence without a verb of narration, not ended as a sentence or a list opener is."""
    if not text or len(text) > LONGEST_TITLE or text[-1] in ",;" or not re.search(r"[A-Za-z]{2}", text):
        return False
    if text.isupper() and len(text) < 160:
        return True
    if re.search(r"[.!?]\s+[A-Z]", re.sub(r"\b(?:No|Mr|Mrs|Ms|Dr|St|Cllr)\.", "", text)):
        return False
    if narrates(text) or _PERSON.fullmatch(text) or _DAY.fullmatch(text):
        return False
    if block.kind == "heading":
        return text[-1] != ":" or len(text) < 60
    return text[-1] not in ".:" and len(text.split()) <= 30
