"""Dates, numbers and addresses as people write them: for the templates of the site, and wherever else people read."""

import datetime
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit


def day(date: str | None, otherwise: str = "date unknown") -> str:
    """ "7 March 2024" for "2024-03-07" (or the time of an ISO day). What is no date is given back as it is."""
    if not date:
        return otherwise
    try:
        parsed = datetime.date.fromisoformat(date[:10])
    except ValueError:
        return date
    return f"{parsed.day} {parsed:%B %Y}"


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 document", "1,200 documents"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def shortened(text: str, most: int = 100) -> str:
    """The beginning of the text on one line, cut between words."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"


def due(row: Mapping[str, Any]) -> str:
    """When a promise falls due, with the words that say so: "due 31 October 2023 (“by the end of October”)"; "" where
    the text gives no time."""
    if not row["due"]:
        return ""
    return f"due {day(row['due_date'])} (“{row['due']}”)" if row["due_date"] else f"due “{row['due']}”"


def where(row: Mapping[str, Any]) -> str:
    """Where the words of a record stand, for a page without links: "minutes.pdf, page 3, character 120"."""
    page = f", page {row['page']}" if row["page"] else ""
    return f"{row['source']}{page}, character {row['start_char']}"


def also_at(row: Mapping[str, Any], *, on_paper: bool = False) -> str:
    """Where else a promise is recorded: "also at page 4, character 310", or "also on" the day where that is another;
    `on_paper`, where nobody counts characters, by page and agenda item alone. "" where nowhere."""
    return "; ".join(_place_also(row, each, on_paper) for each in row.get("also") or ())


def _place_also(row: Mapping[str, Any], other: Mapping[str, Any], on_paper: bool) -> str:
    when = "" if other["document_id"] == row["document_id"] else day(other["date"])
    page = f"page {other['page']}" if other["page"] else ""
    item = f"“{other['agenda_item']}”" if other["agenda_item"] not in (None, row["agenda_item"]) else ""
    exact = item if on_paper else f"character {other['start_char']}"
    places = ", ".join(filter(None, (when, page, exact)))
    return f"also {'on' if when else 'at'} {places}" if places else "also elsewhere in it"


def web_address(url: str | None) -> str | None:
    """The url if a browser may follow it (http, https), else None: a manifest may hold anything."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme.lower() in ("http", "https") and parts.netloc else None


def page_address(url: str | None, page: int | None, format: str | None) -> str | None:
    """The `web_address`, of a PDF at its page."""
    address = web_address(url)
    if address and page and format == "pdf":
        return f"{address.partition('#')[0]}#page={page}"
    return address
