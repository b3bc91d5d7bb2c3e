"""Lists that are narrowed by filters: each a page, and with the same filters a CSV, a spreadsheet and a feed."""

import asyncio
import io
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from pipeline.exports.feed import Entry, to_atom
from pipeline.queries.overview import bodies, years
from pipeline.queries.scope import Row
from pipeline.site.files import absolute, csv_file, feed_file, workbook_file
from pipeline.site.filters import Filters
from pipeline.site.front import page_number
from pipeline.site.rendering import Routes, page, read

A_PAGE = 50
IN_A_FEED = 100
_ALL = -1
AGES = (("91", "three months"), ("182", "six months"), ("365", "a year"), ("730", "two years"))
SURE = ("80", "90", "95")


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of one page, or all; how many there are of each fate under the other filters; in `extra` what else the
    page says."""

    rows: list[Row]
    counts: dict[str, int]
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class List:
    """One kind of record as a list. `fate` is the filter whose values are counted, `fates` these, in their order;
    `gather` asks the database (connection, filters, limit, offset; a negative limit for all)."""

    path: str
    one: str
    many: str
    names: tuple[str, ...]
    fate: str
    fates: Sequence[str]
    key: str
    """The column of the record's id."""
    gather: Callable[[sqlite3.Connection, Filters, int, int], Found]
    write: Callable[[Sequence[Row], io.BytesIO], None]
    entry: Callable[[Row], Entry]
    """The entry of a feed; its link is a path of the site."""

    @property
    def routes(self) -> Routes:
        return ((f"{self.path}$", self._page), (rf"{self.path}\.(?P<form>csv|xlsx|atom)$", self._file))

    async def _page(self, datasette: Datasette, request: Request) -> Response:
        filters, number = self._filters(request), page_number(request)
        found = await read(datasette, self.gather, filters, A_PAGE, (number - 1) * A_PAGE)
        chosen = filters.values[self.fate]
        total = found.counts.get(chosen, 0) if chosen else sum(found.counts.values())
        return await page(
            datasette, request, f"{self.path[1:]}.html",
            list=self, filters=filters, rows=found.rows, counts=found.counts, total=total, number=number,
            a_page=A_PAGE, ages=AGES, sures=SURE, bodies=await read(datasette, bodies),
            years=await read(datasette, years), **found.extra,
        )  # fmt: skip

    async def _file(self, datasette: Datasette, request: Request) -> Response:
        filters, form = self._filters(request), request.url_vars["form"]
        found = await read(datasette, self.gather, filters, _ALL, 0)
        if form == "atom":
            return self._feed(datasette, request, filters, found.rows)
        name = self.path[1:]
        if form == "xlsx":
            return await asyncio.to_thread(workbook_file, name, self.write, found.rows)
        record = absolute(datasette, request, "/record/")
        linked = [row | {"link": record + row[self.key]} for row in found.rows]
        columns = () if linked else await self._columns(datasette)
        return await asyncio.to_thread(csv_file, name, linked, columns)

    async def _columns(self, datasette: Datasette) -> list[str]:
        """The columns of the CSV, for one that has no rows to tell them."""
        any_row = await read(datasette, self.gather, Filters(self.path, {}), 1, 0)
        return [*(any_row.rows[0] if any_row.rows else {self.key: ""}), "link"]

    def _feed(self, datasette: Datasette, request: Request, filters: Filters, rows: list[Row]) -> Response:
        """The latest entries; a feed is read again and again, and so is short."""
        entries = sorted(map(self.entry, rows), key=lambda each: each.updated or "", reverse=True)[:IN_A_FEED]
        placed = [replace(each, link=absolute(datasette, request, each.link)) for each in entries]
        title = ", ".join([self.many, *filter(None, filters.values.values())])
        here, shown = filters.address("atom"), filters.address()
        feed = to_atom(
            here, title, absolute(datasette, request, here), absolute(datasette, request, shown), placed
        )
        return feed_file(feed)

    def _filters(self, request: Request) -> Filters:
        filters = Filters.of(request, self.path, self.names)
        if filters.values[self.fate] in (*self.fates, ""):
            return filters
        return Filters(self.path, {**filters.values, self.fate: ""})
