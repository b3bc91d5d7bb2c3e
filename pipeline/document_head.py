"""What a document's own first lines say: whose meeting, when, about what."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice

from extractors.language.dates import WrittenDate, find_dates
from extractors.model import Block, Document
from extractors.vocabulary import grammar, rows
from pipeline.bodies import FULL_COUNCIL, in_title_case, is_body, is_council, split_body, tidy

_GRAMMAR = grammar("document_head.grammar")
_MOST_BLOCKS = 30
_MOST_OF_FORM = 8
"""Lines behind the first about who was there."""
_LONGEST = 400
"""Characters of a line that are looked at."""
_LONGEST_TITLE = 200
_LONGEST_TITLE_SENTENCE = 8
"""Words of a title that ends in a full stop."""
KIND_ORDER = ("decision", "minutes", "agenda", "report")
"""Kinds of document, the one whose words tell most first."""
_LOOSE = frozenset({"to", "report to", "report for", "group", "body", "on", "when", "council", "authority"})
"""Labels so short or common that their value must look like what they say."""


@dataclass(frozen=True)
class Line:
    """A line of the head. Under a lead ("Agenda item") only an item's own words stand, not a meeting's."""

    text: str
    under_lead: bool


def read_lines(document: Document) -> list[Line]:
    """The document's head: its first lines, up to who was there or the first item."""
    return list(islice(_lines(document), _MOST_BLOCKS))


def _lines(document: Document) -> Iterator[Line]:
    under_lead = False
    for at, block in enumerate(document.blocks[: 2 * _MOST_BLOCKS]):
        text = document.text[block.start : min(block.end, block.start + _LONGEST)]
        if _GRAMMAR["lead"].fullmatch(text):
            under_lead = True
        elif _GRAMMAR["own_number"].fullmatch(text):
            continue  # a report's own place on the agenda, above its title
        elif _ends_head(block, text):
            yield from _dates_below(document, at + 1)
            return
        else:
            yield Line(in_title_case(text), under_lead)


def _dates_below(document: Document, at: int) -> Iterator[Line]:
    """Forms may say who was there before they say when."""
    for block in document.blocks[at : at + _MOST_OF_FORM]:
        text = document.text[block.start : min(block.end, block.start + _LONGEST)]
        if block.kind == "heading" or block.label or block.role == "item":
            return
        label, mark, _ = text.partition(":")
        if mark and _labels().get(label.strip().lower()) == "date":
            yield Line(text, under_lead=False)


def _ends_head(block: Block, text: str) -> bool:
    numbered = block.label is not None and any(char.isdigit() for char in block.label)
    return numbered or block.role in ("item", "attendance") or bool(_GRAMMAR["stop"].match(text))


def read_head(lines: list[Line]) -> dict[str, str]:
    """`council`, `committee`, `date` and `title`, as far as the lines give them: labelled lines first."""
    found: dict[str, str] = {}
    for line in lines:
        for name, value in _labelled(line.text):
            found.setdefault(name, value)
    named: list[str] = []
    alone: list[str] = []
    for line in lines:
        if line.under_lead or _label_of(line.text):
            continue
        council, committee, date = _read_title_line(line.text)
        if council:
            found.setdefault("council", council)
        if date:
            found.setdefault("date", date)
        if committee:
            (named if _GRAMMAR["before_body"].match(line.text) else alone).append(committee)
    if named or alone:
        found.setdefault("committee", _fullest(named or alone))
    if "committee" not in found and is_council(found.get("council")) and _names_no_body(lines):
        found["committee"] = FULL_COUNCIL
    title = _title(lines)
    if title:
        found.setdefault("title", title)
    return found


def _names_no_body(lines: list[Line]) -> bool:
    """Whether a title line speaks of a meeting of no body in particular, which is then the council's own."""
    titles = (_GRAMMAR["whole_meeting"].match(line.text) for line in lines if not line.under_lead)
    return any(title and _ends_name(title) for title in titles)


def _ends_name(title: re.Match[str]) -> bool:
    """Whether the words after the title's are no more of a body's name."""
    rest = title.string[title.end() :]
    return not rest.strip(" .,") or bool(_GRAMMAR["name_end"].match(rest)) or bool(find_dates(rest[:30]))


def _fullest(names: list[str]) -> str:
    """The first name, or a later one that begins alike and says more (an abbreviation written out)."""
    first = names[0].lower().split()
    alike = [
        name
        for name in names
        if name.lower().split()[: max(2, len(first) - 1)] == first[: max(2, len(first) - 1)]
    ]
    return max(alike, key=len, default=names[0])


def _read_title_line(text: str) -> tuple[str | None, str | None, str | None]:
    """Council, committee and date of a line such as "Minutes of a meeting of … held on …", or the body's
    name alone, or the date alone."""
    opened = _GRAMMAR["before_body"].match(text)
    start = opened.end() if opened else 0
    date = next(iter(find_dates(text)), None)
    name = tidy(text[start : _name_end(text, start, date)])
    council, committee = split_body(name)
    if council and not committee and opened:
        committee = FULL_COUNCIL
    says_when = bool(opened or committee) and date is not None and not _is_earlier(text, date)
    alone = date is not None and bool(_GRAMMAR["date_lead"].fullmatch(text, 0, date.start))
    return council, committee, date.iso if date and (says_when or alone) else None


def _name_end(text: str, start: int, date: WrittenDate | None) -> int:
    """Where the body's name ends: before "held", the date, a dash that parts what is whole already."""
    end = date.start if date and date.start >= start else len(text)
    for match in _GRAMMAR["name_end"].finditer(text, max(0, start - 1), end):
        dash = match.group().strip() in ("-", "–", "—", "|")
        if not dash or not is_body(tidy(text[match.end() : end])):
            return min(end, match.start())
    return end


def _is_earlier(text: str, date: WrittenDate) -> bool:
    return bool(_GRAMMAR["earlier"].search(text, 0, date.start))


def _labelled(text: str) -> Iterator[tuple[str, str]]:
    """The field that a "Label: value" line gives."""
    found = _label_of(text)
    if not found:
        return
    label, value = found
    value = _GRAMMAR["after_value"].sub("", value.split(" | ")[0]).strip()
    field = _labels()[label]
    dates = find_dates(value)
    if field == "committee" and dates and dates[0].start < 3:
        field = "date"
    if field == "date" and dates:
        yield "date", dates[0].iso
    elif field == "committee":
        council, committee = split_body(
            in_title_case(value[: _name_end(value, 0, dates[0] if dates else None)])
        )
        if council:
            yield "council", council
        if committee or (label not in _LOOSE and not council and 0 < len(value.split()) <= 10):
            yield "committee", committee or tidy(value)
    elif field == "title" and _may_title(value):
        yield "title", value[:_LONGEST_TITLE]
    elif field == "council" and split_body(value)[0]:
        yield "council", value


def _label_of(text: str) -> tuple[str, str] | None:
    """The known label that a line begins with, and its value."""
    head, mark, rest = text.partition(":")
    if not mark or len(head) > 40:
        head, mark, rest = text.partition(" | ")
    label = head.strip(" |").lower()
    if mark and label in _labels():
        return label, rest.strip(" |")
    # Without a colon a label must be one that opens no title, and its value look like one.
    words = text.split(" ")
    for count in (3, 2, 1):
        label = " ".join(words[:count]).lower()
        value = " ".join(words[count:])
        if label in _labels() and label not in _LOOSE and _fits(_labels()[label], label, value):
            return label, value
    return None


def _fits(field: str, label: str, value: str) -> bool:
    if field == "date":
        return any(date.start < 3 for date in find_dates(value)[:1])
    return field == "committee" and " " in label and split_body(value) != (None, None)


def _title(lines: list[Line]) -> str | None:
    """The item's title; else the line that says whose minutes these are; else what the document calls
    itself; else the first line that is more than a name."""
    for line in lines:
        if line.under_lead:
            return line.text if _may_title(line.text) else None
    texts = [line.text for line in lines if not _label_of(line.text) and " | " not in line.text]
    for text in texts:
        opened = _GRAMMAR["before_body"].match(text)
        held = _GRAMMAR["name_end"].search(text, opened.end() - 1) if opened else None
        if opened and len(text[opened.end() : held.start() if held else None].strip()) > 2:
            return text[: held.start() if held else None].strip(" .,:")[:_LONGEST_TITLE]
    called = (text for text in texts if any(_GRAMMAR[f"kind.{kind}"].match(text) for kind in KIND_ORDER))
    others = (text for text in texts if _read_title_line(text) == (None, None, None))
    return next((text for text in (*called, *others) if _may_title(text)), None)


def _may_title(text: str) -> bool:
    sentence = text[-1] in ".?!" and len(text.split()) > _LONGEST_TITLE_SENTENCE
    return len(text.split()) >= 2 and len(text) <= _LONGEST_TITLE and not sentence


@cache
def _labels() -> Mapping[str, str]:
    return {row["label"]: row["field"] for row in rows("document_head_labels.csv")}
