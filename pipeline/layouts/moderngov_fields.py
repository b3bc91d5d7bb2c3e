"""What a ModernGov page says of its meeting, item or decision."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from pipeline.layouts import html_fields
from pipeline.layouts.html_names import BLOCKS, classes, visible_text, words_of
from pipeline.layouts.page_dates import find_date, read_date

_MEETING = re.compile(
    r"Meeting\s+of\s+(?P<committee>[^(]{3,150}?),?\s+(?=\w{3,6}day,?\s|\d{1,2}(?:st|nd|rd|th)?\s)"
)
_DECIDED_AT = re.compile(r"\d{1,2}/\d{1,2}/\d{4}\s*[-–]\s*(?P<committee>.{3,150})")
_KINDS = (("minutes", "minutes"), ("decision", "decision"), ("agenda item", "minutes"), ("agenda", "agenda"))


def read_fields(root: HtmlElement) -> dict[str, str]:
    """`committee`, `date`, `title`, `kind`, `council`, `url`, as far as the page gives them."""
    fields: dict[str, str] = dict(html_fields.read_fields(root))
    main, subtitle = main_title(root), _first(root, "mgSubTitleTxt")
    fields |= _of_meeting(subtitle) if subtitle else {}
    for name, value in (*_of_labels(root), *_of_links(root)):
        fields.setdefault(name, value)
    kind = next((kind for sign, kind in _KINDS if sign in main.lower()), None)
    if kind:
        fields["kind"] = kind
    return fields


def main_title(root: HtmlElement) -> str:
    """What kind of page it is, as its main title says: "Agenda and minutes", "Committee details"."""
    return _first(root, "mgMainTitleTxt")


def names_meeting(subtitle: str) -> bool:
    """Whether a page's second title is a meeting's, and not an item's."""
    return "committee" in _of_meeting(subtitle)


def _first(root: HtmlElement, name: str) -> str:
    return next((visible_text(one) for one in root.iter("h1", "h2", "h3", "p") if name in classes(one)), "")


def _of_meeting(subtitle: str) -> dict[str, str]:
    """ "Scrutiny Panel - Thursday 15 January 2026 7:30 pm": the body and the date; else the title of an item."""
    found = find_date(subtitle)
    committee = re.sub(r"\s*[-–,]\s*(?:\w{3,6}day,?\s*)?$", "", subtitle[: found[1]]) if found else ""
    if not found or not committee or not re.search(r"\s[-–]\s", subtitle):
        return {"title": subtitle}
    return {"title": subtitle, "committee": committee, "date": found[0]}


def _of_labels(root: HtmlElement) -> Iterator[tuple[str, str]]:
    labelled = dict(_labels(root))
    meeting = _DECIDED_AT.match(labelled.get("decided at meeting", ""))
    committee = meeting["committee"] if meeting else labelled.get("decision maker")
    if committee:
        yield "committee", committee
    date = read_date(labelled.get("date of decision", "") or labelled.get("decided at meeting", ""))
    if date:
        yield "date", date


def _labels(root: HtmlElement) -> Iterator[tuple[str, str]]:
    spans = (span for span in root.iter("span") if "mgLabel" in classes(span))
    blocks = (next((one for one in span.iterancestors() if one.tag in BLOCKS), None) for span in spans)
    for block in dict.fromkeys(blocks):
        if block is not None:
            label, _, value = words_of(block).partition(":")
            yield label.strip().lower(), value.strip()


def _of_links(root: HtmlElement) -> Iterator[tuple[str, str]]:
    """An item's page links to its meeting: "Meeting of Cabinet, Tuesday, 6th May, 2025 6.30 pm (Item 7.)"."""
    for link in root.iter("a"):
        if "ielistdocuments" not in (link.get("href") or "").lower():
            continue
        text = words_of(link)
        meeting, date = _MEETING.match(text), read_date(text)
        if meeting and date:
            yield from (("committee", meeting["committee"]), ("date", date))
            return
