"""Which blocks may be an agenda item's heading: numbered, worded ("Item 4: …"), bracketed ("(Item 4)")."""

import re
from dataclasses import dataclass

from extractors.model import Block, Document
from extractors.vocabulary import rows, words

NUMBER = r"(?:[A-Z][A-Z&]{0,5}[ ./-]{0,2})?\d{1,4}(?:[./]\d{1,4}(?:[/-]\d{2,4})?)?[A-Za-z]?"
_NUMBERED = re.compile(rf"(?P<number>{NUMBER})(?:[.):]{{1,2}}\s*|\s*[-–—]\s+|\s+)(?=[\"“‘'(]?[A-Z0-9])")
# "IV MINUTES OF THE LAST MEETING": Roman numbers head capitals only, so that "I" and initials are none.
_ROMAN = re.compile(
    r"(?P<number>X{0,3}(?:IX|IV|V?I{1,3}|V|X))(?:[.)]\s*|\s+)(?=[A-Z]{3}[A-Z’', /&()-]{2,150}$)"
)
_ROMAN_NUMBER = re.compile(r"[IVX]+")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}
# "C048/23  1.  Apologies": the minute's number, and the item's behind it.
_TWICE = re.compile(r"\d{1,2}\.\s+(?=[A-Z])")
_WORDED = re.compile(
    r"(?:agenda\s+)?(?:item|minute)\s*(?:no\.?\s*|number\s*)?(?P<number>\d{1,4}[a-z]?)\b\s*[:.–—-]*\s*",
    re.IGNORECASE,
)
_BRACKETED = re.compile(
    r"\s*[(\[](?:agenda\s+)?item\s*(?:no\.?\s*)?(?P<number>\d{1,3}[a-z]?)[)\]]\s*$", re.IGNORECASE
)
# A finite verb of narration: what has one is a sentence, not a title.
_SENTENCE = re.compile(
    r"\b(?:was|were|had|has|have|will|would|asked|noted|stated|advised|thanked|explained|confirmed|welcomed|gave|"
    r"(?:agreed|resolved|proposed|reported|considered|received|introduced|presented|recommended)\s+(?:that|to|the|a|an|by))\b"
    r"|\bfollowing\s*:$"
)
# A title with the talk behind it on its line: "APOLOGIES: Cllrs …", "Apologies for absence – received …".
_INLINE = re.compile(r"([A-Z][^:.–]{2,70}?)\s*(?::|\.|\s[–-])\s+(?=[A-Z“\"]|received|none|there)")
# The same without a mark between: "Apologies for absence There were none."
_RUN_ON = re.compile(
    r"([A-Z].{4,160}?[a-z)])\s+(?=(?:There\s+(?:was|were|being)|None\b|Nil\b|It\s+was|RESOLVED|Resolved|Proposed|"
    r"No\s+(?:apologies|declarations|interests|questions|matters)|Apologies\s+(?:were|was|had|have)|"
    r"The\s+(?:minutes|clerk|chair\w*|vice-chair\w*|cathaoirleach)\s+[a-z]+)\b)"
)
# "Planning Matters:- Two applications …": a mark that stands only behind titles.
_DASHED = re.compile(r"([A-Z][^:.]{2,120}?)\s*:[-–—](?=\s|$)")
# "PUBLIC QUESTIONS Two residents spoke": a title in capitals with the talk behind it, and no mark between.
_CAPITALS = re.compile(r"([A-Z][A-Z0-9’', /&()-]{4,150}[A-Z)])\s+(?=(?:A\s|[A-Z][a-z]))")
# "To receive and accept apologies": the usual title stands behind what is to be done with it.
_TO_DO = re.compile(
    r"(?:to\s+)?(?:receive|accept|approve|consider|note|confirm|record|agree)"
    r"(?:\s*(?:/|,|and\b|or\b)\s*(?:receive|accept|approve|consider|note|confirm|record|agree|sign|adopt))*"
    r"\s+(?:(?:any|the|all)\s+)?",
    re.IGNORECASE,
)
_PARTS = {row["heading"]: row["part"] for row in rows("part_headings.csv")}
_USUAL = tuple(words("item_titles.txt"))
LONGEST_TITLE = 260
"""Characters; agenda titles of joint committees run to three printed lines, no longer."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A block that may head an item: `text[start:end]` is the title, `number` as printed, bare."""

    block: int
    start: int
    end: int
    number: str | None

    @property
    def order(self) -> int | None:
        """The number's place in a sequence, where it is a plain number ("76", "4a")."""
        number = self.number or ""
        if _ROMAN_NUMBER.fullmatch(number):
            return _count_roman(number)
        match = re.fullmatch(r"(\d+)(?:\.\d+)?[A-Za-z]?", number)
        return int(match.group(1)) if match else None

    @property
    def nested(self) -> bool:
        """Whether the number says that this is a part of another ("2.1"; "2.0" is none)."""
        return bool(re.fullmatch(r"\d+\.0*[1-9]\d*", self.number or ""))


def part_of_heading(text: str) -> str | None:
    """The part that a heading inside an item opens ("Decision:" -> decision), or None."""
    return _PARTS.get(text.strip().rstrip(":–—- ").lower().replace("’", "'"))


def is_usual(title: str) -> bool:
    """Whether the title stands on nearly every agenda ("Apologies for absence")."""
    plain = title.lower().replace("’", "'")
    return plain.startswith(_USUAL) or _TO_DO.sub("", plain, count=1).startswith(_USUAL)


def reads_as_title(text: str, block: Block) -> bool:
    """Short, one sentence without a verb of narration, not ended as a sentence or a list opener is."""
    if not text or len(text) > LONGEST_TITLE or text[-1] in ",;" or not re.search(r"[A-Za-z]{2}", text):
        return False
    if text.isupper() and len(text) < 160:
        return True
    if re.search(r"[.!?]\s+[A-Z]", re.sub(r"\b(?:No|Mr|Mrs|Ms|Dr|St|Cllr)\.", "", text)):
        return False
    if _SENTENCE.search(text):
        return False
    if block.kind == "heading":
        return text[-1] != ":" or len(text) < 60
    return text[-1] not in ".:" and len(text.split()) <= 30


def numbered(document: Document, index: int) -> Heading | None:
    """ "76. Apologies", "12/23 Minutes", "CYP 14 Title" as a heading, or None."""
    block = document.blocks[index]
    text = document.text[block.start : block.end]
    match = _NUMBERED.match(text) or _ROMAN.match(text)
    if not match:
        return None
    again = _TWICE.match(text, match.end()) if "/" in match.group("number") else None
    begin = again.end() if again else match.end()
    title = _without_talk(text[begin:], block)
    bare = _BRACKETED.sub("", title).rstrip().removesuffix(":")
    if bare.endswith(".") and is_usual(bare) and not bare.isupper():
        bare = bare[:-1]
    if not reads_as_title(bare, block) or re.match(r"(?:st|nd|rd|th)\b", title):
        return None
    start = block.start + begin
    return Heading(index, start, start + len(bare), match.group("number").rstrip(".").strip())


def _without_talk(text: str, block: Block) -> str:
    """The title at the start of a line that may have the talk about it behind."""
    dashed = _DASHED.match(text)
    if dashed:
        return dashed.group(1)
    title = text
    inline = _INLINE.match(title)
    capitals = inline and inline.group(1).isupper() and not title[inline.end() :].isupper()
    if inline and (capitals or is_usual(inline.group(1))):
        title = inline.group(1)
    run_on = _RUN_ON.match(title)
    if run_on:
        title = run_on.group(1)
    shouted = _CAPITALS.match(title)
    if shouted and (not reads_as_title(title, block) or is_usual(shouted.group(1))):
        title = shouted.group(1)
    return title


def _count_roman(number: str) -> int:
    values = [_ROMAN_DIGITS[digit] for digit in number]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def worded(document: Document, index: int) -> Heading | None:
    """ "Item 4: Title", "Agenda Item No. 4 – Title"; the title may stand in the next block."""
    block = document.blocks[index]
    text = document.text[block.start : block.end]
    match = _WORDED.match(text)
    if not match:
        return None
    if match.end() < len(text):
        if len(text) - match.end() > LONGEST_TITLE or (
            block.kind == "paragraph" and _SENTENCE.search(text[match.end() :])
        ):
            return None
        return Heading(index, block.start + match.end(), block.end, match.group("number"))
    if index + 1 < len(document.blocks):
        following = document.blocks[index + 1]
        if following.end - following.body <= LONGEST_TITLE:
            return Heading(index + 1, following.body, following.end, match.group("number"))
    return None


def bracketed(document: Document, index: int) -> Heading | None:
    """A title with "(Item 4)" behind it, in its block or alone in the next. A number before goes first."""
    block = document.blocks[index]
    text = document.text[block.start : block.end]
    match = _BRACKETED.search(text)
    if not match or (match.start() == 0 and index == 0):
        return None
    if match.start() == 0:
        index -= 1
        block = document.blocks[index]
        text = document.text[block.start : block.end]
    else:
        text = text[: match.start()]
    if len(text) > LONGEST_TITLE or not re.search(r"[A-Za-z]{2}", text):
        return None
    own = _NUMBERED.match(text)
    start = own.end() if own else 0
    number = own.group("number").rstrip(".") if own else match.group("number")
    return Heading(index, block.start + start, block.start + len(text.rstrip()), number)
