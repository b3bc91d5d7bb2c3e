"""Search over everything: passages of the documents, or records of one kind, narrowed by council, committee, year."""

import re
import sqlite3
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from pipeline.queries.absence import why_not
from pipeline.queries.documents import RECORD_TABLES
from pipeline.queries.facets import Facets, count_facets
from pipeline.queries.indicators import describe, find_indicators
from pipeline.queries.records import records_in
from pipeline.queries.scope import Row, Scope
from pipeline.queries.search import search_passages, search_records
from pipeline.queries.words import match_query
from pipeline.site.front import page_number
from pipeline.site.kinds import KINDS
from pipeline.site.rendering import Routes, page, read

A_PAGE = 20
_LONGEST = 500
"""Characters of a query; what is longer was not typed by a person."""
_MOST_MEASURES = 5
SEARCHED = tuple(kind for kind in KINDS if kind.table in RECORD_TABLES)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for. `kind` is a table of records, empty for passages; unknown values are left out."""

    q: str
    council: str
    committee: str
    year: str
    kind: str

    @classmethod
    def of(cls, request: Request) -> "Asked":
        said = {name: (request.args.get(name) or "").strip() for name in cls.__slots__}
        said["q"] = said["q"][:_LONGEST]
        if not re.fullmatch(r"[0-9]{4}", said["year"]):
            said["year"] = ""
        if said["kind"] not in RECORD_TABLES:
            said["kind"] = ""
        return cls(**said)

    @property
    def scope(self) -> Scope:
        first, last = (f"{self.year}-01-01", f"{self.year}-12-31") if self.year else (None, None)
        return Scope(self.council or None, self.committee or None, first, last, exact=True)

    def address(self, **changes: str | int) -> str:
        """The address of this search with something changed; a new search begins at its first page."""
        asked = {name: getattr(self, name) for name in self.__slots__} | changes
        return "/search?" + urlencode({name: value for name, value in asked.items() if value})


async def search(datasette: Datasette, request: Request) -> Response:
    """`/search?q=…&council=…&committee=…&year=…&kind=…&page=…`"""
    asked, number = Asked.of(request), page_number(request)
    answer = await read(datasette, _answer, asked, number)
    return await page(
        datasette, request, "search.html", asked=asked, number=number, kinds=SEARCHED, a_page=A_PAGE, **answer
    )


def _answer(connection: sqlite3.Connection, asked: Asked, number: int) -> dict[str, Any]:
    if match_query(asked.q) is None:
        return {"rows": [], "measures": [], "facets": Facets(0, [], [], [], {}), "reasons": [], "within": {}}
    rows = _rows(connection, asked, number)
    passages = [row["passage_id"] for row in rows if not asked.kind]
    meant = find_indicators(connection, asked.q)
    return {
        "rows": rows,
        "measures": describe(connection, meant.ids[:_MOST_MEASURES]) if meant else [],
        "facets": count_facets(connection, asked.q, asked.scope, table=asked.kind or None),
        "reasons": [] if rows else why_not(connection, asked.q, asked.scope),
        "within": records_in(connection, passages),
    }


def _rows(connection: sqlite3.Connection, asked: Asked, number: int) -> list[Row]:
    offset = (number - 1) * A_PAGE
    if asked.kind:
        return search_records(
            connection, asked.q, asked.scope, tables=(asked.kind,), limit=A_PAGE, offset=offset
        )
    return search_passages(connection, asked.q, asked.scope, limit=A_PAGE, offset=offset)


ROUTES: Routes = ((r"/search$", search),)
