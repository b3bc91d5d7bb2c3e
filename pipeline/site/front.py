"""The front page: search, what is in the database, what is new, what is late, what is off target. And all meetings."""

import sqlite3
from typing import Any

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from pipeline.queries.off_target import off_target
from pipeline.queries.overview import committees, holdings, newest_meetings, overdue
from pipeline.queries.scope import Scope
from pipeline.site.rendering import Routes, page, read

NEWEST, FEW = 8, 5
A_PAGE = 50


async def front(datasette: Datasette, request: Request) -> Response:
    """`/`"""
    return await page(datasette, request, "front.html", **await read(datasette, front_matter))


def front_matter(connection: sqlite3.Connection) -> dict[str, Any]:
    """Everything that the front page asks of the database."""
    return {
        "held": holdings(connection),
        "newest": newest_meetings(connection, limit=NEWEST),
        "late": overdue(connection, limit=FEW),
        "missed": off_target(connection, limit=FEW),
    }


async def meetings(datasette: Datasette, request: Request) -> Response:
    """`/meetings`: all of them, newest first, or those of one committee; and the committees."""
    council, committee = request.args.get("council"), request.args.get("committee")
    number = page_number(request)
    scope = Scope(council, committee, exact=True)
    rows = await read(datasette, newest_meetings, scope, limit=A_PAGE + 1, offset=(number - 1) * A_PAGE)
    return await page(
        datasette, request, "meetings.html",
        meetings=rows[:A_PAGE], more=len(rows) > A_PAGE, number=number, council=council, committee=committee,
        committees=await read(datasette, committees),
    )  # fmt: skip


def page_number(request: Request) -> int:
    """The page that is asked for, from 1; 1 for what is no number."""
    asked = request.args.get("page") or "1"
    return max(1, int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1


ROUTES: Routes = ((r"/$", front), (r"/meetings$", meetings))
