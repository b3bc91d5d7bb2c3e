"""A record's permalink: the citation card, with all that somebody needs who wants to check or quote it."""

from typing import Any

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response
from markupsafe import Markup

from pipeline.plain import day, page_address
from pipeline.queries.records import Found, find_record
from pipeline.site.kinds import BY_TABLE
from pipeline.site.marking import Mark, Marker
from pipeline.site.rendering import Missing, Routes, page, read

_FACTS = {
    "questions": {"asker": "Asked by", "answered_by": "Answered by", "outcome": "Outcome"},
    "actions": {
        "owner": "To be done by", "commitment": "How firm", "recipient": "For", "due": "Due, as said",
        "due_date": "Due on", "status": "Status, as minuted",
    },
    "decisions": {"label": "Limb", "outcome": "Outcome"},
    "votes": {"councillor": "Councillor", "vote": "Vote"},
    "figures": {
        "value": "Value", "unit": "Unit", "out_of": "Out of", "role": "Stands for", "comparator": "Qualified as",
        "period": "Period",
    },
    "targets": {"value": "Value", "unit": "Unit", "status": "Said to be", "setter": "Set by"},
    "indicator_mentions": {"code": "Code, as printed", "name": "Name, as printed", "note": "Note"},
    "scorecard_rows": {
        "code": "Code, as printed", "indicator": "Measure, as printed", "latest_text": "Latest value",
        "target_text": "Target", "rag": "Rating", "rag_previous": "Rating before", "direction": "Direction",
    },
    "agenda_items": {"number": "Number", "title": "Title", "period": "Period"},
}  # fmt: skip
"""What the card says of each kind: column and its name in words, in this order."""
_DATES = ("due_date",)


async def record(datasette: Datasette, request: Request) -> Response:
    """`/record/ID`"""
    found = await read(datasette, find_record, request.url_vars["id"])
    if found is None:
        raise Missing(
            "There is no record at this address. A record keeps its address as long as its document's words stay the "
            "same and the program still finds it there."
        )
    here = f"{request.scheme}://{request.host}{request.path}"
    return await page(
        datasette, request, "record.html",
        found=found, kind=BY_TABLE[found.table], facts=_facts(found), citation=cite(found, here),
        context=in_context(found), sure=in_a_hundred(found.own["confidence"]),
        how=found.own["rule"].replace(".", ": ").replace("-", " "),
    )  # fmt: skip


def cite(found: Found, address: str) -> str:
    """The citation as plain text: the quote, where and when it was said, the source and its fingerprint, `address`."""
    place = found.place
    title = place["title"] if place["title"] != place["committee"] else None
    said = [place["council"], place["committee"], title, place["kind"], day(place["date"])]
    said += [f"item {place['item_number']}"] if place["item_number"] else []
    said += [f"page {place['page']}"] if place["page"] else []
    url = page_address(place["url"], place["page"], place["format"])
    lines = [
        f"“{found.own['text']}”",
        ", ".join(str(part) for part in said if part) + ".",
        f"Source: {url or place['url'] or place['source']}",
        f"SHA-256 of the source: {place['sha256']}",
        f"Record: {address}",
    ]
    return "\n".join(lines)


def in_context(found: Found) -> Markup | None:
    """The passage that the record begins in, the record marked; None where the record is the whole of it."""
    text, start = found.place["passage"], found.place["passage_start"]
    if text is None or text == found.own["text"]:
        return None
    mark = Mark(found.own["start_char"] - start, found.own["end_char"] - start, found.table, "quote", "")
    return Marker(text, [mark]).piece(0, len(text))


def in_a_hundred(confidence: float | None) -> int | None:
    """How many of a hundred such records are right, None where that is not measured."""
    return None if confidence is None else round(confidence * 100)


def _facts(found: Found) -> list[tuple[str, Any]]:
    own = found.own
    return [
        (name, day(own[column]) if column in _DATES else _number(own[column]))
        for column, name in _FACTS[found.table].items()
        if own[column] not in (None, "")
    ]


def _number(value: Any) -> Any:
    return f"{value:,.10g}" if isinstance(value, float) else value


ROUTES: Routes = ((r"/record/(?P<id>[^/]+)$", record),)
