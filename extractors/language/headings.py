"""Which blocks may be an agenda item's heading: numbered, worded ("Item 4: …"), bracketed ("(Item 4)")."""

import re
from dataclasses import dataclass

from extractors.language.run_in_titles import before_mark, without_talk
from extractors.language.title_words import LONGEST_TITLE, is_usual, narrates, reads_as_title
from extractors.model import Document

# "76", "4a", "12/23", "21/22-48", "21-048", "CYP 14", "Cou/285/07-08", "22-23/FRA/31"; no date ("12/03/2024").
NUMBER = (
    r"(?:\d\d(?:\d\d)?(?:[-/]\d\d)?/[A-Z]{1,6}/\d{1,4}|(?!Q\s?\d)(?!\d{1,2}[./]\d{1,2}[./-]\d{4}\b)"
    r"(?:[A-Z][A-Z&]{0,5}[ ./-]{0,2}|[A-Z][A-Za-z]{1,7}/)?"
    r"(?:\d\d-\d{2,3}|\d{1,4}(?:[./]\d{1,4}(?:[/-]\d{1,4})?)?)[A-Za-z]?)"
)
_NUMBERED = re.compile(
    rf"(?P<number>{NUMBER})(?:[.):]{{1,2}}[-–]?\s*(?:[|/]\s*)?|\s*[-–—|]\s+|\s+/\s+|\s+)(?=[\"“‘'(]?[A-Z0-9])"
)
_ALONE = re.compile(rf"(?P<number>{NUMBER})[.):]?(?:\s*/)?")
# "IV MINUTES OF THE LAST MEETING": Roman numbers head capitals only, so that "I" and initials are none.
_ROMAN = re.compile(
    r"(?P<number>X{0,3}(?:IX|IV|V?I{1,3}|V|X))(?:[.)]\s*|\s+)(?=[A-Z]{3}[A-Z0-9’', /&()-]{2,150}$)"
)
_ROMAN_NUMBER = re.compile(r"[IVX]+")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}
# "C048/23  1.  Apologies": the minute's number, and the item's behind it.
_TWICE = re.compile(r"\d{1,2}\.\s+(?=[A-Z])")
_WORDED = re.compile(
    rf"(?i:(?:agenda\s+)?(?:item|minute|min\b\.?)\s*(?:no\b\.?\s*|number\s*)?)"
    rf"(?P<number>{NUMBER}|(?<=\s)(?:[A-Z]|[IVX]{{1,5}}|[ivx]{{1,5}}))(?=[\s:./)–—-]|$)\s*[:./)–—-]*\s*"
)
_BRACKETED = re.compile(
    r"\s*[(\[](?:agenda\s+)?item\s*(?:no\.?\s*)?(?P<number>\d{1,3}[a-z]?)[)\]]\s*$", re.IGNORECASE
)


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

    @property
    def shape(self) -> str:
        """The make of its number: "21/22-48" is "0/0-0"."""
        return re.sub(r"\d+", "0", self.number or "")


def numbered(document: Document, index: int) -> Heading | None:
    """ "76. Apologies", "12/23 Minutes", "CYP 14 Title" as a heading, or None; the number may stand alone over a
    heading."""
    block = document.blocks[index]
    text = document.text[block.start : block.end]
    match = _NUMBERED.match(text) or _ROMAN.match(text)
    if not match or not re.search(r"[A-Za-z]", text[match.end() :]):
        return _under_number(document, index, text)
    begin = _title_begins(match, text)
    title = without_talk(text[begin:], block)
    bare = re.sub(r"\s*[:–—-]$", "", _BRACKETED.sub("", title).rstrip())
    if bare.endswith(".") and is_usual(bare) and not bare.isupper():
        bare = bare[:-1]
    if not reads_as_title(bare, block) or re.match(r"(?:st|nd|rd|th)\b", title):
        return None
    start = block.start + begin
    return Heading(index, start, start + len(bare), match["number"].rstrip(".").strip())


def numbered_run_in(document: Document, index: int, only: str | None = None) -> Heading | None:
    """The same, where the line's first colon, dash or full stop alone (or its first mark of the name `only`) parts the
    title from the talk behind it."""
    block = document.blocks[index]
    text = document.text[block.start : block.end]
    match = _NUMBERED.match(text)
    if match is None:
        return None
    begin = _title_begins(match, text)
    title = before_mark(text[begin:], block, only)
    if title is None:
        return None
    start = block.start + begin
    return Heading(index, start, start + len(title), match["number"].rstrip(".").strip())


def _title_begins(number: re.Match[str], text: str) -> int:
    again = _TWICE.match(text, number.end()) if "/" in number["number"] else None
    return again.end() if again else number.end()


def _under_number(document: Document, index: int, text: str) -> Heading | None:
    """The heading under a number that stands alone in its block."""
    alone = _ALONE.fullmatch(text.strip())
    if alone is None or index + 1 == len(document.blocks):
        return None
    title = document.blocks[index + 1]
    words = document.words(title)
    if title.kind != "heading" or _NUMBERED.match(words) or not reads_as_title(words, title):
        return None
    return Heading(index + 1, title.body, title.end, alone["number"])


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
            block.kind == "paragraph" and narrates(text[match.end() :])
        ):
            return None
        end = match.end() + len(without_talk(text[match.end() :], block).rstrip(" :"))
        return Heading(index, block.start + match.end(), block.start + end, match.group("number"))
    if index + 1 < len(document.blocks):
        following = document.blocks[index + 1]
        if following.end - following.body <= LONGEST_TITLE:
            return Heading(index + 1, following.body, following.end, match.group("number"))
    return None


def worded_run_in(document: Document, index: int) -> Heading | None:
    """ "Item 4. Title. The talk": the same, with the talk behind the title's mark."""
    block = document.blocks[index]
    text = document.text[block.start : block.end]
    match = _WORDED.match(text)
    title = match and text[match.end() :] and before_mark(text[match.end() :], block)
    if not match or not title:
        return None
    start = block.start + match.end()
    return Heading(index, start, start + len(title), match["number"])


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
